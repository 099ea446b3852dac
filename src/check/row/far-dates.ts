import { formatMinute } from '../../calendar/days.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Row } from '../../contracts/row.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Match } from '../header/match-headers.ts'
import { checkDateColumns, dayOfTime, MINUTES_A_DAY, sampleMinutes } from './dates-of-column.ts'

/** The fewest rows that make any day usual. */
const ROWS_MIN = 20
/** How far from the usual days a day is far: in days, and in times the days over which they spread. */
export const FAR_DAYS = 3 * 366
const FAR_SPREADS = 2
/** With more of them the column reaches back that far: rows, and their share. */
const FAR_MAX = 10
const FAR_SHARE_MAX = 0.01

/**
 * Single days that lie years away from all others of their column: a year of the last century, two digits turned, ten years off.
 * They may be true, so that a person is asked.
 */
export function findFarDates(rows: readonly Row[], of: { contract: Contract; match: Match }): Problem[] {
  return checkDateColumns(rows, of, {
    rule: 'date-far',
    find: (minutes) => {
      const { far, first, last } = findFarRows(minutes)
      const [from, to] = [first, last].map((minute) => dayOfTime(formatMinute(minute)))
      return { rows: far, expect: () => `${from}–${to}` }
    },
  })
}

/** Rows of a column whose days lie far from all others, and between which days nearly all lie. `minutes` of each row since 1970, NaN for a blank. */
export function findFarRows(minutes: Float64Array): { far: number[]; first: number; last: number } {
  const none = { far: [], first: 0, last: 0 }
  const usual = minutes.length < ROWS_MIN ? null : findUsualMinutes(minutes)
  if (!usual) return none
  const { first, last } = usual
  const distance = Math.max(FAR_DAYS * MINUTES_A_DAY, (last - first) * FAR_SPREADS)
  const [from, to] = [first - distance, last + distance]
  const most = Math.max(1, Math.min(FAR_MAX, minutes.length * FAR_SHARE_MAX))
  const far: number[] = []
  for (let row = 0; row < minutes.length; row += 1) {
    const minute = minutes[row] ?? Number.NaN
    // A blank is neither.
    if (minute < from || minute > to) far.push(row)
    if (far.length > most) return none
  }
  return { far, first, last }
}

/** The minutes between which nearly all lie. */
function findUsualMinutes(minutes: Float64Array): { first: number; last: number } | null {
  const seen = sampleMinutes(minutes)
  if (seen.length < ROWS_MIN) return null
  const edge = Math.max(1, Math.floor(seen.length / 20))
  const [first, last] = [seen[edge], seen[seen.length - 1 - edge]]
  return first === undefined || last === undefined ? null : { first, last }
}
