import { addDays } from '../../calendar/days.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Row, Value } from '../../contracts/row.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Match } from '../header/match-headers.ts'

/** Days between the two date systems of workbooks, which begin on 1 January 1900 and 1904. */
const SYSTEMS_APART = 1462
/** Rows by which the usual dates of a column are known. */
const ROWS_LOOKED_AT = 400
const ROWS_MIN = 6
/** Days by which a date may lie outside the usual ones and still be a neighbour of theirs. */
const NEAR_DAYS = 31
/** Days over which the usual dates of a file spread: in a register of many years an old date is no wonder. */
const SPREAD_DAYS_MAX = 400
/** Share of the rows that may be shifted. */
const SHARE_MAX = 0.2

/**
 * Dates that lie 1,462 days before their neighbours: a program that ignores a workbook's 1904 system writes them so. One
 * day alone proves nothing, so that a person is asked.
 */
export function findShiftedDates(
  rows: readonly Row[],
  { contract, match }: { contract: Contract; match: Match },
): Problem[] {
  if (rows.length < ROWS_MIN) return []
  const dates = match.bindings.filter(({ id }) => ['date', 'datetime'].includes(contract.columns[id]?.type.kind ?? ''))
  return dates.flatMap(({ id, index, header }) => {
    const span = usualSpan(rows, id)
    if (!span) return []
    const [from, to] = [addDays(span.from, -SYSTEMS_APART - NEAR_DAYS), addDays(span.to, -SYSTEMS_APART + NEAR_DAYS)]
    // A column whose dates reach back that far has no such gap.
    if (to >= span.from || addDays(span.from, SPREAD_DAYS_MAX) < span.to) return []
    const least = addDays(span.from, -2 * NEAR_DAYS)
    const early = rows.filter(({ values }) => (values[id] ?? LAST) < least)
    const isShifted = ({ values }: Row) => dayOf(values[id]) >= from && dayOf(values[id]) <= to
    // Old dates of other days, or many, show that the column reaches back that far.
    if (early.length > rows.length * SHARE_MAX || !early.every(isShifted)) return []
    return early.map(({ values, file, sheet, row }) => {
      const at = { dataset: contract.id, file, sheet, row, column: index + 1, columnName: header }
      const params = { key: contract.key.map((key) => String(values[key] ?? '')).join(' ') }
      const day = dayOf(values[id])
      return createProblem('date-shifted', at, { found: day, expected: addDays(day, SYSTEMS_APART), params })
    })
  })
}

const DAY_LENGTH = 'YYYY-MM-DD'.length

/** Blanks lie after all days. */
const LAST = '9999'

/** The day of a date or a time. */
function dayOf(value: Value | undefined): string {
  return typeof value === 'string' ? value.slice(0, DAY_LENGTH) : LAST
}

/** Days between which most dates of a column lie, the outer tenths left out. */
function usualSpan(rows: readonly Row[], id: string): { from: string; to: string } | null {
  const step = Math.max(1, Math.floor(rows.length / ROWS_LOOKED_AT))
  const days: string[] = []
  for (let index = 0; index < rows.length; index += step) {
    const value = rows[index]?.values[id]
    if (typeof value === 'string') days.push(value.slice(0, DAY_LENGTH))
  }
  if (days.length < ROWS_MIN) return null
  days.sort()
  const edge = Math.ceil(days.length / 5)
  const [from, to] = [days[edge], days[days.length - 1 - edge]]
  return from === undefined || to === undefined ? null : { from, to }
}
