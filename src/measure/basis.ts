import type { TableSpec } from '../contracts/contract.ts'
import { protectionOf } from '../contracts/count-protection.ts'
import { findCountBeside } from '../contracts/counted-rows.ts'
import { listPeriodsSinceJanuary } from '../contracts/running-total.ts'
import type { Basis, Cell } from '../contracts/table.ts'
import type { PublishedRow, PublishedTable } from '../store/published-tables.ts'
import { sum } from '../text/sum.ts'
import { findRateInterval, isOfSample } from './rate-interval.ts'

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
  const counts = countPrinted(spec, id, row.period)
  if (counts > 0) return { kind: 'count', step: (protectionOf(contract)?.base ?? 0) * counts }
  const { n, isSample } = partsOf(spec, id)
  if ('quantile' in measure) return { kind: 'quantile', of: read(n) }
  if ('share' in measure) return { kind: 'rate', of: sumAcross(table, row, measure.share), isPercent: true }
  if (!('rate' in measure)) return null
  if (isSample) {
    const interval = findRateInterval(spec, row, id)
    return { kind: 'sample', of: read(n), low: interval?.low.value ?? null, high: interval?.high.value ?? null }
  }
  return { kind: 'rate', of: read(n), isPercent: measure.unit === '%' }
}

/** Of how many printed counts a number is made, each rounded by itself; 0 for what is no count. */
function countPrinted({ measures }: Pick<TableSpec, 'measures'>, id: string, period: string): number {
  const measure = measures[id]
  if (!measure) return 0
  if ('count' in measure || 'sum' in measure) return 1
  if ('cumulative' in measure) return listPeriodsSinceJanuary(period).length
  if (!('plus' in measure)) return 0
  return sum([...measure.plus, ...(measure.minus ?? [])].map((part) => countPrinted({ measures }, part, period)))
}

interface Parts {
  n?: string | undefined
  isSample?: boolean
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

function findParts(spec: TableSpec, id: string): Parts {
  const measure = spec.measures[id]
  if (!measure) return {}
  if ('rate' in measure) return { n: measure.rate.denominator, isSample: isOfSample(spec, id) }
  return 'quantile' in measure ? { n: findCountBeside(spec, measure) ?? undefined } : {}
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
