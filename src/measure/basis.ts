import type { Measure, TableSpec } from '../contracts/contract.ts'
import { protectionOf } from '../contracts/count-protection.ts'
import type { Basis, Cell } from '../contracts/table.ts'
import type { PublishedRow, PublishedTable } from '../store/published-tables.ts'
import { sum } from '../text/sum.ts'

/** A cell of a table with what its value is; a value taken as its source prints it has no basis. */
export function withBasis(table: PublishedTable, row: PublishedRow, id: string, cell: Cell): Cell {
  const basis = cell.value === null ? null : findBasis(table, row, id)
  return basis ? { ...cell, basis } : cell
}

function findBasis(table: PublishedTable, row: PublishedRow, id: string): Basis | null {
  const { spec, contract } = table
  const measure = spec.measures[id]
  if (!measure) return null
  const read = (name: string | undefined) => (name === undefined ? null : (row.cells[name]?.value ?? null))
  if ('count' in measure || 'sum' in measure || 'plus' in measure)
    return { kind: 'count', step: protectionOf(contract)?.base ?? 0 }
  const { n, low, high } = partsOf(spec, id)
  if ('quantile' in measure) return { kind: 'quantile', of: read(n) }
  if ('share' in measure) return { kind: 'rate', of: sumAcross(table, row, measure.share), isPercent: true }
  if (!('rate' in measure)) return null
  if (low !== undefined || high !== undefined) return { kind: 'sample', of: read(n), low: read(low), high: read(high) }
  return { kind: 'rate', of: read(n), isPercent: measure.unit === '%' }
}

interface Parts {
  n?: string | undefined
  low?: string | undefined
  high?: string | undefined
}

/** Cells are looked up thousands of times a build; which measures belong together is the same in every row. */
const PARTS = new WeakMap<TableSpec, Map<string, Parts>>()

function partsOf(spec: TableSpec, id: string): Parts {
  const known = PARTS.get(spec) ?? new Map<string, Parts>()
  PARTS.set(spec, known)
  const found = known.get(id) ?? findParts(spec, id)
  known.set(id, found)
  return found
}

function findParts({ measures }: TableSpec, id: string): Parts {
  const measure = measures[id]
  if (!measure) return {}
  const find = (fits: (other: Measure) => boolean) => Object.entries(measures).find(([, other]) => fits(other))?.[0]
  const findBound = (bound: 'low' | 'high') =>
    find((other) => 'wilson' in other && other.wilson.rate === id && other.wilson.bound === bound)
  if ('rate' in measure) return { n: measure.rate.denominator, low: findBound('low'), high: findBound('high') }
  if (!('quantile' in measure)) return {}
  // A percentile is of the rows that the count with the same condition counts.
  const where = JSON.stringify(measure.where)
  return { n: find((other) => 'count' in other && JSON.stringify(other.where) === where) }
}

/** The whole that a share is a part of: the same row over all values of one dimension. */
function sumAcross(table: PublishedTable, row: PublishedRow, { of, across }: { of: string; across: string }): number {
  const isBeside = (other: PublishedRow) =>
    Object.entries(row.key).every(([column, value]) => column === across || other.key[column] === value)
  return sum(
    table
      .readRows(row.period)
      .filter(isBeside)
      .map((other) => other.cells[of]?.value ?? 0),
  )
}
