import { read, type WorkBook } from '@e965/xlsx'
import { scanText } from '../../src/personal/scan-text.ts'
import { measureUnpackedBytes } from '../../src/read/archive.ts'
import { UNPACKED_BYTES_MAX } from '../../src/read/limits.ts'
import { readPlainWorkbook } from './plain-workbook.ts'
import { type Allowed, type FileHit, scanTable } from './scan-table.ts'

/** Cells, comments, names of sheets and properties of a workbook; null where it is no workbook or too large to unpack. */
export function scanWorkbook(file: string, bytes: Uint8Array, allowed: Allowed): FileHit[] | null {
  const unpacked = measureUnpackedBytes(bytes, UNPACKED_BYTES_MAX)
  if (unpacked === null || unpacked > UNPACKED_BYTES_MAX) return null
  const contents = readContents(bytes)
  if (contents === null) return null
  const hits: FileHit[] = []
  for (const [name, value] of contents.properties) {
    for (const { kind, masked, hash } of scanText(value, { header: PROPERTY_HEADERS[name] ?? '', allowed })) {
      hits.push({ file, row: null, column: null, kind, masked, hash })
    }
  }
  for (const { name: sheet, rows, comments } of contents.sheets) {
    for (const { kind, masked, hash } of scanText(sheet, { allowed }))
      hits.push({ file, sheet, row: null, column: null, kind, masked, hash })
    hits.push(...scanTable(rows, allowed).map((hit) => ({ file, sheet, ...hit })))
    for (const { row, column, text } of comments) {
      for (const { kind, masked, hash } of scanText(text, { allowed }))
        hits.push({ file, sheet, row, column, kind, masked, hash })
    }
  }
  return hits
}

/** The author of a workbook is a person. */
const PROPERTY_HEADERS: Record<string, string> = { Author: '姓名', LastAuthor: '姓名', Manager: '姓名' }

interface Contents {
  properties: [name: string, value: string][]
  sheets: {
    name: string
    rows: { row: number; cells: string[] }[]
    comments: { row: number; column: number; text: string }[]
  }[]
}

/** All words of a workbook; null where it is none. */
function readContents(bytes: Uint8Array): Contents | null {
  let book: WorkBook
  try {
    const plain = readPlainWorkbook(bytes)
    if (plain !== null) {
      const sheets = plain.sheets.map((sheet) => ({ ...sheet, comments: [] }))
      return { properties: [['Title', plain.title]], sheets }
    }
    book = read(bytes, { type: 'array', dense: true, cellText: false, cellHTML: false, cellFormula: false })
  } catch {
    // An archive of another kind: the caller reports it as not scanned.
    return null
  }
  const properties = Object.entries({ ...book.Props, ...book.Custprops })
  return {
    properties: properties.map(([name, value]) => [name, String(value)]),
    sheets: book.SheetNames.map((name) => ({ name, ...readSheet(book, name) })),
  }
}

function readSheet(book: WorkBook, name: string): Omit<Contents['sheets'][number], 'name'> {
  // Rows of cells at `!data`, with holes where a cell is blank; without one the sheet is empty.
  const data = book.Sheets[name]?.['!data'] ?? []
  const rows: Contents['sheets'][number]['rows'] = []
  const comments: Contents['sheets'][number]['comments'] = []
  for (const [at, row] of data.entries()) {
    rows.push({ row: at + 1, cells: Array.from(row ?? [], (cell) => (cell?.v === undefined ? '' : String(cell.v))) })
    for (const [column, cell] of (row ?? []).entries()) {
      for (const { t = '' } of cell?.c ?? []) comments.push({ row: at + 1, column: column + 1, text: t })
    }
  }
  return { rows, comments }
}
