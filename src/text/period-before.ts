import { kindOf, type PeriodKind } from '../calendar/period.ts'
import type { LocalText } from './local-text.ts'

const BEFORE: Record<PeriodKind, LocalText> = {
  week: { zh: '上周', en: 'the week before' },
  'half-month': { zh: '前半个月', en: 'the half-month before' },
  month: { zh: '上月', en: 'the month before' },
  quarter: { zh: '上季度', en: 'the quarter before' },
  'half-year': { zh: '前半年', en: 'the half-year before' },
  year: { zh: '上年', en: 'the year before' },
}

/** The period before another, as a sentence names it: 上月 / the month before. */
export function namePeriodBefore(period: string): LocalText {
  return BEFORE[kindOf(period)]
}

/** The same period a year before: 上年同月 / the same month a year before. */
export function nameYearBefore(period: string): LocalText {
  const kind = kindOf(period)
  if (kind === 'year') return BEFORE.year
  return kind === 'month'
    ? { zh: '上年同月', en: 'the same month a year before' }
    : { zh: '上年同期', en: 'the same period a year before' }
}
