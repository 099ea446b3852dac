/** How many units of the sixth decimal make one: sums of decimal numbers are kept as whole numbers of these. */
const MICRO = 1_000_000

/** Figures that a number is known by: what is beyond them is left by binary fractions. */
const FIGURES = 12
/** The same in parts of a number: two numbers that differ by no more are equal. */
const NOISE = 1e-12
/** Figures of a decimal number that a double always keeps. */
const SURE_FIGURES = 15

/**
 * numerator ÷ denominator × times, rounded half up to `decimals` and never through an inexact quotient:
 * `roundedRatio({ numerator: 930, denominator: 1040, times: 100, decimals: 1 })` is 89.4.
 * The denominator is above zero; operands have at most six decimals.
 */
export function roundRatio(of: { numerator: number; denominator: number; times: number; decimals: number }): number {
  const power = 10 ** of.decimals
  const [numerator, denominator] =
    Number.isInteger(of.numerator) && Number.isInteger(of.denominator)
      ? [of.numerator, of.denominator]
      : [toMicro(of.numerator), toMicro(of.denominator)]
  const top = numerator * of.times * power * 2 + denominator
  const exact = Number.isInteger(of.times) && Number.isSafeInteger(top)
  const units = exact ? divideFloor(top, denominator * 2) : countBigUnits(numerator, denominator, of)
  return units / power
}

/**
 * A number that is already a quotient or a difference, rounded half away from zero, so that a rise and a fall of one size
 * read alike. 1.005, which is stored as 1.00499…, is 1.01.
 */
export function roundTo(value: number, decimals: number): number {
  const units = Math.round(moveComma(Math.abs(tidy(value)), decimals))
  return units === 0 ? 0 : Math.sign(value) * moveComma(units, -decimals)
}

/** A number without the tail of binary fractions. */
export function tidy(value: number): number {
  return Number(value.toPrecision(FIGURES))
}

/** a − b without that tail. */
export function subtract(a: number, b: number): number {
  return tidy(a - b)
}

/** Equal but for what binary fractions leave. */
export function isEqual(a: number, b: number): boolean {
  return isWithin(a, b, 0)
}

/** Equal but for the rounding allowed, and for what binary fractions leave. */
export function isWithin(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance + Math.max(Math.abs(a), Math.abs(b)) * NOISE
}

/** Half of the last printed unit: what rounding may have moved one number. */
export function halfUnitOf(decimals: number): number {
  return moveComma(0.5, -decimals)
}

/** What rounding may have moved a sum of so many printed parts. */
export function toleranceOfSum(parts: number, decimals: number): number {
  return tidy(parts * halfUnitOf(decimals))
}

/** A sum without the drift of binary fractions: 0.1 + 0.2 is 0.3. Six decimals are kept. */
export class ExactSum {
  #whole = 0
  #micro = 0

  add(value: number): void {
    if (Number.isInteger(value)) this.#whole += value
    else this.#micro += toMicro(value)
  }

  /** Adds another sum, which stays as it is. */
  addSum(other: ExactSum): void {
    this.#whole += other.#whole
    this.#micro += other.#micro
  }

  get value(): number {
    return this.#micro === 0 ? this.#whole : (this.#whole * MICRO + this.#micro) / MICRO
  }
}

/** The sum of terms as on paper: exact where each has at most six decimals, else to the figures that a double is sure of. */
export function sumExactly(terms: readonly number[]): number {
  const exact = new ExactSum()
  let plain = 0
  let isExact = true
  for (const term of terms) {
    exact.add(term)
    plain += term
    isExact &&= toMicro(term) / MICRO === term
  }
  return isExact ? exact.value : Number(plain.toPrecision(SURE_FIGURES))
}

/** value × 10 ** places by its written digits, where a product would leave a tail: 1.005 and 2 → 100.5. */
export function moveComma(value: number, places: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

function toMicro(value: number): number {
  return Math.round(value * MICRO)
}

function divideFloor(a: number, b: number): number {
  const rest = a % b
  return (a - rest) / b - (rest < 0 ? 1 : 0)
}

function countBigUnits(numerator: number, denominator: number, of: { times: number; decimals: number }): number {
  const scale = BigInt(MICRO)
  const top = BigInt(numerator) * BigInt(toMicro(of.times)) * 10n ** BigInt(of.decimals) * 2n
  const bottom = BigInt(denominator) * scale * 2n
  const sum = top + BigInt(denominator) * scale
  const quotient = sum / bottom
  return Number(sum % bottom < 0n ? quotient - 1n : quotient)
}
