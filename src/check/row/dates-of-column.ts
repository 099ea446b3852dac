import { minutesOf } from '../../calendar/days.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Row } from '../../contracts/row.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Match } from '../header/match-headers.ts'

export const MINUTES_A_DAY = 24 * 60
const DAY_LENGTH = 'YYYY-MM-DD'.length

/** The day of a date or a time of day, `YYYY-MM-DD`. */
export function dayOfTime(time: string): string {
  return time.slice(0, DAY_LENGTH)
}

interface FoundDays {
  rule: 'date-far' | 'date-shifted'
  /** Rows of a column that are to be reported, and what is expected there, given the day found. `minutes` since 1970, NaN for a blank. */
  find(minutes: Float64Array): { rows: readonly number[]; expect(day: string): string }
}

/** A problem for each row that is found in a column of dates or times. */
export function checkDateColumns(
  rows: readonly Row[],
  { contract, match }: { contract: Contract; match: Match },
  { rule, find }: FoundDays,
): Problem[] {
  const dates = match.bindings.filter(({ id }) => ['date', 'datetime'].includes(contract.columns[id]?.type.kind ?? ''))
  return dates.flatMap(({ id, index, header }) => {
    const minutes = Float64Array.from(rows, ({ values }) => {
      const value = values[id]
      return typeof value === 'string' ? minutesOf(value) : Number.NaN
    })
    const found = find(minutes)
    return found.rows.flatMap((at) => {
      const row = rows[at]
      if (!row) return []
      const { values, file, sheet, row: line } = row
      const where = { dataset: contract.id, file, sheet, row: line, column: index + 1, columnName: header }
      const params = { key: contract.key.map((key) => String(values[key] ?? '')).join(' ') }
      const day = dayOfTime(String(values[id] ?? ''))
      return [createProblem(rule, where, { found: day, expected: found.expect(day), params })]
    })
  })
}

/** Rows by which the usual days of a column are known. */
const ROWS_LOOKED_AT = 400

/** Minutes of evenly spaced rows, ascending, blanks left out. */
export function sampleMinutes(minutes: Float64Array): Float64Array {
  const step = Math.max(1, Math.floor(minutes.length / ROWS_LOOKED_AT))
  const seen: number[] = []
  for (let row = 0; row < minutes.length; row += step) {
    const minute = minutes[row] ?? Number.NaN
    if (!Number.isNaN(minute)) seen.push(minute)
  }
  return Float64Array.from(seen).sort()
}
