import Papa from 'papaparse'
import type { Places } from '../codes/places.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import { type Cell, MARKS, type Status, type Table, type TableRow } from '../contracts/table.ts'
import { type FileColumn, listFileColumns } from './file-columns.ts'
import { parsePublishedCsv } from './published-csv.ts'
import type { Vintage } from './published-tables.ts'
import { statusOfRow } from './row-status.ts'

/** What is needed beside the bytes to write or read a table's file. */
export interface FileShape {
  contract: Contract
  spec: TableSpec
  /** Of a table about people: what the status of a row says, since each of its counts has a status of its own. */
  vintage?: Vintage | undefined
}

/**
 * The published text of one table: UTF-8, LF, no BOM, a header, one line a row. A missing value is an empty cell and
 * a status column says why: the measure's own, or the row's in the last column.
 */
export function csvOf(table: Table, shape: FileShape, places: Places): string {
  const columns = listFileColumns(shape.contract, shape.spec)
  const context = { period: table.period, places, columns, vintage: shape.vintage }
  const lines = table.rows.map((row) => columns.map((column) => formatCell(column, row, context)))
  return `${Papa.unparse([columns.map((column) => column.heading), ...lines], { newline: '\n' })}\n`
}

/** Rows of a published text. Throws where `csvOf` writes no such text for this contract. */
export function rowsOf(text: string, shape: FileShape): TableRow[] {
  const columns = listFileColumns(shape.contract, shape.spec)
  const { headings, lines, errors } = parsePublishedCsv(text)
  if (errors[0]) throw new Error(`line ${(errors[0].row ?? 0) + 1}: ${errors[0].message}`)
  const wanted = columns.map((column) => column.heading).join()
  if (headings.join() !== wanted) throw new Error(`header ${headings.join()}; the contract has ${wanted}`)
  return lines.map((line, index) => {
    if (line.length === columns.length) return rowOf(line, columns)
    throw new Error(`line ${index + 2}: ${line.length} cells instead of ${columns.length}`)
  })
}

/** The header line of a table's file. */
export function headerOf(shape: FileShape): string {
  return listFileColumns(shape.contract, shape.spec)
    .map((column) => column.heading)
    .join()
}

/**
 * A spreadsheet runs a cell that starts with one of these as a formula, so an apostrophe is set before it. One more
 * apostrophe is set before a text that has them already, so that what is read is always what was written.
 */
const FORMULA = /^'*[=+\-@\t\r]/

export function escapeFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text of a cell as it was before `escapeFormula`. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}

/** A number in plain notation: `1284`, `0.35`, never `1e-7`. */
export function formatNumber(value: number): string {
  const text = String(value)
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`number without a plain notation: ${text}`)
  return text
}

function formatCell(
  column: FileColumn,
  row: TableRow,
  context: { period: string; places: Places; columns: readonly FileColumn[]; vintage: Vintage | undefined },
): string {
  const { part, id } = column
  if (part === 'period') return context.period
  if (part === 'status') return context.vintage ?? statusOfRow(row.cells, context.columns)
  if (part === 'measure-status') return statusOf(row.cells, id)
  if (part === 'measure') {
    const value = row.cells[id]?.value ?? null
    return value === null ? '' : formatNumber(value)
  }
  const text = row.key[id] ?? row.text[id] ?? ''
  if (part === 'name') return escapeFormula(context.places.get(text)?.names.zh ?? '')
  return escapeFormula(part === 'level' ? (context.places.get(text)?.level ?? '') : text)
}

function statusOf(cells: Readonly<Record<string, Cell>>, id: string): Status {
  const cell = cells[id]
  if (!cell) throw new Error(`row without measure ${id}`)
  return cell.status
}

function rowOf(line: readonly string[], columns: readonly FileColumn[]): TableRow {
  const row: TableRow = { key: {}, text: {}, cells: {} }
  const shared = requireKnown(line.at(-1) ?? '')
  for (const [index, { part, id }] of columns.entries()) {
    const cell = line[index] ?? ''
    if (part === 'key') row.key[id] = unescapeFormula(cell)
    if (part === 'text') row.text[id] = unescapeFormula(cell)
    if (part === 'measure') row.cells[id] = { value: parseNumber(cell), status: shared }
    // The column of a measure's status comes after the measure's own.
    if (part === 'measure-status') row.cells[id] = { value: row.cells[id]?.value ?? null, status: requireKnown(cell) }
  }
  return row
}

function parseNumber(text: string): number | null {
  if (text === '') return null
  const value = Number(text)
  if (Number.isNaN(value)) throw new Error(`no number: ${text}`)
  return value
}

function requireKnown(text: string): Status {
  if (!isStatus(text)) throw new Error(`unknown status: ${text}`)
  return text
}

function isStatus(text: string): text is Status {
  return Object.hasOwn(MARKS, text)
}
