import type { Basis, Cell } from '../contracts/table.ts'
import { computeWilsonInterval } from '../tabulate/wilson.ts'
import { roundTo, subtract } from '../text/decimal.ts'

/**
 * The one rule for whether a difference may be spoken of: every sentence, title, caption and mark that says higher or
 * lower, rose or fell, most or least asks here. The page of methods prints its numbers.
 */
export const COMPARISON_LIMITS = {
  /** Replies of a sample, of which fewer are not compared; from so many on, two intervals must share no value. */
  repliesMin: 30,
  /** Cases of a rate of a complete count: below the first not compared, below the second only beyond the 95 % intervals. */
  casesMin: 30,
  casesEnough: 100,
  /** Smallest step of a percentage, in points. */
  pointsMin: 1,
  /** Cases of a median, and its smallest step in parts of the smaller value. */
  medianCasesMin: 100,
  medianStepMin: 0.1,
  /** The greater of two counts, and their smallest step in parts of the smaller. */
  countMin: 30,
  stepMin: 0.01,
} as const

/**
 * `up`, `down`: may be said. `same`: printed alike. `level`: too small a step. `chance`: intervals overlap. `few`: too few cases.
 * `unknown`: a value is missing, or only a bound of it is known.
 */
export type Step = 'up' | 'down' | 'same' | 'level' | 'chance' | 'few' | 'unknown'

/** What may be said of a value beside another. A value without a basis is taken as its source printed it, or is a target. */
export function compareCells(now: Cell | undefined, before: Cell | undefined): Step {
  const [value, other] = [now?.value ?? null, before?.value ?? null]
  if (!now || !before || value === null || other === null || isOneSided(now) || isOneSided(before)) return 'unknown'
  const hurdle = findHurdle(now, before)
  if (hurdle !== null) return hurdle
  return value > other ? 'up' : 'down'
}

/** True where a difference may be called one. */
export function mayCall(step: Step): step is 'up' | 'down' {
  return step === 'up' || step === 'down'
}

/** True where a value rests on too few cases to be compared with anything. */
export function isFew(cell: Cell): boolean {
  return cell.basis !== undefined && hasFew(cell.basis, cell.value ?? 0)
}

/** How many of the last steps may be called the same way, and which; 0 where the last step may not be called either. */
export function findRun(cells: readonly Cell[]): { direction: 'up' | 'down' | 'flat'; steps: number } {
  let direction: 'up' | 'down' | 'flat' = 'flat'
  let steps = 0
  for (let index = cells.length - 1; index > 0; index -= 1) {
    const way = compareCells(cells[index], cells[index - 1])
    if (!mayCall(way) || (steps > 0 && way !== direction)) break
    direction = way
    steps += 1
  }
  return { direction, steps }
}

/**
 * The items at one end, which may be called highest or lowest: clearly beyond every other. Several where their values are
 * equal; [] where no end can be stated, and where only one item has a value.
 */
export function findEnd<T extends { cell: Cell }>(items: readonly T[], end: 'high' | 'low'): T[] {
  const known = items.filter(({ cell }) => cell.value !== null)
  const sign = end === 'high' ? 1 : -1
  const [first] = known.toSorted((a, b) => sign * ((b.cell.value ?? 0) - (a.cell.value ?? 0)))
  if (!first || known.some(({ cell }) => cell.status === 'reported')) return []
  const isAlike = (item: T) => item.cell.value === first.cell.value
  const [ends, others] = [known.filter(isAlike), known.filter((item) => !isAlike(item))]
  const wanted = end === 'high' ? 'up' : 'down'
  const isClear = others.every(({ cell }) => compareCells(first.cell, cell) === wanted)
  return others.length > 0 && isClear ? ends : []
}

/** True where two values differ by more than chance would let values of this size differ: only then is a step appraised. */
export function isBeyondChance(a: Cell, b: Cell): boolean {
  if (!mayCall(compareCells(a, b))) return false
  const [x, y] = [a.value ?? 0, b.value ?? 0]
  const kind = a.basis?.kind
  // 1.96 standard deviations of the difference of two Poisson counts; small counts are not appraised at all.
  if (kind === 'count')
    return Math.min(x, y) >= COMPARISON_LIMITS.casesEnough && Math.abs(x - y) > 1.96 * Math.sqrt(x + y)
  return (kind === 'rate' || kind === 'sample') && arePartedBy(boundsOf(a), boundsOf(b))
}

/** Of a rate at the end of its scale a table about people says no more than ≥ or ≤. */
export function isOneSided({ status }: Cell): boolean {
  return status === 'at-least' || status === 'at-most'
}

/** Why two values may not be called different; null where they may. */
function findHurdle(a: Cell, b: Cell): Exclude<Step, 'up' | 'down' | 'unknown'> | null {
  if (a.basis?.kind === 'count' || b.basis?.kind === 'count') return findCountHurdle(a, b)
  if (isFew(a) || isFew(b)) return 'few'
  if (a.value === b.value) return 'same'
  const kinds = [a, b].map(({ basis }) => basis?.kind)
  if (kinds.includes('sample')) return arePartedBy(boundsOf(a), boundsOf(b)) ? null : 'chance'
  if (kinds.includes('rate')) return findRateHurdle(a, b)
  if (kinds.includes('quantile') && findPart(a, b) < COMPARISON_LIMITS.medianStepMin) return 'level'
  return null
}

function findCountHurdle(a: Cell, b: Cell): 'same' | 'level' | 'few' | null {
  const [x, y] = [a.value ?? 0, b.value ?? 0]
  const step = Math.max(...[a, b].map(({ basis }) => (basis?.kind === 'count' ? basis.step : 0)))
  if (x === y) return 'same'
  if (Math.max(x, y) < COMPARISON_LIMITS.countMin) return 'few'
  if (step > 0 && Math.abs(x - y) <= step) return 'level'
  return findPart(a, b) < COMPARISON_LIMITS.stepMin ? 'level' : null
}

function findRateHurdle(a: Cell, b: Cell): 'level' | 'chance' | null {
  const isSmall = [a, b].some(({ basis }) => basis?.kind === 'rate' && (basis.of ?? 0) < COMPARISON_LIMITS.casesEnough)
  if (isSmall && !arePartedBy(boundsOf(a), boundsOf(b))) return 'chance'
  const isPercent = [a, b].every(({ basis }) => basis?.kind !== 'rate' || basis.isPercent)
  // Values are compared as printed, to a tenth of a point.
  const points = subtract(roundTo(a.value ?? 0, 1), roundTo(b.value ?? 0, 1))
  const isSmallStep = isPercent
    ? Math.abs(points) < COMPARISON_LIMITS.pointsMin
    : findPart(a, b) < COMPARISON_LIMITS.stepMin
  return isSmallStep ? 'level' : null
}

function hasFew(basis: Basis, value: number): boolean {
  const { repliesMin, casesMin, medianCasesMin, countMin } = COMPARISON_LIMITS
  switch (basis.kind) {
    case 'count':
      return value < countMin
    case 'quantile':
      return (basis.of ?? 0) < medianCasesMin
    case 'sample':
      return (basis.of ?? 0) < repliesMin
    case 'rate':
      return (basis.of ?? 0) < casesMin
  }
}

/** A difference in parts of the smaller of two values. */
function findPart(a: Cell, b: Cell): number {
  const [x, y] = [a.value ?? 0, b.value ?? 0]
  const smaller = Math.min(Math.abs(x), Math.abs(y))
  return smaller === 0 ? Number.POSITIVE_INFINITY : Math.abs(x - y) / smaller
}

type Bounds = [low: number, high: number] | null

/** The 95 % interval: as published, or that of a percentage of a complete count; a value without a basis is exact. */
function boundsOf({ value, basis }: Cell): Bounds {
  if (value === null) return null
  if (!basis) return [value, value]
  if (basis.kind === 'sample') return basis.low === null || basis.high === null ? null : [basis.low, basis.high]
  if (basis.kind !== 'rate' || !basis.isPercent || !basis.of || value < 0 || value > 100) return null
  const hits = (value / 100) * basis.of
  const { low, high } = computeWilsonInterval({ hits, n: basis.of, times: 100, decimals: 1 })
  return [low, high]
}

/** True where two intervals share no value. */
function arePartedBy(a: Bounds, b: Bounds): boolean {
  return a !== null && b !== null && (a[0] > b[1] || b[0] > a[1])
}
