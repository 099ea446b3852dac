import type { Findings } from './audit-findings.ts'
import type { IntegerSolver, OpenSolver } from './integer-solver.ts'
import { LocalSearch } from './local-search.ts'
import { Contradiction } from './propagate-bounds.ts'
import type { Protection } from './protection.ts'
import { isSolution, type System } from './system.ts'

/** Equations that share their unknowns; `promised` and `guess` by place, undefined where nothing is asked. */
interface PartTarget {
  part: System
  promised: readonly (Protection | undefined)[]
  guess: readonly number[]
}

/** What can be known of the cells of one part; indices are places. Throws Contradiction where no whole numbers fit. */
export function attackPart(target: PartTarget, openSolver: OpenSolver): Findings {
  if (!target.promised.some((protection) => protection !== undefined)) return { exact: [], narrow: [], undecided: [] }
  const solver = openSolver(target.part)
  try {
    return new PartAttack(target, solver).run()
  } finally {
    solver.close()
  }
}

/** What is known of one hidden cell. */
interface Suspect {
  place: number
  protection: Protection
  /** Which ranges solutions have shown to be possible. */
  seen: Set<number>
  /** Least and greatest value in a solution. */
  lowest: number
  highest: number
  /** No solution goes beyond these. */
  least: number
  most: number
  /** Set once the solver has ruled out too many ranges. */
  isBroken: boolean
}

/** Rounds of the search before the solver is asked for bounds, and after it for what these leave open. */
const ROUNDS = [0, 1, 2]
const LATER_ROUNDS = [2, 3, 4, 5, 6]

/** Attempts of a round double this often at most. */
const ATTEMPT_DOUBLINGS = 2

class PartAttack {
  private readonly part: System
  private readonly solver: IntegerSolver
  private readonly suspects: Suspect[] = []
  private readonly suspectAt = new Map<number, Suspect>()
  private search: LocalSearch

  constructor({ part, promised, guess }: PartTarget, solver: IntegerSolver) {
    this.part = part
    this.solver = solver
    const within = guess.map((value, place) => clamp(value, part.lower[place] ?? 0, part.upper[place] ?? 0))
    this.search = new LocalSearch(part, within)
    for (const [place, protection] of promised.entries()) {
      if (protection === undefined) continue
      const suspect: Suspect = {
        place,
        protection,
        seen: new Set(),
        lowest: Number.POSITIVE_INFINITY,
        highest: Number.NEGATIVE_INFINITY,
        least: part.lower[place] ?? 0,
        most: part.upper[place] ?? 0,
        isBroken: false,
      }
      this.suspects.push(suspect)
      this.suspectAt.set(place, suspect)
    }
  }

  run(): Findings {
    const findings: Findings = { exact: [], narrow: [], undecided: [] }
    if (!this.findSolution()) return { ...findings, undecided: this.suspects.map(({ place }) => place) }
    for (const round of ROUNDS) this.searchOnce(round)
    for (const suspect of this.suspects) if (this.isOpen(suspect)) this.boundOpen(suspect)
    for (const round of LATER_ROUNDS) this.searchOnce(round)
    for (const suspect of this.suspects) {
      if (isSafe(suspect)) continue
      const isDecided = this.decide(suspect)
      if (isLost(suspect)) findings.narrow.push(suspect.place)
      const only = isLost(suspect) ? this.findOnlyValue(suspect) : null
      if (typeof only === 'number') findings.exact.push([suspect.place, only])
      if (!isDecided || only === 'undecided') findings.undecided.push(suspect.place)
    }
    return findings
  }

  /** False where the solver came to no end. Throws Contradiction where there is none. */
  private findSolution(): boolean {
    if (!this.search.findSolution()) {
      const solution = this.solver.search()
      if (solution === 'infeasible') throw new Contradiction('no whole numbers fit')
      if (solution === 'undecided' || !isSolution(this.part, solution)) return false
      this.search = new LocalSearch(this.part, solution)
    }
    this.note(this.search.values.keys())
    return true
  }

  private note(places: Iterable<number>): void {
    for (const place of places) {
      const suspect = this.suspectAt.get(place)
      if (suspect) see(suspect, this.search.values[place] ?? 0)
    }
  }

  /** One attempt or more to bring each open cell into each range that has not been seen of it; later rounds try longer. */
  private searchOnce(round: number): void {
    for (const suspect of this.suspects) {
      for (const [index, range] of suspect.protection.ranges.entries()) {
        if (this.isOpen(suspect) && !suspect.seen.has(index)) this.tryToReach(suspect, index, range, round)
      }
    }
  }

  private tryToReach(suspect: Suspect, index: number, [from, to]: readonly [number, number], round: number): void {
    const [lower, upper] = [Math.max(from, suspect.least), Math.min(to, suspect.most)]
    if (lower > upper) return
    const steps = 60 << round
    for (let attempt = 0; attempt < 4 << Math.min(round, ATTEMPT_DOUBLINGS) && !suspect.seen.has(index); attempt += 1) {
      const now = this.search.values[suspect.place] ?? 0
      const goal = clamp(now, lower, upper)
      if (goal === now) return
      // Every second time by one only: from there the rest of the way may be open.
      const value = attempt % 2 === 0 ? goal : now + Math.sign(goal - now)
      if (this.search.reach(suspect.place, value, steps)) this.note(this.search.listChanged())
    }
  }

  /** Open as long as its promise is neither kept nor known to be broken. */
  private isOpen(suspect: Suspect): boolean {
    return !isSafe(suspect) && !isLost(suspect)
  }

  /** Asks for the bounds behind which a range that has not been seen may lie. */
  private boundOpen(suspect: Suspect): void {
    const unseen = listUnseen(suspect)
    if (unseen.some(([, to]) => to < suspect.lowest)) this.boundBelow(suspect)
    if (this.isOpen(suspect) && unseen.some(([from]) => from > suspect.highest)) this.boundAbove(suspect)
  }

  private boundBelow(suspect: Suspect): void {
    const bound = this.solver.bound(suspect.place, 'lower')
    if (bound !== null) suspect.least = Math.max(suspect.least, Math.ceil(bound - TOLERANCE))
  }

  private boundAbove(suspect: Suspect): void {
    const bound = this.solver.bound(suspect.place, 'upper')
    if (bound !== null) suspect.most = Math.min(suspect.most, Math.floor(bound + TOLERANCE))
  }

  /** Asks the solver about each range that is left, until the promise is kept or broken; false where it came to no end. */
  private decide(suspect: Suspect): boolean {
    const impossible = new Set<number>()
    for (const [index, [from, to]] of suspect.protection.ranges.entries()) {
      if (isSafe(suspect) || isLost(suspect)) return true
      if (suspect.seen.has(index)) continue
      const answer = this.canBe(suspect, from, to)
      if (answer === 'undecided') return false
      if (answer === 'no') impossible.add(index)
      suspect.isBroken = suspect.protection.ranges.length - impossible.size < suspect.protection.needed
    }
    return true
  }

  private canBe(suspect: Suspect, from: number, to: number): 'yes' | 'no' | 'undecided' {
    const [lower, upper] = [Math.max(from, suspect.least), Math.min(to, suspect.most)]
    if (lower > upper) return 'no'
    const answer = this.solver.search({ cell: suspect.place, lower, upper })
    if (answer === 'infeasible') return 'no'
    if (answer === 'undecided' || !isSolution(this.part, answer)) return 'undecided'
    for (const each of this.suspects) see(each, answer[each.place] ?? 0)
    return 'yes'
  }

  /** The one value that a cell can have, null where there are more. */
  private findOnlyValue(suspect: Suspect): number | null | 'undecided' {
    if (suspect.lowest !== suspect.highest) return null
    const only = suspect.lowest
    for (const value of [only - 1, only + 1]) {
      if (value < suspect.least || value > suspect.most) continue
      if (this.search.reach(suspect.place, value, 240)) this.note(this.search.listChanged())
    }
    if (suspect.lowest !== suspect.highest) return null
    this.boundBelow(suspect)
    this.boundAbove(suspect)
    const answers = [this.canBe(suspect, suspect.least, only - 1), this.canBe(suspect, only + 1, suspect.most)]
    if (answers.includes('yes')) return null
    return answers.includes('undecided') ? 'undecided' : only
  }
}

/** A bound of the solver may be off by this. */
const TOLERANCE = 1e-5

function see(suspect: Suspect, value: number): void {
  suspect.lowest = Math.min(suspect.lowest, value)
  suspect.highest = Math.max(suspect.highest, value)
  for (const [index, [from, to]] of suspect.protection.ranges.entries()) {
    if (value >= from && value <= to) suspect.seen.add(index)
  }
}

function isSafe({ seen, protection }: Suspect): boolean {
  return seen.size >= protection.needed
}

function isLost({ protection, least, most, isBroken }: Suspect): boolean {
  return isBroken || protection.ranges.filter(([from, to]) => from <= most && to >= least).length < protection.needed
}

function listUnseen({ protection, seen }: Suspect): (readonly [from: number, to: number])[] {
  return protection.ranges.filter((_, index) => !seen.has(index))
}

function clamp(value: number, lower: number, upper: number): number {
  return Math.min(upper, Math.max(lower, value))
}
