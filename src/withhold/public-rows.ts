import Papa from 'papaparse'
import type { RunningTotal } from '../contracts/running-total.ts'
import { STATUSES, type Status } from '../contracts/table.ts'
import type { PublicRow } from './public-cells.ts'

/** How the columns of a table are to be read. */
interface Columns {
  dimensions: readonly string[]
  /** Measures that count people. */
  counts: readonly string[]
  totals: readonly RunningTotal[]
}

/** Rows of a published CSV by its own headings: an earlier revision may have been made by another contract. */
export function parsePublicRows(text: string, columns: Columns): PublicRow[] {
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' })
  return data.map((row) => buildPublicRow(row, columns))
}

/** A row of a published CSV or JSON file, with nothing but what an attacker needs. */
export function buildPublicRow(
  row: Readonly<Record<string, string | number | null>>,
  { dimensions, counts, totals }: Columns,
): PublicRow {
  const cells: Record<string, { value: number | null; status: Status }> = {}
  for (const id of [...counts, ...totals.flatMap(({ low, high }) => [low, high])]) {
    const value = row[id] ?? ''
    // Where no measure of a table can have a status of its own, the row has it.
    const status = STATUSES.find((known) => known === (row[`${id}_status`] ?? row['status']))
    cells[id] = { value: value === '' ? null : Number(value), status: status ?? 'final' }
  }
  const key = Object.fromEntries(dimensions.map((id) => [id, String(row[id] ?? '')]))
  return { period: String(row['period'] ?? ''), key, cells }
}
