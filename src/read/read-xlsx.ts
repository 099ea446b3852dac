import type { Profile } from '../contracts/contract.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { ProblemCollector } from '../problems/problem-collector.ts'
import { listArchive, measureUnpackedBytes } from './archive.ts'
import { toComparable } from './comparable.ts'
import { CELL_LENGTH_MAX, UNPACKED_BYTES_MAX } from './limits.ts'
import type { Worksheet } from './open-workbook.ts'
import { BrokenStyles, openWorkbook } from './open-workbook.ts'
import { checkParts } from './other-kinds.ts'
import { checkScaled } from './scaled.ts'
import type { Reading, Sheet } from './sheet.ts'
import { layOut, removeRows } from './sheet-layout.ts'

/** An `.xlsx` workbook → its visible sheets that hold data, or the sheet that the profile names. */
export function readXlsx(bytes: Uint8Array, file: string, profile: Profile): Reading {
  const rejection = checkArchive(bytes, file)
  if (rejection) return { sheets: [], problems: [rejection] }
  let book: Worksheet[]
  try {
    book = openWorkbook(bytes)
  } catch (error) {
    if (error instanceof BrokenStyles)
      return { sheets: [], problems: [createProblem('workbook-styles-broken', { file })] }
    // Whatever the library stumbles over is a fault of the file; its own words help whoever repairs it.
    const found = error instanceof Error ? error.message : String(error)
    return { sheets: [], problems: [createProblem('workbook-broken', { file }, { found })] }
  }
  if (book.length === 0) return { sheets: [], problems: [createProblem('workbook-without-sheet', { file })] }
  return readSheets(book, file, profile)
}

function checkArchive(bytes: Uint8Array, file: string): Problem | null {
  const archive = listArchive(bytes)
  if (!archive) return createProblem('workbook-broken', { file }, { found: 'ZIP' })
  if (!archive.names.some((name) => name.endsWith('workbook.xml'))) return checkParts(archive.names, file)
  const unpacked = measureUnpackedBytes(bytes, UNPACKED_BYTES_MAX)
  if (unpacked === null) return createProblem('workbook-broken', { file }, { found: 'DEFLATE' })
  if (unpacked <= UNPACKED_BYTES_MAX) return null
  const more = { found: String(unpacked), expected: `≤ ${UNPACKED_BYTES_MAX}` }
  return createProblem('workbook-too-large', { file }, more)
}

function readSheets(book: readonly Worksheet[], file: string, profile: Profile): Reading {
  const named = profile.sheet === undefined ? null : book.find((sheet) => sheet.name.trim() === profile.sheet?.trim())
  if (named === undefined) {
    const found = book.map((sheet) => sheet.name).join(' | ')
    return {
      sheets: [],
      problems: [createProblem('sheet-missing', { file }, { found, expected: profile.sheet ?? null })],
    }
  }
  const filled = named ? [named] : book.filter((sheet) => sheet.rows.length > 0)
  const sheets: Sheet[] = []
  let problems: Problem[] = []
  for (const sheet of filled) {
    const reading = readSheet(sheet, file, profile)
    problems = [...problems, ...reading.problems]
    sheets.push(...reading.sheets)
  }
  if (filled.length === 0) problems.push(createProblem('sheet-empty', { file, sheet: book[0]?.name ?? null }))
  return { sheets, problems }
}

function readSheet(received: Worksheet, file: string, profile: Profile): Reading {
  const at = { file, sheet: received.name }
  const { rows, date1904, merges } = received
  const reading = layOut({ ...at, encoding: 'xlsx', rows, date1904, merges }, profile)
  const nameColumn = (column: number) => reading.sheets[0]?.headers[column - 1] ?? null
  const worksheet = removeIgnored(received, profile, nameColumn)
  const doubts = findDoubts(worksheet, reading.sheets)
  const findings = [...findCellProblems(worksheet, file), ...doubts.map((doubt) => rejectDoubt(doubt, at))].map(
    (finding) => ({
      ...finding,
      columnName: finding.column === null ? null : nameColumn(finding.column),
    }),
  )
  const named = [...findings, ...reading.sheets.flatMap((sheet) => checkScaled(worksheet.scaled, sheet, profile))]
  const errors = named.filter((finding) => finding.level === 'error')
  const unsaved = worksheet.emptyFormulas.map(({ row }) => row)
  const barred = new Set([...worksheet.hiddenRows, ...unsaved, ...errors.flatMap((finding) => finding.row ?? [])])
  const isWhole = errors.some((finding) => finding.row === null)
  const sheets = reading.sheets.map((sheet) => removeRows(sheet, (row) => isWhole || barred.has(row)))
  return { sheets: errors.length > 0 ? sheets : reading.sheets, problems: [...named, ...reading.problems] }
}

/** What a workbook can hide. A hidden row would be published though nobody who looked at the sheet saw it. */
function findCellProblems(sheet: Worksheet, file: string): Problem[] {
  const at = { file, sheet: sheet.name }
  const problems = new ProblemCollector()
  if (sheet.isHidden) problems.add(createProblem('sheet-hidden', at))
  for (const row of sheet.hiddenRows.slice(0, 100)) problems.add(createProblem('row-hidden', { ...at, row }))
  for (const column of sheet.hiddenColumns) problems.add(createProblem('column-hidden', { ...at, column }))
  for (const { row, cells } of sheet.rows) {
    const index = cells.findIndex((cell) => cell.length > CELL_LENGTH_MAX)
    if (index < 0) continue
    const more = { found: cells[index] ?? null, expected: `≤ ${CELL_LENGTH_MAX}` }
    problems.add(createProblem('cell-too-long', { ...at, row, column: index + 1 }, more))
  }
  for (const { row, column } of sheet.emptyFormulas)
    problems.add(createProblem('cell-formula-empty', { ...at, row, column }))
  if (sheet.formulas) {
    const { row, column, count } = sheet.formulas
    problems.add(createProblem('cell-formula', { ...at, row, column }, { params: { count } }))
  }
  if (sheet.makers.length > 0)
    problems.add(createProblem('workbook-makers', { file }, { found: sheet.makers.join(' | ') }))
  for (const { row, column, text } of sheet.corrections)
    problems.add(createProblem('comment-corrects', { ...at, row, column }, { found: text }))
  if (sheet.comments > 0) problems.add(createProblem('cell-comment', at, { params: { count: sheet.comments } }))
  return problems.listAll()
}

/** Doubts about the table itself: what titles and notes look like changes no figure. */
function findDoubts({ doubts }: Worksheet, sheets: readonly Sheet[]): Worksheet['doubts'] {
  if (doubts.length === 0) return doubts
  const rows = new Set(
    sheets.flatMap((sheet) => [sheet.headerRow, ...[...sheet.rows, ...(sheet.refused ?? [])].map(({ row }) => row)]),
  )
  return doubts.filter(({ row }) => rows.has(row))
}

function rejectDoubt(
  { rule, found, shown = '', row, column }: Worksheet['doubts'][number],
  at: { file: string; sheet: string },
): Problem {
  return createProblem(rule, { ...at, row, column }, { found, params: { shown } })
}

/** A column that the profile ignores may be hidden or hold formulas without results: it is not read. */
function removeIgnored(sheet: Worksheet, profile: Profile, nameOf: (column: number) => string | null): Worksheet {
  const ignored = new Set((profile.ignore ?? []).map(toComparable))
  const isRead = (column: number) => !ignored.has(toComparable(nameOf(column) ?? ''))
  return {
    ...sheet,
    hiddenColumns: sheet.hiddenColumns.filter(isRead),
    emptyFormulas: sheet.emptyFormulas.filter(({ column }) => isRead(column)),
    doubts: sheet.doubts.filter(({ column }) => isRead(column)),
  }
}
