import { maskPersonal } from '../codes/personal-text.ts'
import type { Problem } from '../problems/problem.ts'
import { raise } from '../problems/raise.ts'
import type { LooseRow, Sheet } from './sheet.ts'

/**
 * A header with blank or equal names may be one of two header rows that nobody declared: the row above names groups of its
 * columns, or the row below holds the names that it lacks. Null where neither looks so.
 */
export function undeclaredLevels(sheet: Sheet, header: LooseRow): Problem | null {
  const above = sheet.above?.at(-1)
  if (above && filledOf(above) > 1 && namesBlank(above, header)) return raiseLevels(sheet, [above, header])
  const [first, second] = sheet.rows.length > 0 ? sheet.rows : (sheet.refused ?? [])
  if (first && second && isLowerHeader(first, second)) return raiseLevels(sheet, [header, first])
  return null
}

/** The rows as a clerk would look for them: `2: 地区 | 机构 | …`. */
export function picture(rows: readonly LooseRow[]): string {
  return rows
    .map(({ row, cells }) => `${row}: ${cells.map((cell) => maskPersonal(cell.trim())).join(' | ')}`)
    .join(' ⏎ ')
}

function raiseLevels(sheet: Sheet, rows: readonly [LooseRow, LooseRow]): Problem {
  const [upper, lower] = rows
  const at = { file: sheet.file, sheet: sheet.sheet, row: upper.row }
  return raise('header-rows-undeclared', at, {
    found: picture(rows),
    params: { levels: 2, header: lower.row, skip: lower.row - 1 },
  })
}

/** True where the upper row fills a cell that the header leaves blank. */
function namesBlank(upper: LooseRow, header: LooseRow): boolean {
  return upper.cells.some((cell, index) => cell.trim() !== '' && (header.cells[index] ?? '').trim() === '')
}

/** True where a row has words only, and the next one has numbers below them. */
function isLowerHeader(row: LooseRow, next: LooseRow): boolean {
  if (row.cells.some((cell) => NUMBER.test(cell.trim()))) return false
  return row.cells.some((cell, index) => cell.trim() !== '' && NUMBER.test((next.cells[index] ?? '').trim()))
}

const NUMBER = /^-?[\d,.]+%?$/

function filledOf({ cells }: LooseRow): number {
  return cells.filter((cell) => cell.trim() !== '').length
}
