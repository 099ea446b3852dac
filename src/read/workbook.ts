import type { CellObject, WorkSheet } from '@e965/xlsx'
import { read, SSF } from '@e965/xlsx'
import type { RawSheet } from './layout.ts'
import { dateText, ratioText } from './serial.ts'
import type { CellKind, SheetRow } from './sheet.ts'

/** A worksheet as the library gives it, in our own words. The only file that knows the library. */
export interface Worksheet extends Pick<RawSheet, 'rows' | 'date1904'> {
  name: string
  isHidden: boolean
  merges: NonNullable<RawSheet['merges']>
  /** Positions counted from 1; only where there are values. */
  hiddenRows: number[]
  hiddenColumns: number[]
  formulas: { count: number; row: number; column: number } | null
  comments: number
  /** What the document says of its makers: author, company. Never published. */
  makers: string[]
}

/** Throws what the library throws on a broken file. */
export function openWorkbook(bytes: Uint8Array): Worksheet[] {
  const book = read(bytes, {
    type: 'array',
    dense: true,
    cellNF: true,
    cellStyles: true,
    cellText: false,
    cellHTML: false,
  })
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const { Author, LastAuthor, Company, Manager } = book.Props ?? {}
  const makers = [Author, LastAuthor, Company, Manager].flatMap((one) => one || [])
  return book.SheetNames.map((name, index) => {
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    const sheet = book.Sheets[name]
    const head = { name, isHidden, date1904, makers: index === 0 ? [...new Set(makers)] : [] }
    return sheet ? worksheet(sheet, head) : empty(head)
  })
}

type Head = Pick<Worksheet, 'name' | 'isHidden' | 'date1904' | 'makers'>

function empty(head: Head): Worksheet {
  return { ...head, rows: [], merges: [], hiddenRows: [], hiddenColumns: [], formulas: null, comments: 0 }
}

function worksheet(sheet: WorkSheet, head: Head): Worksheet {
  const result = empty(head)
  // The library's types leave open what `dense` decides: rows of cells, with holes.
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  const filled = new Set<number>()
  // `forEach` skips the holes of a sheet that claims a million rows.
  data.forEach((line, index) => {
    const row = readRow(line, index + 1, result)
    if (!row) return
    result.rows.push(row)
    for (const [column, cell] of row.cells.entries()) if (cell !== '') filled.add(column)
    if (sheet['!rows']?.[index]?.hidden) result.hiddenRows.push(index + 1)
  })
  result.hiddenColumns = [...filled].filter((column) => sheet['!cols']?.[column]?.hidden).map((column) => column + 1)
  result.merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c + 1,
    bottom: e.r + 1,
    right: e.c + 1,
  }))
  return result
}

/** Mutates the result's formulas and comments. Null where no cell of the row holds a value. */
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
    if (cell.f !== undefined)
      result.formulas = { row, column, ...result.formulas, count: (result.formulas?.count ?? 0) + 1 }
    if (cell.c !== undefined) result.comments += 1
  }
  return cells.some((text) => text !== '') ? { row, record: 0, cells, kinds } : null
}

const NOTHING: { text: string; kind: CellKind } = { text: '', kind: 'empty' }

function readCell(cell: CellObject, date1904: boolean): { text: string; kind: CellKind } {
  if (cell.t === 'e') return { text: ERRORS[Number(cell.v)] ?? '#ERROR!', kind: 'error' }
  if (cell.t === 'b') return { text: cell.v === true ? 'TRUE' : 'FALSE', kind: 'boolean' }
  if (typeof cell.v === 'number') return readNumber(cell.v, String(cell.z ?? 'General'), date1904)
  if (typeof cell.v === 'string') return cell.v === '' ? NOTHING : { text: cell.v, kind: 'text' }
  return NOTHING
}

/** A number as it stands, not as it is shown: full digits; dates as ISO text; percentages with their sign. */
function readNumber(value: number, format: string, date1904: boolean): { text: string; kind: CellKind } {
  if (SSF.is_date(format)) return { text: dateText(value, date1904), kind: 'date' }
  if (format.includes('%')) return { text: ratioText(value), kind: 'number' }
  // A format of zeros alone declares a width: 1001 under `00000` is the code 01001.
  if (/^0{2,}$/.test(format) && Number.isInteger(value)) {
    return { text: String(value).padStart(format.length, '0'), kind: 'number' }
  }
  return { text: String(value), kind: 'number' }
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
