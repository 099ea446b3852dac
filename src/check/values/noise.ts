/**
 * A number without the tail that binary fractions leave: 0.30000000000000004 is 0.3, 22.999999999999996 things are 23.
 * A long number with meaning (89.42307692307692) is left as it is; so is a whole number, which has no tail.
 */
export function roundOffNoise(text: string, value: number, isWhole: boolean): number {
  if (!text.includes('.')) return value
  if (isWhole && isNear(value, Math.round(value), Math.min(NEAR * Math.abs(value), NEAR_MAX))) return Math.round(value)
  if (countSignificant(text) <= PRECISION) return value
  const short = Number(value.toPrecision(PRECISION))
  return countSignificant(String(short)) <= SHORT_MAX && isNear(value, short, NOISE * Math.abs(value)) ? short : value
}

/** Digits that a double is sure to keep. */
const PRECISION = 15
/** A number of more digits than this was not a short number before the calculation. */
const SHORT_MAX = 12
/** Relative error of a few calculation steps. */
const NOISE = 9e-16
/** How far a count may be from a whole number after a long sum: relative, and absolute at most. */
const NEAR = 1e-9
const NEAR_MAX = 1e-6

function isNear(value: number, other: number, distance: number): boolean {
  return Math.abs(value - other) <= distance
}

/** How many digits of a written number count: not its leading zeros. */
function countSignificant(text: string): number {
  return text.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '').length
}
