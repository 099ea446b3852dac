import type { Protection } from '../contracts/count-protection.ts'
import type { Cell } from '../contracts/table.ts'
import type { RateRule } from '../tabulate/derived-measures.ts'
import { computeWilsonInterval } from '../tabulate/wilson.ts'
import { roundRatio } from '../text/decimal.ts'

/**
 * A count of people as it is printed. The rule looks at nothing but the count, so that the same count is printed alike
 * everywhere, and what is printed of one cell says nothing of its neighbours.
 */
export function printCount(value: number, { n, base, hidesZero }: Protection): Cell {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`no count of people: ${value}`)
  if (value === 0 && !hidesZero) return { value: 0, status: 'final' }
  if (value < n) return { value: null, status: 'withheld' }
  return { value: Math.max(n, Math.floor(value / base + 0.5) * base), status: 'final' }
}

/** Rates at or beyond these, in %, are printed as the end itself. */
const ENDS = { low: 5, high: 95 } as const

/** Rates of printed counts, by class. */
export function makePrintedRates(protection: Protection): RateRule {
  const { denominatorMin, endsBelow, base } = protection
  const half = Math.floor(base / 2)
  const withheld: Cell = { value: null, status: 'withheld' }
  return {
    rate(above, below, { times, decimals }) {
      if (below < denominatorMin) return withheld
      const borne = countDecimalsBorne({ share: above / below, below, times, half })
      const asked = { numerator: above, denominator: below, times, decimals: Math.min(decimals, borne) }
      const value = roundRatio(asked)
      const end = times === 100 && below < endsBelow ? findEnd(value) : null
      return end ?? { value, status: 'final' }
    },
    bound(above, below, { times, decimals, bound }) {
      const rate = this.rate(above, below, { times, decimals })
      // From the interval of a rate at the end, the rate itself could be worked out.
      if (rate.status !== 'final') return withheld
      const borne = countDecimalsBorne({ share: above / below, below, times, half })
      // The widest interval of all counts that are printed so: chance and rounding together.
      const n = bound === 'low' ? below + half : below - half
      const hits = bound === 'low' ? Math.max(0, above - half) : Math.min(n, above + half)
      const ends = computeWilsonInterval({ hits, n, times, decimals: Math.min(decimals, borne) })
      return { value: ends[bound], status: 'final' }
    },
  }
}

/** Whole units always; a decimal where the rounding of both counts cannot move the rate by more than one of its last digit. */
function countDecimalsBorne(of: { share: number; below: number; times: number; half: number }): number {
  const error = (of.times * of.half * (1 + of.share)) / of.below
  let decimals = 0
  while (decimals < DECIMALS_MAX && error <= 10 ** -(decimals + 1)) decimals += 1
  return decimals
}

const DECIMALS_MAX = 4

function findEnd(value: number): Cell | null {
  if (value <= ENDS.low) return { value: ENDS.low, status: 'at-most' }
  return value >= ENDS.high ? { value: ENDS.high, status: 'at-least' } : null
}
