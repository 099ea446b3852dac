import { expect } from 'vitest'
import { auditPublished } from '../../src/withhold/audit-published.ts'
import { loadSolver } from '../../src/withhold/highs-solver.ts'
import type { PublicRow, PublicTable } from '../../src/withhold/public-cells.ts'

export const PERSONS = { n: 5, base: 5, hidesZero: false, valuesMin: 3 }
/** Small counts hidden and the rest printed exactly: what offices usually do. */
export const EXACT = { ...PERSONS, base: 1 }
/** The rest printed exactly, but for counts that are hidden with a small count: a hidden count may be any but zero. */
export const EXACTLY = { ...EXACT, isExact: true }

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
  const { exact, narrow, undecided } = auditPublished(tables, openSolver)
  expect(undecided).toEqual([])
  return { exact: exact.map(([cell, value]) => `${cell} = ${value}`), narrow }
}
