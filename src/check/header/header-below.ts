import type { Contract } from '../../contracts/contract.ts'
import { HEADER_ROWS_SEARCHED } from '../../read/limits.ts'
import type { Sheet } from '../../read/sheet.ts'
import { isAnswered } from './answer.ts'
import { lookUp, type Spelling, spellingsOf } from './spellings.ts'

/**
 * The reader takes the first full row for the header without knowing the contract. Where that row misses columns and a
 * row below has them all, the row below is the header.
 */
export function findHeaderBelow(contract: Contract, sheet: Sheet): Sheet {
  const { skipRows, headerRows } = contract.profile ?? {}
  if (skipRows !== undefined || (headerRows ?? 1) > 1 || isAnswered(contract, sheet)) return sheet
  const spellings = spellingsOf(contract)
  const needed = countNeeded(contract)
  for (const [index, { row, cells }] of sheet.rows.slice(0, HEADER_ROWS_SEARCHED).entries()) {
    const headers = cells.map((cell) => cell.trim())
    if (countKnown(headers, spellings) < needed) continue
    if (isAnswered(contract, { ...sheet, headers, headerRow: row })) return withHeaderAt(sheet, index, headers)
  }
  return sheet
}

/** Columns that a header must name, whatever else it does. A row of data names hardly any, and is asked about no further. */
function countNeeded({ columns, profile: { constants = {}, wide } = {} }: Contract): number {
  const given = new Set([...Object.keys(constants), ...(wide ? [wide.into, wide.value] : [])])
  return Object.entries(columns).filter(([id, { absent }]) => !absent && !given.has(id)).length
}

function countKnown(headers: readonly string[], spellings: ReadonlyMap<string, Spelling>): number {
  return headers.filter((header) => lookUp(header, spellings) !== null).length
}

/** The sheet with that record as its header, and what was above it as titles. */
function withHeaderAt(sheet: Sheet, index: number, headers: string[]): Sheet {
  const before = [{ row: sheet.headerRow, cells: sheet.headers }, ...sheet.rows.slice(0, index)]
  return {
    ...sheet,
    headers,
    headerRow: sheet.rows[index]?.row ?? sheet.headerRow,
    rows: sheet.rows.slice(index + 1).map((line) => ({ ...line, record: line.record - index - 1 })),
    preamble: [...(sheet.preamble ?? []), ...before.map(({ cells }) => cells.join(' '))],
    above: [...(sheet.above ?? []), ...before],
  }
}
