import { utils, write } from '@e965/xlsx'
import type { SampleCell, SampleSheet } from './sample-sheet.ts'

/** The file as CSV in UTF-8, CRLF, as spreadsheet programs write it. */
export function writeCsv({ above, headers, rows, delimiter }: SampleSheet): Uint8Array {
  const width = headers[0]?.length ?? 0
  const lines = [...above, ...headers, ...rows].map((cells) => {
    const filled = [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')]
    return filled.map((cell) => quote(String(cell), delimiter)).join(delimiter)
  })
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`)
}

function quote(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The same as a workbook of one sheet: numbers as numbers, all else as text. */
export function writeXlsx({ name, above, headers, rows }: SampleSheet): Uint8Array {
  const lines: SampleCell[][] = [...above, ...headers, ...rows]
  const sheet = utils.aoa_to_sheet(lines.map((cells) => cells.map((cell) => (cell === '' ? null : cell))))
  const book = utils.book_new(sheet, name.slice(0, 31))
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
}
