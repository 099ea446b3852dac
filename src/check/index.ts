import type { Columns } from '../contracts/columns.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Row } from '../contracts/row.ts'
import type { Problem } from '../problems/problem.ts'
import { ProblemCollector } from '../problems/problem-collector.ts'
import type { Sheet } from '../read/sheet.ts'
import { checkSheet } from './check-sheet.ts'
import type { CheckContext, EarlierSheets } from './context.ts'
import { chooseSheets } from './header/choose.ts'
import { columnsOf, type FileShape, shapeOfColumns } from './period/file-shape.ts'
import { keyNumbersOf } from './period/key-numbers.ts'
import { PeriodWatch } from './period/other-period.ts'
import { digestOf } from './period/rows-digest.ts'
import { checkCoverage } from './row/coverage.ts'
import { DuplicateWatch } from './row/duplicates.ts'

export type { CheckContext }

/** The rows of one file that may be used, and everything that was found. rowsRead = rowsUsed + rowsRefused, always. */
export interface Checked {
  rows: Row[]
  /** The same rows as columns. */
  columns: Columns
  problems: Problem[]
  rowsRead: number
  rowsUsed: number
  rowsRefused: number
  /** Sums (合计, 小计, 其中) that were taken out of the data and used as checksums; not among the rows read. */
  rowsTakenOut: number
  /** Fingerprint of the rows, to recognise one export under two names; null where there are too few. */
  digest: string | null
  /** What is compared with other periods. */
  shape: FileShape
}

/**
 * Sheets of one file → typed rows, or problems. A profile of the portal's folder is put into `contract.profile` before.
 */
export function check(contract: Contract, sheets: readonly Sheet[], context: CheckContext): Checked {
  const problems = new ProblemCollector()
  const checked = { rows: [] as Row[], rowsRead: 0, rowsUsed: 0, rowsRefused: 0, rowsTakenOut: 0 }
  const duplicates = new DuplicateWatch(contract)
  const periods = new PeriodWatch(context.period)
  const { chosen, problems: unclear } = chooseSheets(contract, sheets, context)
  problems.addAll(unclear)
  let before: EarlierSheets | null = { groups: [], totals: [] }
  for (const sheet of chosen) {
    const part = checkSheet(sheet, { contract, ...context, duplicates, periods, problems, before })
    context.witness?.addSheet(part.rowsUsed + part.rowsRefused, part.rowsTakenOut)
    before = part.rowsRefused > 0 ? null : before
    for (const row of part.rows) checked.rows.push(row)
    checked.rowsRead += part.rowsUsed + part.rowsRefused
    checked.rowsUsed += part.rowsUsed
    checked.rowsRefused += part.rowsRefused
    checked.rowsTakenOut += part.rowsTakenOut
  }
  problems.addAll(duplicates.listProblems())
  const at = { dataset: contract.id, file: chosen[0]?.file ?? null, sheet: chosen[0]?.sheet ?? null }
  // Rows that were refused, or that another file has, cannot be reported as missing.
  if (checked.rowsRefused === 0 && context.isPart !== true)
    problems.addAll(checkCoverage(contract, checked.rows, context, at))
  const foreign = periods.findProblem(at, checked.rowsRead)
  if (foreign) problems.add(foreign)
  const { rows } = checked
  context.witness?.addRows(rows)
  const columns = columnsOf(contract, rows)
  const shape = shapeOfColumns(contract, columns, {
    period: context.period,
    listRows: () => rows,
    listKeys: () => keyNumbersOf(contract, rows),
  })
  const digest = digestOf(contract, columns, context.period)
  return { ...checked, columns, problems: problems.listAll(), digest, shape }
}
