import { maskPersonal } from '../personal/mask-personal.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import type { LooseRow, Sheet } from './sheet.ts'

/**
 * A header with blank or equal names may be one of two header rows that nobody declared: the row above names groups of its
 * columns, or the row below holds the names that it lacks. Null where neither looks so.
 */
export function findUndeclaredLevels(sheet: Sheet, header: LooseRow): Problem | null {
  const above = sheet.above?.at(-1)
  if (above && isUpperHeader(above) && isNamingBlank(above, header)) return rejectLevels(sheet, [above, header])
  const [first, second] = sheet.rows.length > 0 ? sheet.rows : (sheet.refused ?? [])
  if (first && second && isLowerHeader(first, second)) return rejectLevels(sheet, [header, first])
  return null
}

/** Several cells that are neither a title nor what forms have above a table: they are names of groups of columns. */
export function isUpperHeader({ cells }: LooseRow): boolean {
  const names = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))
  return names.size > 1 && ![...names].some((text) => FORM.test(text) || DATE.test(text))
}

const FORM = /[:：]|^附[件表]|\d号$|单位|表号|文号|制表|填表|填报|审核|制定机关|批准|编号/
const DATE = /\d{4}\s*[年./-]\s*(\d{1,2}|第?[一二三四]季)|^\d{4}\s*年?度?$/

/** A row filled in its first cell only is a title, and there is no header above it. */
export function isTitle({ cells }: LooseRow): boolean {
  return cells.findIndex((cell) => cell.trim() !== '') === 0 && cells.filter((cell) => cell.trim() !== '').length === 1
}

/** The rows as a clerk would look for them: `2: 地区 | 机构 | …`. */
export function describeRows(rows: readonly LooseRow[]): string {
  return rows
    .map(({ row, cells }) => `${row}: ${cells.map((cell) => maskPersonal(cell.trim())).join(' | ')}`)
    .join(' ⏎ ')
}

function rejectLevels(sheet: Sheet, rows: readonly [LooseRow, LooseRow]): Problem {
  const [upper, lower] = rows
  const at = { file: sheet.file, sheet: sheet.sheet, row: upper.row }
  return createProblem('header-rows-undeclared', at, {
    found: describeRows(rows),
    params: { levels: 2, header: lower.row, skip: lower.row - 1 },
  })
}

/** True where the upper row fills a cell that the header leaves blank. */
function isNamingBlank(upper: LooseRow, header: LooseRow): boolean {
  return upper.cells.some((cell, index) => cell.trim() !== '' && (header.cells[index] ?? '').trim() === '')
}

/** True where a row has words only, and the next row has numbers below them. */
function isLowerHeader(row: LooseRow, next: LooseRow): boolean {
  const isOdd = (cell: string) => NUMBER.test(cell) || GAP.test(cell)
  if (row.cells.some((cell) => isOdd(cell.trim()))) return false
  return row.cells.some((cell, index) => cell.trim() !== '' && NUMBER.test((next.cells[index] ?? '').trim()))
}

const NUMBER = /^-?[\d,.]+%?$/
/** Placeholders for a missing number: a row with one of them is data. */
const GAP = /^([^\p{L}\d]+|无|暂无|未.*|不适用)$/u
