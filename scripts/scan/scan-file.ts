import type { PersonalKind } from '../../src/personal/hit.ts'
import { scanRow } from '../../src/personal/scan-rows.ts'
import { scanText } from '../../src/personal/scan-text.ts'
import { decode } from '../../src/read/encoding.ts'
import { recordsOf } from '../../src/read/read-csv.ts'
import { scanWorkbook } from './scan-workbook.ts'

/** Personal data in a file. Rows and columns count from 1; both are null in a file's name and a workbook's properties. */
export interface FileHit {
  file: string
  /** Only in a workbook. */
  sheet?: string
  row: number | null
  column: number | null
  kind: PersonalKind
  /** What may be printed of the datum. */
  masked: string
}

/** Numbers that the publisher has made public, as digits. */
export type Allowed = ReadonlySet<string>

/** The hits of one file, in the order of the file; null where it is of a kind that cannot be scanned. */
export function scanFile(file: string, bytes: Uint8Array, allowed: Allowed): FileHit[] | null {
  const name = scanText(file.slice(file.lastIndexOf('/') + 1), { allowed })
  const hits: FileHit[] = name.map(({ kind, masked }) => ({ file, row: null, column: null, kind, masked }))
  if (isZip(bytes)) {
    const cells = scanWorkbook(file, bytes, allowed)
    return cells === null ? null : [...hits, ...cells]
  }
  if (BINARY.test(file)) return null
  const decoded = decode(bytes, file)
  if ('problem' in decoded) return null
  const { text } = decoded
  if (/\.(?:csv|tsv)$/i.test(file)) return [...hits, ...scanCsv(file, text, allowed)]
  return [...hits, ...scanLines(file, /\.json[l]?$/i.test(file) ? unescapeJson(text) : text, allowed)]
}

/** Formats whose text is packed; each has a reader of its own or none. */
const BINARY =
  /\.(?:pdf|png|jpe?g|webp|avif|gif|ico|woff2?|ttf|otf|gz|br|zst|parquet|wasm|pf_\w+|pagefind|xls|et|doc)$/i

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

function scanCsv(file: string, text: string, allowed: Allowed): FileHit[] {
  const { rows } = recordsOf(text, undefined)
  return scanTable(
    rows.map(({ row, cells }) => ({ row, cells })),
    allowed,
  ).map((hit) => ({ file, ...hit }))
}

/** Each cell of a table with the header of its column as context; the header is the first row with two cells or more. */
export function scanTable(
  rows: readonly { row: number; cells: readonly string[] }[],
  allowed: Allowed,
): Pick<FileHit, 'row' | 'column' | 'kind' | 'masked'>[] {
  const isWide = rows.some(({ cells }) => countFilled(cells) > 1)
  const header = rows.find(({ cells }) => countFilled(cells) > (isWide ? 1 : 0))
  const hits: Pick<FileHit, 'row' | 'column' | 'kind' | 'masked'>[] = []
  for (const { row, cells } of rows) {
    const headers = header && row > header.row ? header.cells : []
    for (const { column, kind, masked } of scanRow(cells, headers, { allowed })) {
      hits.push({ row, column: column + 1, kind, masked })
    }
  }
  return hits
}

function countFilled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length
}

/** Prose, markup and code line by line; the column is that of the character. */
function scanLines(file: string, text: string, allowed: Allowed): FileHit[] {
  const hits: FileHit[] = []
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    for (const { start, kind, masked } of scanText(line, { allowed })) {
      hits.push({ file, row: index + 1, column: start + 1, kind, masked })
    }
  }
  return hits
}

/** `\u5f20` → 张, so that an escaped text is read as a reader of the JSON sees it. */
function unescapeJson(text: string): string {
  return text.replace(/\\u([0-9a-fA-F]{4})/g, (_, point: string) => String.fromCharCode(Number.parseInt(point, 16)))
}
