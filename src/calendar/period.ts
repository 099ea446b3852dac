import { daysInMonth } from './days.ts'
import { addMonths } from './months.ts'

/** How often a dataset comes. */
export const FREQUENCIES = ['month', 'quarter', 'year', 'occasional'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** How a period of each frequency is written. */
export const PERIOD_SHAPES: Record<Frequency, { pattern: RegExp; shape: string }> = {
  month: { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, shape: 'YYYY-MM' },
  quarter: { pattern: /^\d{4}-Q[1-4]$/, shape: 'YYYY-Q1 … YYYY-Q4' },
  year: { pattern: /^\d{4}$/, shape: 'YYYY' },
  occasional: { pattern: /^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/, shape: 'YYYY | YYYY-MM | YYYY-Q1' },
}

/** True for a period as the files of this contract bear it. */
export function isPeriod(period: string | null, { frequency }: { frequency: Frequency }): period is string {
  return period !== null && PERIOD_SHAPES[frequency].pattern.test(period)
}

/** What a period is made of: `2026-10` has a month, `2026-Q3` a quarter, `2026` neither. */
export interface ParsedPeriod {
  year: number
  month: number | null
  quarter: number | null
}

/** Null where the text is no period. */
export function parsePeriod(text: string): ParsedPeriod | null {
  const match = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/.exec(text)
  if (!match) return null
  const [, year, month, quarter] = match
  const numberOf = (digits: string | undefined) => (digits === undefined ? null : Number(digits))
  return { year: Number(year), month: numberOf(month), quarter: numberOf(quarter) }
}

/** First month of a period, counted from year 0; null where the text is no period. */
export function monthsOf(text: string): number | null {
  const period = parsePeriod(text)
  if (period === null) return null
  const { year, month, quarter } = period
  return year * 12 + (month ?? (quarter ?? 1) * 3 - 2) - 1
}

/** First day of a period: `2026-10` → `2026-10-01`, `2026-Q3` → `2026-07-01`, `2026` → `2026-01-01`. */
export function firstDay(period: string): string {
  if (period.length === 4) return `${period}-01-01`
  return `${period.includes('Q') ? monthOfQuarter(period, 1) : period}-01`
}

/** Last day of a period: `2026-02` → `2026-02-28`, `2026-Q3` → `2026-09-30`, `2026` → `2026-12-31`. */
export function lastDay(period: string): string {
  if (period.length === 4) return `${period}-12-31`
  const month = period.includes('Q') ? monthOfQuarter(period, 3) : period
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`
}

/** The last day that any of these periods is about; '' for none. */
export function dataDayOf(periods: Iterable<string>): string {
  let day = ''
  for (const period of periods) if (lastDay(period) > day) day = lastDay(period)
  return day
}

/** The period before of the same kind: `2026-01` → `2025-12`, `2026-Q1` → `2025-Q4`, `2026` → `2025`. */
export function periodBefore(period: string): string {
  return movePeriod(period, -1)
}

/** The next period of the same kind. */
export function periodAfter(period: string): string {
  return movePeriod(period, 1)
}

/** The same period a year before: `2026-Q3` → `2025-Q3`. */
export function yearBefore(period: string): string {
  return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`
}

/** The quarter that a day or a month lies in: `2026-09-30` → `2026-Q3`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** `2026-09-30` as a month, a quarter or a year, as the other period is one. */
export function likeShape(text: string, period: string): string {
  if (period.length === 4) return text.slice(0, 4)
  if (!period.includes('Q')) return text.slice(0, 7)
  return text.includes('Q') ? text : quarterOf(text)
}

function movePeriod(period: string, count: number): string {
  if (period.length === 4) return String(Number(period) + count)
  if (!period.includes('Q')) return addMonths(period, count)
  const quarter = Number(period.slice(6)) - 1 + count
  return `${Number(period.slice(0, 4)) + Math.floor(quarter / 4)}-Q${(((quarter % 4) + 4) % 4) + 1}`
}

/** The nth month of a quarter: `2026-Q3` and 1 → `2026-07`. */
function monthOfQuarter(period: string, nth: number): string {
  return `${period.slice(0, 4)}-${String(Number(period.slice(6)) * 3 - 3 + nth).padStart(2, '0')}`
}
