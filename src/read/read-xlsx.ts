import type { Profile } from '../contracts/contract.ts'
import { raise } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { Gathering } from '../problems/problem-collector.ts'
import { listArchive, unpackedBytes } from './archive.ts'
import { comparable } from './comparable.ts'
import { CELL_LENGTH_MAX, ROWS_MAX, UNPACKED_BYTES_MAX } from './limits.ts'
import type { Worksheet } from './open-workbook.ts'
import { BrokenStyles, openWorkbook } from './open-workbook.ts'
import { judgeParts } from './other-kinds.ts'
import { judgeScaled } from './scaled.ts'
import type { Reading, Sheet } from './sheet.ts'
import { layOut, withoutRows } from './sheet-layout.ts'

/** An `.xlsx` workbook → its visible sheets that hold data, or the one that the profile names. */
export function readXlsx(bytes: Uint8Array, file: string, profile: Profile): Reading {
  const refusal = judgeArchive(bytes, file)
  if (refusal) return { sheets: [], problems: [refusal] }
  let book: Worksheet[]
  try {
    book = openWorkbook(bytes)
  } catch (error) {
    if (error instanceof BrokenStyles) return { sheets: [], problems: [raise('workbook-styles-broken', { file })] }
    // Whatever the library stumbles over is a fault of the file; its own words help whoever repairs it.
    const found = error instanceof Error ? error.message : String(error)
    return { sheets: [], problems: [raise('workbook-broken', { file }, { found })] }
  }
  if (book.length === 0) return { sheets: [], problems: [raise('workbook-without-sheet', { file })] }
  return readSheets(book, file, profile)
}

function judgeArchive(bytes: Uint8Array, file: string): Problem | null {
  const archive = listArchive(bytes)
  if (!archive) return raise('workbook-broken', { file }, { found: 'ZIP' })
  if (!archive.names.some((name) => name.endsWith('workbook.xml'))) return judgeParts(archive.names, file)
  const unpacked = unpackedBytes(bytes, UNPACKED_BYTES_MAX)
  if (unpacked === null) return raise('workbook-broken', { file }, { found: 'DEFLATE' })
  if (unpacked <= UNPACKED_BYTES_MAX) return null
  const more = { found: String(unpacked), expected: `≤ ${UNPACKED_BYTES_MAX}` }
  return raise('workbook-too-large', { file }, more)
}

function readSheets(book: readonly Worksheet[], file: string, profile: Profile): Reading {
  const named = profile.sheet === undefined ? null : book.find((one) => one.name.trim() === profile.sheet?.trim())
  if (named === undefined) {
    const found = book.map((one) => one.name).join(' | ')
    return { sheets: [], problems: [raise('sheet-missing', { file }, { found, expected: profile.sheet ?? null })] }
  }
  const filled = named ? [named] : book.filter((one) => one.rows.length > 0)
  const sheets: Sheet[] = []
  let problems: Problem[] = []
  for (const one of filled) {
    const reading = readSheet(one, file, profile)
    problems = [...problems, ...reading.problems]
    sheets.push(...reading.sheets)
  }
  if (filled.length === 0) problems.push(raise('sheet-empty', { file, sheet: book[0]?.name ?? null }))
  return { sheets, problems }
}

function readSheet(received: Worksheet, file: string, profile: Profile): Reading {
  const at = { file, sheet: received.name }
  if (received.rows.length > ROWS_MAX) {
    const more = { found: String(received.rows.length), expected: `≤ ${ROWS_MAX}` }
    return { sheets: [], problems: [raise('sheet-too-long', at, more)] }
  }
  const { rows, date1904, merges } = received
  const reading = layOut({ ...at, encoding: 'xlsx', rows, date1904, merges }, profile)
  const columnName = (column: number) => reading.sheets[0]?.headers[column - 1] ?? null
  const one = withoutIgnored(received, profile, columnName)
  const faults = findFaults(one, file).map((fault) => ({
    ...fault,
    columnName: fault.column === null ? null : columnName(fault.column),
  }))
  const named = [...faults, ...reading.sheets.flatMap((sheet) => judgeScaled(one.scaled, sheet, profile))]
  const errors = named.filter((fault) => fault.level === 'error')
  const unsaved = one.emptyFormulas.map(({ row }) => row)
  const barred = new Set([...one.hiddenRows, ...unsaved, ...errors.flatMap((fault) => fault.row ?? [])])
  const isWhole = errors.some((fault) => fault.row === null)
  const sheets = reading.sheets.map((sheet) => withoutRows(sheet, (row) => isWhole || barred.has(row)))
  return { sheets: errors.length > 0 ? sheets : reading.sheets, problems: [...named, ...reading.problems] }
}

/** What a workbook can hide. A hidden row would be published though nobody who looked at the sheet saw it. */
function findFaults(one: Worksheet, file: string): Problem[] {
  const at = { file, sheet: one.name }
  const problems = new Gathering()
  if (one.isHidden) problems.add(raise('sheet-hidden', at))
  for (const row of one.hiddenRows.slice(0, 100)) problems.add(raise('row-hidden', { ...at, row }))
  for (const column of one.hiddenColumns) problems.add(raise('column-hidden', { ...at, column }))
  for (const { row, cells } of one.rows) {
    const index = cells.findIndex((cell) => cell.length > CELL_LENGTH_MAX)
    if (index < 0) continue
    const more = { found: cells[index] ?? null, expected: `≤ ${CELL_LENGTH_MAX}` }
    problems.add(raise('cell-too-long', { ...at, row, column: index + 1 }, more))
  }
  for (const { row, column } of one.emptyFormulas) problems.add(raise('cell-formula-empty', { ...at, row, column }))
  if (one.formulas) {
    const { row, column, count } = one.formulas
    problems.add(raise('cell-formula', { ...at, row, column }, { params: { count } }))
  }
  if (one.makers.length > 0) problems.add(raise('workbook-makers', { file }, { found: one.makers.join(' | ') }))
  if (one.comments > 0) problems.add(raise('cell-comment', at, { params: { count: one.comments } }))
  return problems.all()
}

/** A column that the profile passes over may be hidden, and hold formulas that were never reckoned: none of it is read. */
function withoutIgnored(one: Worksheet, profile: Profile, nameOf: (column: number) => string | null): Worksheet {
  const ignored = new Set((profile.ignore ?? []).map(comparable))
  const isRead = (column: number) => !ignored.has(comparable(nameOf(column) ?? ''))
  return {
    ...one,
    hiddenColumns: one.hiddenColumns.filter(isRead),
    emptyFormulas: one.emptyFormulas.filter(({ column }) => isRead(column)),
  }
}
