import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** Fits the cells of a row to the header: as wide as it is, or the fault for which the row is refused. */
type Fit = (row: SheetRow, record: number) => { cells: string[] } | { finding: Problem }

/**
 * A delimited line may be longer than the header only by blank cells that the header has too, or that each line has: else a
 * number with commas and no quotes has moved its row. A row of a workbook may be shorter; cells beside the table are an error.
 */
export function makeFit(sheet: Sheet, header: SheetRow, rows: readonly SheetRow[]): Fit {
  const width = sheet.headers.length
  const at = { file: sheet.file, sheet: sheet.sheet }
  if (sheet.encoding === 'xlsx') {
    return ({ row, cells }, record) => {
      const index = findBeyond(cells, width)
      if (index < 0) return { cells: padRow(cells, width) }
      const more = { found: cells[index] ?? null, params: { count: width } }
      return { finding: createProblem('cell-beyond-header', { ...at, row, record, column: index + 1 }, more) }
    }
  }
  const common = findCommonLength(rows, width)
  return ({ row, cells }, record) => {
    // Most rows are as wide as the header, and keep their cells.
    if (cells.length === width) return { cells }
    const isLong = cells.length > width && cells.length !== header.cells.length && cells.length !== common
    if (cells.length > width && !isLong && findBeyond(cells, width) < 0) return { cells: cells.slice(0, width) }
    const more = { found: String(cells.length), expected: String(width) }
    return { finding: createProblem('row-ragged', { ...at, row, record }, more) }
  }
}

/** Index of the first filled cell to the right of the table, or -1. */
function findBeyond(cells: readonly string[], width: number): number {
  return cells.findIndex((cell, index) => index >= width && cell.trim() !== '')
}

function padRow(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '')
}

/** How many cells each line has, where all have the same and not each holds what may be one number in two cells. */
function findCommonLength(rows: readonly SheetRow[], width: number): number | null {
  const length = rows[0]?.cells.length ?? width
  if (rows.some(({ cells }) => cells.length !== length)) return null
  return rows.every(({ cells }) => hasSplitNumber(cells)) ? null : length
}

function hasSplitNumber(cells: readonly string[]): boolean {
  return countSplitNumbers(cells) > 0
}

/** `1` and `200` side by side: 1,200 without quotes. */
export function countSplitNumbers(cells: readonly string[]): number {
  return cells.filter(
    (cell, index) => /^\s*-?[1-9]\d{0,2}$/.test(cell) && /^\d{3}(\.\d+)?\s*$/.test(cells[index + 1] ?? ''),
  ).length
}
