import type { Findings } from './audit-findings.ts'
import type { IntegerSolver, OpenSolver } from './integer-solver.ts'
import { LocalSearch } from './local-search.ts'
import { Neighbourhoods } from './neighbourhood.ts'
import { BoundPropagator, Contradiction } from './propagate-bounds.ts'
import type { Protection } from './protection.ts'
import { type Range, Suspect } from './suspect.ts'
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
    return new PartAttack(target, solver, openSolver).run()
  } finally {
    solver.close()
  }
}

/** A cell, and where a value of it would help. */
interface Target {
  suspect: Suspect
  range: Range
}

type Answer = 'yes' | 'no' | 'undecided'

/** Rounds of the search before bounds are asked for; later rounds try longer. */
const ROUNDS = [0, 1, 2]
/** Rounds for what is open though no bound forbids it. */
const LATER_ROUNDS = [2, 3]
/** Attempts of a round double this often at most. */
const ATTEMPT_DOUBLINGS = 2
/** Unknowns of the surroundings that are looked at before the whole part. */
const WIDEST = 800
const SURROUNDINGS = [200, WIDEST]
/** Open cells that are looked for in one solution. */
const TOGETHER = 16

class PartAttack {
  private readonly part: System
  private readonly solver: IntegerSolver
  private readonly bounds: BoundPropagator
  private readonly near: Neighbourhoods
  private readonly suspects: Suspect[] = []
  private readonly suspectAt = new Map<number, Suspect>()
  private search: LocalSearch

  constructor({ part, promised, guess }: PartTarget, solver: IntegerSolver, openSolver: OpenSolver) {
    this.part = part
    this.solver = solver
    this.bounds = new BoundPropagator(part)
    this.near = new Neighbourhoods(part, openSolver)
    const within = guess.map((value, place) => clamp(value, part.lower[place] ?? 0, part.upper[place] ?? 0))
    this.search = new LocalSearch(part, within)
    for (const [place, protection] of promised.entries()) {
      if (protection === undefined) continue
      const suspect = new Suspect(place, protection, part)
      this.suspects.push(suspect)
      this.suspectAt.set(place, suspect)
    }
  }

  run(): Findings {
    const findings: Findings = { exact: [], narrow: [], undecided: [] }
    if (!this.findSolution()) return { ...findings, undecided: this.suspects.map(({ place }) => place) }
    for (const round of ROUNDS) this.searchAll(round)
    for (const suspect of this.suspects) if (suspect.isOpen) this.boundOpen(suspect)
    for (const round of LATER_ROUNDS) this.searchAll(round)
    const open = this.suspects.filter(({ isOpen }) => isOpen)
    const groups = Map.groupBy(open, (suspect) => open.indexOf(suspect) % Math.ceil(open.length / TOGETHER))
    for (const group of groups.values()) this.searchTogether(group)
    for (const suspect of this.suspects) {
      const isDecided = this.decide(suspect)
      const only = suspect.isLost ? this.findOnlyValue(suspect) : null
      if (suspect.isLost) findings.narrow.push(suspect.place)
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
    this.note(this.search.values.keys(), this.search.values)
    return true
  }

  private note(places: Iterable<number>, values: ArrayLike<number>): void {
    for (const place of places) this.suspectAt.get(place)?.see(values[place] ?? 0)
  }

  private searchAll(round: number): void {
    for (const suspect of this.suspects) if (suspect.isOpen) this.searchOpen(suspect, round)
  }

  /** One attempt or more to bring an open cell into each range where nothing has been seen of it. */
  private searchOpen(suspect: Suspect, round: number): void {
    for (const range of suspect.listUnseen()) {
      if (suspect.isOpen) this.tryToReach(suspect, range, round)
    }
  }

  private tryToReach(suspect: Suspect, [from, to]: Range, round: number): boolean {
    const steps = 60 << round
    for (let attempt = 0; attempt < 4 << Math.min(round, ATTEMPT_DOUBLINGS); attempt += 1) {
      const now = this.search.values[suspect.place] ?? 0
      const goal = clamp(now, from, to)
      if (goal === now) return true
      // Every second time by one only: from there the rest of the way may be open.
      const value = attempt % 2 === 0 ? goal : now + Math.sign(goal - now)
      if (this.search.reach(suspect.place, value, steps)) this.note(this.search.listChanged(), this.search.values)
    }
    return clamp(this.search.values[suspect.place] ?? 0, from, to) === this.search.values[suspect.place]
  }

  /** Rules out what subtraction or fractions rule out, and looks for whole numbers near what fractions allow. */
  private boundOpen(suspect: Suspect): void {
    for (const range of suspect.listUnseen()) {
      if (suspect.isOpen && this.askFractions(suspect, range) === 'no') this.exclude(suspect, range)
    }
  }

  private askFractions({ place, lowest }: Suspect, [lower, upper]: Range): Answer {
    if (!this.bounds.mayBe(place, lower, upper)) return 'no'
    const isBelow = upper < lowest
    const bound = this.solver.bound(place, isBelow ? 'lower' : 'upper')
    if (bound === null) return 'undecided'
    const whole = isBelow ? Math.ceil(bound.value - TOLERANCE) : Math.floor(bound.value + TOLERANCE)
    if (isBelow ? whole > upper : whole < lower) return 'no'
    if (bound.fractions === null || !this.search.reachFrom(bound.fractions, place, clamp(whole, lower, upper))) {
      return 'undecided'
    }
    this.note(this.search.listChanged(), this.search.values)
    return 'yes'
  }

  /** Asks about each range that is left, until the promise is kept or broken; false where nothing came to an end. */
  private decide(suspect: Suspect): boolean {
    while (suspect.isOpen) {
      const [range] = suspect.listUnseen()
      if (!range || this.canBe(suspect, range) === 'undecided') return false
    }
    return true
  }

  /** Whether a cell can be in a range: what is nearest and cheapest comes first. What is impossible narrows all bounds. */
  private canBe(suspect: Suspect, range: Range): Answer {
    const answer = this.askNear(suspect, range)
    const found = answer === 'undecided' ? this.askWhole(suspect, range) : answer
    if (found === 'no') this.exclude(suspect, range)
    return found
  }

  private askNear(suspect: Suspect, range: Range): Answer {
    const answer = this.askFractions(suspect, range)
    if (answer !== 'undecided') return answer
    for (const unknowns of SURROUNDINGS) {
      if (this.areReached([{ suspect, range }], unknowns)) return 'yes'
    }
    return 'undecided'
  }

  /** True where a solution has each of these cells in its range, with most other cells as they are now. */
  private areReached(targets: readonly Target[], unknowns: number): boolean {
    const cells = targets.map(({ suspect, range }) => ({ cell: suspect.place, range }))
    const values = this.near.find(cells, unknowns, this.search.values)
    if (values === null) return false
    this.note(values.keys(), values)
    // From another solution, other cells can be reached.
    this.search.moveTo(values)
    this.searchAll(1)
    return true
  }

  /** Several open cells at a time: cells that are far from each other seldom need the same neighbours. */
  private searchTogether(suspects: readonly Suspect[]): void {
    const targets = suspects.flatMap((suspect): Target[] => {
      const [range] = suspect.isOpen ? suspect.listUnseen() : []
      return range ? [{ suspect, range }] : []
    })
    if (targets.length < 2 || this.areReached(targets, WIDEST)) return
    const half = Math.ceil(targets.length / 2)
    for (const some of [targets.slice(0, half), targets.slice(half)]) {
      this.searchTogether(some.map(({ suspect }) => suspect))
    }
  }

  private askWhole({ place }: Suspect, [lower, upper]: Range): Answer {
    const answer = this.solver.search({ cell: place, lower, upper })
    if (answer === 'infeasible') return 'no'
    if (answer === 'undecided' || !isSolution(this.part, answer)) return 'undecided'
    this.note(answer.keys(), answer)
    return 'yes'
  }

  private exclude(suspect: Suspect, [from, to]: Range): void {
    if (from <= suspect.least) this.bounds.narrowTo(suspect.place, to + 1, suspect.most)
    else if (to >= suspect.most) this.bounds.narrowTo(suspect.place, suspect.least, from - 1)
    else suspect.exclude([from, to])
  }

  /** The one value that a cell can have, null where there are more. */
  private findOnlyValue(suspect: Suspect): number | null | 'undecided' {
    for (const side of [-1, 1]) {
      const { only, least, most } = suspect
      if (only === null) return null
      const range = side < 0 ? ([least, only - 1] as const) : ([only + 1, most] as const)
      if (range[0] > range[1]) continue
      if (this.tryToReach(suspect, range, 0)) return null
      const answer = this.canBe(suspect, range)
      if (answer !== 'no') return answer === 'yes' ? null : 'undecided'
    }
    return suspect.only
  }
}

/** A bound of the solver may be off by this. */
const TOLERANCE = 1e-5

function clamp(value: number, lower: number, upper: number): number {
  return Math.min(upper, Math.max(lower, value))
}
