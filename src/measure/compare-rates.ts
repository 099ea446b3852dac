import type { Cell } from '../contracts/table.ts'
import { roundTo, subtract } from '../text/decimal.ts'

/**
 * When two rates of a complete count may be called different. A rate of a sample has an interval, and two intervals must
 * share no value (`areApart`). Both rules are stated on the page of methods.
 */

/** Fewest cases on either side: of fewer, one case moves a rate by more than a point. */
const CASES_MIN = 100

/** Smallest step, in percentage points, that is called a rise or a fall. */
const POINTS_MIN = 1

/** A rate in %, and the number of cases that it is a rate of. */
export interface CountedRate {
  rate: Cell
  n: Cell
}

/** `few`: too few cases to compare. `unknown`: one of the two was not reported. */
type RateStep = 'up' | 'down' | 'level' | 'few' | 'unknown'

/** What may be said of a rate beside an earlier rate. Values are compared as printed, to a tenth of a point. */
export function compareRates(now: CountedRate | undefined, before: CountedRate | undefined): RateStep {
  const [rate, earlier] = [now?.rate.value ?? null, before?.rate.value ?? null]
  if (now === undefined || before === undefined || rate === null || earlier === null) return 'unknown'
  if (isFew(now) || isFew(before)) return 'few'
  const points = subtract(roundTo(rate, 1), roundTo(earlier, 1))
  if (Math.abs(points) < POINTS_MIN) return 'level'
  return points > 0 ? 'up' : 'down'
}

export function isFew({ n }: CountedRate): boolean {
  return n.value === null || n.value < CASES_MIN
}

/** How many of the last steps may be called the same way, and which; 0 where the last step may not be called either. */
export function findRateRun(rates: readonly CountedRate[]): { direction: 'up' | 'down' | 'flat'; steps: number } {
  let direction: 'up' | 'down' | 'flat' = 'flat'
  let steps = 0
  for (let index = rates.length - 1; index > 0; index -= 1) {
    const way = compareRates(rates[index], rates[index - 1])
    if ((way !== 'up' && way !== 'down') || (steps > 0 && way !== direction)) break
    direction = way
    steps += 1
  }
  return { direction, steps }
}
