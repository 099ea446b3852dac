import { roundRatio } from '../text/decimal.ts'

/** Quantiles are asked in thousandths (0.5, 0.9, 0.975), so that positions are whole numbers. */
const PARTS = 1000
const MINUTES = { hours: 60, days: 24 * 60 } as const

/**
 * Exact quantile of whole minutes, type 7 (linear between neighbours: R's and Excel's default), in hours or days.
 * Sorts `minutes` in place. At least one value is there.
 */
export function quantileOf(
  minutes: number[],
  of: { quantile: number; in: keyof typeof MINUTES; decimals: number },
): number {
  minutes.sort((a, b) => a - b)
  const position = (minutes.length - 1) * Math.round(of.quantile * PARTS)
  const rest = position % PARTS
  const index = (position - rest) / PARTS
  const below = minutes[index] ?? 0
  const above = minutes[index + 1] ?? below
  const numerator = below * PARTS + rest * (above - below)
  return roundRatio({ numerator, denominator: PARTS * MINUTES[of.in], times: 1, decimals: of.decimals })
}
