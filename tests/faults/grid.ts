import { buildTwoByteTable } from '../../scripts/demo/encode.ts'

/** A table as texts: the header, and a row a record. Faults are put into copies. */
export interface Grid {
  headers: readonly string[]
  rows: readonly (readonly string[])[]
}

export interface CsvForm {
  delimiter?: string
  lineEnd?: string
  encoding?: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'
  /** A byte order mark; UTF-16 without it is refused. */
  mark?: boolean
  /** Quotes around every cell; by default around those that need them. */
  quoted?: boolean
}

/** The lines of a grid as delimited text, the header first. */
export function linesOf({ headers, rows }: Grid, { delimiter = ',', quoted = false }: CsvForm = {}): string[] {
  const quote = (cell: string) =>
    quoted || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return [headers, ...rows].map((cells) => cells.map(quote).join(delimiter))
}

export function toCsv(grid: Grid, form: CsvForm = {}): Uint8Array {
  return encodeText(`${linesOf(grid, form).join(form.lineEnd ?? '\n')}${form.lineEnd ?? '\n'}`, form)
}

export function encodeText(text: string, { encoding = 'utf-8', mark = false }: CsvForm = {}): Uint8Array {
  if (encoding === 'gb18030') return encodeGb(text)
  const marked = mark ? `\uFEFF${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(marked)
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < marked.length; at += 1) {
    view.setUint16(at * 2, marked.charCodeAt(at), encoding === 'utf-16le')
  }
  return bytes
}

/** GB18030 of a text as it is: the demonstration's encoder ends lines itself, and knows characters of two bytes only. */
function encodeGb(text: string): Uint8Array {
  const pairs = buildTwoByteTable()
  const parts: number[] = []
  for (const character of text) {
    const code = character.charCodeAt(0)
    const pair = pairs.get(character)
    if (code < 0x80) parts.push(code)
    else if (pair !== undefined) parts.push(pair >> 8, pair & 0xff)
    else parts.push(...fourBytesOf(character))
  }
  return Uint8Array.from(parts)
}

/** Codes of four bytes for characters of the basic plane, counted from 81 30 81 30. */
const FOUR_BYTE_CODES = 39_420
let fourByteCodes: Map<string, number[]> | undefined

function fourBytesOf(character: string): number[] {
  if (fourByteCodes === undefined) {
    fourByteCodes = new Map()
    const decoder = new TextDecoder('gb18030')
    for (let index = 0; index < FOUR_BYTE_CODES; index += 1) {
      const bytes = [
        0x81 + Math.floor(index / 12_600),
        0x30 + (Math.floor(index / 1_260) % 10),
        0x81 + (Math.floor(index / 10) % 126),
        0x30 + (index % 10),
      ]
      fourByteCodes.set(decoder.decode(Uint8Array.from(bytes)), bytes)
    }
  }
  const code = fourByteCodes.get(character)
  if (code === undefined) throw new Error(`no code of GB18030: ${character}`)
  return code
}

export function withCell(grid: Grid, row: number, column: number, text: string): Grid {
  return withRow(grid, row, (cells) => cells.map((cell, index) => (index === column ? text : cell)))
}

export function withRow(grid: Grid, row: number, change: (cells: readonly string[]) => readonly string[]): Grid {
  return { ...grid, rows: grid.rows.map((cells, index) => (index === row ? change(cells) : cells)) }
}

export function withColumn(grid: Grid, column: number, change: (text: string, row: number) => string): Grid {
  const rows = grid.rows.map((cells, row) => cells.map((cell, index) => (index === column ? change(cell, row) : cell)))
  return { ...grid, rows }
}

export function withHeader(grid: Grid, column: number, text: string): Grid {
  return { ...grid, headers: grid.headers.map((header, index) => (index === column ? text : header)) }
}

/** Columns in another order, headers and cells together. */
export function reorder(grid: Grid, order: readonly number[]): Grid {
  const pick = (cells: readonly string[]) => order.map((index) => cells[index] ?? '')
  return { headers: pick(grid.headers), rows: grid.rows.map(pick) }
}

export function insertRow(grid: Grid, at: number, cells: readonly string[]): Grid {
  return { ...grid, rows: [...grid.rows.slice(0, at), cells, ...grid.rows.slice(at)] }
}
