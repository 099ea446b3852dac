import { maskPersonal } from '../codes/personal-text.ts'
import type { Contract } from '../datasets/contract.ts'
import type { RuleId } from '../problems/catalogue.ts'
import type { Problem } from '../problems/problem.ts'
import { raise } from '../problems/raise.ts'
import { isUpperHeader, picture } from '../read/levels.ts'
import type { LooseRow, Sheet } from '../read/sheet.ts'

/** Rows above the header and below the data are no data, and are never dropped in silence. */
export function judgeLeftOut(contract: Contract, sheet: Sheet): Problem[] {
  const above = sheet.above ?? []
  const upper = contract.profile?.skipRows === undefined ? above.find(isUpperHeader) : undefined
  const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet }
  if (upper) {
    const seen = [...above.filter((one) => one.row >= upper.row), { row: sheet.headerRow, cells: sheet.headers }]
    const levels = sheet.headerRow - upper.row + 1
    const more = { found: picture(seen), params: { levels, header: sheet.headerRow, skip: sheet.headerRow - 1 } }
    return [raise('header-rows-undeclared', { ...at, row: upper.row }, more)]
  }
  return [...note('preamble-left-out', above, at), ...note('footnotes-left-out', sheet.below ?? [], at)]
}

function note(rule: RuleId, rows: readonly LooseRow[], at: Partial<Problem>): Problem[] {
  const [first] = rows
  if (!first) return []
  const found = rows.map((one) => maskPersonal(filled(one).join(' '))).join(' ⏎ ')
  return [raise(rule, { ...at, row: first.row }, { found, params: { count: rows.length, rows: rowsOf(rows) } })]
}

/** `1–2`, `81、83`: the rows as a person would name them. */
function rowsOf(rows: readonly LooseRow[]): string {
  const spans: [number, number][] = []
  for (const { row } of rows) {
    const last = spans.at(-1)
    if (last && row === last[1] + 1) last[1] = row
    else spans.push([row, row])
  }
  return spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}

function filled({ cells }: LooseRow): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
}
