import type { Contract } from '../../contracts/contract.ts'
import { maskPersonal } from '../../personal/mask-personal.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import { describeRows, isTitle, isUpperHeader } from '../../read/levels.ts'
import type { LooseRow, Sheet } from '../../read/sheet.ts'
import { spansOf } from './spans.ts'
import type { TotalRow } from './total-row.ts'

/** Rows above the header and below the data are no data, and are never dropped in silence. */
export function checkLeftOut(contract: Contract, sheet: Sheet): Problem[] {
  const above = sheet.above ?? []
  const below = above.slice(above.map(isTitle).lastIndexOf(true) + 1)
  const upper = contract.profile?.skipRows === undefined ? below.find(isUpperHeader) : undefined
  const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet }
  if (upper) {
    const seen = [...above.filter((row) => row.row >= upper.row), { row: sheet.headerRow, cells: sheet.headers }]
    const levels = sheet.headerRow - upper.row + 1
    const more = { found: describeRows(seen), params: { levels, header: sheet.headerRow, skip: sheet.headerRow - 1 } }
    return [createProblem('header-rows-undeclared', { ...at, row: upper.row }, more)]
  }
  return [
    ...createLeftOutNote('preamble-left-out', above, at),
    ...createLeftOutNote('footnotes-left-out', sheet.below ?? [], at),
  ]
}

function createLeftOutNote(rule: RuleId, rows: readonly LooseRow[], at: Partial<Problem>): Problem[] {
  const [first] = rows
  if (!first) return []
  const found = rows.map((row) => maskPersonal(listFilled(row).join(' '))).join(' ⏎ ')
  return [
    createProblem(
      rule,
      { ...at, row: first.row },
      { found, params: { count: rows.length, rows: spansOf(rows.map((row) => row.row)) } },
    ),
  ]
}

function listFilled({ cells }: LooseRow): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
}

/** Rows that were sums, each with its label, so that whoever sent them sees that none of them was a record. */
export function noteTakenOut(contract: Contract, sheet: Sheet, totals: readonly TotalRow[]): Problem[] {
  const [first] = totals
  if (!first) return []
  const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet, row: first.row }
  const found = [...new Set(totals.map((total) => maskPersonal(total.label)))].join(' | ')
  const shown = totals
    .slice(0, TAKEN_OUT_SHOWN_MAX)
    .map((total) => ({ row: total.row, label: maskPersonal(total.label) }))
  const more = totals.length - shown.length
  const list = {
    zh: `${shown.map((item) => `第${item.row}行“${item.label}”`).join('、')}${more > 0 ? `，另有${more}行` : ''}`,
    en: `${shown.map((item) => `${item.row} “${item.label}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  }
  return [createProblem('rows-taken-out', at, { found, params: { count: totals.length, list } })]
}

const TAKEN_OUT_SHOWN_MAX = 20
