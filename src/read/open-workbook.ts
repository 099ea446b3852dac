import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { read, SSF } from '@e965/xlsx'
import { findShown } from './number-format.ts'
import { dateText, ratioText } from './serial.ts'
import type { CellKind, SheetRow } from './sheet.ts'
import type { RawSheet } from './sheet-layout.ts'

/** A worksheet as the library gives it, in our own words. The only file that knows the library. */
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
  comments: number
  /** Author and company from the document properties. Never published. */
  makers: string[]
}

/** Numbers of one column that look otherwise than they are: the first of them, and how many. */
export interface Scaled {
  row: number
  column: number
  stored: string
  shown: string
  /** The format prints 万 or the like beside the number. */
  hasUnit: boolean
  count: number
}

/** The styles part is damaged: the library would read dates and percentages as plain numbers. */
export class BrokenStyles extends Error {}

/** Throws what the library throws on a broken file, and `BrokenStyles`. */
export function openWorkbook(bytes: Uint8Array): Worksheet[] {
  const book = read(bytes, {
    type: 'array',
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
  return book.SheetNames.map((name, index) => {
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    const sheet = book.Sheets[name]
    const head = { name, isHidden, date1904, makers: index === 0 ? [...new Set(makers)] : [] }
    return sheet ? readWorksheet(sheet, head) : makeEmpty(head)
  })
}

/** The library skips a part that it cannot parse. A workbook without a styles part is valid. */
function hasBrokenStyles(book: WorkBook): boolean {
  // Kept on demand, and left out of the library's types.
  const { files = {} } = book as WorkBook & { files?: Record<string, { content: Uint8Array }> }
  const styles = Object.entries(files).filter(([path]) => /(^|\/)styles\.xml$/i.test(path))
  return styles.some(([, { content }]) => {
    const text = new TextDecoder().decode(Uint8Array.from(content)).trim()
    return !/<(\w+:)?styleSheet[\s/>]/.test(text) || !/(<\/(\w+:)?styleSheet\s*|\/)>$/.test(text)
  })
}

type Head = Pick<Worksheet, 'name' | 'isHidden' | 'date1904' | 'makers'>

function makeEmpty(head: Head): Worksheet {
  const nothing = { rows: [], merges: [], hiddenRows: [], hiddenColumns: [], formulas: null, emptyFormulas: [] }
  return { ...head, ...nothing, scaled: [], comments: 0 }
}

function readWorksheet(sheet: WorkSheet, head: Head): Worksheet {
  const result = makeEmpty(head)
  // The library's types leave open what `dense` decides: rows of cells, with holes.
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  const filled = new Set<number>()
  // `forEach` skips the holes of a sheet that claims a million rows.
  data.forEach((line, index) => {
    const row = readRow(line, index + 1, result)
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

/** Hidden, filtered out, or drawn with no height: in each case it is invisible. */
function isHiddenRow(sheet: WorkSheet, index: number): boolean {
  const { hidden, hpt } = sheet['!rows']?.[index] ?? {}
  return hidden === true || hpt === 0
}

function isHiddenColumn(sheet: WorkSheet, index: number): boolean {
  const { hidden, width } = sheet['!cols']?.[index] ?? {}
  return hidden === true || width === 0
}

/** Mutates the result's formulas, comments and scaled columns. Null where no cell of the row holds a value. */
function readRow(line: (CellObject | undefined)[], row: number, result: Worksheet): SheetRow | null {
  const cells: string[] = []
  const kinds: CellKind[] = []
  for (let index = 0; index < line.length; index += 1) {
    const cell = line[index]
    const { text, kind } = cell ? readCell(cell, result.date1904) : NOTHING
    cells.push(text)
    kinds.push(kind)
    if (!cell) continue
    const column = index + 1
    if (cell.t === 'z' && (cell.f ?? cell.F) !== undefined) result.emptyFormulas.push({ row, column })
    else if (cell.f !== undefined)
      result.formulas = { row, column, ...result.formulas, count: (result.formulas?.count ?? 0) + 1 }
    if (cell.c !== undefined) result.comments += 1
    if (kind === 'number') addScaled(cell, { row, column, stored: text }, result.scaled)
  }
  return cells.some((text) => text !== '') ? { row, record: 0, cells, kinds } : null
}

const NOTHING: { text: string; kind: CellKind } = { text: '', kind: 'empty' }

function readCell(cell: CellObject, date1904: boolean): { text: string; kind: CellKind } {
  if (cell.t === 'z') return NOTHING
  if (cell.t === 'e') return { text: ERRORS[Number(cell.v)] ?? '#ERROR!', kind: 'error' }
  if (cell.t === 'b') return { text: cell.v === true ? 'TRUE' : 'FALSE', kind: 'boolean' }
  if (typeof cell.v === 'number') return readNumber(cell.v, String(cell.z ?? 'General'), date1904)
  if (typeof cell.v === 'string') return cell.v === '' ? NOTHING : { text: cell.v, kind: 'text' }
  return NOTHING
}

/** A number as stored, not as shown: full digits; dates as ISO text; percentages with their sign. */
function readNumber(value: number, format: string, date1904: boolean): { text: string; kind: CellKind } {
  if (SSF.is_date(format)) return { text: dateText(value, date1904), kind: 'date' }
  const { percent } = findShown(format, value)
  if (percent === 'ratio') return { text: ratioText(value), kind: 'number' }
  // A literal sign does not multiply by 100, but readers see a percentage: 0.5 is 0.5%.
  if (percent === 'literal') return { text: `${value}%`, kind: 'number' }
  // A format of zeros alone declares a width: 1001 under `00000` is the code 01001.
  if (/^0{2,}$/.test(format) && Number.isInteger(value)) {
    return { text: String(value).padStart(format.length, '0'), kind: 'number' }
  }
  return { text: String(value), kind: 'number' }
}

/** Mutates the scaled columns. */
function addScaled(cell: CellObject, at: Pick<Scaled, 'row' | 'column' | 'stored'>, scaled: Scaled[]): void {
  const value = Number(cell.v)
  const { percent, power, hasUnit } = findShown(String(cell.z ?? 'General'), value)
  if (power === 0 || percent !== null || value === 0) return
  const known = scaled.find((scaled) => scaled.column === at.column && scaled.hasUnit === hasUnit)
  if (known) known.count += 1
  else scaled.push({ ...at, shown: String(Number((value / 10 ** power).toPrecision(15))), hasUnit, count: 1 })
}

const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}
