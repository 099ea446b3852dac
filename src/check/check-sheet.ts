import type { Row } from '../contracts/row.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Sheet, SheetRow } from '../read/sheet.ts'
import type { EarlierSheets, SheetContext } from './context.ts'
import { checkDelimiter } from './header/delimiter.ts'
import { findHeaderBelow } from './header/header-below.ts'
import { rejectHeaderRows } from './header/header-rows.ts'
import { type Match, matchHeaders } from './header/match-headers.ts'
import { checkPreamble } from './header/preamble.ts'
import { findMixedUnits, splitRowUnits } from './header/row-units.ts'
import { checkTitle } from './period/other-period.ts'
import { findCutCodes } from './row/cut-codes.ts'
import { findFarDates } from './row/far-dates.ts'
import { findOddKeys } from './row/key-shapes.ts'
import { Notes } from './row/notes.ts'
import { RowChecker } from './row/row-checker.ts'
import { findRowsAbove } from './row/rows-above.ts'
import { findShiftedDates } from './row/shifted-dates.ts'
import { findUnfitColumns } from './row/unfit-columns.ts'
import { checkLine } from './total/check-line.ts'
import { type ChecksumContext, checkTotalCells, checkTotals, rejectUnclear } from './total/checksums.ts'
import { findRowsEqualToOthers } from './total/equal-rows.ts'
import { checkLeftOut, noteTakenOut } from './total/left-out.ts'
import { namingOf } from './total/naming.ts'
import type { TotalContext, TotalRow } from './total/total-row.ts'
import { takeOutTotals } from './total/totals.ts'

interface CheckedSheet {
  rows: Row[]
  rowsUsed: number
  rowsRefused: number
  rowsTakenOut: number
}

const ROWS_BETWEEN_PROGRESS = 2_000

/** A sheet whose header answers to the contract. */
export interface OpenedSheet {
  /** Without the rows that belong to its header. */
  sheet: Sheet
  match: Match
  checker: RowChecker
  notes: Notes
  /** What distinguishes sums from records. */
  among: TotalContext
}

/** One sheet → rows. Mutates the keys and problems of the context. */
export function checkSheet(received: Sheet, context: SheetContext): CheckedSheet {
  const opened = openSheet(received, context)
  return 'rejected' in opened ? rejectWholeSheet(opened.rejected) : checkOpened(opened, context)
}

/** Matches the header of a sheet; where that cannot be, none of its rows is read. Mutates the problems of the context. */
export function openSheet(received: Sheet, context: SheetContext): OpenedSheet | { rejected: Sheet } {
  const { contract, problems } = context
  const unparted = checkDelimiter(contract, received)
  if (unparted) {
    problems.add(unparted)
    return { rejected: received }
  }
  const { sheet: whole, problems: parted } = splitRowUnits(contract, findHeaderBelow(contract, received))
  const match = matchHeaders(contract, whole)
  const findings = [
    ...parted,
    ...match.problems,
    ...checkPreamble(contract, whole, match),
    ...checkLeftOut(contract, whole),
    ...checkTitle(contract, whole, context.period),
  ]
  problems.addAll(findings)
  // A title may be accepted as it is; a header may not.
  if (findings.some((error) => error.level === 'error' && error.rule !== 'title-other-period'))
    return { rejected: whole }
  const notes = new Notes()
  const checker = new RowChecker(whole, match, { ...context, notes })
  const { sheet, problems: headers } = rejectHeaderRows(whole, { contract, match, valueAt: checker.valueAt })
  problems.addAll(headers)
  const unfit = [
    ...findRowsAbove(sheet, checker.columns, contract),
    ...findUnfitColumns(sheet, checker.columns, contract),
    ...findCutCodes(sheet, checker.columns, contract),
  ]
  problems.addAll(unfit)
  if (unfit.length > 0) return { rejected: sheet }
  const { places } = context
  const among = { contract, match, naming: namingOf(contract, match, sheet.headers), places, valueAt: checker.valueAt }
  return { sheet, match, checker, notes, among }
}

function checkOpened({ sheet, match, checker, notes, among }: OpenedSheet, context: SheetContext): CheckedSheet {
  const { contract, problems, places } = context
  const { data, totals, unclear } = takeOutTotals(sheet.rows, among)
  const checksums = { contract, sheet, match, places }
  problems.addAll(findMixedUnits(data, sheet, { contract, match }))
  problems.addAll(unclear.map((total) => rejectUnclear(total, checksums)))
  problems.addAll(checkTotalCells(totals, checksums))
  const unread = (sheet.refused?.length ?? 0) + unclear.length
  if (data.length + unread === 0) {
    const at = { dataset: contract.id, file: sheet.file, sheet: sheet.sheet, row: sheet.headerRow }
    problems.add(createProblem('file-no-rows', at))
  }
  const made = checkRecords(data, checker, { checksums, context })
  checker.checkWholeSheet()
  // A record that was refused makes no rows, and stays in its place among those that sums are of.
  const groups = made.map((row) => row ?? [])
  const rows = groups.flat()
  const rowsUsed = made.filter((row) => row !== null).length
  // Where a row is missing no sum can hold.
  const isWhole = rowsUsed === data.length && unread === 0
  const sums = isWhole ? checkSheetTotals(totals, groups, checksums, context.before) : NO_SUMS
  problems.addAll(sums.problems)
  if (isWhole) problems.addAll(findRowsEqualToOthers(groups, checksums))
  problems.addAll([
    ...findShiftedDates(rows, checksums),
    ...findFarDates(rows, checksums),
    ...findOddKeys(rows, checksums),
  ])
  problems.addAll(notes.listAll())
  const takenOut = totals.filter((total) => !sums.refused.has(total))
  problems.addAll(noteTakenOut(contract, sheet, takenOut))
  const rowsRefused = unread + data.length - rowsUsed + sums.refused.size
  return { rows, rowsUsed, rowsRefused, rowsTakenOut: takenOut.length }
}

function rejectWholeSheet({ rows, refused = [] }: Sheet): CheckedSheet {
  return { rows: [], rowsUsed: 0, rowsRefused: refused.length + rows.length, rowsTakenOut: 0 }
}

/** The rows that each record makes, null for a refused record. Mutates the problems. */
function checkRecords(
  data: readonly SheetRow[],
  checker: RowChecker,
  { checksums, context }: { checksums: ChecksumContext; context: SheetContext },
): (Row[] | null)[] {
  return data.map((line, index) => {
    if (index % ROWS_BETWEEN_PROGRESS === 0) context.reportProgress?.(index, data.length)
    const made = checker.checkRow(line)
    const contradictions = made === null ? [] : checkLine(line, made, checksums)
    context.problems.addAll(contradictions)
    return contradictions.length > 0 ? null : made
  })
}

type SumResult = ReturnType<typeof checkTotals>

const NO_SUMS: SumResult = { problems: [], refused: new Set() }

/**
 * The sums of one sheet; in a table over several sheets the last may also sum them all. Mutates what was before: this
 * sheet's rows go to those that the next one continues.
 */
function checkSheetTotals(
  totals: readonly TotalRow[],
  groups: readonly Row[][],
  context: ChecksumContext,
  before: EarlierSheets | null,
): SumResult {
  const alone = checkTotals(totals, groups, context)
  if (!before) return alone
  const start = before.groups.length
  // Each sheet counts its rows from 1; sums are ordered by their rows.
  const last = before.totals.at(-1)?.row ?? 0
  const shifted = totals.map((total) => ({ ...total, row: total.row + last, above: total.above + start }))
  // Not by `push(...)`, whose arguments have to fit on the stack: a file may have a million rows.
  for (const group of groups) before.groups.push(group)
  const all = [...before.totals, ...shifted]
  const isWhole =
    alone.problems.length > 0 && start > 0 && checkTotals(all, before.groups, context).problems.length === 0
  // A sum of all of an earlier sheet is none of all sheets; those of its parts say where parts end.
  for (const total of shifted) if (total.of === 'group' || total.of === 'page') before.totals.push(total)
  return isWhole ? NO_SUMS : alone
}
