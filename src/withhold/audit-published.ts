import { attackSystem } from './attack.ts'
import { type Correction, listCorrections } from './corrections.ts'
import { listEarlierStates } from './earlier-states.ts'
import type { OpenSolver } from './integer-solver.ts'
import { Contradiction, propagateBounds } from './propagate-bounds.ts'
import type { PublicSystem, PublicTable } from './public-cells.ts'
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
  const { system, cells, hidden } = buildPublicSystem(tables)
  const found = [
    attackTables(tables, openSolver),
    ...listEarlierStates(tables).map((state) => attackState(state, openSolver)),
  ]
  const exact = new Map(found.flatMap((named) => named.exact))
  const narrow = new Set(found.flatMap((named) => named.narrow))
  return {
    tables: tables.length,
    cells,
    hidden,
    equations: system.equations.length,
    exact: [...exact],
    narrow: [...narrow],
    undecided: [...new Set(found.flatMap((named) => named.undecided))].filter((cell) => !narrow.has(cell)),
  }
}

/** Findings by the names of cells. */
type Named = Pick<PublishedAudit, 'exact' | 'narrow' | 'undecided'>

/** Throws Contradiction. */
function attackNamed(made: PublicSystem, openSolver: OpenSolver): Named {
  const nameOf = (cell: number) => made.names[cell] ?? ''
  const { exact, narrow, undecided } = attackSystem(made, openSolver)
  return {
    exact: exact.map(([cell, value]) => [nameOf(cell), value]),
    narrow: narrow.map(nameOf),
    undecided: undecided.map(nameOf),
  }
}

/** What contradicts itself was wrong, and corrected since, or was made when other sums were declared: it says nothing. */
function attackState(state: readonly PublicTable[], openSolver: OpenSolver): Named {
  try {
    return attackNamed(buildPublicSystem(state), openSolver)
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error
    return { exact: [], narrow: [], undecided: [] }
  }
}

/** What is found with all that may be supposed of corrections, and without where that cannot be true. */
function attackTables(tables: readonly PublicTable[], openSolver: OpenSolver): Named {
  const corrections = listCorrections(tables).filter(isPossible)
  if (corrections.length === 0) return attackNamed(buildPublicSystem(tables), openSolver)
  try {
    return attackNamed(buildPublicSystem(tables, corrections), openSolver)
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error
    // Each may be true alone, and not all.
    return attackNamed(buildPublicSystem(tables), openSolver)
  }
}

/** False where the two versions alone show that what is supposed of them is not true. */
function isPossible({ before, after }: Correction): boolean {
  const periods = new Set(before.rows.map(({ period }) => period))
  const ofPeriod = { ...after, rows: after.rows.filter(({ period }) => periods.has(period)) }
  try {
    propagateBounds(buildPublicSystem([before, ofPeriod], [{ before, after: ofPeriod }]).system)
    return true
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error
    return false
  }
}
