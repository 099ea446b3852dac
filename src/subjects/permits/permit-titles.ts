import { mayCall, type Step } from '../../measure/compare.ts'
import type { LocalText } from '../../text/local-text.ts'

interface Change {
  label: LocalText
  last: number | null
  change: number
  step: Step
}

/** Each class with its change, as far as it may be called one. */
export function composeChangeTitle(changes: readonly Change[]): LocalText {
  const say = (lang: 'zh' | 'en') =>
    changes.map(({ label, last, change, step }) => {
      if (last === null) return lang === 'zh' ? `${label.zh}未报` : `${label.en} not reported`
      if (step === 'same') return lang === 'zh' ? `${label.zh}持平` : `${label.en} level`
      if (!mayCall(step)) return lang === 'zh' ? `${label.zh}${last}张` : `${label.en} ${last}`
      const word = step === 'up' ? { zh: '增加', en: 'up' } : { zh: '减少', en: 'down' }
      return lang === 'zh' ? `${label.zh}${word.zh}${Math.abs(change)}张` : `${label.en} ${word.en} ${Math.abs(change)}`
    })
  return { zh: `有效许可证：${say('zh').join('，')}`, en: `Permits in force: ${say('en').join(', ')}` }
}
