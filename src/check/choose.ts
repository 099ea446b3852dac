import type { Contract } from '../datasets/contract.ts'
import type { Problem } from '../problems/problem.ts'
import { raise } from '../problems/raise.ts'
import type { Sheet } from '../read/sheet.ts'
import { matchHeaders } from './headers.ts'
import { comparable } from './values/normalise.ts'

/**
 * Which sheets of a workbook hold the dataset: the only one, the one named by the profile or after the dataset, or the
 * only one whose header has every column.
 */
export function chooseSheets(contract: Contract, sheets: readonly Sheet[]): { chosen: Sheet[]; problems: Problem[] } {
  if (sheets.length <= 1) return { chosen: [...sheets], problems: [] }
  const names = new Set(
    [contract.profile?.sheet ?? '', contract.title.zh, contract.title.en, contract.id].map(comparable),
  )
  const named = sheets.filter((sheet) => sheet.sheet !== null && names.has(comparable(sheet.sheet)))
  const whole = named.length === 1 ? named : sheets.filter((sheet) => isWhole(contract, sheet))
  const [chosen] = whole
  if (whole.length === 1 && chosen) {
    const others = sheets.filter((sheet) => sheet !== chosen)
    return { chosen: [chosen], problems: others.map((sheet) => raise('sheet-unused', at(contract, sheet))) }
  }
  const found = sheets.map((sheet) => sheet.sheet ?? '').join(' | ')
  const first = sheets[0]
  const where = first ? { ...at(contract, first), sheet: null } : {}
  return { chosen: [], problems: [raise('sheet-unclear', where, { found, expected: contract.title.zh })] }
}

function isWhole(contract: Contract, sheet: Sheet): boolean {
  return !matchHeaders(contract, sheet).problems.some((one) => one.level === 'error')
}

function at(contract: Contract, sheet: Sheet) {
  return { dataset: contract.id, file: sheet.file, sheet: sheet.sheet }
}
