import type { CellObject, WorkSheet } from '@e965/xlsx'
import { CFB, parse_zip } from '@e965/xlsx'
import type { StyledCells } from './book-parts.ts'
import { hasBrokenStyles, hasEastAsianDates, isUncalculated, readSheetPart } from './book-parts.ts'
import { findShown } from './number-format.ts'
import type { BookSettings, Doubt } from './read-cell.ts'
import { formatOf, NOTHING, readCell } from './read-cell.ts'
import { readRich } from './rich-cell.ts'
import type { CellKind, SheetRow } from './sheet.ts'
import type { RawSheet } from './sheet-layout.ts'

declare module '@e965/xlsx' {
  /** What `read` calls for a ZIP archive; the library exports it and does not declare it. */
  export function parse_zip(archive: unknown, options: ParsingOptions): WorkBook
}

/** A worksheet as the library gives it, in our own words. Only this file and those that it reads cells by know the library. */
export interface Worksheet extends Pick<RawSheet, 'rows' | 'date1904'> {
  name: string
  isHidden: boolean
  merges: NonNullable<RawSheet['merges']>
  /** Positions counted from 1; only where there are values. */
  hiddenRows: number[]
  hiddenColumns: number[]
  /** Formulas that were saved with a result: how many, and the first. */
  formulas: { count: number; row: number; column: number } | null
  /** Formulas that were saved without a result: what they would show is unknown. */
  emptyFormulas: { row: number; column: number }[]
  /** Columns with numbers whose format shows them divided by a power of ten. */
  scaled: Scaled[]
  /** Cells that show something else than they hold, or whose style says that they do not count. */
  doubts: (Doubt & { row: number; column: number })[]
  comments: number
  /** Comments that say that a value is wrong. */
  corrections: { row: number; column: number; text: string }[]
  /** Author and company from the document properties. Never published. */
  makers: string[]
}

/** Numbers of one column that look otherwise than they are. */
export interface Scaled {
  column: number
  /** The format prints 万 or the like beside the number. */
  hasUnit: boolean
  cells: { row: number; stored: string; shown: string }[]
}

/** The styles part is damaged: the library would read dates and percentages as plain numbers. */
export class BrokenStyles extends Error {}

/** Throws what the library throws on a broken file, and `BrokenStyles`. */
export function openWorkbook(bytes: Uint8Array): Worksheet[] {
  // By the reader of .xlsx alone: scripts of pages go without those of other formats (astro.config.mjs).
  const book = parse_zip(CFB.read(bytes, { type: 'buffer' }), {
    dense: true,
    cellNF: true,
    cellStyles: true,
    cellText: false,
    bookFiles: true,
    // Without stubs, a formula that was saved without a result is 0 like any other 0; with them it is a stub.
    sheetStubs: true,
    cellHTML: false,
  })
  if (hasBrokenStyles(book)) throw new BrokenStyles()
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const { Author, LastAuthor, Company, Manager } = book.Props ?? {}
  const makers = [Author, LastAuthor, Company, Manager].flatMap((text) => text || [])
  const common = { date1904, hasEastAsianDates: hasEastAsianDates(book), isUncalculated: isUncalculated(book) }
  return book.SheetNames.map((name, index) => {
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    const sheet = book.Sheets[name]
    const head = { name, isHidden, date1904, makers: index === 0 ? [...new Set(makers)] : [] }
    return sheet ? readWorksheet(sheet, head, { ...common, ...readSheetPart(book, index) }) : makeEmpty(head)
  })
}

type Head = Pick<Worksheet, 'name' | 'isHidden' | 'date1904' | 'makers'>

interface Settings extends BookSettings {
  isUncalculated: boolean
  styled: StyledCells
}

function makeEmpty(head: Head): Worksheet {
  const nothing = { rows: [], merges: [], hiddenRows: [], hiddenColumns: [], formulas: null, emptyFormulas: [] }
  return { ...head, ...nothing, scaled: [], doubts: [], comments: 0, corrections: [] }
}

function readWorksheet(sheet: WorkSheet, head: Head, settings: Settings): Worksheet {
  const result = makeEmpty(head)
  // The library's types leave open what `dense` decides: rows of cells, with holes.
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  const filled = new Set<number>()
  // `forEach` skips the holes of a sheet that claims a million rows.
  data.forEach((line, index) => {
    const row = readRow(line, index + 1, { result, settings })
    if (!row) return
    result.rows.push(row)
    for (const [column, cell] of row.cells.entries()) if (cell !== '') filled.add(column)
    if (isHiddenRow(sheet, index)) result.hiddenRows.push(index + 1)
  })
  result.hiddenColumns = [...filled].filter((column) => isHiddenColumn(sheet, column)).map((column) => column + 1)
  result.merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c + 1,
    bottom: e.r + 1,
    right: e.c + 1,
  }))
  return result
}

/** In points: rows of less are lines that nobody can read. */
const HEIGHT_SEEN_MIN = 2
/** In characters. */
const WIDTH_SEEN_MIN = 0.3

/** Hidden, filtered out, or drawn with next to no height: in each case it is invisible. */
function isHiddenRow(sheet: WorkSheet, index: number): boolean {
  const { hidden, hpt } = sheet['!rows']?.[index] ?? {}
  return hidden === true || (hpt !== undefined && hpt < HEIGHT_SEEN_MIN)
}

function isHiddenColumn(sheet: WorkSheet, index: number): boolean {
  const { hidden, width } = sheet['!cols']?.[index] ?? {}
  // The library gives null where the file states no width.
  return hidden === true || (typeof width === 'number' && width < WIDTH_SEEN_MIN)
}

interface Reading {
  result: Worksheet
  settings: Settings
}

/** Mutates the result's formulas, comments, doubts and scaled columns. Null where no cell of the row holds a value. */
function readRow(line: (CellObject | undefined)[], row: number, reading: Reading): SheetRow | null {
  const { result, settings } = reading
  const cells: string[] = []
  const kinds: CellKind[] = []
  for (let index = 0; index < line.length; index += 1) {
    const cell = line[index]
    const column = index + 1
    let content = cell ? readCell(cell, settings) : NOTHING
    if (cell) {
      const style = settings.styled.size === 0 ? undefined : settings.styled.get(`${row},${column}`)
      // The library keeps the XML of shared texts; that of a plain one begins with `<t`.
      if (style || (cell.r !== undefined && !cell.r.startsWith('<t'))) content = readRich(cell, content, style)
      if (content.doubt) result.doubts.push({ ...content.doubt, row, column })
      addAsides(cell, { row, column, text: content.text, kind: content.kind }, reading)
    }
    cells.push(content.text)
    kinds.push(content.kind)
  }
  return cells.some((text) => text !== '') ? { row, record: 0, cells, kinds } : null
}

interface ReadCell {
  row: number
  column: number
  text: string
  kind: CellKind
}

/** Mutates the result's formulas, comments and scaled columns. */
function addAsides(cell: CellObject, at: ReadCell, { result, settings }: Reading): void {
  const { row, column } = at
  const hasFormula = (cell.f ?? cell.F) !== undefined
  if (hasFormula && isWithoutResult(cell, settings)) result.emptyFormulas.push({ row, column })
  else if (cell.f !== undefined)
    result.formulas = { row, column, ...result.formulas, count: (result.formulas?.count ?? 0) + 1 }
  if (cell.c !== undefined) {
    result.comments += 1
    const text = cell.c.map(({ t = '' }) => t.replace(THREAD_INTRODUCTION, '')).join('\n')
    if (CORRECTION.test(text)) result.corrections.push({ row, column, text })
  }
  if (at.kind === 'number') addScaled(cell, formatOf(cell, settings), { row, column, stored: at.text }, result.scaled)
}

function isWithoutResult({ t, v }: CellObject, settings: Settings): boolean {
  return t === 'z' || (settings.isUncalculated && (v === 0 || v === ''))
}

/** What Excel writes into the old comment beside a thread. */
const THREAD_INTRODUCTION = /^\[Threaded comment\][\s\S]*?Comment:\s*/
const CORRECTION =
  /应[为是]|更正|改[为成]|修改|有误|错误|写错|填错|不对|作废|删除|勿用|不要用|correct|wrong|should be|error|delete/i

/** Mutates the scaled columns. */
function addScaled(
  cell: CellObject,
  format: string,
  at: { row: number; column: number; stored: string },
  scaled: Scaled[],
): void {
  if (format === 'General') return
  const value = Number(cell.v)
  const { percent, power, hasUnit, fault } = findShown(format, value)
  if (power === 0 || percent !== null || value === 0 || fault !== null) return
  const known = scaled.find((scaled) => scaled.column === at.column && scaled.hasUnit === hasUnit)
  const own = { row: at.row, stored: at.stored, shown: String(Number((value / 10 ** power).toPrecision(15))) }
  if (known) known.cells.push(own)
  else scaled.push({ column: at.column, hasUnit, cells: [own] })
}
