import type { Problem } from '../problems/problem.ts'
import { raise } from '../problems/raise.ts'
import type { Sheet } from './sheet.ts'

/** Merged area of a workbook, counted from 1, inclusive. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/**
 * Blank cells of the declared columns take the text above them, as a merged cell means it; mutates the sheet. A merge that
 * no profile declares would leave all but its first cell blank, and is refused.
 */
export function fillDown(sheet: Sheet, declared: readonly string[], merges: readonly Merge[]): Problem[] {
  const wanted = new Set(declared.map(plain))
  const columns = [...sheet.headers.keys()].filter((index) => wanted.has(plain(sheet.headers[index] ?? '')))
  const notes = columns.flatMap((index) => fillColumn(sheet, index))
  return [...notes, ...mergeFaults(sheet, columns, merges)]
}

function fillColumn(sheet: Sheet, index: number): Problem[] {
  let above = ''
  let first: Problem | null = null
  let count = 0
  for (const { row, cells } of sheet.rows) {
    const text = cells[index] ?? ''
    if (text.trim() !== '') above = text
    if (text.trim() !== '' || above === '') continue
    cells[index] = above
    count += 1
    const at = {
      file: sheet.file,
      sheet: sheet.sheet,
      row,
      column: index + 1,
      columnName: sheet.headers[index] ?? null,
    }
    first ??= raise('cell-filled-down', at, { found: text, expected: above })
  }
  return first ? [{ ...first, params: { count } }] : []
}

function mergeFaults(sheet: Sheet, filled: readonly number[], merges: readonly Merge[]): Problem[] {
  const rows = new Set(sheet.rows.map(({ row }) => row))
  return merges
    .filter(({ top, left, right }) => rows.has(top) && !(left === right && filled.includes(left - 1)))
    .map(({ top, left }) => {
      const columnName = sheet.headers[left - 1] ?? null
      return raise('cell-merged', { file: sheet.file, sheet: sheet.sheet, row: top, column: left, columnName })
    })
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
