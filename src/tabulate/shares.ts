import type { Measure, TableSpec } from '../contracts/contract.ts'
import type { Cell, TableRow } from '../contracts/table.ts'
import { roundRatio } from '../text/decimal.ts'

type Share = Extract<Measure, { share: unknown }>

/** Adds to each row its part of all rows that differ from it in one dimension only: one level of all levels of a district. */
export function withShares(spec: TableSpec, rows: readonly TableRow[]): TableRow[] {
  const shares = Object.entries(spec.measures).filter((entry): entry is [string, Share] => 'share' in entry[1])
  if (shares.length === 0) return [...rows]
  const totals = shares.map(([, { share }]) => totalsOf(rows, share))
  return rows.map((row) => {
    const made = new Map<string, Cell>()
    for (const [index, [id, measure]] of shares.entries()) made.set(id, cellOf(row, measure, totals[index]))
    // The order of the contract is the order of the file.
    const cells: Record<string, Cell> = {}
    for (const id of Object.keys(spec.measures)) {
      const cell = made.get(id) ?? row.cells[id]
      if (cell) cells[id] = cell
    }
    return { ...row, cells }
  })
}

/** Sums by the values of all other dimensions; null where a part is missing, for then the whole is not known. */
function totalsOf(rows: readonly TableRow[], { of, across }: Share['share']): Map<string, number | null> {
  const totals = new Map<string, number | null>()
  for (const row of rows) {
    const group = groupOf(row, across)
    const before = totals.get(group)
    const value = row.cells[of]?.value ?? null
    totals.set(group, before === null || value === null ? null : (before ?? 0) + value)
  }
  return totals
}

function cellOf(row: TableRow, measure: Share, totals: ReadonlyMap<string, number | null> | undefined): Cell {
  const part = row.cells[measure.share.of]
  const whole = totals?.get(groupOf(row, measure.share.across)) ?? null
  if (!part || part.value === null) return { value: null, status: part?.status ?? 'not-reported' }
  if (whole === null) return { value: null, status: 'not-reported' }
  if (whole === 0) return { value: null, status: 'not-applicable' }
  const value = roundRatio({ numerator: part.value, denominator: whole, times: 100, decimals: measure.decimals ?? 0 })
  return { value, status: part.status }
}

function groupOf(row: TableRow, across: string): string {
  return Object.entries(row.key)
    .filter(([column]) => column !== across)
    .map(([column, value]) => `${column}=${value}`)
    .join('\u0000')
}
