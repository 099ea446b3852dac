import { expect } from 'vitest'
import { attackSystem } from '../../src/withhold/attack.ts'
import { loadSolver } from '../../src/withhold/highs-solver.ts'
import type { PublicRow, PublicTable } from '../../src/withhold/public-cells.ts'
import { buildPublicSystem } from '../../src/withhold/public-system.ts'

export const PERSONS = { n: 5, base: 5, hidesZero: false, valuesMin: 3 }
/** Small counts hidden and the rest printed exactly: what offices usually do. */
export const EXACT = { ...PERSONS, base: 1 }

/** One row: its period, its codes, and its counts, null where hidden. */
export type Line = readonly [period: string, codes: string, counts: Record<string, number | null>]

export function tableOf(
  table: string,
  dimensions: string[],
  lines: readonly Line[],
  more: Partial<PublicTable> = {},
): PublicTable {
  const rows = lines.map(
    ([period, codes, counts]): PublicRow => ({
      period,
      key: Object.fromEntries(codes.split(' ').map((code, at) => [dimensions[at] ?? '', code])),
      cells: Object.fromEntries(
        Object.entries(counts).map(([id, value]) => [
          id,
          { value, status: value === null ? 'withheld' : 'final' } as const,
        ]),
      ),
    }),
  )
  const counts = Object.keys(lines[0]?.[2] ?? {})
  return {
    dataset: 'd',
    table,
    printing: EXACT,
    dimensions,
    counts,
    totals: [],
    identities: [],
    rows,
    isSuperseded: false,
    ...more,
  }
}

/** A city of two districts, of which one is hidden and follows from the others. */
export const PLACES: readonly Line[] = [
  ['2026-10', '990100', { rated: 23 }],
  ['2026-10', '990101', { rated: 20 }],
  ['2026-10', '990102', { rated: null }],
]

const openSolver = await loadSolver()

/** What an attacker finds, by names of cells. */
export function audit(...tables: readonly PublicTable[]) {
  const { system, promised, guess, names } = buildPublicSystem(tables)
  const { exact, narrow, undecided } = attackSystem({ system, promised, guess }, openSolver)
  expect(undecided).toEqual([])
  return { exact: exact.map(([cell, value]) => `${names[cell]} = ${value}`), narrow: narrow.map((cell) => names[cell]) }
}
