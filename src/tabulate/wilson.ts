import { roundTo } from '../text/decimal.ts'

/** Two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054

/**
 * Wilson score interval of `hits` of `n`, times `times` (100 for %), rounded half up.
 * Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209–212. `n` is above zero.
 */
export function computeWilsonInterval(of: { hits: number; n: number; times: number; decimals: number }): {
  low: number
  high: number
} {
  const { hits, n, times, decimals } = of
  const share = hits / n
  const centre = share + (Z * Z) / (2 * n)
  const margin = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  const scale = 1 + (Z * Z) / n
  // At the ends the bound is exactly 0 or 1; floating point would leave a trace of another digit.
  const low = hits === 0 ? 0 : (centre - margin) / scale
  const high = hits === n ? 1 : (centre + margin) / scale
  // The bounds between are irrational, so there is no exact half to mind.
  return { low: roundTo(low * times, decimals), high: roundTo(high * times, decimals) }
}
