import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Row } from '../contracts/row.ts'
import type { ProblemCollector } from '../problems/problem-collector.ts'
import type { PeriodWatch } from './period/other-period.ts'
import type { DuplicateWatch } from './row/duplicates.ts'
import type { TotalRow } from './total/total-row.ts'
import type { Witness } from './witness.ts'

/** What a file is checked against, beside its contract. */
export interface CheckContext {
  /** Period of the file: `2026-10`, `2026-Q3` or `2026`. */
  period: string
  places: Places
  /** True where other files have the rest of the rows of the period: what the whole must have is judged when all are there. */
  isPart?: boolean | undefined
  /** Telephone numbers of offices, as digits, which may be published. */
  phones?: ReadonlySet<string>
  /** Cells of this file whose personal data a person has accepted: `row/column/hash`. */
  acceptedCells?: ReadonlySet<string>
  /** Called now and then with how many rows have been checked, and of how many. */
  reportProgress?(done: number, total: number): void
  /** Called with all that is tried, where somebody wants to know. */
  witness?: Witness | undefined
}

/** Rows and sums of the sheets that a table began on. */
export interface EarlierSheets {
  groups: Row[][]
  totals: TotalRow[]
}

/** What one sheet of a file is checked against; what is watched over all rows is that of the whole file. */
export interface SheetContext extends CheckContext {
  contract: Contract
  duplicates: DuplicateWatch
  periods: PeriodWatch
  problems: ProblemCollector
  /**
   * Where several sheets are one table: those before this sheet; each adds its own. Null after a sheet with a refused row.
   */
  before: EarlierSheets | null
}
