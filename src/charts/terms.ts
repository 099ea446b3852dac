import type { Status } from '../contracts/table.ts'
import type { Lang, LocalText } from '../text/local-text.ts'

type Term = Status | 'bar-median' | 'bar-p90' | 'small-sample' | 'men' | 'women' | 'missing' | 'highest' | 'lowest'

/** Words printed inside pictures, short enough for a phone. */
const TERMS: Record<Term, LocalText> = {
  final: { zh: '正式', en: 'final' },
  provisional: { zh: '初步', en: 'provisional' },
  revised: { zh: '修订', en: 'revised' },
  withheld: { zh: '不公开', en: 'not public' },
  withdrawn: { zh: '已撤下', en: 'withdrawn' },
  'not-applicable': { zh: '不适用', en: 'n/a' },
  'not-reported': { zh: '未报', en: 'not reported' },
  forecast: { zh: '预测', en: 'forecast' },
  reported: { zh: '报道值', en: 'as reported' },
  'bar-median': { zh: '中位数', en: 'median' },
  'bar-p90': { zh: '九成不超过', en: '90% within' },
  'small-sample': { zh: '样本过少', en: 'small sample' },
  men: { zh: '男', en: 'Men' },
  women: { zh: '女', en: 'Women' },
  missing: { zh: '无数据', en: 'no data' },
  'at-least': { zh: '以上', en: 'at least' },
  'at-most': { zh: '以下', en: 'at most' },
  highest: { zh: '最高', en: 'highest' },
  lowest: { zh: '最低', en: 'lowest' },
}

export function translateTerm(name: Term, lang: Lang): string {
  return TERMS[name][lang]
}

export function describeTerm(name: Term): LocalText {
  return TERMS[name]
}

/** Follows the name of a year that is not yet: `2040年（预测）` / `2040 (forecast)`; empty for others. */
export function composeForecastRemark(isForecast: boolean, lang: Lang): string {
  if (!isForecast) return ''
  return lang === 'zh' ? '（预测）' : ' (forecast)'
}
