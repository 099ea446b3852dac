import { extent, range, scaleLinear, scaleQuantize, tickStep } from 'd3'

/** A straight scale from values to units of the canvas, with round ticks. */
export interface Scale {
  at(value: number): number
  ticks: number[]
  min: number
  max: number
}

interface Span {
  /** Canvas position of the lowest and of the highest value. */
  from: number
  to: number
  /** How many ticks are wanted, about. */
  count: number
  /** Decimals of the measure; no tick has more, so that half a case is never on an axis. Without it any step will do. */
  decimals?: number
}

/** A scale whose ends are round ticks, two more than `count` at most; from zero unless `zero` is false. */
export function scaleOf(values: readonly number[], span: Span, zero = true): Scale {
  const { low, high } = extentOf(values, zero)
  const finest = span.decimals === undefined ? 0 : 10 ** -span.decimals
  let ticks = chooseCoveringTicks(low, high, Math.max(finest, tickStep(low, high, span.count)))
  for (let count = span.count - 1; ticks.length > span.count + 2 && count > 0; count -= 1) {
    ticks = chooseCoveringTicks(low, high, Math.max(finest, tickStep(low, high, count)))
  }
  const min = ticks[0] ?? low
  const max = ticks.at(-1) ?? high
  return { at: scaleLinear([min, max], [span.from, span.to]), ticks, min, max }
}

/** Bounds between `count` equal steps from the least to the greatest value, and the step of a value, from 0. */
export function quantise(
  values: readonly number[],
  count: number,
): { bounds: number[]; findStep(value: number): number } {
  const { low, high } = extentOf(values, false)
  const findStep = scaleQuantize([low, high], range(count))
  return { bounds: [low, ...findStep.thresholds(), high], findStep }
}

/**
 * Bounds between `count` classes that hold equally many values, each bound a value itself, and the class of a value,
 * from 0. Equal values are never parted, so there are fewer classes where many are equal.
 */
export function computeQuantiles(
  values: readonly number[],
  count: number,
): { bounds: number[]; findStep(value: number): number } {
  const sorted = values.toSorted((a, b) => a - b)
  const least = sorted[0] ?? 0
  const starts = Array.from({ length: count - 1 }, (_, index) => {
    const place = Math.round(((index + 1) * sorted.length) / count)
    return sorted[place] ?? least
  })
  const bounds = [...new Set([least, ...starts])]
  const findStep = (value: number): number => Math.max(0, bounds.filter((bound) => bound <= value).length - 1)
  return { bounds: [...bounds, sorted.at(-1) ?? least], findStep }
}

function extentOf(values: readonly number[], zero: boolean): { low: number; high: number } {
  const [low = 0, high = 1] = extent(zero ? [0, ...values] : values)
  return low === high ? { low: zero ? low : low - 1, high: high + 1 } : { low, high }
}

// Every round step from the step at or below the least value to the step at or above the greatest.
function chooseCoveringTicks(low: number, high: number, findStep: number): number[] {
  return range(Math.floor(cleanNumber(low / findStep)), Math.ceil(cleanNumber(high / findStep)) + 1).map((index) =>
    cleanNumber(index * findStep),
  )
}

function cleanNumber(value: number): number {
  return Number(value.toPrecision(12))
}
