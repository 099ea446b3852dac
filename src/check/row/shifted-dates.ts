import { addDays } from '../../calendar/days.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Row } from '../../contracts/row.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Match } from '../header/match-headers.ts'
import { checkDateColumns, MINUTES_A_DAY, sampleMinutes } from './dates-of-column.ts'

/** Days between the two date systems of workbooks, which begin on 1 January 1900 and 1904. */
const SYSTEMS_APART = 1462
/** The fewest dates by which the usual dates are known. */
const ROWS_MIN = 6
/** Days by which a date may be outside the usual dates and still be their neighbour. */
const NEAR_DAYS = 31
/** Days over which the usual dates of a file spread: in a register of many years an old date is no wonder. */
const SPREAD_DAYS_MAX = 400
/** A shifted date lies this far before others of its column, or farther. */
export const SHIFTED_DAYS_MIN = SYSTEMS_APART - NEAR_DAYS - SPREAD_DAYS_MAX
/** Share of the rows that may be shifted. */
const SHARE_MAX = 0.2

/**
 * Dates that lie 1,462 days before their neighbours: a program that ignores a workbook's 1904 system writes them so. One
 * day alone proves nothing, so that a person is asked.
 */
export function findShiftedDates(rows: readonly Row[], of: { contract: Contract; match: Match }): Problem[] {
  return checkDateColumns(rows, of, {
    rule: 'date-shifted',
    find: (minutes) => ({ rows: findShiftedRows(minutes), expect: (day) => addDays(day, SYSTEMS_APART) }),
  })
}

/** Rows of a column whose dates alone lie that far before all others. `minutes` of each row since 1970, NaN for a blank. */
export function findShiftedRows(minutes: Float64Array): number[] {
  const span = minutes.length < ROWS_MIN ? null : findUsualSpan(minutes)
  if (!span) return []
  const [from, to] = [span.from - SYSTEMS_APART - NEAR_DAYS, span.to - SYSTEMS_APART + NEAR_DAYS]
  // A column whose dates reach back that far has no such gap.
  if (to >= span.from || span.from + SPREAD_DAYS_MAX < span.to) return []
  const least = (span.from - 2 * NEAR_DAYS) * MINUTES_A_DAY
  const early: number[] = []
  for (let row = 0; row < minutes.length; row += 1) {
    const minute = minutes[row] ?? Number.NaN
    if (!(minute < least)) continue
    const day = Math.floor(minute / MINUTES_A_DAY)
    early.push(row)
    // Old dates of other days, or many, show that the column reaches back that far.
    if (day < from || day > to || early.length > minutes.length * SHARE_MAX) return []
  }
  return early
}

/** Days since 1970 between which most dates of a column lie, the outer fifths left out. */
function findUsualSpan(minutes: Float64Array): { from: number; to: number } | null {
  const days = sampleMinutes(minutes).map((minute) => Math.floor(minute / MINUTES_A_DAY))
  if (days.length < ROWS_MIN) return null
  const edge = Math.ceil(days.length / 5)
  const [from, to] = [days[edge], days[days.length - 1 - edge]]
  return from === undefined || to === undefined ? null : { from, to }
}
