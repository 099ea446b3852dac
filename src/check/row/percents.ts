import type { Contract } from '../../contracts/contract.ts'
import type { Value } from '../../contracts/row.ts'

/** A gap so wide between values below 1 and values above it that 0.95 and 95 were written for the same thing. */
const GAP = 10
/** So many values without a sign, none above 1, are more likely ratios than percentages. */
const RATIOS_MIN = 3

interface Seen {
  /** Values without a sign: how many, the least and the greatest of those between 0 and 1, the least above 1. */
  plain: number
  low: number
  below: number
  above: number
  /** True where one of them is neither 0 nor 1. */
  isPart: boolean
  /** The least value above 1 that has its sign. */
  signed: number
}

/** A column of percentages that seems to hold ratios. */
interface PercentSuspect {
  id: string
  rule: 'percent-mixed' | 'percent-all-ratio'
  found: string
}

/** Watches percentages for ratios among those that have no sign. */
export class PercentWatch {
  readonly #seen = new Map<string, Seen>()

  constructor(contract: Contract) {
    for (const [id, { type }] of Object.entries(contract.columns)) {
      if (type.kind === 'percent' && type.as === 'percent') this.#seen.set(id, { ...NOTHING })
    }
  }

  /** Mutates the watch. */
  see(id: string, text: string, value: Value): void {
    const seen = this.#seen.get(id)
    if (!seen || typeof value !== 'number') return
    if (/[%％﹪]/.test(text)) {
      if (value > 1) seen.signed = Math.min(seen.signed, value)
      return
    }
    seen.plain += 1
    if (value > 1) seen.above = Math.min(seen.above, value)
    else if (value > 0) seen.below = Math.max(seen.below, value)
    if (value > 0 && value <= 1) seen.low = Math.min(seen.low, value)
    if (value > 0 && value < 1) seen.isPart = true
  }

  listSuspects(): PercentSuspect[] {
    return [...this.#seen].flatMap(([id, { plain, low, below, above, isPart, signed }]): PercentSuspect[] => {
      if (below === 0) return []
      if (Number.isFinite(signed)) return [{ id, rule: 'percent-mixed', found: `${below} | ${signed}%` }]
      if (above / below >= GAP && Number.isFinite(above)) {
        return [{ id, rule: 'percent-mixed', found: `${below} | ${above}` }]
      }
      const isRatios = plain >= RATIOS_MIN && isPart && !Number.isFinite(above)
      return isRatios ? [{ id, rule: 'percent-all-ratio', found: `${low} … ${below}` }] : []
    })
  }
}

const NOTHING: Seen = {
  plain: 0,
  low: Number.POSITIVE_INFINITY,
  below: 0,
  above: Number.POSITIVE_INFINITY,
  isPart: false,
  signed: Number.POSITIVE_INFINITY,
}
