import type { Contract } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Sheet } from '../../read/sheet.ts'
import type { BoundColumn } from './unfit-columns.ts'

/** Cells that must fit columns which do not take any text, and their share of the filled cells. */
const CELLS_MIN = 2
const SHARE_MIN = 0.75

/**
 * Rows above the header that are records of its columns: a header that was moved down, or sorted with the data. Nobody would
 * miss them, as what is above a header is left out.
 */
export function findRowsAbove(sheet: Sheet, columns: readonly BoundColumn[], contract: Contract): Problem[] {
  const typed = columns.filter(({ id }) => contract.columns[id]?.type.kind !== 'text')
  const rows = (sheet.above ?? []).filter(({ cells }) => {
    if (isNumbering(cells)) return false
    const filled = typed.filter(({ index }) => (cells[index] ?? '').trim() !== '')
    const fitting = filled.filter(({ index, check }) => check(cells[index] ?? '', undefined).is === 'value')
    return fitting.length >= CELLS_MIN && fitting.length >= filled.length * SHARE_MIN
  })
  const [first] = rows
  if (!first) return []
  const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet, row: first.row }
  const last = rows.at(-1)?.row ?? first.row
  const span = last === first.row ? String(last) : `${first.row}–${last}`
  const params = { rows: span, header: sheet.headerRow }
  const found = first.cells.filter((cell) => cell.trim() !== '').join(' | ')
  return [createProblem('rows-above-header', at, { found, params })]
}

/** `甲 | 乙 | 1 | 2 | 3`: statistical forms number their columns. */
function isNumbering(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => cell.trim()).filter((cell) => /^\d+$/.test(cell))
  return numbers.length > 1 && numbers.every((number, index) => Number(number) === index + 1)
}
