import { isHarmless, type Protection } from './protection.ts'
import type { System } from './system.ts'

/** Whole numbers from one to another, both included. */
export type Range = readonly [from: number, to: number]

/** What is known of one hidden cell. Its bounds are those of the system, which all cells narrow together. */
export class Suspect {
  readonly place: number
  readonly protection: Protection
  /** Least and greatest value in a solution. */
  lowest = Number.POSITIVE_INFINITY
  highest = Number.NEGATIVE_INFINITY
  /** Values in solutions, and ranges between them that no solution reaches. */
  private readonly seen = new Set<number>()
  /** Set once a solution has had a value of which nothing is promised. */
  private isFree = false
  private readonly gaps: Range[] = []
  private readonly system: System

  constructor(place: number, protection: Protection, system: System) {
    this.place = place
    this.protection = protection
    this.system = system
  }

  get least(): number {
    return this.system.lower[this.place] ?? 0
  }

  get most(): number {
    return this.system.upper[this.place] ?? 0
  }

  /** The one value that solutions have had, null where they differ. */
  get only(): number | null {
    return this.lowest === this.highest ? this.lowest : null
  }

  get isSafe(): boolean {
    if ('values' in this.protection) return this.isFree || this.seen.size >= this.protection.values
    return this.lowest <= this.protection.low && this.highest >= this.protection.high
  }

  /** True once too little is left for the promise to be kept. */
  get isLost(): boolean {
    if ('low' in this.protection) return this.least > this.protection.low || this.most < this.protection.high
    if (this.isFree) return false
    let possible = this.seen.size
    for (const [from, to] of this.listUnseen()) possible += to - from + 1
    return possible < this.protection.values
  }

  /** Open as long as the promise is neither known to be kept nor known to be broken. */
  get isOpen(): boolean {
    return !this.isSafe && !this.isLost
  }

  see(value: number): void {
    this.lowest = Math.min(this.lowest, value)
    this.highest = Math.max(this.highest, value)
    if ('low' in this.protection || this.seen.size >= this.protection.values) return
    this.seen.add(value)
    const { below = Number.POSITIVE_INFINITY } = this.protection
    this.isFree ||= isHarmless(value, below)
  }

  /** Notes that no solution has a value in a range of `listUnseen` that lies between two that were seen. */
  exclude(range: Range): void {
    this.gaps.push(range)
  }

  /** Where a value would help to keep the promise, if a solution reached it. */
  listUnseen(): Range[] {
    const { protection, least, most } = this
    const ranges: Range[] = []
    if ('low' in protection) {
      if (this.lowest > protection.low) ranges.push([least, Math.min(protection.low, most)])
      if (this.highest < protection.high) ranges.push([Math.max(protection.high, least), most])
    } else {
      const seen = [...this.seen].sort((a, b) => a - b)
      for (const [at, value] of [...seen, most + 1].entries()) ranges.push([(seen[at - 1] ?? least - 1) + 1, value - 1])
    }
    const isGap = ([from, to]: Range) => this.gaps.some((gap) => gap[0] <= from && gap[1] >= to)
    return ranges.filter((range) => range[0] <= range[1] && !isGap(range))
  }
}
