import type { Protection } from '../contracts/count-protection.ts'
import { checkWitnesses, rangeOfCell, type Witness } from './check-proof.ts'
import { prove } from './prove.ts'
import type { ReleaseSystem } from './release-system.ts'
import type { ReleasedCell } from './released-cells.ts'

/** Other raw files in which a hidden count has another value, and the printed counts that they would change. */
export interface Alternative {
  changed: number[]
  witness: Witness
}

/**
 * Other raw files in which a hidden count has this value and as few printed counts as possible differ, each of them at least
 * `n` in both; null where there are none or the solver comes to no end.
 */
export type FindAlternative = (
  system: ReleaseSystem,
  protection: Protection,
  target: { cell: number; value: number },
) => Alternative | null

/** Cells of exact tables that are hidden, or those that nothing hides well enough. */
interface Suppression {
  /** Small counts, and counts that would give them back. */
  hidden: ReleasedCell[]
  witnesses: Witness[]
  unsafe: ReleasedCell[]
}

/** Rounds in which further counts are hidden. */
const ROUNDS_MAX = 100

/**
 * Hides counts beside small counts of tables that are printed exactly, until each hidden count is shown to have enough values
 * by other raw files of which everything printed is the same; in them small counts stay small, and what is hidden beside them
 * stays above. The solver is not trusted: `checkWitnesses` counts each witness cell by cell. Marks cells of `system` as
 * suppressed.
 */
export function hideBeside(
  system: ReleaseSystem,
  protection: Protection,
  findAlternative: FindAlternative,
): Suppression {
  const exact = { ...protection, base: 1 }
  const listCells = (cells: readonly number[]) => cells.flatMap((cell) => system.cells[cell] ?? [])
  let witnesses: Witness[] = []
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    witnesses = [...witnesses, ...prove(system, exact).witnesses]
    const open = checkWitnesses(system, witnesses, exact)
    const [first] = open
    if (first === undefined) {
      return { hidden: system.cells.filter((cell) => rangeOfCell(cell, exact).isHidden), witnesses, unsafe: [] }
    }
    const found = findOtherValues(system, exact, { cell: first, findAlternative })
    if (found.length < exact.valuesMin - 1) return { hidden: [], witnesses: [], unsafe: listCells([first]) }
    for (const { changed, witness } of found) {
      witnesses.push(witness)
      for (const cell of listCells(changed)) cell.isSuppressed = true
    }
  }
  return { hidden: [], witnesses: [], unsafe: listCells(checkWitnesses(system, witnesses, exact)) }
}

/** How far from its own value a hidden count is tried. */
const STEPS_MAX = 4

/** Alternatives with as many other values of a cell as its proof needs, the nearest values first. */
function findOtherValues(
  system: ReleaseSystem,
  protection: Protection,
  { cell, findAlternative }: { cell: number; findAlternative: FindAlternative },
): Alternative[] {
  const own = system.cells[cell]
  if (!own) return []
  const { low, high } = rangeOfCell(own, protection)
  const found: Alternative[] = []
  for (let step = 1; step <= STEPS_MAX && found.length < protection.valuesMin - 1; step += 1) {
    for (const value of [own.value + step, own.value - step]) {
      if (value < low || value > high || found.length >= protection.valuesMin - 1) continue
      const alternative = findAlternative(system, protection, { cell, value })
      if (alternative) found.push(alternative)
    }
  }
  return found
}
