import type { Measure, TableSpec } from '../contracts/contract.ts'
import type { Cell, TableRow } from '../contracts/table.ts'
import { divideCells, EXACT_RATES, type RateRule } from './derived-measures.ts'

type Share = Extract<Measure, { share: unknown }>

/** Adds to each row its part of all rows that differ from it in one dimension only: one level of all levels of a district. */
export function withShares(spec: TableSpec, rows: readonly TableRow[], rates: RateRule = EXACT_RATES): TableRow[] {
  const shares = Object.entries(spec.measures).filter((entry): entry is [string, Share] => 'share' in entry[1])
  if (shares.length === 0) return [...rows]
  const totals = shares.map(([, { share }]) => totalsOf(rows, share))
  return rows.map((row) => {
    const made = new Map<string, Cell>()
    for (const [index, [id, measure]] of shares.entries())
      made.set(id, cellOf(row, measure, { totals: totals[index], rates }))
    // The order of the contract is the order of the file.
    const cells: Record<string, Cell> = {}
    for (const id of Object.keys(spec.measures)) {
      const cell = made.get(id) ?? row.cells[id]
      if (cell) cells[id] = cell
    }
    return { ...row, cells }
  })
}

/** Sums by the values of all other dimensions; without a value where a part is missing, for then the whole is not known. */
function totalsOf(rows: readonly TableRow[], { of, across }: Share['share']): Map<string, Cell> {
  const totals = new Map<string, Cell>()
  for (const row of rows) {
    const group = groupOf(row, across)
    const before = totals.get(group)?.value ?? (totals.has(group) ? null : 0)
    const part = row.cells[of] ?? NOT_REPORTED
    if (before !== null && part.value !== null) totals.set(group, { value: before + part.value, status: 'final' })
    else if (before !== null) totals.set(group, { value: null, status: part.status })
  }
  return totals
}

const NOT_REPORTED: Cell = { value: null, status: 'not-reported' }

interface Whole {
  totals: ReadonlyMap<string, Cell> | undefined
  rates: RateRule
}

function cellOf(row: TableRow, measure: Share, { totals, rates }: Whole): Cell {
  const part = row.cells[measure.share.of]
  const asked = { times: 100, decimals: measure.decimals ?? 0 }
  const cell = divideCells(part, totals?.get(groupOf(row, measure.share.across)), (a, b) => rates.rate(a, b, asked))
  return part && cell.status === 'final' ? { value: cell.value, status: part.status } : cell
}

function groupOf(row: TableRow, across: string): string {
  return Object.entries(row.key)
    .filter(([column]) => column !== across)
    .map(([column, value]) => `${column}=${value}`)
    .join('\u0000')
}
