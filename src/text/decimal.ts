/** How many units of the sixth decimal make one: sums of decimal numbers are kept as whole numbers of these. */
const MICRO = 1_000_000

/**
 * numerator ÷ denominator × times, rounded half up to `decimals` and never through an inexact quotient:
 * `roundedRatio({ numerator: 930, denominator: 1040, times: 100, decimals: 1 })` is 89.4.
 * The denominator is above zero; operands have at most six decimals.
 */
export function roundedRatio(of: { numerator: number; denominator: number; times: number; decimals: number }): number {
  const power = 10 ** of.decimals
  const [numerator, denominator] =
    Number.isInteger(of.numerator) && Number.isInteger(of.denominator)
      ? [of.numerator, of.denominator]
      : [toMicro(of.numerator), toMicro(of.denominator)]
  const top = numerator * of.times * power * 2 + denominator
  const exact = Number.isInteger(of.times) && Number.isSafeInteger(top)
  const units = exact ? floorDivide(top, denominator * 2) : bigUnits(numerator, denominator, of)
  return units / power
}

/** A sum without the drift of binary fractions: 0.1 + 0.2 is 0.3. Six decimals are kept. */
export class ExactSum {
  #whole = 0
  #micro = 0

  add(value: number): void {
    if (Number.isInteger(value)) this.#whole += value
    else this.#micro += toMicro(value)
  }

  get value(): number {
    return this.#micro === 0 ? this.#whole : (this.#whole * MICRO + this.#micro) / MICRO
  }
}

function toMicro(value: number): number {
  return Math.round(value * MICRO)
}

function floorDivide(a: number, b: number): number {
  const rest = a % b
  return (a - rest) / b - (rest < 0 ? 1 : 0)
}

function bigUnits(numerator: number, denominator: number, of: { times: number; decimals: number }): number {
  const scale = BigInt(MICRO)
  const top = BigInt(numerator) * BigInt(toMicro(of.times)) * 10n ** BigInt(of.decimals) * 2n
  const bottom = BigInt(denominator) * scale * 2n
  const sum = top + BigInt(denominator) * scale
  const quotient = sum / bottom
  return Number(sum % bottom < 0n ? quotient - 1n : quotient)
}
