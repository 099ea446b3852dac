import Papa from 'papaparse'
import type { Profile } from '../contracts/contract.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Decoded } from './encoding.ts'
import { findHeader } from './header.ts'
import { CELL_LENGTH_MAX, HEADER_ROWS_SEARCHED } from './limits.ts'
import type { Reading, SheetRow } from './sheet.ts'
import { layOut } from './sheet-layout.ts'

/** Delimited text → one sheet. Line ends are made one kind first: Papa Parse knows only one kind a file. */
export function readCsv(decoded: Decoded, file: string, profile: Profile): Reading {
  const { rows, errors } = recordsOf(decoded.text, profile.delimiter)
  const broken = errors.find((error) => error.type === 'Quotes')
  if (broken) {
    const row = rows[Math.min(broken.row ?? 0, rows.length - 1)]?.row ?? null
    const rule = broken.code === 'MissingQuotes' ? 'csv-quote-open' : 'csv-quote-stray'
    return { sheets: [], problems: [createProblem(rule, { file, row })] }
  }
  const long = findLongCell(rows)
  if (long) {
    const more = { found: long.text, expected: `≤ ${CELL_LENGTH_MAX}` }
    return {
      sheets: [],
      problems: [createProblem('cell-too-long', { file, row: long.row, column: long.column }, more)],
    }
  }
  return layOut({ file, sheet: null, encoding: decoded.encoding, rows, date1904: false }, profile)
}

/** The records of a delimited text, each with its physical line, and what the parser stumbled over. */
export function recordsOf(
  received: string,
  declared: Profile['delimiter'],
): { text: string; rows: SheetRow[]; errors: Papa.ParseError[] } {
  const text = removeEndMark(received).replace(/\r\n?/g, '\n')
  const lines = new NumberedLines(text.includes('"'))
  const errors: Papa.ParseError[] = []
  // Record by record: all cells at once would fill memory before those that are the same are shared.
  Papa.parse<string[]>(text, {
    ...formOf(declared ?? guessDelimiter(text)),
    step({ data, errors: found }) {
      for (const error of found) errors.push({ ...error, row: lines.rows.length })
      lines.add(data)
    },
  })
  return { text, rows: lines.end(), errors }
}

function formOf(delimiter: string) {
  return { delimiter, newline: '\n', header: false, skipEmptyLines: false } as const
}

/** Without the mark by which DOS and dBase end a text: it is no row. */
function removeEndMark(text: string): string {
  return text.charCodeAt(text.length - 1) === END_MARK ? text.slice(0, -1) : text
}

const END_MARK = 0x1a

/**
 * The delimiter by which the header has most names, its quotes read as the parser reads them: tabs inside quoted cells, or
 * after each value, are part of the cells. Of two that make equally many, the delimiter whose header comes first, then the delimiter by
 * which more rows are as long as the header, else a comma.
 */
function guessDelimiter(text: string): ',' | ';' | '\t' {
  const head = text.slice(0, HEAD_LENGTH)
  const readings = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(head, { ...formOf(delimiter), preview: HEADER_ROWS_SEARCHED })
    const rows = data.map((cells, index) => ({ row: index + 1, record: 0, cells }))
    const at = findHeader(rows, {})
    const names = (rows[at]?.cells ?? []).filter((cell) => isName(cell, delimiter)).length
    const alike = rows.filter(({ cells }) => cells.length === rows[at]?.cells.length).length
    return { delimiter, at, names, alike }
  })
  const [best] = [...readings].sort((a, b) => b.names - a.names || a.at - b.at || b.alike - a.alike)
  return best && best.names > 1 ? best.delimiter : ','
}

const DELIMITERS = [',', '\t', ';'] as const
/** Longer headers are no headers. */
const HEAD_LENGTH = 20_000

/** Holds a word or a year. What begins with another delimiter, as `,甲`, was split by the wrong delimiter. */
function isName(cell: string, delimiter: string): boolean {
  const text = cell.replace(/^ +| +$/g, '')
  return (
    /\p{L}|^\s*\d{4}\s*$|[?？]{2}/u.test(cell) &&
    !DELIMITERS.some((other) => other !== delimiter && text.startsWith(other))
  )
}

/** Papa Parse counts records; the physical line of each comes from the line breaks inside the cells before it. */
class NumberedLines {
  readonly rows: SheetRow[] = []
  readonly #texts = new SharedTexts()
  readonly #hasQuotes: boolean
  #line = 1

  constructor(hasQuotes: boolean) {
    this.#hasQuotes = hasQuotes
  }

  /** Mutates the cells. */
  add(cells: string[]): void {
    this.#texts.share(cells)
    this.rows.push({ row: this.#line, record: 0, cells })
    this.#line += 1
    if (this.#hasQuotes) for (const cell of cells) this.#line += countBreaks(cell)
  }

  /** The line break at the end of a file is not an empty record. */
  end(): SheetRow[] {
    const last = this.rows.at(-1)
    if (last?.cells.length === 1 && last.cells[0] === '') this.rows.pop()
    return this.rows
  }
}

/** One text for each cell that comes again and again, where the parser makes a new text for every cell. */
class SharedTexts {
  /** By column; null where its texts are many. */
  readonly #columns: (Map<string, string> | null)[] = []

  /** Mutates the cells. */
  share(cells: string[]): void {
    for (let index = 0; index < cells.length; index += 1) {
      const received = cells[index] ?? ''
      const known = this.#columns[index]
      const shared = known?.get(received)
      const text = shared ?? copyText(received)
      cells[index] = text
      if (shared !== undefined || known === null) continue
      if (known === undefined) this.#columns[index] = new Map([[text, text]])
      else if (known.size < TEXTS_SHARED_MAX) known.set(text, text)
      else this.#columns[index] = null
    }
  }
}

/** Distinct texts of a column that are shared. */
const TEXTS_SHARED_MAX = 4_000

/** The same text by itself. What is cut out of a longer text keeps all of that in memory: here the whole file. */
function copyText(text: string): string {
  if (text.length > TEXT_COPIED_MAX) return text
  const codes = []
  for (let at = 0; at < text.length; at += 1) codes.push(text.charCodeAt(at))
  return String.fromCharCode(...codes)
}

/** Longer texts are most of what their file holds. */
const TEXT_COPIED_MAX = 100

function countBreaks(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}

function findLongCell(rows: readonly SheetRow[]): { row: number; column: number; text: string } | null {
  for (const { row, cells } of rows) {
    for (const [index, text] of cells.entries()) {
      if (text.length > CELL_LENGTH_MAX) return { row, column: index + 1, text: text.slice(0, 200) }
    }
  }
  return null
}
