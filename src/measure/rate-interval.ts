import type { Measure, TableSpec } from '../contracts/contract.ts'
import type { Cell } from '../contracts/table.ts'
import type { PublishedRow } from '../store/published-tables.ts'
import { computeWilsonInterval } from '../tabulate/wilson.ts'
import { COMPARISON_LIMITS } from './compare.ts'

/** A rate with the 95 % interval around it, and how many it is a rate of. */
export interface RateInterval {
  low: Cell
  high: Cell
  n: Cell
}

/**
 * The published bounds of a percentage, or the Wilson interval of its published numerator and denominator. Null for
 * whatever is no share of a whole: a count, a ratio of two things, a rate that is not in %.
 */
export function findRateInterval(spec: TableSpec, row: PublishedRow, id: string): RateInterval | null {
  const measure = spec.measures[id]
  if (!measure || !('rate' in measure) || measure.rate.times !== 100) return null
  const [hits, n] = [row.cells[measure.rate.numerator], row.cells[measure.rate.denominator]]
  if (!n || n.value === null || n.value <= 0) return null
  const [low, high] = (['low', 'high'] as const).map((bound) => row.cells[findBoundMeasure(spec, id, bound) ?? ''])
  if (low && high) return { low, high, n }
  if (!hits || hits.value === null || hits.value < 0 || hits.value > n.value) return null
  const decimals = measure.decimals ?? 0
  const bounds = computeWilsonInterval({ hits: hits.value, n: n.value, times: 100, decimals })
  return { low: { value: bounds.low, status: n.status }, high: { value: bounds.high, status: n.status }, n }
}

/**
 * The interval that a reader is shown: that of a sample, or of so few cases that the rule of comparison asks for it. The rate
 * of a larger complete count is exact.
 */
export function findShownInterval(spec: TableSpec, row: PublishedRow, id: string): RateInterval | null {
  const interval = findRateInterval(spec, row, id)
  const isShown = isOfSample(spec, id) || (interval?.n.value ?? 0) < COMPARISON_LIMITS.casesEnough
  return isShown ? interval : null
}

/** True of a rate of a sample: the table publishes its bounds, or those of another rate of the same whole. */
export function isOfSample(spec: TableSpec, id: string): boolean {
  const measure = spec.measures[id]
  if (!measure || !('rate' in measure)) return false
  const { denominator } = measure.rate
  return Object.entries(spec.measures).some(
    ([other, own]) => 'rate' in own && own.rate.denominator === denominator && hasPublishedBounds(spec, other),
  )
}

/** True where a table publishes bounds of this rate. */
export function hasPublishedBounds(spec: TableSpec, id: string): boolean {
  return findBoundMeasure(spec, id, 'low') !== undefined
}

/** The measure that is a bound of the interval of a rate. */
function findBoundMeasure({ measures }: TableSpec, id: string, bound: 'low' | 'high'): string | undefined {
  const isBound = (measure: Measure) =>
    'wilson' in measure && measure.wilson.rate === id && measure.wilson.bound === bound
  return Object.keys(measures).find((other) => measures[other] && isBound(measures[other]))
}
