import Papa from 'papaparse'
import type { Places } from '../codes/places.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import { type Cell, MARKS, type Status, type Table, type TableRow } from '../contracts/table.ts'
import { type FileColumn, listFileColumns } from './file-columns.ts'

/** What is needed beside the bytes to write or read a table's file. */
export interface FileShape {
  contract: Contract
  spec: TableSpec
}

/**
 * The published text of one table: UTF-8, LF, no BOM, a header, one line a row. A missing value is an empty cell and
 * the last column says why.
 */
export function csvOf(table: Table, shape: FileShape, places: Places): string {
  const columns = listFileColumns(shape.contract, shape.spec)
  const lines = table.rows.map((row) => columns.map((column) => formatCell(column, row, table.period, places)))
  return `${Papa.unparse([columns.map((column) => column.heading), ...lines], { newline: '\n' })}\n`
}

/** Rows of a published text. Throws where the text is not one that `csvOf` writes for this contract. */
export function rowsOf(text: string, shape: FileShape): TableRow[] {
  const columns = listFileColumns(shape.contract, shape.spec)
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: 'greedy' })
  if (errors[0]) throw new Error(`line ${(errors[0].row ?? 0) + 1}: ${errors[0].message}`)
  const [header, ...lines] = data
  const wanted = columns.map((column) => column.heading).join()
  if (header?.join() !== wanted) throw new Error(`header ${header?.join()}; the contract has ${wanted}`)
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

function unescapeFormula(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}

/** A number in plain notation: `1284`, `0.35`, never `1e-7`. */
export function formatNumber(value: number): string {
  const text = String(value)
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`number without a plain notation: ${text}`)
  return text
}

function formatCell(column: FileColumn, row: TableRow, period: string, places: Places): string {
  if (column.part === 'period') return period
  if (column.part === 'status') return formatStatus(row.cells)
  if (column.part === 'measure') {
    const value = row.cells[column.id]?.value ?? null
    return value === null ? '' : formatNumber(value)
  }
  const text = row.key[column.id] ?? row.text[column.id] ?? ''
  return escapeFormula(column.part === 'name' ? (places.get(text)?.names.zh ?? '') : text)
}

/** The status that most values of the row share, then each cell that differs: `final;hours_median:not-applicable`. */
export function formatStatus(cells: Readonly<Record<string, Cell>>): string {
  const all = Object.values(cells)
  const valued = all.filter((cell) => cell.value !== null)
  const shared = findCommonest(valued.length > 0 ? valued : all)
  const others = Object.entries(cells).filter(([, cell]) => cell.status !== shared)
  return [shared, ...others.map(([id, cell]) => `${id}:${cell.status}`)].join(';')
}

function findCommonest(cells: readonly Cell[]): Status {
  const counts = new Map<Status, number>()
  for (const { status } of cells) counts.set(status, (counts.get(status) ?? 0) + 1)
  let shared: Status = 'final'
  for (const [status, count] of counts) {
    if (count > (counts.get(shared) ?? 0)) shared = status
  }
  return shared
}

function rowOf(line: readonly string[], columns: readonly FileColumn[]): TableRow {
  const row: TableRow = { key: {}, text: {}, cells: {} }
  const statuses = parseStatus(line.at(-1) ?? '')
  for (const [index, { part, id }] of columns.entries()) {
    const cell = line[index] ?? ''
    if (part === 'key') row.key[id] = unescapeFormula(cell)
    if (part === 'text') row.text[id] = unescapeFormula(cell)
    if (part === 'measure') row.cells[id] = { value: parseNumber(cell), status: statuses.get(id) ?? statuses.shared }
  }
  return row
}

function parseNumber(text: string): number | null {
  if (text === '') return null
  const value = Number(text)
  if (Number.isNaN(value)) throw new Error(`no number: ${text}`)
  return value
}

function parseStatus(text: string): { shared: Status; get(id: string): Status | undefined } {
  const [shared = '', ...others] = text.split(';')
  const byId = new Map<string, Status>()
  for (const other of others) {
    const [id = '', status = ''] = other.split(':')
    byId.set(id, requireKnown(status))
  }
  return { shared: requireKnown(shared), get: (id) => byId.get(id) }
}

function requireKnown(text: string): Status {
  if (!isStatus(text)) throw new Error(`unknown status: ${text}`)
  return text
}

function isStatus(text: string): text is Status {
  return Object.hasOwn(MARKS, text)
}
