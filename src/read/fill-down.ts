import type { Profile } from '../contracts/contract.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { toComparable } from './comparable.ts'
import type { Sheet } from './sheet.ts'
import { findLeadingLabel, simplifyLabel, sumLabelOf } from './sum-label.ts'

/** Merged area of a workbook, counted from 1, inclusive. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/**
 * Blank cells of the columns that a profile declares take the text above them, as a merged cell means it; mutates the sheet.
 * A merge that no profile declares would leave all but its first cell blank, and is refused. Rows of sums are layout: their
 * labels are not filled down, nothing is filled into them, and merges within a record are let pass.
 */
export function fillDown(sheet: Sheet, profile: Profile, merges: readonly Merge[]): Problem[] {
  const wanted = new Set((profile.fillDown ?? []).map(toComparable))
  const own = new Set((profile.totals ?? []).map(simplifyLabel))
  const columns = [...sheet.headers.keys()].filter((index) => wanted.has(toComparable(sheet.headers[index] ?? '')))
  const notes = columns.flatMap((index) => fillColumn(sheet, index, own))
  return [...notes, ...findMergeProblems(sheet, { filled: columns, own }, merges)]
}

function fillColumn(sheet: Sheet, index: number, own: ReadonlySet<string>): Problem[] {
  let above = ''
  let first: Problem | null = null
  let count = 0
  for (const { row, cells } of sheet.rows) {
    const text = cells[index] ?? ''
    if (text.trim() !== '') above = sumLabelOf(text, own) === null ? text : ''
    if (text.trim() !== '' || above === '' || findLeadingLabel(cells, own)?.isPlain === true) continue
    cells[index] = above
    count += 1
    const at = {
      file: sheet.file,
      sheet: sheet.sheet,
      row,
      column: index + 1,
      columnName: sheet.headers[index] ?? null,
    }
    first ??= createProblem('cell-filled-down', at, { found: text, expected: above })
  }
  return first ? [{ ...first, params: { count } }] : []
}

function findMergeProblems(
  sheet: Sheet,
  { filled, own }: { filled: readonly number[]; own: ReadonlySet<string> },
  merges: readonly Merge[],
): Problem[] {
  const rows = new Map(sheet.rows.map(({ row, cells }) => [row, cells]))
  // A merge may claim all rows that a workbook can have.
  const last = sheet.rows.at(-1)?.row ?? 0
  const isRecord = (row: number) => {
    const cells = rows.get(row)
    return cells !== undefined && findLeadingLabel(cells, own)?.isPlain !== true
  }
  return merges
    .filter(({ top, left, right, bottom }) => {
      const isFilled = left === right && filled.includes(left - 1)
      return rows.has(top) && !isFilled && hasRow(top, Math.min(bottom, last), isRecord)
    })
    .map(({ top, left }) => {
      const columnName = sheet.headers[left - 1] ?? null
      return createProblem('cell-merged', { file: sheet.file, sheet: sheet.sheet, row: top, column: left, columnName })
    })
}

function hasRow(from: number, to: number, holds: (row: number) => boolean): boolean {
  for (let row = from; row <= to; row += 1) if (holds(row)) return true
  return false
}
