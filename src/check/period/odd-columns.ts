import { sum } from '../../text/sum.ts'

/** One column of two files: the counts of the records that both have, in one order. */
export interface Pair {
  index: number
  now: number[]
  before: number[]
  keys: string[]
}

/** Different counts that a column had, by which one number in each row is no chance; and the least of the greatest of them. */
const DIFFERENT_MIN = 3
const GREATEST_MIN = 100
const FLAT_GREATEST_MIN = 10

/** One number in every row where the numbers differed before: a cell that was dragged down over the column. */
export function isFlattened({ now, before }: Pair): boolean {
  return new Set(now).size === 1 && new Set(before).size >= DIFFERENT_MIN && Math.max(...before) >= FLAT_GREATEST_MIN
}

/** Two columns of the same counts in every row, that had different counts before: one was pasted over the other. */
export function findCopies(pairs: readonly Pair[]): { pair: Pair; other: Pair }[] {
  const seen = new Map<string, Pair>()
  return pairs.flatMap((pair) => {
    const counts = pair.now.join(' ')
    const other = seen.get(counts)
    seen.set(counts, pair)
    if (!other || Math.max(...pair.now) < GREATEST_MIN || pair.before.join(' ') === other.before.join(' ')) return []
    return [{ pair, other }]
  })
}

/** A column is in another order, or another column, where that explains all but this part of the change. */
export const LEFT_MAX = 0.25
/** The same where each count is compared with its neighbour's, which chance hardly explains. */
const SHIFT_CHANGE_MIN = 0.04

/** How far two rows of counts differ, as a share of the sum of the second. */
export function changeOf(now: readonly number[], before: readonly number[]): number {
  const whole = sum(before.map(Math.abs))
  return whole === 0 ? 0 : sum(now.map((value, index) => Math.abs(value - (before[index] ?? 0)))) / whole
}

/** The counts are those of the row above or below: cells of one column were moved. */
export function isShifted({ now, before }: Pair): boolean {
  const change = changeOf(now, before)
  if (change < SHIFT_CHANGE_MIN) return false
  const up = changeOfShares(now.slice(1), before.slice(0, -1))
  const down = changeOfShares(now.slice(0, -1), before.slice(1))
  return Math.min(up, down) <= changeOfShares(now, before) * LEFT_MAX
}

/** The same of their parts in their sums: growth that all have together is none. */
function changeOfShares(now: readonly number[], before: readonly number[]): number {
  const times = sum(before) === 0 ? 1 : sum(now) / sum(before)
  return changeOf(
    now,
    before.map((count) => count * times),
  )
}

/** The counts are in the order of their size, which they were not: that alone is no chance in so many rows. */
export function isSorted({ now, before }: Pair): boolean {
  if (now.length < SORTED_MIN || !isOrdered(now) || isOrdered(before)) return false
  const change = changeOfShares(now, before)
  return change >= SHIFT_CHANGE_MIN && changeOfShares(sortCounts(now), sortCounts(before)) <= change * SORTED_LEFT_MAX
}

const SORTED_MIN = 7
const SORTED_LEFT_MAX = 0.6

function isOrdered(counts: readonly number[]): boolean {
  const isUp = (count: number, index: number) => index === 0 || count >= (counts[index - 1] ?? 0)
  const isDown = (count: number, index: number) => index === 0 || count <= (counts[index - 1] ?? 0)
  return counts.every(isUp) || counts.every(isDown)
}

function sortCounts(counts: readonly number[]): number[] {
  return [...counts].sort((a, b) => a - b)
}

export function isResorted({ now, before }: Pair): boolean {
  return changeOf(sortCounts(now), sortCounts(before)) <= changeOf(now, before) * LEFT_MAX
}
