import { listLines, type System } from './system.ts'

/** The equations contradict what is printed: no table of whole numbers fits. */
export class Contradiction extends Error {}

/**
 * Narrows the bounds of a system by each equation in turn until nothing changes; mutates `system`. The result is what
 * repeated subtraction shows, without a solver. Throws Contradiction.
 */
export function propagateBounds(system: System): void {
  new BoundPropagator(system).run()
}

/** A bound that was replaced, so that a trial can be undone. */
interface Change {
  cell: number
  lower: number
  upper: number
}

/** Equations looked at in one trial, at most. */
const TRIAL_MAX = 4000
/** Equations looked at in one run, as a multiple of their number: what no upper bound stops would go on for ever. */
const RUN_MAX = 1000

/** The bounds of a system by its equations. Mutates the bounds of the system. */
export class BoundPropagator {
  private readonly system: System
  private readonly lines: ReturnType<typeof listLines>
  /** Lines in which a cell occurs, by cell. */
  private readonly users: number[][]
  private queue: number[] = []
  private readonly isQueued: Uint8Array
  private changes: Change[] | null = null

  constructor(system: System) {
    this.system = system
    this.lines = listLines(system)
    this.users = system.lower.map((): number[] => [])
    for (const [at, { cells }] of this.lines.entries()) for (const cell of cells) this.users[cell]?.push(at)
    this.isQueued = new Uint8Array(this.lines.length)
    refuseFalse(system)
  }

  /** Throws Contradiction. */
  run(): void {
    for (const at of this.lines.keys()) this.addToQueue(at)
    this.narrowQueued(RUN_MAX * this.lines.length)
    refuseFalse(this.system)
  }

  /** Takes it as known that a cell is in a range, with all that follows. Throws Contradiction. */
  narrowTo(cell: number, from: number, to: number): void {
    if (this.narrow(cell, from, to)) this.narrowQueued(RUN_MAX * this.lines.length)
  }

  /** False where subtraction alone shows that a cell cannot be in a range; everything is as before then. */
  mayBe(cell: number, from: number, to: number): boolean {
    const changes: Change[] = []
    this.changes = changes
    try {
      if (this.narrow(cell, from, to)) this.narrowQueued(TRIAL_MAX)
      return true
    } catch (error) {
      if (!(error instanceof Contradiction)) throw error
      return false
    } finally {
      this.changes = null
      this.clearQueue()
      for (const { cell: at, lower, upper } of changes.reverse()) {
        this.system.lower[at] = lower
        this.system.upper[at] = upper
      }
    }
  }

  private addToQueue(at: number): void {
    if (this.isQueued[at]) return
    this.isQueued[at] = 1
    this.queue.push(at)
  }

  private clearQueue(): void {
    for (const at of this.queue) this.isQueued[at] = 0
    this.queue = []
  }

  private narrowQueued(most: number): void {
    for (let index = 0; index < this.queue.length && index < most; index += 1) {
      const at = this.queue[index] ?? 0
      this.isQueued[at] = 0
      this.narrowByLine(at)
    }
    this.clearQueue()
  }

  /** Σ coefficient × value + constant = 0: each term is what the others leave of it. */
  private narrowByLine(at: number): void {
    const line = this.lines[at]
    if (!line) return
    const { cells, coefficients, constant } = line
    const { lower, upper } = this.system
    const least = new BoundSum()
    const most = new BoundSum()
    for (const [index, cell] of cells.entries()) {
      const [low, high] = termOf(coefficients[index] ?? 1, lower[cell] ?? 0, upper[cell] ?? 0)
      least.add(low)
      most.add(high)
    }
    for (const [index, cell] of cells.entries()) {
      const coefficient = coefficients[index] ?? 1
      const [low, high] = termOf(coefficient, lower[cell] ?? 0, upper[cell] ?? 0)
      const [from, to] = [-constant - most.sumWithout(high), -constant - least.sumWithout(low)]
      if (coefficient > 0) this.narrow(cell, Math.ceil(from / coefficient), Math.floor(to / coefficient))
      else this.narrow(cell, Math.ceil(to / coefficient), Math.floor(from / coefficient))
    }
  }

  private narrow(cell: number, from: number, to: number): boolean {
    const { lower, upper } = this.system
    const [oldLower, oldUpper] = [lower[cell] ?? 0, upper[cell] ?? 0]
    if (from <= oldLower && to >= oldUpper) return false
    // A bound of -0 would print as such.
    const [newLower, newUpper] = [Math.max(oldLower, from) + 0, Math.min(oldUpper, to) + 0]
    if (newLower > newUpper) throw new Contradiction(`cell ${cell}: ${newLower} > ${newUpper}`)
    this.changes?.push({ cell, lower: oldLower, upper: oldUpper })
    lower[cell] = newLower
    upper[cell] = newUpper
    for (const user of this.users[cell] ?? []) this.addToQueue(user)
    return true
  }
}

/** Least and greatest value of a term. */
function termOf(coefficient: number, lower: number, upper: number): [low: number, high: number] {
  return coefficient > 0 ? [coefficient * lower, coefficient * upper] : [coefficient * upper, coefficient * lower]
}

/** A sum of bounds of which one may be left out, though some are infinite. */
class BoundSum {
  private finite = 0
  private infinite = 0
  private sign = 0

  add(bound: number): void {
    if (Number.isFinite(bound)) this.finite += bound
    else {
      this.infinite += 1
      this.sign = bound
    }
  }

  sumWithout(bound: number): number {
    const isIn = Number.isFinite(bound)
    const others = isIn ? this.infinite : this.infinite - 1
    if (others > 0) return this.sign
    return isIn ? this.finite - bound : this.finite
  }
}

/** Throws Contradiction where an equation of which every cell is known does not hold. */
function refuseFalse({ lower, upper, equations }: System): void {
  for (const { parent, children } of equations) {
    let balance = lower[parent] ?? 0
    let areKnown = lower[parent] === upper[parent]
    for (const child of children) {
      balance -= lower[child] ?? 0
      areKnown &&= lower[child] === upper[child]
    }
    if (areKnown && balance !== 0) throw new Contradiction(`cell ${parent} is not the sum of its parts`)
  }
}
