import { attackSystem } from './attack.ts'
import type { OpenSolver } from './integer-solver.ts'
import type { PublicTable } from './public-cells.ts'
import { buildPublicSystem } from './public-system.ts'

/** What an attacker makes of published tables; cells have the names that `trace` knows. */
export interface PublishedAudit {
  tables: number
  /** Counts of people that are printed or hidden. */
  cells: number
  hidden: number
  /** Sums that the tables declare. */
  equations: number
  exact: [cell: string, value: number][]
  narrow: string[]
  undecided: string[]
}

/** Tries to work hidden counts back from published tables alone. Throws Contradiction where no whole numbers fit. */
export function auditPublished(tables: readonly PublicTable[], openSolver: OpenSolver): PublishedAudit {
  const { system, promised, guess, names, cells, hidden } = buildPublicSystem(tables)
  const nameOf = (cell: number) => names[cell] ?? ''
  const found = attackSystem({ system, promised, guess }, openSolver)
  return {
    tables: tables.length,
    cells,
    hidden,
    equations: system.equations.length,
    exact: found.exact.map(([cell, value]) => [nameOf(cell), value]),
    narrow: found.narrow.map(nameOf),
    undecided: found.undecided.map(nameOf),
  }
}
