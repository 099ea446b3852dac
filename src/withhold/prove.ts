import type { Protection } from '../contracts/count-protection.ts'
import { hasProof, rangeOfCell, type Witness } from './check-proof.ts'
import type { ReleaseSystem } from './release-system.ts'

/** Other raw files that are published alike, and the hidden cells of which they do not show enough values. */
interface Proof {
  witnesses: Witness[]
  unproven: number[]
}

/** Rounds of the search, each of which gives at most one witness, and how many may show nothing new. */
const ROUNDS_MAX = 200
const ROUNDS_IDLE_MAX = 40
/** Moves for one cell in one round, and how many are compared before one is made. */
const MOVES_MAX = 60
const COMPARED = 24

/**
 * Looks for other numbers of people that are published alike, until each hidden cell has had enough values. Somebody is moved
 * from one kind to a near one, added or left out, and whatever would print another count is not done. The search is not
 * trusted: `checkWitnesses` knows nothing of it. The same system gives the same proof.
 */
export function prove(system: ReleaseSystem, protection: Protection): Proof {
  const search = new Search(system, protection)
  const witnesses: Witness[] = []
  let open = search.listOpen()
  let idle = 0
  for (let round = 0; open.length > 0 && round < ROUNDS_MAX && idle < ROUNDS_IDLE_MAX; round += 1) {
    // Half of the rounds go on from the last state, which reaches values that are far from the true one.
    if (round % 4 === 0) search.restart()
    for (const cell of search.shuffle(open)) search.push(cell)
    const isNew = search.record()
    idle = isNew ? 0 : idle + 1
    if (isNew) witnesses.push(search.describe())
    open = search.listOpen()
  }
  return { witnesses, unproven: open }
}

/** `by` more of one kind and as many less of another; -1 for no other. */
interface Move {
  kind: number
  other: number
  by: number
}

class Search {
  private readonly system: ReleaseSystem
  private readonly protection: Protection
  private readonly people: Int32Array
  /** Fewer of a kind would be less than nobody in an earlier file. */
  private readonly least: Int32Array
  private readonly values: Int32Array
  private readonly low: Int32Array
  private readonly high: Int32Array
  /** Values that each hidden cell has had. */
  private readonly seen: ReadonlyMap<number, Set<number>>
  /** By how much more each cell would be out of its range with one person more, and with one less: -1, 0 or 1. */
  private readonly harmOfMore: Int8Array
  private readonly harmOfLess: Int8Array
  /** Number of the last move in which each cell was looked at. */
  private readonly looked: Uint32Array
  private looks = 0
  private seed = 0x2545f491

  constructor(system: ReleaseSystem, protection: Protection) {
    this.system = system
    this.protection = protection
    this.people = Int32Array.from(system.people)
    this.values = Int32Array.from(system.cells, ({ value }) => value)
    const ranges = system.cells.map((cell) => rangeOfCell(cell, protection))
    this.least = Int32Array.from(system.people, (now, kind) =>
      Math.max(0, ...system.earlier.map((before) => now - (before[kind] ?? 0))),
    )
    this.low = Int32Array.from(ranges, ({ low }) => low)
    this.high = Int32Array.from(ranges, ({ high }) => high)
    this.harmOfMore = new Int8Array(system.cells.length)
    this.harmOfLess = new Int8Array(system.cells.length)
    this.looked = new Uint32Array(system.cells.length)
    this.rateAll()
    const hidden = [...ranges.keys()].filter((cell) => ranges[cell]?.isHidden)
    this.seen = new Map(hidden.map((cell) => [cell, new Set([this.values[cell] ?? 0])]))
  }

  listOpen(): number[] {
    return [...this.seen].flatMap(([cell, values]) => (hasProof(values, this.protection) ? [] : [cell]))
  }

  restart(): void {
    this.people.set(this.system.people)
    this.values.set(this.system.cells.map(({ value }) => value))
    this.rateAll()
  }

  shuffle(cells: readonly number[]): number[] {
    const shuffled = [...cells]
    for (let at = shuffled.length - 1; at > 0; at -= 1) {
      const other = this.drawNumber(at + 1)
      const [a, b] = [shuffled[at] ?? 0, shuffled[other] ?? 0]
      shuffled[at] = b
      shuffled[other] = a
    }
    return shuffled
  }

  /** Gives a cell a value that it has not had yet, and mends what that breaks; all is undone where it cannot be mended. */
  push(cell: number): void {
    const target = this.chooseTarget(cell)
    if (target === null) return
    const range = [this.low[cell] ?? 0, this.high[cell] ?? 0] as const
    this.setRange(cell, target, target)
    const moves: Move[] = []
    const broken = new Set([cell])
    while (broken.size > 0 && moves.length < MOVES_MAX) {
      const move = this.findMove(broken)
      if (move === null) break
      moves.push(move)
      this.make(move, broken)
    }
    if (broken.size > 0) for (const { kind, other, by } of moves.reverse()) this.make({ kind, other, by: -by }, broken)
    this.setRange(cell, ...range)
  }

  /** Keeps what the hidden cells are now; true where one of them is new. */
  record(): boolean {
    let isNew = false
    for (const [cell, values] of this.seen) {
      const value = this.values[cell] ?? 0
      if (!values.has(value)) isNew = true
      values.add(value)
    }
    return isNew
  }

  describe(): Witness {
    return this.system.people.flatMap((before, kind) => {
      const now = this.people[kind] ?? 0
      return now === before ? [] : [[kind, now] as const]
    })
  }

  /** A value that a hidden cell may have and has not had, the nearest more often. */
  private chooseTarget(cell: number): number | null {
    const seen = this.seen.get(cell)
    const now = this.values[cell] ?? 0
    if (!seen?.has(now)) return null
    const free: number[] = []
    for (let value = this.low[cell] ?? 0; value <= (this.high[cell] ?? 0); value += 1) {
      if (!seen.has(value)) free.push(value)
    }
    free.sort((a, b) => Math.abs(a - now) - Math.abs(b - now))
    return free[this.drawNumber(3) === 0 ? this.drawNumber(free.length) : 0] ?? null
  }

  /** Of some moves that bring a broken cell nearer to its range, the one after which least is broken; null for none. */
  private findMove(broken: ReadonlySet<number>): Move | null {
    const cells = [...broken]
    const cell = cells[this.drawNumber(cells.length)] ?? 0
    const value = this.values[cell] ?? 0
    const by = value < (this.low[cell] ?? 0) ? 1 : -1
    const kinds = this.system.kindsOf[cell] ?? []
    let best: Move | null = null
    let least = Number.POSITIVE_INFINITY
    for (let compared = 0; compared < COMPARED; compared += 1) {
      const kind = kinds[this.drawNumber(kinds.length)] ?? 0
      const near = this.drawNumber(8) === 0 ? kind : this.system.pickNear(kind, this.drawNumber)
      const move = { kind, other: near === kind ? -1 : near, by }
      if (!this.canMake(move)) continue
      const harm = this.computeHarm(move)
      if (harm < least) [best, least] = [move, harm]
    }
    return best
  }

  private canMake({ kind, other, by }: Move): boolean {
    return this.isPossible(kind, by) && (other < 0 || this.isPossible(other, -by))
  }

  private isPossible(kind: number, by: number): boolean {
    return (this.people[kind] ?? 0) + by >= (this.least[kind] ?? 0)
  }

  /** By how much more the cells that a move touches would be out of their ranges; a cell of both kinds stays as it is. */
  private computeHarm({ kind, other, by }: Move): number {
    const [more, less] = by > 0 ? [this.harmOfMore, this.harmOfLess] : [this.harmOfLess, this.harmOfMore]
    const { looked } = this
    this.looks += 1
    let harm = 0
    for (const cell of this.system.cellsOf[kind] ?? []) {
      looked[cell] = this.looks
      harm += more[cell] ?? 0
    }
    if (other < 0) return harm
    for (const cell of this.system.cellsOf[other] ?? []) {
      harm += looked[cell] === this.looks ? -(more[cell] ?? 0) : (less[cell] ?? 0)
    }
    return harm
  }

  private setRange(cell: number, low: number, high: number): void {
    this.low[cell] = low
    this.high[cell] = high
    this.rateCell(cell)
  }

  private rateAll(): void {
    for (const cell of this.values.keys()) this.rateCell(cell)
  }

  private rateCell(cell: number): void {
    const [value, low, high] = [this.values[cell] ?? 0, this.low[cell] ?? 0, this.high[cell] ?? 0]
    this.harmOfMore[cell] = Number(value >= high) - Number(value < low)
    this.harmOfLess[cell] = Number(value <= low) - Number(value > high)
  }

  /** Mutates `broken`. */
  private make({ kind, other, by }: Move, broken: Set<number>): void {
    this.add(kind, by, broken)
    if (other >= 0) this.add(other, -by, broken)
  }

  private add(kind: number, by: number, broken: Set<number>): void {
    this.people[kind] = (this.people[kind] ?? 0) + by
    for (const cell of this.system.cellsOf[kind] ?? []) {
      const value = (this.values[cell] ?? 0) + by
      this.values[cell] = value
      this.rateCell(cell)
      if (value < (this.low[cell] ?? 0) || value > (this.high[cell] ?? 0)) broken.add(cell)
      else broken.delete(cell)
    }
  }

  /** A whole number below a bound; the same row of numbers each time. */
  private readonly drawNumber = (below: number): number => {
    this.seed ^= this.seed << 13
    this.seed ^= this.seed >>> 17
    this.seed ^= this.seed << 5
    return (this.seed >>> 0) % below
  }
}
