import type { OpenSolver } from './integer-solver.ts'
import { cutOut, type SystemPart } from './split-system.ts'
import type { Range } from './suspect.ts'
import { isSolution, type System } from './system.ts'

/** Seconds for one question. */
const SECONDS_MAX = 10

/** Small systems around some cells: what is possible though every cell farther away stays as it is, is possible. */
export class Neighbourhoods {
  private readonly system: System
  private readonly openSolver: OpenSolver
  /** Equations in which a cell occurs, by cell. */
  private readonly users: number[][]

  constructor(system: System, openSolver: OpenSolver) {
    this.system = system
    this.openSolver = openSolver
    this.users = system.lower.map((): number[] => [])
    for (const [at, { parent, children }] of system.equations.entries()) {
      for (const cell of new Set([parent, ...children])) this.users[cell]?.push(at)
    }
  }

  /**
   * A solution in which some cells are each in a range, and all but the unknowns nearest to them have the values that they have
   * in another solution; null where none is found.
   */
  find(goals: readonly { cell: number; range: Range }[], unknowns: number, values: ArrayLike<number>): number[] | null {
    const cells = goals.map(({ cell }) => cell)
    const around = this.cutAround(cells, unknowns, values)
    for (const { cell, range } of goals) {
      const at = around.cells.indexOf(cell)
      around.lower[at] = Math.max(range[0], around.lower[at] ?? 0)
      around.upper[at] = Math.min(range[1], around.upper[at] ?? 0)
    }
    const solver = this.openSolver(around)
    try {
      const answer = solver.search(undefined, SECONDS_MAX)
      if (typeof answer === 'string') return null
      const solution = Array.from(values)
      for (const [at, cell] of around.cells.entries()) solution[cell] = answer[at] ?? 0
      return isSolution(this.system, solution) ? solution : null
    } finally {
      solver.close()
    }
  }

  /** The unknowns nearest to some cells, all others held at the values of a solution. */
  private cutAround(starts: readonly number[], unknowns: number, values: ArrayLike<number>): SystemPart {
    const free = this.listNear(starts, unknowns)
    const touched = new Set([...free].flatMap((own) => this.users[own] ?? []))
    const equations = [...touched].flatMap((at) => this.system.equations[at] ?? [])
    const part = cutOut(this.system, equations)
    for (const [place, own] of part.cells.entries()) {
      if (free.has(own)) continue
      part.lower[place] = values[own] ?? 0
      part.upper[place] = values[own] ?? 0
    }
    return part
  }

  /** Unknown cells by their distance. */
  private listNear(starts: readonly number[], unknowns: number): Set<number> {
    const { lower, upper, equations } = this.system
    const cells = new Set(starts)
    for (const cell of cells) {
      for (const at of this.users[cell] ?? []) {
        if (cells.size >= unknowns) return cells
        const { parent, children = [] } = equations[at] ?? {}
        for (const own of [parent ?? cell, ...children]) if (lower[own] !== upper[own]) cells.add(own)
      }
    }
    return cells
  }
}
