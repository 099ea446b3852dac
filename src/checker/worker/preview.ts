import { maskPath, maskPersonal } from '../../personal/mask-personal.ts'
import { toColumnLetters } from '../../problems/location.ts'
import type { Problem } from '../../problems/problem.ts'
import type { LooseRow, Sheet } from '../../read/sheet.ts'
import type { Preview } from '../protocol.ts'
import type { Line } from './lines-around.ts'

/** Rows above and below the cell, and columns beside it. */
const ROWS_AROUND = 1
const COLUMNS_AROUND = 2
/** Rows that are shown below a header. */
export const ROWS_AT_TOP = ROWS_AROUND + 1
/** Characters of a cell that are shown. */
const CELL_SHOWN_MAX = 40
const LINE_SHOWN_MAX = 120
/** A number that this cuts in two lies far behind what is shown. */
const CELL_SEARCHED_MAX = 4_096

/** What a preview is made of. */
export interface PreviewSource {
  sheets: readonly Sheet[]
  /** Where no sheet could be made of a text: the lines around each fault, by its row. */
  lines: ReadonlyMap<number, readonly Line[]>
}

/**
 * The rows around a problem's cell with the header above, or the lines of a text that is no table. Of a whole
 * column or sheet the header with the first rows is shown; null where there is nothing to see.
 */
export function previewOf({ sheets, lines }: PreviewSource, problem: Problem): Preview | null {
  if (problem.row !== null) {
    const around = lines.get(problem.row)
    if (around && around.length > 0) return previewOfLines(around, problem.row)
  } else if (problem.column === null && !OF_SHEETS.has(problem.rule)) return null
  const sheet =
    sheets.find(({ sheet }) => (sheet === null ? sheet : maskPath(sheet)) === problem.sheet) ??
    (sheets.length === 1 ? sheets[0] : undefined)
  if (!sheet) return null
  return problem.rule === 'title-other-period' ? previewOfTitle(sheet) : previewOfSheet(sheet, problem)
}

/** Problems of a whole sheet that its first rows show. */
const OF_SHEETS: ReadonlySet<string> = new Set(['title-other-period', 'sheet-unused', 'sheet-hidden'])

/** The rows above the header, a line each; null where the sheet's own name is the title. */
function previewOfTitle({ above = [] }: Sheet): Preview | null {
  if (above.length === 0) return null
  const rows = above.map(({ row, cells }) => ({
    row,
    cells: [shortenCell(cells.filter((cell) => cell !== '').join('  '), LINE_SHOWN_MAX)],
    isMarked: false,
  }))
  return { isHeader: false, isColumn: false, headerRow: null, columns: [], rows }
}

function previewOfLines(lines: readonly Line[], marked: number): Preview {
  const rows = lines.map(({ row, text }) => ({
    row,
    cells: [shortenCell(text, LINE_SHOWN_MAX)],
    isMarked: row === marked,
  }))
  return { isHeader: false, isColumn: false, headerRow: null, columns: [], rows }
}

function previewOfSheet(sheet: Sheet, problem: Problem): Preview | null {
  const isHeader = problem.row === sheet.headerRow || problem.row === null
  const all = isHeader ? sheet.rows : listRowsReceived(sheet)
  const index = all.findIndex((row) => row.row === problem.row)
  if (index < 0 && !isHeader) return null
  const first = isHeader ? 0 : Math.max(0, index - ROWS_AROUND)
  const last = isHeader ? ROWS_AT_TOP - 1 : index + ROWS_AROUND
  const rows = all.slice(first, last + 1)
  const width = Math.max(sheet.headers.length, ...rows.map((row) => row.cells.length))
  const columns = listColumnsAround(problem.column, width)
  return {
    isHeader,
    isColumn: problem.row === null && problem.column !== null,
    headerRow: sheet.headerRow,
    columns: columns.map((column) => ({
      name: sheet.sheet === null ? String(column + 1) : toColumnLetters(column + 1),
      header: shortenCell(sheet.headers[column] ?? ''),
      isMarked: column + 1 === problem.column,
    })),
    rows: rows.map(({ row, cells }) => ({
      row,
      cells: columns.map((column) => shortenCell(cells[column] ?? '')),
      isMarked: row === problem.row,
    })),
  }
}

/** Rows that could be used, those that could not, and titles and notes beside them, as received. */
function listRowsReceived({ above = [], rows, refused = [], below = [] }: Sheet): LooseRow[] {
  if (above.length + refused.length + below.length === 0) return rows
  return [...above, ...rows, ...refused, ...below].sort((a, b) => a.row - b.row)
}

/** The first column, which mostly names the row, and those beside the cell; indexes from 0. */
function listColumnsAround(column: number | null, width: number): number[] {
  const middle = (column ?? 1) - 1
  const reach = column === null ? COLUMNS_AROUND * 2 : COLUMNS_AROUND
  const beside = Array.from({ length: width }, (_, index) => index).filter((index) => Math.abs(index - middle) <= reach)
  return beside[0] === 0 ? beside : [0, ...beside.slice(1)]
}

/** Line breaks and invisible characters are written out, so that they can be seen; what is personal is covered. */
function shortenCell(text: string, most = CELL_SHOWN_MAX): string {
  const covered = maskPersonal(text.slice(0, CELL_SEARCHED_MAX))
  const cut = covered.length > most ? `${covered.slice(0, most)}…` : covered
  return cut.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
