import { read, type WorkBook } from '@e965/xlsx'
import { scanText } from '../../src/personal/scan-text.ts'
import { measureUnpackedBytes } from '../../src/read/archive.ts'
import { UNPACKED_BYTES_MAX } from '../../src/read/limits.ts'
import { type Allowed, type FileHit, scanTable } from './scan-file.ts'

/** Cells, comments, names of sheets and properties of a workbook; null where it is no workbook or too large to unpack. */
export function scanWorkbook(file: string, bytes: Uint8Array, allowed: Allowed): FileHit[] | null {
  const unpacked = measureUnpackedBytes(bytes, UNPACKED_BYTES_MAX)
  if (unpacked === null || unpacked > UNPACKED_BYTES_MAX) return null
  let book: WorkBook
  try {
    book = read(bytes, { type: 'array', dense: true, cellText: false, cellHTML: false, cellFormula: false })
  } catch {
    // An archive of another kind: the caller reports it as not scanned.
    return null
  }
  const hits: FileHit[] = []
  for (const [name, value] of Object.entries({ ...book.Props, ...book.Custprops })) {
    for (const { kind, masked, hash } of scanText(String(value), { header: PROPERTY_HEADERS[name] ?? '', allowed })) {
      hits.push({ file, row: null, column: null, kind, masked, hash })
    }
  }
  for (const sheet of book.SheetNames) {
    for (const { kind, masked, hash } of scanText(sheet, { allowed }))
      hits.push({ file, sheet, row: null, column: null, kind, masked, hash })
    hits.push(...scanSheet(book, sheet, allowed).map((hit) => ({ file, sheet, ...hit })))
  }
  return hits
}

/** The author of a workbook is a person. */
const PROPERTY_HEADERS: Record<string, string> = { Author: '姓名', LastAuthor: '姓名', Manager: '姓名' }

function scanSheet(
  book: WorkBook,
  name: string,
  allowed: Allowed,
): Pick<FileHit, 'row' | 'column' | 'kind' | 'masked' | 'hash'>[] {
  // Rows of cells at `!data`, with holes where a cell is blank; without one the sheet is empty.
  const rows = book.Sheets[name]?.['!data'] ?? []
  const hits: Pick<FileHit, 'row' | 'column' | 'kind' | 'masked' | 'hash'>[] = []
  const table: { row: number; cells: string[] }[] = []
  for (const [at, row] of rows.entries()) {
    const cells = Array.from(row ?? [], (cell) => (cell?.v === undefined ? '' : String(cell.v)))
    for (const [column, cell] of (row ?? []).entries()) {
      for (const { t = '' } of cell?.c ?? []) {
        for (const { kind, masked, hash } of scanText(t, { allowed }))
          hits.push({ row: at + 1, column: column + 1, kind, masked, hash })
      }
    }
    table.push({ row: at + 1, cells })
  }
  return [...scanTable(table, allowed), ...hits]
}
