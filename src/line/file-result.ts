import type { FileShape } from '../check/period/file-shape.ts'
import type { Table } from '../contracts/table.ts'
import { isAcceptable } from '../portal/exceptions.ts'
import { hasErrors, type Problem } from '../problems/problem.ts'
import type { SafeColumns } from '../protect/index.ts'
import type { Sheet } from '../read/sheet.ts'

/** What became of one file. rowsRead = rowsUsed + rowsRefused, always. */
export interface FileResult {
  /** Null where the bytes could not be read as a table. */
  encoding: Sheet['encoding'] | null
  problems: Problem[]
  rowsRead: number
  rowsUsed: number
  rowsRefused: number
  /** None where the file has an error that nobody may accept. */
  tables: Table[]
  /** Fingerprint of its rows; null where there are too few, or none. */
  digest: string | null
  /** What is compared with other periods; null where the rows are not all there. */
  shape: FileShape | null
}

/** Called with the rows that tables are made of, as columns, before they are let go. */
export type OnColumns = (columns: SafeColumns) => void

/** What a person may yet accept does not stop the tables here; publishing stops them where nobody has. */
export function isStopped(problems: readonly Problem[]): boolean {
  return hasErrors(problems.filter((problem) => !isAcceptable(problem.rule)))
}
