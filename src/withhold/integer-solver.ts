import type { System } from './system.ts'

/** One question to a solver: is there a solution in which a cell lies between two bounds? */
interface Question {
  cell: number
  lower: number
  upper: number
}

/** A bound, and the values of all cells, in fractions, at which it is reached; none where there is no bound. */
interface Bound {
  value: number
  fractions: readonly number[] | null
}

/**
 * Searches a system for whole-number solutions, and bounds its cells. It is not trusted: a solution is checked by
 * `isSolution`, and only `infeasible` and bounds rest on the solver alone.
 */
export interface IntegerSolver {
  /** A solution that answers the question, or any where there is none; after some seconds the answer may be `undecided`. */
  search(question?: Question, seconds?: number): readonly number[] | 'infeasible' | 'undecided'
  /**
   * What no solution goes below or above, fractions allowed; infinite where it is without bound, null where the solver
   * came to no end.
   */
  bound(cell: number, side: 'lower' | 'upper'): Bound | null
  /** Frees the memory of the solver. */
  close(): void
}

export type OpenSolver = (system: System) => IntegerSolver
