import { addDays, countDaysInMonth, toDayNumber } from './days.ts'
import { countWeeks, mondayOf, weekOf } from './weeks.ts'

/** Kinds of periods, from the shortest to the longest. */
export const PERIOD_KINDS = ['week', 'half-month', 'month', 'quarter', 'half-year', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** How often a dataset comes; a file of an occasional dataset may be of any kind of period. */
export const FREQUENCIES = [...PERIOD_KINDS, 'occasional'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** How a period of each frequency is written, as messages say it. */
export const PERIOD_SHAPES: Record<Frequency, string> = {
  week: 'YYYY-W01 … YYYY-W53',
  'half-month': 'YYYY-MM-H1 | YYYY-MM-H2',
  month: 'YYYY-MM',
  quarter: 'YYYY-Q1 … YYYY-Q4',
  'half-year': 'YYYY-H1 | YYYY-H2',
  year: 'YYYY',
  occasional: 'YYYY | YYYY-H1 | YYYY-Q1 | YYYY-MM | YYYY-MM-H1 | YYYY-W01',
}

/** How many periods of a kind a year has; weeks are counted otherwise. */
const PER_YEAR: Record<Exclude<PeriodKind, 'week'>, number> = {
  'half-month': 24,
  month: 12,
  quarter: 4,
  'half-year': 2,
  year: 1,
}

/** True for a period as the files of this contract have it. */
export function isPeriod(period: string | null, { frequency }: { frequency: Frequency }): period is string {
  const parsed = period === null ? null : parsePeriod(period)
  return parsed !== null && (frequency === 'occasional' || parsed.kind === frequency)
}

/** What a period is: `2026-Q3` is the 3rd quarter of 2026, `2026-10-H1` its 19th half-month. */
export interface ParsedPeriod {
  kind: PeriodKind
  year: number
  /** Place within its year, from 1. */
  nth: number
}

const SHAPE = /^(\d{4})(?:-(?:W(\d{2})|Q([1-4])|H([12])|(0[1-9]|1[0-2])(?:-H([12]))?))?$/

/** Null where the text is no period; a week that its year has not is none. */
export function parsePeriod(text: string): ParsedPeriod | null {
  const match = SHAPE.exec(text)
  if (!match) return null
  const [, digits, week, quarter, halfYear, month, halfMonth] = match
  const year = Number(digits)
  if (week !== undefined) {
    const nth = Number(week)
    return nth >= 1 && nth <= countWeeks(year) ? { kind: 'week', year, nth } : null
  }
  if (quarter !== undefined) return { kind: 'quarter', year, nth: Number(quarter) }
  if (halfYear !== undefined) return { kind: 'half-year', year, nth: Number(halfYear) }
  if (halfMonth !== undefined) return { kind: 'half-month', year, nth: Number(month) * 2 - 2 + Number(halfMonth) }
  return month === undefined ? { kind: 'year', year, nth: 1 } : { kind: 'month', year, nth: Number(month) }
}

/** Kind of a period. Throws where the text is no period. */
export function kindOf(period: string): PeriodKind {
  return requireParsed(period).kind
}

/**
 * Where a period begins, in months counted from year 0: a whole number but for weeks and second halves of a month, which
 * begin within a month. Null where the text is no period.
 */
export function monthsOf(text: string): number | null {
  if (parsePeriod(text) === null) return null
  const [year, month, date] = partsOf(getFirstDay(text))
  return year * 12 + month - 1 + (date - 1) / countDaysInMonth(year, month)
}

/** First day of a period: `2026-Q3` → `2026-07-01`, `2026-10-H2` → `2026-10-16`, `2026-W40` → `2026-09-28`. Throws. */
export function getFirstDay(period: string): string {
  const { kind, year, nth } = requireParsed(period)
  if (kind === 'week') return mondayOf(year, nth)
  if (kind === 'half-month') return composeDay(year, Math.ceil(nth / 2), nth % 2 === 1 ? 1 : 16)
  return composeDay(year, ((nth - 1) * 12) / PER_YEAR[kind] + 1, 1)
}

/** Last day of a period: `2026-Q3` → `2026-09-30`, `2026-10-H1` → `2026-10-15`, `2026-W40` → `2026-10-04`. Throws. */
export function getLastDay(period: string): string {
  const { kind, year, nth } = requireParsed(period)
  if (kind === 'week') return addDays(mondayOf(year, nth), 6)
  if (kind === 'half-month' && nth % 2 === 1) return composeDay(year, Math.ceil(nth / 2), 15)
  const month = Math.ceil((nth * 12) / PER_YEAR[kind])
  return composeDay(year, month, countDaysInMonth(year, month))
}

/** The period before of the same kind: `2026-01` → `2025-12`, `2026-10-H1` → `2026-09-H2`, `2026-W01` → `2025-W52`. */
export function getPeriodBefore(period: string): string {
  return movePeriod(period, -1)
}

/** The next period of the same kind. */
export function getPeriodAfter(period: string): string {
  return movePeriod(period, 1)
}

/** The same period a year before: `2026-Q3` → `2025-Q3`; null for a week 53 that the year before has not. */
export function getYearBefore(period: string): string | null {
  const { kind, year, nth } = requireParsed(period)
  if (kind === 'week' && nth > countWeeks(year - 1)) return null
  return composePeriod({ kind, year: year - 1, nth })
}

/**
 * Below zero where a is the older: periods of any kinds in the order in which they end, and of those that end on one day the
 * longer before the shorter: `2026-09`, `2026-W40`, `2026`, `2026-Q4`, `2026-12`.
 */
export function comparePeriods(a: string, b: string): number {
  const [left, right] = [`${getLastDay(a)} ${getFirstDay(a)}`, `${getLastDay(b)} ${getFirstDay(b)}`]
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** The period of a kind that a day lies in. Throws where the date does not exist. */
export function periodOf(day: string, kind: PeriodKind): string {
  if (kind === 'week') {
    const { year, week } = weekOf(day)
    return composePeriod({ kind, year, nth: week })
  }
  if (toDayNumber(day) === null) throw new RangeError(`invalid date: ${day}`)
  const [year, month, date] = partsOf(day)
  if (kind === 'half-month') return composePeriod({ kind, year, nth: month * 2 - (date <= 15 ? 1 : 0) })
  return composePeriod({ kind, year, nth: Math.ceil((month * PER_YEAR[kind]) / 12) })
}

/**
 * A day, a moment or a period as a period of the other's kind: `2026-09-30` beside `2026-Q4` is `2026-Q3`. What reaches over
 * several of that kind, and what is no time at all, comes back as it is.
 */
export function formatLike(text: string, period: string): string {
  const { kind } = requireParsed(period)
  const day = text.slice(0, 10)
  if (toDayNumber(day) !== null) return periodOf(day, kind)
  if (parsePeriod(text) === null) return text
  const around = periodOf(getFirstDay(text), kind)
  return around === periodOf(getLastDay(text), kind) ? around : text
}

function movePeriod(period: string, count: number): string {
  const { kind, year, nth } = requireParsed(period)
  if (kind === 'week') return periodOf(addDays(mondayOf(year, nth), 7 * count), kind)
  const index = year * PER_YEAR[kind] + nth - 1 + count
  return composePeriod({ kind, year: Math.floor(index / PER_YEAR[kind]), nth: (index % PER_YEAR[kind]) + 1 })
}

function requireParsed(period: string): ParsedPeriod {
  const found = parsePeriod(period)
  if (found === null) throw new RangeError(`invalid period: ${period}`)
  return found
}

function composePeriod({ kind, year, nth }: ParsedPeriod): string {
  const digits = String(year).padStart(4, '0')
  if (kind === 'year') return digits
  if (kind === 'half-month') return `${digits}-${padTwo(Math.ceil(nth / 2))}-H${nth % 2 === 1 ? 1 : 2}`
  if (kind === 'month') return `${digits}-${padTwo(nth)}`
  if (kind === 'week') return `${digits}-W${padTwo(nth)}`
  return `${digits}-${kind === 'quarter' ? 'Q' : 'H'}${nth}`
}

function composeDay(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${padTwo(month)}-${padTwo(date)}`
}

function partsOf(day: string): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

function padTwo(value: number): string {
  return String(value).padStart(2, '0')
}
