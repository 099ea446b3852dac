import type { Profile } from '../datasets/contract.ts'
import { Gathering } from '../problems/gather.ts'
import { hasErrors } from '../problems/problem.ts'
import { raise } from '../problems/raise.ts'
import type { Merge } from './fill-down.ts'
import { fillDown } from './fill-down.ts'
import { COLUMNS_MAX, HEADER_ROWS_SEARCHED } from './limits.ts'
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

/** Finds the header, flattens it, and parts the records from titles above and footnotes below. */
export function layOut(raw: RawSheet, profile: Profile): Reading {
  const at = { file: raw.file, sheet: raw.sheet }
  const first = findHeader(raw.rows, profile)
  const headerRows = raw.rows.slice(first, first + (profile.headerRows ?? 1))
  const last = headerRows.at(-1)
  if (!last || headerRows.every(isBlank)) return { sheets: [], problems: [raise('sheet-empty', at)] }
  const headers = flatten(headerRows)
  if (headers.length > COLUMNS_MAX) {
    const more = { found: String(headers.length), expected: `≤ ${COLUMNS_MAX}` }
    return { sheets: [], problems: [raise('sheet-too-wide', at, more)] }
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
      .map(joined)
      .filter((text) => text !== ''),
    footnotes: [],
    above: raw.rows.slice(0, first).filter((row) => !isBlank(row)),
    below: [],
    refused: [],
  }
  return fill(sheet, raw, { start: first + headerRows.length, profile })
}

/** Mutates the sheet: moves its records in. */
function fill(sheet: Sheet, raw: RawSheet, { start, profile }: { start: number; profile: Profile }): Reading {
  const problems = new Gathering()
  let record = 0
  for (const { row, cells, kinds } of raw.rows.slice(start)) {
    if (isBlank({ cells })) continue
    if (isFootnote(cells)) {
      sheet.footnotes?.push(joined({ cells }))
      sheet.below?.push({ row, cells })
      continue
    }
    record += 1
    const fitted = fitCells(cells, sheet)
    if (fitted) {
      sheet.rows.push({ row, record, cells: fitted, ...(kinds ? { kinds } : {}) })
      continue
    }
    sheet.refused?.push({ row, cells })
    const more = { found: String(cells.length), expected: String(sheet.headers.length) }
    problems.add(raise('row-ragged', { file: sheet.file, sheet: sheet.sheet, row, record }, more))
  }
  const faults = [...headerFaults(sheet), ...fillDown(sheet, profile, raw.merges ?? [])]
  problems.addAll(faults)
  return { sheets: [hasErrors(faults) ? withoutRows(sheet) : sheet], problems: problems.all() }
}

/** The sheet with some of its records refused; with all, where what is wrong touches each of them. */
export function withoutRows(sheet: Sheet, isRefused: (row: number) => boolean = () => true): Sheet {
  const rows = sheet.rows.filter((one) => !isRefused(one.row))
  const refused = [...(sheet.refused ?? []), ...sheet.rows.filter((one) => isRefused(one.row))]
  return { ...sheet, rows, refused: refused.toSorted((a, b) => a.row - b.row) }
}

/** Where no profile says it, the header is the first row that fills more than half of the widest row's cells. */
function findHeader(rows: readonly SheetRow[], profile: Profile): number {
  if (profile.skipRows !== undefined) return profile.skipRows
  const counts = rows.slice(0, HEADER_ROWS_SEARCHED).map((row) => row.cells.filter((cell) => cell.trim() !== '').length)
  const widest = Math.max(0, ...counts)
  return Math.max(
    0,
    counts.findIndex((count) => count > widest / 2),
  )
}

/** Several header rows become one, joined by `|`; a blank upper cell belongs to the group begun at its left. */
function flatten(headerRows: readonly SheetRow[]): string[] {
  const width = Math.max(...headerRows.map((row) => row.cells.findLastIndex((cell) => cell.trim() !== '') + 1))
  const groups = headerRows.map((): string => '')
  return Array.from({ length: width }, (_, index) => {
    const parts: string[] = []
    for (const [level, { cells }] of headerRows.entries()) {
      const text = (cells[index] ?? '').trim()
      const isUpper = level < headerRows.length - 1
      if (text !== '' && isUpper) groups.fill('', level + 1)
      if (text !== '') groups[level] = text
      const below = headerRows.slice(level + 1).some((row) => (row.cells[index] ?? '').trim() !== '')
      const part = text === '' && isUpper && below ? (groups[level] ?? '') : text
      if (part !== '') parts.push(part)
    }
    return parts.join('|')
  })
}

/** Cells as wide as the header; null where a delimited file has too few, or more than the header with something in them. */
function fitCells(cells: readonly string[], sheet: Sheet): string[] | null {
  const width = sheet.headers.length
  if (cells.slice(width).some((cell) => cell.trim() !== '')) return null
  if (cells.length >= width) return cells.slice(0, width)
  if (sheet.encoding !== 'xlsx') return null
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')]
}

function headerFaults(sheet: Sheet) {
  const faults = []
  const seen = new Map<string, number>()
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
      faults.push(raise('header-blank', at))
    } else if (key !== '' && earlier !== undefined) {
      faults.push(raise('header-duplicate', at, { found: header, params: { earlier } }))
    }
    if (!seen.has(key)) seen.set(key, index + 1)
  }
  return faults
}

function isBlank({ cells }: Pick<SheetRow, 'cells'>): boolean {
  return cells.every((cell) => cell.trim() === '')
}

function joined({ cells }: Pick<SheetRow, 'cells'>): string {
  return cells.filter((cell) => cell.trim() !== '').join(' ')
}

const FOOTNOTE =
  /^(注|说明|备注|附注|(数据|资料)来源|(填表|制表|审核|填报|统计)(人|日期|时间|单位)|单位?负责人|notes?|sources?)\s*[:：]/i

function isFootnote(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length <= 4 && FOOTNOTE.test((filled[0] ?? '').trim())
}
