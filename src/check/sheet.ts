import type { Row } from '../datasets/row.ts'
import type { Problem } from '../problems/problem.ts'
import { raise } from '../problems/raise.ts'
import type { Sheet } from '../read/sheet.ts'
import { type ChecksumContext, judgeTotals } from './checksums.ts'
import type { EarlierSheets, SheetContext } from './context.ts'
import { judgeDelimiter } from './delimiter.ts'
import { matchHeaders } from './headers.ts'
import { judgeLeftOut } from './left-out.ts'
import { judgeLine } from './lines.ts'
import { Notes } from './notes.ts'
import { judgeTitle } from './other-period.ts'
import { findHeaderBelow, judgePreamble } from './preamble.ts'
import { RowJudge } from './rows.ts'
import { leftOfNumbers, type TotalRow, takeOutTotals } from './totals.ts'

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
    const refused = (received.refused?.length ?? 0) + received.rows.length
    return { rows: [], rowsUsed: 0, rowsRefused: refused, rowsTakenOut: 0 }
  }
  const sheet = findHeaderBelow(contract, received)
  const match = matchHeaders(contract, sheet)
  const faults = [
    ...match.problems,
    ...judgePreamble(contract, sheet, match),
    ...judgeLeftOut(contract, sheet),
    ...judgeTitle(contract, sheet, context.period),
  ]
  problems.addAll(faults)
  const unread = sheet.refused?.length ?? 0
  // A title may be accepted as it is; a header may not.
  if (faults.some((one) => one.level === 'error' && one.rule !== 'title-other-period')) {
    return { rows: [], rowsUsed: 0, rowsRefused: unread + sheet.rows.length, rowsTakenOut: 0 }
  }
  const notes = new Notes()
  const judge = new RowJudge(sheet, match, { ...context, notes })
  const settings = { own: contract.profile?.totals ?? [], isName: judge.isName, left: leftOfNumbers(contract, match) }
  const { data, totals } = takeOutTotals(sheet.rows, judge.naming, settings)
  if (data.length + unread === 0) {
    const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet, row: sheet.headerRow }
    problems.add(raise('file-no-rows', at))
  }
  const rows: Row[] = []
  let rowsUsed = 0
  const groups: Row[][] = []
  for (const [index, line] of data.entries()) {
    if (index % ROWS_BETWEEN_TELLING === 0) context.progress?.(index, data.length)
    const made = judge.judgeRow(line)
    const contradictions =
      made === null ? [] : judgeLine(line, made, { contract, sheet, match, places: context.places })
    problems.addAll(contradictions)
    const long = contradictions.length > 0 ? null : made
    groups.push(long ?? [])
    if (!long) continue
    rowsUsed += 1
    for (const row of long) rows.push(row)
  }
  judge.finish()
  if (rowsUsed === data.length && unread === 0)
    problems.addAll(
      judgeSheetTotals(totals, groups, { contract, sheet, match, places: context.places }, context.before),
    )
  problems.addAll(notes.all())
  if (totals.length > 0) {
    const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet, row: totals[0]?.row ?? null }
    const found = [...new Set(totals.map((row) => row.label))].join(' | ')
    problems.add(raise('rows-taken-out', at, { found, params: { count: totals.length } }))
  }
  return { rows, rowsUsed, rowsRefused: unread + data.length - rowsUsed, rowsTakenOut: totals.length }
}

/**
 * The sums of one sheet; in a table over several sheets the last may also sum them all. Mutates what was before: this
 * sheet's rows go to those that the next one continues.
 */
function judgeSheetTotals(
  totals: readonly TotalRow[],
  groups: readonly Row[][],
  context: ChecksumContext,
  before: EarlierSheets | null,
): Problem[] {
  const alone = judgeTotals(totals, groups, context)
  if (!before) return alone
  const start = before.groups.length
  const shifted = totals.map((total) => ({ ...total, above: total.above + start }))
  before.groups.push(...groups)
  const isWhole =
    alone.length > 0 && start > 0 && judgeTotals([...before.totals, ...shifted], before.groups, context).length === 0
  // A sum of all of an earlier sheet is none of all sheets; those of its parts say where parts end.
  before.totals.push(...shifted.filter((total) => total.of === 'group'))
  return isWhole ? [] : alone
}
