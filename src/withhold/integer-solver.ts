import type { System } from './system.ts'

/** One question to a solver: is there a solution in which a cell lies between two bounds? */
export interface Question {
  cell: number
  lower: number
  upper: number
}

/**
 * Searches a system for whole-number solutions. It is not trusted: a solution is checked by `isSolution`, and only
 * `infeasible` rests on the solver alone.
 */
export interface IntegerSolver {
  /** A solution that answers the question, or any where there is none; among several it prefers small `cost` × value. */
  search(cost: readonly number[], question?: Question): readonly number[] | 'infeasible' | 'undecided'
  /** Frees the memory of the solver. */
  close(): void
}

export type OpenSolver = (system: System) => IntegerSolver
