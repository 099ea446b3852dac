import type { Contract } from '../datasets/contract.ts'
import type { Problem } from '../problems/problem.ts'
import { raise } from '../problems/raise.ts'
import { HEADER_ROWS_SEARCHED } from '../read/limits.ts'
import type { Sheet } from '../read/sheet.ts'
import type { Match } from './headers.ts'
import { matchHeaders } from './headers.ts'
import { unitPower } from './values/quantity.ts'

/**
 * The reader takes the first full row for the header without knowing the contract. Where that row misses columns and a
 * row below has them all, that one is the header.
 */
export function findHeaderBelow(contract: Contract, sheet: Sheet): Sheet {
  const { skipRows, headerRows } = contract.profile ?? {}
  if (skipRows !== undefined || (headerRows ?? 1) > 1 || isMatched(contract, sheet)) return sheet
  for (const [index, { row, cells }] of sheet.rows.slice(0, HEADER_ROWS_SEARCHED).entries()) {
    const rows = sheet.rows.slice(index + 1).map((line) => ({ ...line, record: line.record - index - 1 }))
    const above = [sheet.headers, ...sheet.rows.slice(0, index).map((line) => line.cells)].map((one) => one.join(' '))
    const candidate: Sheet = {
      ...sheet,
      headers: cells.map((cell) => cell.trim()),
      headerRow: row,
      rows,
      preamble: [...(sheet.preamble ?? []), ...above],
      above: [...(sheet.above ?? []), { row: sheet.headerRow, cells: sheet.headers }, ...sheet.rows.slice(0, index)],
    }
    if (isMatched(contract, candidate)) return candidate
  }
  return sheet
}

function isMatched(contract: Contract, sheet: Sheet): boolean {
  return !matchHeaders(contract, sheet).problems.some((one) => one.rule === 'header-missing')
}

/** `单位：万人` above a table scales nothing by itself: it is said in the profile which columns it is about. */
export function judgePreamble(contract: Contract, sheet: Sheet, match: Match): Problem[] {
  const stated = (sheet.preamble ?? []).map((text) => /单位\s*[:：]\s*([^\s,，;；)）]+)/.exec(text)?.[1]).find(Boolean)
  if (stated === undefined) return []
  const unit = stated.normalize('NFKC')
  const value = contract.profile?.wide?.value
  const wide = value === undefined ? [] : match.wide.slice(0, 1).map((one) => ({ ...one, id: value }))
  const touched = [...match.bindings, ...wide].filter(({ id, power }) => {
    const column = contract.columns[id]
    if (!column || !['integer', 'number'].includes(column.type.kind)) return false
    const stands = unitPower(unit, column.unit)
    return stands !== null && stands !== 0 && power === 0 && contract.profile?.units?.[id] === undefined
  })
  return touched.map(({ id, index, header }) => {
    const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet, column: index + 1, columnName: header }
    return raise('unit-undeclared', at, {
      found: stated,
      expected: contract.columns[id]?.unit ?? null,
      params: { unit: stated },
    })
  })
}
