import type { Profile } from '../contracts/contract.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { hasErrors } from '../problems/problem.ts'
import { ProblemCollector } from '../problems/problem-collector.ts'
import { fillGroups, nameBlankHeaders, noteIgnored, splitIgnored } from './declared-rows.ts'
import type { Merge } from './fill-down.ts'
import { fillDown } from './fill-down.ts'
import { countSplitNumbers, makeFit } from './fit.ts'
import { findGarbled } from './garbled.ts'
import { findHeader, flatten } from './header.ts'
import { findUndeclaredLevels } from './levels.ts'
import { COLUMNS_MAX, ROWS_MAX } from './limits.ts'
import { isBlank, joinCells, type Sorted, sortRows } from './loose.ts'
import { blankCovered } from './merged-head.ts'
import type { Reading, Sheet, SheetRow } from './sheet.ts'

/** Cells of one file or worksheet before anything is known of their meaning. Blank rows of a workbook are left out. */
export interface RawSheet {
  file: string
  sheet: string | null
  encoding: Sheet['encoding']
  rows: SheetRow[]
  date1904: boolean
  /** Merged areas of a workbook, counted from 1, inclusive. */
  merges?: Merge[]
}

/** Finds the header, flattens it, and separates the records from titles above and footnotes below. */
export function layOut(received: RawSheet, profile: Profile): Reading {
  const raw = received.merges ? { ...received, rows: blankCovered(received.rows, received.merges) } : received
  const at = { file: raw.file, sheet: raw.sheet }
  const garbled = findGarbled(raw.rows)
  if (garbled) {
    const { row, column, found, cause } = garbled
    return {
      sheets: [],
      problems: [createProblem('text-garbled', { ...at, row, column }, { found, params: { cause } })],
    }
  }
  const first = findHeader(raw.rows, profile)
  const headerRows = raw.rows.slice(first, first + (profile.headerRows ?? 1))
  const last = headerRows.at(-1)
  if (!last || headerRows.every(isBlank)) return { sheets: [], problems: [createProblem('sheet-empty', at)] }
  const headers = nameBlankHeaders(flatten(headerRows), profile)
  if (headers.length > COLUMNS_MAX) {
    const more = { found: String(headers.length), expected: `≤ ${COLUMNS_MAX}` }
    return { sheets: [], problems: [createProblem('sheet-too-wide', at, more)] }
  }
  const sheet: Sheet = {
    ...at,
    encoding: raw.encoding,
    headers,
    headerRow: last.row,
    rows: [],
    date1904: raw.date1904,
    preamble: raw.rows
      .slice(0, first)
      .map(joinCells)
      .filter((text) => text !== ''),
    footnotes: [],
    above: raw.rows.slice(0, first).filter((row) => !isBlank(row)),
    below: [],
    refused: [],
  }
  const { rows, ignored } = splitIgnored(raw.rows.slice(first + headerRows.length), profile, last.row)
  const sorted = sortRows(rows, raw.rows.slice(0, first + headerRows.length))
  const records = sorted.data.length + sorted.further.length
  if (records > ROWS_MAX) {
    const more = { found: String(records), expected: `≤ ${ROWS_MAX}` }
    return { sheets: [], problems: [createProblem('sheet-too-long', at, more)] }
  }
  const reading = fill(sheet, sorted, { header: last, profile, merges: raw.merges ?? [] })
  return { ...reading, problems: [...noteIgnored(ignored, at), ...reading.problems] }
}

interface Filling {
  header: SheetRow
  profile: Profile
  merges: readonly Merge[]
}

/** Mutates the sheet: moves its records in. */
function fill(sheet: Sheet, { data, notes, repeated, further }: Sorted, filling: Filling): Reading {
  const { header, profile, merges } = filling
  const at = { file: sheet.file, sheet: sheet.sheet }
  const problems = new ProblemCollector()
  sheet.footnotes = notes.map(joinCells)
  sheet.below = notes
  const unnamed = findUnnamedColumns(sheet, data, header)
  const fit = makeFit(sheet, header, data)
  for (const [index, row] of data.entries()) {
    const fitted = fit(row, index + 1)
    if ('cells' in fitted) sheet.rows.push({ ...row, record: index + 1, cells: fitted.cells })
    else sheet.refused?.push({ row: row.row, cells: row.cells })
    // Rows that exceed the header only in an unnamed column are reported once, for the column.
    if ('finding' in fitted && unnamed.length === 0) problems.add(fitted.finding)
  }
  sheet.refused = [...(sheet.refused ?? []), ...further]
  if (further[0])
    problems.add(createProblem('sheet-second-table', { ...at, row: further[0].row }, { found: joinCells(further[0]) }))
  if (repeated[0]) {
    const more = { found: joinCells(repeated[0]), params: { count: repeated.length } }
    problems.add(createProblem('header-repeated', { ...at, row: repeated[0].row }, more))
  }
  const blank = unnamed.map((column) => createProblem('header-blank', { ...at, row: sheet.headerRow, column }))
  const grouped = profile.groupRows === undefined ? [] : fillGroups(sheet, profile.groupRows)
  const findings = [
    ...grouped,
    ...checkHeader(sheet, [...blank, ...findHeaderProblems(sheet)], filling),
    ...fillDown(sheet, profile, merges),
  ]
  problems.addAll(findings)
  return { sheets: [hasErrors(findings) ? removeRows(sheet) : sheet], problems: problems.listAll() }
}

/** Where the fault is a second header row, only that is reported. */
function checkHeader(sheet: Sheet, findings: Problem[], { header, profile }: Filling): Problem[] {
  if (findings.length === 0 || profile.headerRows !== undefined || profile.skipRows !== undefined) return findings
  const levels = findUndeclaredLevels(sheet, header)
  return levels ? [levels] : findings
}

/**
 * Columns at the right that hold data and have no header: in a delimited file a blank cell of the header line shows it; in a
 * workbook, where there may be a remark beside the table, more than half of the rows must hold data there.
 */
function findUnnamedColumns(sheet: Sheet, data: readonly SheetRow[], header: SheetRow): number[] {
  const width = sheet.headers.length
  const counts = new Map<number, number>()
  for (const { cells } of data) {
    for (let index = width; index < cells.length; index += 1) {
      if ((cells[index] ?? '').trim() !== '') counts.set(index, (counts.get(index) ?? 0) + 1)
    }
  }
  const isUnnamed = (index: number, count: number) => {
    if (sheet.encoding === 'xlsx') return count > data.length / 2
    return index < header.cells.length || isOfAll(index, count)
  }
  // Each row is longer than the header: its last name was lost, unless numbers were split at their commas.
  const length = data[0]?.cells.length
  const isEven = data.length >= EVEN_ROWS_MIN && data.every(({ cells }) => cells.length === length)
  const isOfAll = (index: number, count: number) =>
    isEven &&
    index === width &&
    length === width + 1 &&
    count === data.length &&
    !data.every(({ cells }) => countSplitNumbers(cells) === 1)
  return [...counts].filter(([index, count]) => isUnnamed(index, count)).map(([index]) => index + 1)
}

/** Fewer rows may be as long as each other by chance. */
const EVEN_ROWS_MIN = 3

/** The sheet with some of its records refused; with all, where what is wrong touches each of them. */
export function removeRows(sheet: Sheet, isRefused: (row: number) => boolean = () => true): Sheet {
  const rows = sheet.rows.filter((row) => !isRefused(row.row))
  const refused = [...(sheet.refused ?? []), ...sheet.rows.filter((row) => isRefused(row.row))]
  return { ...sheet, rows, refused: refused.sort((a, b) => a.row - b.row) }
}

const NUMBER = /^[-+]?[\d,]+(?:\.\d+)?%?$/

function findHeaderProblems(sheet: Sheet): Problem[] {
  const findings: Problem[] = []
  const seen = new Map<string, number>()
  // Where the header is missing its place is taken by data, and equal numbers are no equal names.
  const isData = sheet.headers.filter((header) => NUMBER.test(header.trim())).length * 2 > sheet.headers.length
  for (const [index, header] of sheet.headers.entries()) {
    const at = {
      file: sheet.file,
      sheet: sheet.sheet,
      row: sheet.headerRow,
      column: index + 1,
      columnName: header || null,
    }
    const key = header.normalize('NFKC').replace(/\s/g, '')
    const earlier = seen.get(key)
    if (key === '' && sheet.rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')) {
      findings.push(createProblem('header-blank', at))
    } else if (key !== '' && earlier !== undefined && !isData) {
      findings.push(createProblem('header-duplicate', at, { found: header, params: { earlier } }))
    }
    if (!seen.has(key)) seen.set(key, index + 1)
  }
  return findings
}
