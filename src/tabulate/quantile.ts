import { roundRatio } from '../text/decimal.ts'
import { PLAIN, type Vectors } from '../vectors/vectors.ts'

/** Quantiles are asked in thousandths (0.5, 0.9, 0.975), so that positions are whole numbers. */
export const QUANTILE_PARTS = 1000
export const MINUTES_IN = { hours: 60, days: 24 * 60 } as const

/**
 * Exact quantile of whole minutes, type 7 (linear between neighbours: R's and Excel's default), in hours or days.
 * Reorders `minutes`. At least one value is there.
 */
export function quantileOf(
  minutes: Float64Array,
  of: { quantile: number; in: keyof typeof MINUTES_IN; decimals: number },
  vectors: Vectors = PLAIN,
): number {
  const position = (minutes.length - 1) * Math.round(of.quantile * QUANTILE_PARTS)
  const rest = position % QUANTILE_PARTS
  const index = (position - rest) / QUANTILE_PARTS
  const below = vectors.select(minutes, minutes.length, index)
  // What comes after the selected value is not less than it: its least is the next in order.
  const above = index + 1 < minutes.length ? vectors.findLeast(minutes, index + 1, minutes.length) : below
  const numerator = below * QUANTILE_PARTS + rest * (above - below)
  return roundRatio({ numerator, denominator: QUANTILE_PARTS * MINUTES_IN[of.in], times: 1, decimals: of.decimals })
}
