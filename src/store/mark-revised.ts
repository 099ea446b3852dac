import type { Contract, TableSpec } from '../contracts/contract.ts'
import { hasOwnStatus } from '../contracts/own-status.ts'
import type { Cell, Table, TableRow } from '../contracts/table.ts'
import { keyOfRow, readRevision } from './compare-revisions.ts'
import { isTotal } from './fill-totals.ts'
import { escapeFormula, formatNumber } from './table-csv.ts'

/**
 * The table with every final value marked as revised that is not the one published before, or that was marked so
 * already: the line knows nothing of earlier releases, and gives a corrected value as final. Values without a status
 * column of their own are marked together with their row; in a table about people all values are marked together, so
 * that the marks do not say whose answers were changed; a 累计 that only an earlier period changed is marked alone.
 */
export function markRevised(table: Table, shape: { contract: Contract; spec: TableSpec }, before: string): Table {
  const keys = shape.spec.dimensions.map(({ column }) => column)
  const old = readRevision(before, keys)
  if (keys.some((key) => !old.headings.includes(key))) return table
  const rows = table.rows.map((row) => {
    const published = Object.fromEntries(keys.map((key) => [key, escapeFormula(row.key[key] ?? '')]))
    return markRow(row, shape, { headings: old.headings, row: old.rows.get(keyOfRow(published, keys)) ?? null })
  })
  const ids = Object.keys(shape.spec.measures).filter((id) => !isTotal(shape.spec, id))
  if (shape.contract.class === 'O' || !rows.some((row) => hasRevised(row, ids))) return { ...table, rows }
  return { ...table, rows: rows.map((row) => ({ ...row, cells: markCells(row.cells, () => true) })) }
}

function hasRevised({ cells }: TableRow, ids: readonly string[]): boolean {
  return ids.some((id) => cells[id]?.status === 'revised')
}

function markCells(cells: TableRow['cells'], isMarked: (id: string) => boolean): TableRow['cells'] {
  const marked: Record<string, Cell> = {}
  for (const [id, cell] of Object.entries(cells)) {
    marked[id] = isMarked(id) && cell.status === 'final' ? { ...cell, status: 'revised' } : cell
  }
  return marked
}

interface Before {
  headings: readonly string[]
  /** Null where the revision has no such row. */
  row: Readonly<Record<string, string>> | null
}

function markRow(row: TableRow, { contract, spec }: { contract: Contract; spec: TableSpec }, before: Before): TableRow {
  const isOwn = (id: string) => hasOwnStatus(id, contract, spec)
  const ids = Object.keys(row.cells)
  const revised = new Set(
    ids.filter((id) => isRevised(row.cells[id], { id, statusAt: isOwn(id) ? `${id}_status` : 'status' }, before)),
  )
  const isRowRevised = ids.some((id) => !isOwn(id) && revised.has(id))
  return { ...row, cells: markCells(row.cells, (id) => (isOwn(id) ? revised.has(id) : isRowRevised)) }
}

function isRevised(cell: Cell | undefined, at: { id: string; statusAt: string }, { headings, row }: Before): boolean {
  if (!cell || !headings.includes(at.id)) return false
  if (row === null) return cell.value !== null
  const text = cell.value === null ? '' : formatNumber(cell.value)
  return row[at.id] !== text || row[at.statusAt] === 'revised'
}
