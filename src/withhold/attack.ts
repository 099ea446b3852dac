import { attackPart } from './attack-part.ts'
import type { Findings } from './audit-findings.ts'
import type { OpenSolver } from './integer-solver.ts'
import { propagateBounds } from './propagate-bounds.ts'
import { isHarmless, type Protection, protectWide } from './protection.ts'
import { splitSystem } from './split-system.ts'
import { buildSystem, type PublishedSystem, type System } from './system.ts'

/** A system as an attacker meets it. */
interface Target {
  system: System
  /** By the index of a hidden cell: what was promised of it. */
  promised: ReadonlyMap<number, Protection>
  /** A likely value of each cell, from which the search for solutions begins. */
  guess: readonly number[]
}

/** What can be worked back from tables whose hidden cells may have any value. Throws Contradiction where nothing fits. */
export function attack(published: PublishedSystem, openSolver: OpenSolver): Findings {
  const promise = protectWide(published.n)
  const hidden = published.published.flatMap((value, cell) => (value === null ? [cell] : []))
  const guess = published.published.map((value) => value ?? 2)
  const promised = new Map(hidden.map((cell) => [cell, promise]))
  return attackSystem({ system: buildSystem(published), promised, guess }, openSolver)
}

/**
 * Plays the attacker: what can each hidden cell be, as a whole number, under all equations at once? Subtraction comes
 * first, then a search for solutions, each of which shows what is possible; a solver is asked only about what neither has
 * settled. Narrows `system`. Throws Contradiction where nothing fits.
 */
export function attackSystem({ system, promised, guess }: Target, openSolver: OpenSolver): Findings {
  propagateBounds(system)
  const findings: Findings = { exact: [], narrow: [], undecided: [] }
  const parts = splitSystem(system)
  const inParts = new Set(parts.flatMap((part) => part.cells))
  for (const [cell, protection] of promised) {
    const [lower, upper] = [system.lower[cell] ?? 0, system.upper[cell] ?? 0]
    if (lower === upper && ('low' in protection || !isKept(protection, lower, upper)))
      findings.exact.push([cell, lower])
    else if (inParts.has(cell)) continue
    // In no equation, a cell can have each value between its bounds.
    if (!isKept(protection, lower, upper)) findings.narrow.push(cell)
  }
  for (const part of parts) {
    const own = part.cells.map((cell, place) =>
      part.lower[place] === part.upper[place] ? undefined : promised.get(cell),
    )
    const found = attackPart({ part, promised: own, guess: part.cells.map((cell) => guess[cell] ?? 0) }, openSolver)
    const cellAt = (place: number) => part.cells[place] ?? 0
    findings.exact.push(...found.exact.map(([place, value]): [number, number] => [cellAt(place), value]))
    findings.narrow.push(...found.narrow.map(cellAt))
    findings.undecided.push(...found.undecided.map(cellAt))
  }
  findings.exact.sort(([a], [b]) => a - b)
  for (const list of [findings.narrow, findings.undecided]) list.sort((a, b) => a - b)
  return findings
}

/** True where a cell that can have each value between its bounds is as safe as promised. */
function isKept(protection: Protection, lower: number, upper: number): boolean {
  if ('low' in protection) return lower <= protection.low && upper >= protection.high
  const { values, below = Number.POSITIVE_INFINITY } = protection
  return upper - lower + 1 >= values || isHarmless(lower, below) || isHarmless(upper, below)
}
