import type { Row } from '../contracts/row.ts'
import { raise } from '../problems/create-problem.ts'
import type { Sheet, SheetRow } from '../read/sheet.ts'
import type { EarlierSheets, SheetContext } from './context.ts'
import { judgeDelimiter } from './header/delimiter.ts'
import { findHeaderBelow } from './header/header-below.ts'
import { refuseHeaderRows } from './header/header-rows.ts'
import { matchHeaders } from './header/match-headers.ts'
import { judgePreamble } from './header/preamble.ts'
import { judgeTitle } from './period/other-period.ts'
import { Notes } from './row/notes.ts'
import { RowJudge } from './row/row-checker.ts'
import { judgeLine } from './total/check-line.ts'
import { type ChecksumContext, judgeTotalCells, judgeTotals, raiseUnclear } from './total/checksums.ts'
import { judgeLeftOut, noteTakenOut } from './total/left-out.ts'
import { namingOf } from './total/naming.ts'
import type { TotalRow } from './total/total-row.ts'
import { takeOutTotals } from './total/totals.ts'

export interface CheckedSheet {
  rows: Row[]
  rowsUsed: number
  rowsRefused: number
  rowsTakenOut: number
}

const ROWS_BETWEEN_TELLING = 2_000

/** One sheet → rows. Mutates the keys and problems of the context. */
export function checkSheet(received: Sheet, context: SheetContext): CheckedSheet {
  const { contract, problems } = context
  const unparted = judgeDelimiter(contract, received)
  if (unparted) {
    problems.add(unparted)
    return refusedWhole(received)
  }
  const whole = findHeaderBelow(contract, received)
  const match = matchHeaders(contract, whole)
  const faults = [
    ...match.problems,
    ...judgePreamble(contract, whole, match),
    ...judgeLeftOut(contract, whole),
    ...judgeTitle(contract, whole, context.period),
  ]
  problems.addAll(faults)
  // A title may be accepted as it is; a header may not.
  if (faults.some((one) => one.level === 'error' && one.rule !== 'title-other-period')) return refusedWhole(whole)
  const notes = new Notes()
  const judge = new RowJudge(whole, match, { ...context, notes })
  const { sheet, problems: headers } = refuseHeaderRows(whole, { contract, match, valueAt: judge.valueAt })
  problems.addAll(headers)
  const { places } = context
  const among = { contract, match, naming: namingOf(contract, match, sheet.headers), places, valueAt: judge.valueAt }
  const { data, totals, unclear } = takeOutTotals(sheet.rows, among)
  const checksums = { contract, sheet, match, places }
  problems.addAll(unclear.map((one) => raiseUnclear(one, checksums)))
  problems.addAll(judgeTotalCells(totals, checksums))
  const unread = (sheet.refused?.length ?? 0) + unclear.length
  if (data.length + unread === 0) {
    const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet, row: sheet.headerRow }
    problems.add(raise('file-no-rows', at))
  }
  const made = judgeRecords(data, judge, { checksums, context })
  judge.finish()
  // A record that was refused makes no rows, and stays in its place among those that sums are of.
  const groups = made.map((one) => one ?? [])
  const rowsUsed = made.filter((one) => one !== null).length
  // Where a row is missing no sum can hold.
  const isWhole = rowsUsed === data.length && unread === 0
  const sums = isWhole ? judgeSheetTotals(totals, groups, checksums, context.before) : NO_SUMS
  problems.addAll(sums.problems)
  problems.addAll(notes.all())
  const takenOut = totals.filter((one) => !sums.refused.has(one))
  problems.addAll(noteTakenOut(contract, sheet, takenOut))
  const rowsRefused = unread + data.length - rowsUsed + sums.refused.size
  return { rows: groups.flat(), rowsUsed, rowsRefused, rowsTakenOut: takenOut.length }
}

function refusedWhole({ rows, refused = [] }: Sheet): CheckedSheet {
  return { rows: [], rowsUsed: 0, rowsRefused: refused.length + rows.length, rowsTakenOut: 0 }
}

/** The rows that each record makes, null for one that is refused. Mutates the problems. */
function judgeRecords(
  data: readonly SheetRow[],
  judge: RowJudge,
  { checksums, context }: { checksums: ChecksumContext; context: SheetContext },
): (Row[] | null)[] {
  return data.map((line, index) => {
    if (index % ROWS_BETWEEN_TELLING === 0) context.progress?.(index, data.length)
    const made = judge.judgeRow(line)
    const contradictions = made === null ? [] : judgeLine(line, made, checksums)
    context.problems.addAll(contradictions)
    return contradictions.length > 0 ? null : made
  })
}

type SumVerdict = ReturnType<typeof judgeTotals>

const NO_SUMS: SumVerdict = { problems: [], refused: new Set() }

/**
 * The sums of one sheet; in a table over several sheets the last may also sum them all. Mutates what was before: this
 * sheet's rows go to those that the next one continues.
 */
function judgeSheetTotals(
  totals: readonly TotalRow[],
  groups: readonly Row[][],
  context: ChecksumContext,
  before: EarlierSheets | null,
): SumVerdict {
  const alone = judgeTotals(totals, groups, context)
  if (!before) return alone
  const start = before.groups.length
  // Each sheet counts its rows from 1; sums are ordered by their rows.
  const last = before.totals.at(-1)?.row ?? 0
  const shifted = totals.map((total) => ({ ...total, row: total.row + last, above: total.above + start }))
  // Not by `push(...)`, whose arguments have to fit on the stack: a file may have a million rows.
  for (const group of groups) before.groups.push(group)
  const all = [...before.totals, ...shifted]
  const isWhole =
    alone.problems.length > 0 && start > 0 && judgeTotals(all, before.groups, context).problems.length === 0
  // A sum of all of an earlier sheet is none of all sheets; those of its parts say where parts end.
  for (const total of shifted) if (total.of === 'group' || total.of === 'page') before.totals.push(total)
  return isWhole ? NO_SUMS : alone
}
