import { getFirstDay, getLastDay } from '../calendar/period.ts'
import { type CheckContext, type Checked, check } from '../check/index.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Value } from '../contracts/row.ts'
import type { Sheet } from '../read/sheet.ts'
import { findReasonLeft } from './compile-rules.ts'
import { listHandedColumns } from './handed-columns.ts'
import { DECIMALS } from './handed-numbers.ts'

/** A row as an engine gets it: every value as the one text that the contract has for it. */
export interface HandedRow {
  /** Line of the file. */
  line: number
  /** Place among the rows of the file: a wide table makes several rows of a line. */
  ordinal: number
  /** By column of the contract; null for a blank. */
  cells: Record<string, string | null>
}

/** What one file gives to an engine, and what the reader found in it. */
export interface HandedFile extends Checked {
  period: string
  firstDay: string
  lastDay: string
  handed: HandedRow[]
}

/**
 * Sheets of one file → the rows that an engine judges. The reader does what needs the file itself: it decodes, matches
 * headers, takes sums out and checks them, makes wide tables long, parses cells, finds odd columns. Rules between the
 * columns of a row, places in their time, keys and tables are left to the engine. What the reader refuses is in its problems,
 * and no row of it is handed over.
 */
export function handOver(contract: Contract, sheets: readonly Sheet[], context: CheckContext): HandedFile {
  const checked = check(leaveRules(contract), sheets, context)
  const columns = listHandedColumns(contract).map(([id]) => id)
  const handed = checked.rows.map(({ row, values }, ordinal) => ({
    line: row,
    ordinal,
    cells: Object.fromEntries(columns.map((id) => [id, writeValue(values[id] ?? null)])),
  }))
  const { period } = context
  return { ...checked, period, firstDay: getFirstDay(period), lastDay: getLastDay(period), handed }
}

/** The contract with the rules that no engine judges; by `is-period` cells are parsed: 10月 has a year then. */
function leaveRules(contract: Contract): Contract {
  const rules = (contract.rules ?? []).filter(
    (rule) => rule.kind === 'is-period' || findReasonLeft(rule, contract) !== null,
  )
  return { ...contract, rules }
}

/** A number in plain digits: 1e21 and 1e-7 would be texts of another form. */
function writeValue(value: Value): string | null {
  if (typeof value !== 'number') return value
  return Number.isInteger(value) ? value.toFixed(0) : value.toFixed(DECIMALS).replace(/0+$/, '')
}
