import { readChineseNumber } from '../calendar/chinese-date.ts'
import { toDayNumber } from '../calendar/days.ts'
import { type Frequency, isPeriod, PERIOD_KINDS, type PeriodKind, periodOf } from '../calendar/period.ts'
import { matchHeaders } from '../check/header/match-headers.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Sheet } from '../read/sheet.ts'

/** The period that a file belongs to by its name, else by what most of its rows say; null where neither states a period. */
export function guessPeriod(contract: Contract, sheet: Sheet): string | null {
  return periodOfName(sheet.file, contract.frequency) ?? periodOfData(contract, sheet)
}

/**
 * `案件2026年10月.xlsx`, `cases_202610.csv` → `2026-10`; `2026Q3`, `2026年三季度` → `2026-Q3`; `2026年` → `2026`; `2026W40`,
 * `2026年第40周` → `2026-W40`; `2026年10月上半月` → `2026-10-H1`; `2026年上半年` → `2026-H1`.
 */
export function periodOfName(file: string, frequency: Frequency): string | null {
  const name = file.replace(/^.*\//, '').normalize('NFKC')
  const kinds = frequency === 'occasional' ? PERIOD_KINDS : [frequency]
  // From the shortest kind to the longest: 2026年10月 names a year too.
  for (const kind of kinds) {
    const period = FINDERS[kind](name)
    if (isPeriod(period, { frequency })) return period
  }
  return null
}

/**
 * The period that a clerk typed: `2026年10月`, `2026.10`, `202610` → `2026-10`. Null where it is none of this frequency:
 * a day, a 13th month, a month of a yearly dataset.
 */
export function parseTypedPeriod(text: string, { frequency }: Pick<Contract, 'frequency'>): string | null {
  // 2026/9 is a month where it is the whole text; in the name of a file it might be anything.
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/(?<=^\d{4}\s*[-_./年]\s*)(?=\d\s*(?:月份?)?$)/, '0')
  const read = PERIOD_KINDS.map((kind) => (WHOLE[kind].test(typed) ? FINDERS[kind](typed) : null))
  return read.find((candidate) => isPeriod(candidate, { frequency })) ?? null
}

/** What a period of each kind looks like as a whole text. */
const WHOLE: Record<PeriodKind, RegExp> = {
  week: /^\d{4}\s*[-_年]?\s*(?:W\d{1,2}|第?[\d一二三四五六七八九十]{1,3}周)$/i,
  'half-month': /^\d{4}\s*[-_./年]?\s*\d{1,2}\s*月?份?\s*[-_]?\s*(?:H[12]|[上下]半月)$/i,
  month: /^\d{4}(?:\s*[-_./年]\s*(?:1[0-2]|0?[1-9])|(?:1[0-2]|0[1-9]))\s*月?份?$/,
  quarter: /^\d{4}\s*[-_年]?\s*(?:Q[1-4]|第?[一二三四1-4]季度?)$/i,
  'half-year': /^\d{4}\s*[-_年]?\s*(?:H[12]|[上下]半年)$/i,
  year: /^\d{4}年?度?$/,
}

const FINDERS: Record<PeriodKind, (text: string) => string | null> = {
  week: findWeek,
  'half-month': findHalfMonth,
  month: findMonth,
  quarter: findQuarter,
  'half-year': findHalfYear,
  year: findYear,
}

function findWeek(text: string): string | null {
  const match =
    /(?<!\d)((?:19|20)\d{2})\s*[-_.年]?\s*(?:W(\d{1,2})(?!\d)|第?\s*(?:(\d{1,2})|([一二三四五六七八九十]{1,3}))\s*周)/i.exec(
      text,
    )
  if (!match) return null
  const number = match[2] ?? match[3] ?? String(readChineseNumber(match[4] ?? ''))
  return `${match[1]}-W${number.padStart(2, '0')}`
}

function findHalfMonth(text: string): string | null {
  const match =
    /(?<!\d)((?:19|20)\d{2})\s*[-_./年]?\s*(1[0-2]|0[1-9]|[1-9](?=\s*月))\s*月?份?\s*[-_]?\s*(?:H([12])|([上下])半月)/i.exec(
      text,
    )
  if (!match) return null
  return `${match[1]}-${match[2]?.padStart(2, '0')}-H${match[3] ?? (match[4] === '上' ? 1 : 2)}`
}

function findMonth(text: string): string | null {
  const match = /(?<!\d)((?:19|20)\d{2})\s*[-_./年]?\s*(1[0-2]|0[1-9]|[1-9](?=月))(?!\d)/.exec(text)
  return match ? `${match[1]}-${match[2]?.padStart(2, '0')}` : null
}

function findQuarter(text: string): string | null {
  const match = /(?<!\d)((?:19|20)\d{2})\s*[-_年]?\s*(?:Q([1-4])|第?([一二三四1-4])季度?)/i.exec(text)
  if (!match) return null
  const quarter = match[2] ?? match[3] ?? ''
  const number = '一二三四'.indexOf(quarter) + 1 || quarter
  return `${match[1]}-Q${number}`
}

function findHalfYear(text: string): string | null {
  const match = /(?<!\d)((?:19|20)\d{2})\s*[-_年]?\s*(?:H([12])(?!\d)|([上下])半年)/i.exec(text)
  return match ? `${match[1]}-H${match[2] ?? (match[3] === '上' ? 1 : 2)}` : null
}

function findYear(text: string): string | null {
  return /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1] ?? null
}

/** Rows that are looked at; a file of one period shows it early. */
export const ROWS_LOOKED_AT = 2_000

/**
 * The period that most cells of the column that dates a row lie in. A date that no rule ties to the period (the day a
 * permit was issued) counts only where more than half of the rows agree.
 */
function periodOfData(contract: Contract, sheet: Sheet): string | null {
  const { tied, dates } = findDatingColumns(contract)
  const column = tied[0] ?? dates[0]
  const binding = matchHeaders(contract, sheet).bindings.find((binding) => binding.id === column)
  if (!binding) return null
  const rows = sheet.rows.slice(0, ROWS_LOOKED_AT)
  const counts = new Map<string, number>()
  for (const { cells } of rows) {
    const period = periodOfDate(cells[binding.index] ?? '', contract.frequency)
    if (period !== null) counts.set(period, (counts.get(period) ?? 0) + 1)
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a)
  const needed = tied.length > 0 ? 0 : rows.length / 2
  return best && best[1] > needed ? best[0] : null
}

/**
 * Columns that tie a row to its period: equal to it, or the last of those that must touch it. Beside them, all dates.
 */
function findDatingColumns(contract: Contract): { tied: string[]; dates: string[] } {
  const rules = contract.rules ?? []
  const exact = rules.flatMap((rule) => (rule.kind === 'is-period' ? [rule.column] : []))
  const touching = rules.flatMap((rule) => (rule.kind === 'belongs-to-period' ? [...rule.columns].reverse() : []))
  const kinds = ['month', 'datetime', 'date', ...(contract.frequency === 'year' ? ['year'] : [])]
  const dates = Object.entries(contract.columns).filter(([, column]) => kinds.includes(column.type.kind))
  return { tied: [...exact, ...touching], dates: dates.map(([id]) => id) }
}

function periodOfDate(text: string, frequency: Frequency): string | null {
  const match = /^\s*((?:19|20)\d{2})(?:\s*[-/.年]?\s*(\d{1,2})(?:\s*[-/.月]?\s*(\d{1,2}))?)?/.exec(
    text.normalize('NFKC'),
  )
  if (!match) return null
  const [, year = '', month, date] = match
  if (frequency === 'year') return year
  const kind = frequency === 'occasional' ? 'month' : frequency
  const isShort = kind === 'week' || kind === 'half-month'
  if (month === undefined || (isShort && date === undefined)) return null
  const day = `${year}-${month.padStart(2, '0')}-${isShort ? date?.padStart(2, '0') : '01'}`
  return toDayNumber(day) === null ? null : periodOf(day, kind)
}
