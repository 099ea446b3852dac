import { roundRatio } from '../text/decimal.ts'

/** Quantiles are asked in thousandths (0.5, 0.9, 0.975), so that positions are whole numbers. */
const PARTS = 1000
const MINUTES = { hours: 60, days: 24 * 60 } as const

/**
 * Exact quantile of whole minutes, type 7 (linear between neighbours: R's and Excel's default), in hours or days.
 * Reorders `minutes`. At least one value is there.
 */
export function quantileOf(
  minutes: Float64Array,
  of: { quantile: number; in: keyof typeof MINUTES; decimals: number },
): number {
  const position = (minutes.length - 1) * Math.round(of.quantile * PARTS)
  const rest = position % PARTS
  const index = (position - rest) / PARTS
  const below = select(minutes, index)
  // What comes after the selected value is not less than it: its least is the next in order.
  let above = Number.POSITIVE_INFINITY
  for (let at = index + 1; at < minutes.length; at += 1) above = Math.min(above, minutes[at] ?? above)
  if (index + 1 >= minutes.length) above = below
  const numerator = below * PARTS + rest * (above - below)
  return roundRatio({ numerator, denominator: PARTS * MINUTES[of.in], times: 1, decimals: of.decimals })
}

/**
 * The value that would be at the index if the values were sorted (Hoare's selection). Mutates: what lies before it is not
 * greater, what lies behind it not less.
 */
function select(values: Float64Array, index: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const pivot = medianOfThree(values[low] ?? 0, values[(low + high) >> 1] ?? 0, values[high] ?? 0)
    let [left, right] = [low, high]
    while (left <= right) {
      while ((values[left] ?? pivot) < pivot) left += 1
      while ((values[right] ?? pivot) > pivot) right -= 1
      if (left > right) break
      const moved = values[left] ?? 0
      values[left] = values[right] ?? 0
      values[right] = moved
      left += 1
      right -= 1
    }
    if (index <= right) high = right
    else if (index >= left) low = left
    else break
  }
  return values[index] ?? 0
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
