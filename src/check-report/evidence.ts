import type { CellOutcome, RuleOutcome, Witness } from '../check/witness.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Row } from '../contracts/row.ts'
import type { Table } from '../contracts/table.ts'
import { type ColumnEvidence, measureColumn } from './column-evidence.ts'

/**
 * How often one rule was tried in a file: tried = passed + failed, and units = tried + unmet + unreached. What was
 * repaired has passed.
 */
export interface Count {
  /** Cells or rows that the rule is about. */
  units: number
  passed: number
  repaired: number
  failed: number
  /** Cells that may be blank and are; rows of which the rule says nothing. */
  unmet: number
}

/** Where the values of a column come from: its own column of the file, the headers of a wide table, or not from the file. */
type Origin = 'column' | 'headers' | 'none'

/** What was tried in one file, and what its rows hold. Plain data: a worker hands it to a page. */
export interface FileEvidence {
  sums: number
  /** Records that were refused or used. */
  records: number
  origins: Record<string, Origin>
  /** By column. */
  cells: Record<string, Count>
  /** In the order of the contract. */
  rules: Count[]
  key: Count
  required: { count: number; missing: number } | null
  /** Over the rows that may be used, by column. */
  columns: Record<string, ColumnEvidence>
  tables: Table[]
}

/** Keeps count of what is tried while a file is checked. */
export class Recorder implements Witness {
  readonly #contract: Contract
  readonly #cells: Map<string, Count>
  readonly #rules: Count[]
  readonly #origins = new Map<string, Origin>()
  readonly #key = createCount()
  /** Of the sheet that is being checked; a sheet that is refused whole never says what columns it has. */
  #bound: readonly string[] = []
  #wide: readonly { id: string }[] = []
  #records = 0
  #sums = 0
  #required: FileEvidence['required'] = null
  #rows: readonly Row[] = []
  #tables: readonly Table[] = []

  constructor(contract: Contract) {
    this.#contract = contract
    this.#cells = new Map(Object.keys(contract.columns).map((id) => [id, createCount()]))
    this.#rules = (contract.rules ?? []).map(createCount)
    this.#bound = Object.keys(contract.columns)
  }

  addColumns(columns: readonly { id: string }[], wide: readonly { id: string }[]): void {
    this.#bound = columns.map(({ id }) => id)
    this.#wide = wide
    for (const id of [...this.#bound, ...wide.map((cell) => cell.id)]) this.#origins.set(id, 'column')
    const into = this.#contract.profile?.wide?.into
    if (wide.length > 0 && into !== undefined) this.#origins.set(into, 'headers')
  }

  addCell(column: string, outcome: CellOutcome): void {
    const count = this.#cells.get(column)
    if (!count) return
    if (outcome === 'repaired') count.repaired += 1
    count[CELL_FIELDS[outcome]] += 1
  }

  addRule(index: number, outcome: RuleOutcome): void {
    const count = this.#rules[index]
    if (count) count[outcome] += 1
  }

  addKey(isNew: boolean): void {
    this.#key[isNew ? 'passed' : 'failed'] += 1
  }

  addExpected(count: number, missing: number): void {
    this.#required = { count, missing }
  }

  addSheet(records: number, sums: number): void {
    const rows = records * Math.max(1, this.#wide.length)
    const add = (count: Count | undefined, units: number) => {
      if (count) count.units += units
    }
    for (const id of this.#bound) add(this.#cells.get(id), records)
    for (const { id } of this.#wide) add(this.#cells.get(id), records)
    for (const count of [...this.#rules, this.#key]) add(count, rows)
    this.#records += records
    this.#sums += sums
    this.#wide = []
  }

  addRows(rows: readonly Row[]): void {
    this.#rows = rows
  }

  addTables(tables: readonly Table[]): void {
    this.#tables = tables
  }

  /** All of it, once the file has been checked. */
  getEvidence(): FileEvidence {
    const columns = Object.entries(this.#contract.columns).map(
      ([id, column]) => [id, measureColumn(column, id, this.#rows)] as const,
    )
    return {
      sums: this.#sums,
      records: this.#records,
      origins: Object.fromEntries(
        Object.keys(this.#contract.columns).map((id) => [id, this.#origins.get(id) ?? 'none']),
      ),
      cells: Object.fromEntries(this.#cells),
      rules: this.#rules,
      key: this.#key,
      required: this.#required,
      columns: Object.fromEntries(columns),
      tables: [...this.#tables],
    }
  }
}

const CELL_FIELDS: Record<CellOutcome, 'passed' | 'failed' | 'unmet'> = {
  passed: 'passed',
  repaired: 'passed',
  blank: 'unmet',
  failed: 'failed',
}

export function createCount(): Count {
  return { units: 0, passed: 0, repaired: 0, failed: 0, unmet: 0 }
}

/** The sum of counts of one rule over several files. */
export function addCounts(counts: readonly Count[]): Count {
  const total = createCount()
  for (const count of counts) {
    for (const field of ['units', 'passed', 'repaired', 'failed', 'unmet'] as const) total[field] += count[field]
  }
  return total
}

/** Cells or rows at which a rule never came up: their row was refused before. */
export function unreachedOf({ units, passed, failed, unmet }: Count): number {
  return units - passed - failed - unmet
}
