import { IndexSet } from './index-set.ts'
import { listLines, type System } from './system.ts'

/** Entries of a sparse matrix by row: those of row i are at `starts[i]` up to `starts[i + 1]`. */
interface Sparse {
  starts: Int32Array
  indices: Int32Array
  coefficients: Float64Array
}

/**
 * Whole-number solutions of a system by repair: some cell is moved, then the equations that no longer hold are mended one
 * after the other, each by the cell that does the least harm, until all hold again. A cell that was just moved rests for a
 * few steps, so that a repair is not undone at once. Weights make an equation that is often broken dearer to break.
 */
export class LocalSearch {
  /** A solution, once `findSolution` has found one; `reach` leads from one to the next. */
  readonly values: Float64Array
  private readonly lower: Float64Array
  private readonly upper: Float64Array
  /** Equations → cells, and cells → equations. */
  private readonly lines: Sparse
  private readonly users: Sparse
  private readonly residual: Float64Array
  private readonly weight: Float64Array
  private readonly broken: IndexSet
  private readonly restsUntil: Float64Array
  /** What `findBestMove` found last. */
  private readonly best = { cell: -1, by: 0, harm: 0 }
  private movedCells: number[] = []
  private movedBy: number[] = []
  private step = 0
  private seed = 7

  /** `start` is a guess within the bounds, as from what is printed. */
  constructor(system: System, start: readonly number[]) {
    this.lower = Float64Array.from(system.lower)
    this.upper = Float64Array.from(system.upper)
    this.values = Float64Array.from(start)
    const lines = listLines(system)
    this.lines = pack(lines.map(({ cells, coefficients }) => ({ indices: cells, coefficients })))
    const users = start.map((): { indices: number[]; coefficients: number[] } => ({ indices: [], coefficients: [] }))
    for (const [at, { cells, coefficients }] of lines.entries()) {
      for (const [index, cell] of cells.entries()) {
        users[cell]?.indices.push(at)
        users[cell]?.coefficients.push(coefficients[index] ?? 0)
      }
    }
    this.users = pack(users)
    this.residual = new Float64Array(lines.length)
    this.weight = new Float64Array(lines.length).fill(1)
    this.broken = new IndexSet(lines.length)
    this.restsUntil = new Float64Array(start.length)
    for (const [at, { cells, coefficients, constant }] of lines.entries()) {
      let sum = constant
      for (const [index, cell] of cells.entries()) sum += (coefficients[index] ?? 0) * (this.values[cell] ?? 0)
      this.setResidual(at, sum)
    }
  }

  /** True once all equations hold. False says nothing: there may be a solution all the same. */
  findSolution(): boolean {
    const steps = 50 * this.values.length + 20_000
    for (const rest of [4, 8, RESTS_MAX]) {
      this.movedCells = []
      this.movedBy = []
      if (!this.repair({ held: -1, steps, rest, broken: Number.POSITIVE_INFINITY, learns: true })) continue
      this.weight.fill(1)
      return true
    }
    return false
  }

  /** Cells that the last success of `reach` has changed; a cell may be named twice. */
  listChanged(): readonly number[] {
    return this.movedCells
  }

  /** Brings a cell to a value and repairs the rest; false leaves everything as it was. */
  reach(cell: number, value: number, steps: number): boolean {
    this.startAttempt()
    this.change(cell, value - (this.values[cell] ?? 0))
    return this.repair({ held: cell, steps, rest: 6, broken: BROKEN_MAX, learns: false }) || this.undo()
  }

  /** The same from the whole numbers beside a solution in fractions, which is near to where the cell can have the value. */
  reachFrom(fractions: readonly number[], cell: number, value: number): boolean {
    this.startAttempt()
    for (const [at, fraction] of fractions.entries()) {
      const goal = at === cell ? value : Math.round(fraction)
      const by = this.limitMove(at, goal - (this.values[at] ?? 0))
      if (by !== 0) this.change(at, by)
    }
    const steps = 4 * fractions.length + 2000
    const isReached = this.repair({ held: cell, steps, rest: 6, broken: Number.POSITIVE_INFINITY, learns: true })
    this.weight.fill(1)
    return isReached || this.undo()
  }

  /** Goes to another solution. */
  moveTo(solution: readonly number[]): void {
    for (const [at, value] of solution.entries()) this.move(at, value - (this.values[at] ?? 0))
  }

  private startAttempt(): void {
    this.movedCells = []
    this.movedBy = []
    // Nothing rests any more from the attempt before.
    this.step += RESTS_MAX
  }

  private undo(): false {
    for (let at = this.movedCells.length - 1; at >= 0; at -= 1) {
      this.move(this.movedCells[at] ?? 0, -(this.movedBy[at] ?? 0))
    }
    return false
  }

  private repair({ held, steps, rest, broken, learns }: Repair): boolean {
    const end = this.step + steps
    while (this.broken.size > 0) {
      if (this.step >= end || this.broken.size > broken) return false
      this.step += 1
      const at = this.broken.get(this.draw(this.broken.size))
      const isFound = this.findBestMove(at, held)
      if (learns && (!isFound || this.best.harm >= 0)) this.weight[at] = (this.weight[at] ?? 1) + 0.5
      if (!isFound) continue
      this.change(this.best.cell, this.best.by)
      this.restsUntil[this.best.cell] = this.step + 1 + this.draw(rest)
    }
    return true
  }

  private findBestMove(at: number, held: number): boolean {
    const { starts, indices, coefficients } = this.lines
    const residual = this.residual[at] ?? 0
    let ties = 0
    for (let entry = starts[at] ?? 0; entry < (starts[at + 1] ?? 0); entry += 1) {
      const cell = indices[entry] ?? 0
      if (cell === held || (this.restsUntil[cell] ?? 0) > this.step) continue
      const by = this.limitMove(cell, Math.trunc(-residual / (coefficients[entry] ?? 1)))
      if (by === 0) continue
      const harm = this.harmOf(cell, by)
      if (ties > 0 && harm > this.best.harm) continue
      ties = ties > 0 && harm === this.best.harm ? ties + 1 : 1
      if (ties > 1 && this.draw(ties) !== 0) continue
      this.best.cell = cell
      this.best.by = by
      this.best.harm = harm
    }
    return ties > 0
  }

  private limitMove(cell: number, by: number): number {
    const value = this.values[cell] ?? 0
    return by > 0 ? Math.min(by, (this.upper[cell] ?? 0) - value) : Math.max(by, (this.lower[cell] ?? 0) - value)
  }

  private harmOf(cell: number, by: number): number {
    const { starts, indices, coefficients } = this.users
    let harm = 0
    for (let entry = starts[cell] ?? 0; entry < (starts[cell + 1] ?? 0); entry += 1) {
      const at = indices[entry] ?? 0
      const residual = this.residual[at] ?? 0
      const after = residual + by * (coefficients[entry] ?? 0)
      harm += (this.weight[at] ?? 1) * (Math.abs(after) - Math.abs(residual))
    }
    return harm
  }

  private change(cell: number, by: number): void {
    this.move(cell, by)
    this.movedCells.push(cell)
    this.movedBy.push(by)
  }

  private move(cell: number, by: number): void {
    const { starts, indices, coefficients } = this.users
    this.values[cell] = (this.values[cell] ?? 0) + by
    for (let entry = starts[cell] ?? 0; entry < (starts[cell + 1] ?? 0); entry += 1) {
      const at = indices[entry] ?? 0
      this.setResidual(at, (this.residual[at] ?? 0) + by * (coefficients[entry] ?? 0))
    }
  }

  private setResidual(at: number, residual: number): void {
    this.residual[at] = residual
    if (residual === 0) this.broken.delete(at)
    else this.broken.add(at)
  }

  /** A number below `count` that looks random and is the same each time. */
  private draw(count: number): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.seed / 2 ** 32) * count)
  }
}

interface Repair {
  /** The cell that must stay, -1 for none. */
  held: number
  steps: number
  /** How many steps a cell rests after it was moved, at most. */
  rest: number
  /** Broken equations above which the repair is given up. */
  broken: number
  /** Whether an equation that resists gains weight. */
  learns: boolean
}

const RESTS_MAX = 20
/** A repair that breaks more equations at once leads nowhere. */
const BROKEN_MAX = 40

function pack(rows: readonly { indices: readonly number[]; coefficients: readonly number[] }[]): Sparse {
  const starts = new Int32Array(rows.length + 1)
  for (const [row, { indices }] of rows.entries()) starts[row + 1] = (starts[row] ?? 0) + indices.length
  return {
    starts,
    indices: Int32Array.from(rows.flatMap(({ indices }) => indices)),
    coefficients: Float64Array.from(rows.flatMap(({ coefficients }) => coefficients)),
  }
}
