import type { Row } from '../contracts/row.ts'
import type { Table } from '../contracts/table.ts'
import type { ParseResult } from './values/parse-result.ts'

/** What became of one cell: `blank` where it may be blank and is, `repaired` where it was taken with a note. */
export type CellOutcome = 'passed' | 'repaired' | 'blank' | 'failed'
/** What became of a rule on one row: `unmet` where the rule says nothing of the row. */
export type RuleOutcome = 'passed' | 'unmet' | 'failed'

/**
 * Is notified of everything that is tried while a file is checked, for a report of what was right beside what was wrong.
 * Nothing that it does changes a result.
 */
export interface Witness {
  /** A sheet begins: its columns that have a header of their own, and those of a wide table, each of which makes a row. */
  addColumns(columns: readonly { id: string }[], wide: readonly { id: string }[]): void
  addCell(column: string, outcome: CellOutcome): void
  /** `index` counts the rules of the contract. */
  addRule(index: number, outcome: RuleOutcome): void
  /** The key of a row was compared with those before it. */
  addKey(isNew: boolean): void
  /** Rows, places and classes that the file had to have, and how many of them are missing. */
  addExpected(count: number, missing: number): void
  /** A sheet ends with so many records, those that were refused among them, and rows of sums that are none. */
  addSheet(records: number, sums: number): void
  /** The rows of the file that may be used. */
  addRows(rows: readonly Row[]): void
  /** The tables that they make; none where the file may not be published. */
  addTables(tables: readonly Table[]): void
}

/** Of a cell that was taken. */
export function outcomeOf({ value, notes }: Extract<ParseResult, { is: 'value' }>): CellOutcome {
  if (notes.length > 0) return 'repaired'
  return value === null ? 'blank' : 'passed'
}
