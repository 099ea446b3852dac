import { attackSystem } from './attack.ts'
import type { Findings } from './audit-findings.ts'
import { type Correction, listCorrections } from './corrections.ts'
import type { OpenSolver } from './integer-solver.ts'
import { Contradiction, propagateBounds } from './propagate-bounds.ts'
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
  const { system, names, cells, hidden } = buildPublicSystem(tables)
  const nameOf = (cell: number) => names[cell] ?? ''
  const found = attackTables(tables, openSolver)
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

/** What is found with all that may be supposed of corrections, and without where that cannot be true. */
function attackTables(tables: readonly PublicTable[], openSolver: OpenSolver): Findings {
  const corrections = listCorrections(tables).filter(isPossible)
  if (corrections.length === 0) return attackSystem(buildPublicSystem(tables), openSolver)
  try {
    return attackSystem(buildPublicSystem(tables, corrections), openSolver)
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error
    // Each may be true alone, and not all.
    return attackSystem(buildPublicSystem(tables), openSolver)
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
