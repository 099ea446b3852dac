/**
 * A number without the tail that binary fractions leave: 0.30000000000000004 is 0.3, 22.999999999999996 things are 23.
 * A long number that says something (89.42307692307692) is left as it is; so is a whole number, which has no tail.
 */
export function withoutNoise(text: string, value: number, isWhole: boolean): number {
  if (!text.includes('.')) return value
  if (isWhole && isNear(value, Math.round(value), Math.min(NEAR * Math.abs(value), NEAR_MAX))) return Math.round(value)
  if (significant(text) <= PRECISION) return value
  const short = Number(value.toPrecision(PRECISION))
  return significant(String(short)) <= SHORT_MAX && isNear(value, short, NOISE * Math.abs(value)) ? short : value
}

/** Digits that a double is sure to keep. */
const PRECISION = 15
/** A number of more digits than this was not written short before it was reckoned with. */
const SHORT_MAX = 12
/** The noise of a few steps, in parts of the number. */
const NOISE = 9e-16
/** How far from a whole number a count may stand after a long sum, in parts of it, and at most. */
const NEAR = 1e-9
const NEAR_MAX = 1e-6

function isNear(value: number, other: number, distance: number): boolean {
  return Math.abs(value - other) <= distance
}

/** How many digits of a written number count: not its leading zeros. */
function significant(text: string): number {
  return text.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '').length
}
