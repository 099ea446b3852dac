import type { Merge } from './fill-down.ts'
import { HEADER_ROWS_SEARCHED } from './limits.ts'
import type { SheetRow } from './sheet.ts'

/**
 * Rows whose merged cells hold their text once. Java writers (EasyExcel) repeat the text of a merged title or head in
 * every covered cell, others leave these blank: a head is read by its merges, wherever the text was written. Only the
 * rows in which a header is looked for are touched, and only words.
 */
export function blankCovered(rows: readonly SheetRow[], merges: readonly Merge[]): SheetRow[] {
  const last = rows[HEADER_ROWS_SEARCHED - 1]?.row ?? Number.POSITIVE_INFINITY
  const upper = merges.filter(({ top }) => top <= last)
  if (upper.length === 0) return [...rows]
  const byRow = new Map(rows.slice(0, HEADER_ROWS_SEARCHED).map((row, index) => [row.row, { row, index }]))
  const blanked = new Map<number, string[]>()
  for (const { top, left, bottom, right } of upper) {
    const text = (byRow.get(top)?.row.cells[left - 1] ?? '').trim()
    if (!/\p{L}/u.test(text)) continue
    for (let row = top; row <= Math.min(bottom, last); row += 1) {
      const found = byRow.get(row)
      if (!found) continue
      const cells = blanked.get(found.index) ?? [...found.row.cells]
      for (let column = left; column <= Math.min(right, cells.length); column += 1) {
        const isFirst = row === top && column === left
        if (!isFirst && (cells[column - 1] ?? '').trim() === text) cells[column - 1] = ''
      }
      blanked.set(found.index, cells)
    }
  }
  return rows.map((row, index) => ({ ...row, cells: blanked.get(index) ?? row.cells }))
}
