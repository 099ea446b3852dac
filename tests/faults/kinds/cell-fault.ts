import type { Random } from '../../../scripts/demo/random.ts'
import type { Injected } from '../fault.ts'
import { toCsv, withCell } from '../grid.ts'
import { type GridColumn, pickCell, type Subject, toRow } from '../subject-file.ts'

export type Change = (text: string, random: Random) => string | null

/** One cell at random, of those that fit and that the change changes. */
export function changeCell(
  fits: (column: GridColumn, text: string) => boolean,
  change: Change,
  rules: readonly string[],
  { isPlaced = true }: { isPlaced?: boolean } = {},
): (subject: Subject, random: Random) => Injected | null {
  return (subject, random) => {
    const isChanged = (text: string) => {
      const changed = change(text, random)
      return changed !== null && changed !== text
    }
    const cell = pickCell(subject, random, (column, text) => !column.isTwin && fits(column, text) && isChanged(text))
    const text = cell && change(cell.text, random)
    if (!cell || text === null) return null
    const bytes = toCsv(withCell(subject.grid, cell.row, cell.column.index, text))
    return isPlaced ? { bytes, rules, row: toRow(cell.row), column: cell.column.index + 1 } : { bytes, rules }
  }
}
