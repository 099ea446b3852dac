import type { IntegerSolver, OpenSolver, Question } from './integer-solver.ts'
import { Contradiction, propagateBounds } from './propagate-bounds.ts'
import { type SystemPart, splitSystem } from './split-system.ts'
import { buildSystem, isSolution, type PublishedSystem } from './system.ts'

/** What a reader can work back from what is printed, by the index of a cell. */
export interface Findings {
  /** Hidden cells with one possible value only, and that value. */
  exact: [cell: number, value: number][]
  /** Hidden cells whose possible values begin above 1 or end below `n`; those that are exact are among them. */
  narrow: number[]
  /** Hidden cells about which the solver came to no end in its time. */
  undecided: number[]
}

/**
 * Plays the attacker: what can each hidden cell be, as a whole number, under all equations at once? That a value is
 * possible is shown by a solution that is checked without the solver. Throws Contradiction where nothing fits.
 */
export function attack(published: PublishedSystem, openSolver: OpenSolver): Findings {
  const system = buildSystem(published)
  propagateBounds(system)
  const findings: Findings = { exact: [], narrow: [], undecided: [] }
  const isHidden = (cell: number) => published.published[cell] === null
  for (const [cell, lower] of system.lower.entries()) {
    if (!isHidden(cell)) continue
    const upper = system.upper[cell] ?? 0
    if (lower === upper) findings.exact.push([cell, lower])
    if (lower > 1 || upper < published.n) findings.narrow.push(cell)
  }
  for (const part of splitSystem(system)) addFindings(findings, part, { n: published.n, isHidden, openSolver })
  findings.exact.sort(([a], [b]) => a - b)
  for (const list of [findings.narrow, findings.undecided]) list.sort((a, b) => a - b)
  return findings
}

interface Attack {
  n: number
  isHidden: (cell: number) => boolean
  openSolver: OpenSolver
}

/** Adds what the equations of one part imply together, beyond what repeated subtraction has shown. */
function addFindings(findings: Findings, part: SystemPart, { n, isHidden, openSolver }: Attack): void {
  const targets = [...part.cells.keys()].filter((place) => {
    return isHidden(part.cells[place] ?? 0) && part.lower[place] !== part.upper[place]
  })
  if (targets.length === 0) return
  const search = new Search(part, n, openSolver(part))
  try {
    search.seeMany(targets)
    for (const place of targets) {
      const cell = part.cells[place] ?? 0
      const isOpen = (part.lower[place] ?? 0) <= 1 && (part.upper[place] ?? 0) >= n
      const answers = isOpen ? [search.canBe(place, 0, 1), search.canBe(place, n, part.upper[place] ?? 0)] : []
      if (isOpen && answers.includes('no')) findings.narrow.push(cell)
      const isNarrow = !isOpen || answers.includes('no')
      const only = isNarrow ? search.findOnlyValue(place) : null
      if (only === 'undecided' || answers.includes('undecided')) findings.undecided.push(cell)
      if (typeof only === 'number') findings.exact.push([cell, only])
    }
  } finally {
    search.close()
  }
}

/** Rounds in which all cells that are still open are pushed down and up at once, before each is asked about alone. */
const ROUNDS_MAX = 16

/** What has been seen of the values of one part; each solution tells about all of its cells. */
class Search {
  private readonly part: SystemPart
  private readonly n: number
  private readonly solver: IntegerSolver
  private readonly lowest: number[]
  private readonly highest: number[]

  constructor(part: SystemPart, n: number, solver: IntegerSolver) {
    this.part = part
    this.n = n
    this.solver = solver
    this.lowest = part.lower.map(() => Number.POSITIVE_INFINITY)
    this.highest = part.lower.map(() => Number.NEGATIVE_INFINITY)
  }

  close(): void {
    this.solver.close()
  }

  /** Looks at solutions that are as far apart as can be. Throws Contradiction where there is none. */
  seeMany(targets: readonly number[]): void {
    if (this.ask(this.costOf(targets, 0)) === 'no') throw new Contradiction('no whole numbers fit')
    let before = this.countOpen(targets)
    for (let round = 1; round <= ROUNDS_MAX && before > 1; round += 1) {
      this.ask(this.costOf(targets, round))
      const left = this.countOpen(targets)
      if (left > before * 0.98 && round > 3) return
      before = left
    }
  }

  /** Whether a cell can have a value between two bounds. */
  canBe(place: number, lower: number, upper: number): 'yes' | 'no' | 'undecided' {
    if (lower > upper) return 'no'
    if (this.hasSeen(place, lower, upper)) return 'yes'
    const [least, most] = [this.part.lower[place] ?? lower, this.part.upper[place] ?? upper]
    const question = { cell: place, lower: Math.max(lower, least), upper: Math.min(upper, most) }
    return this.ask(this.costOf([], 0), question)
  }

  /** The one value that a cell can have, null where there are more. */
  findOnlyValue(place: number): number | null | 'undecided' {
    const [low, high] = [this.lowest[place] ?? 0, this.highest[place] ?? 0]
    if (low !== high) return Number.isFinite(low) ? null : 'undecided'
    const others = [
      this.canBe(place, this.part.lower[place] ?? 0, low - 1),
      this.canBe(place, low + 1, this.part.upper[place] ?? 0),
    ]
    if (others.includes('yes')) return null
    return others.includes('undecided') ? 'undecided' : low
  }

  private ask(cost: readonly number[], question?: Question): 'yes' | 'no' | 'undecided' {
    const answer = this.solver.search(cost, question)
    if (answer === 'infeasible') return 'no'
    if (answer === 'undecided' || !isSolution(this.part, answer)) return 'undecided'
    for (const [place, value] of answer.entries()) {
      this.lowest[place] = Math.min(this.lowest[place] ?? value, value)
      this.highest[place] = Math.max(this.highest[place] ?? value, value)
    }
    if (question === undefined) return 'yes'
    return this.hasSeen(question.cell, question.lower, question.upper) ? 'yes' : 'undecided'
  }

  private hasSeen(place: number, lower: number, upper: number): boolean {
    const [low, high] = [this.lowest[place] ?? Number.NaN, this.highest[place] ?? Number.NaN]
    return (low >= lower && low <= upper) || (high >= lower && high <= upper)
  }

  private isOpen(place: number): boolean {
    return !(this.lowest[place] !== undefined && this.lowest[place] <= 1 && (this.highest[place] ?? 0) >= this.n)
  }

  private countOpen(targets: readonly number[]): number {
    return targets.filter((place) => this.isOpen(place)).length
  }

  /**
   * Costs that push cells that are open towards what has not been seen of them, other cells nowhere. Round by round a
   * different part of the cells is pushed the other way, so that cells of one line do not all want the same.
   */
  private costOf(targets: readonly number[], round: number): number[] {
    const cost = this.part.lower.map(() => 0)
    if (round === 0) return cost
    for (const place of targets) {
      if (!this.isOpen(place)) continue
      const wantsLow = (this.lowest[place] ?? Number.POSITIVE_INFINITY) > 1
      const wantsHigh = (this.highest[place] ?? Number.NEGATIVE_INFINITY) < this.n
      const isDown = wantsLow && wantsHigh ? mix(place, round) % 2 === 0 : wantsLow
      // Without an upper bound a cell cannot be pushed up: the solver would find no end.
      if (isDown) cost[place] = 1 + (mix(place, round) % 7)
      else if (Number.isFinite(this.part.upper[place] ?? 0)) cost[place] = -1 - (mix(place, round) % 7)
    }
    return cost
  }
}

/** A number that looks random and is the same each time. */
function mix(place: number, round: number): number {
  let hash = Math.imul(place + 1, 0x9e3779b1) ^ Math.imul(round, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
