import type { Contract } from '../datasets/contract.ts'
import type { Value } from '../datasets/row.ts'

/** A gap so wide between values below 1 and values above it that 0.95 and 95 were written for the same thing. */
const GAP = 10

/** Watches percentages written without a sign for ratios among them. */
export class PercentWatch {
  readonly #seen = new Map<string, { below: number; above: number }>()

  constructor(contract: Contract) {
    for (const [id, { type }] of Object.entries(contract.columns)) {
      if (type.kind === 'percent' && type.as === 'percent')
        this.#seen.set(id, { below: 0, above: Number.POSITIVE_INFINITY })
    }
  }

  /** Mutates the watch. */
  see(id: string, text: string, value: Value): void {
    const seen = this.#seen.get(id)
    if (!seen || typeof value !== 'number' || /[%％]/.test(text)) return
    if (value > 0 && value <= 1) seen.below = Math.max(seen.below, value)
    else if (value > 1) seen.above = Math.min(seen.above, value)
  }

  suspects(): { id: string; found: string }[] {
    return [...this.#seen]
      .filter(([, { below, above }]) => below > 0 && Number.isFinite(above) && above / below >= GAP)
      .map(([id, { below, above }]) => ({ id, found: `${below} | ${above}` }))
  }
}
