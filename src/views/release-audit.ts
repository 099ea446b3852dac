import type { Release } from '../store/published-tables.ts'
import { formatCount } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { sum } from '../text/sum.ts'
import { localise } from '../text/ui.ts'

/** What was hidden in a release, proven and attacked, in a sentence; null where nothing in it is about people. */
export function sayProtection({ audit, proofs = [] }: Pick<Release, 'audit' | 'proofs'>): LocalText | null {
  if (!audit) return null
  return localise((lang) => {
    const format = (value: number) => formatCount(value, lang)
    return `${SAY[lang]({ cells: format(audit.cells), hidden: format(audit.hidden), worked: format(audit.narrow) })}${sayProven(proofs, lang)}`
  })
}

const SAY: Record<Lang, (of: { cells: string; hidden: string; worked: string }) => string> = {
  zh: ({ cells, hidden, worked }) =>
    `发布后，涉及人的各表连同旧版本共有计数${cells}格，隐去${hidden}格；只凭公布的文件反推，推知${worked}格。`,
  en: ({ cells, hidden, worked }) =>
    `With it, tables about people and their earlier revisions have ${cells} counts, ${hidden} of them hidden; an attack with the published files alone found ${worked} of these.`,
}

function sayProven(proofs: NonNullable<Release['proofs']>, lang: Lang): string {
  const proven = sum(proofs.map(({ hidden }) => hidden))
  if (proven === 0) return ''
  const n = formatCount(proven, lang)
  return lang === 'zh'
    ? `本次发布的数据集里，隐去的${n}格都已证实另有几种可能。`
    : ` In the datasets of this release, all ${n} hidden counts are proven to have several possible values.`
}
