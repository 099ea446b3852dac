import { letters } from '../problems/place.ts'
import type { Problem } from '../problems/problem.ts'
import type { Sheet } from '../read/sheet.ts'
import type { Preview } from './protocol.ts'

/** Rows above and below the cell, and columns beside it. */
const ROWS_AROUND = 1
const COLUMNS_AROUND = 2
/** Characters of a cell that are shown. */
const CELL_SHOWN_MAX = 40

/** The rows around a problem's cell with the header above; null where its row could not be taken up. */
export function previewOf(sheets: readonly Sheet[], problem: Problem): Preview | null {
  const sheet = sheets.find((one) => one.sheet === problem.sheet)
  if (!sheet || problem.row === null) return null
  const isHeader = problem.row === sheet.headerRow
  const index = sheet.rows.findIndex((one) => one.row === problem.row)
  if (index < 0 && !isHeader) return null
  const first = isHeader ? 0 : Math.max(0, index - ROWS_AROUND)
  const last = isHeader ? ROWS_AROUND : index + ROWS_AROUND
  const columns = columnsAround(problem.column, sheet.headers.length)
  return {
    isHeader,
    columns: columns.map((column) => ({
      name: sheet.sheet === null ? String(column + 1) : letters(column + 1),
      header: shown(sheet.headers[column] ?? ''),
      isMarked: column + 1 === problem.column,
    })),
    rows: sheet.rows.slice(first, last + 1).map(({ row, cells }) => ({
      row,
      cells: columns.map((column) => shown(cells[column] ?? '')),
      isMarked: row === problem.row,
    })),
  }
}

/** The first column, which mostly names the row, and those beside the cell; indexes from 0. */
function columnsAround(column: number | null, width: number): number[] {
  const middle = (column ?? 1) - 1
  const reach = column === null ? COLUMNS_AROUND * 2 : COLUMNS_AROUND
  const beside = Array.from({ length: width }, (_, index) => index).filter((index) => Math.abs(index - middle) <= reach)
  return beside[0] === 0 ? beside : [0, ...beside.slice(1)]
}

/** Line breaks and invisible characters are written out, so that they can be seen. */
function shown(text: string): string {
  const cut = text.length > CELL_SHOWN_MAX ? `${text.slice(0, CELL_SHOWN_MAX)}…` : text
  return cut.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
