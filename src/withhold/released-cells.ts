import type { CoarseTable } from './coarsen.ts'
import type { PeopleOfFile } from './people-groups.ts'
import type { PublicRow } from './public-cells.ts'

/** A count that is printed or hidden, and where it is. */
export interface ReleasedCell {
  table: string
  period: string
  key: string[]
  measure: string
  /** The true count. */
  value: number
  /** Known exactly, since another dataset states it. */
  isExact?: true
  /** Of a table that is printed exactly: hidden though it is not small, since it would give a small count back. */
  isSuppressed?: true
  /** Of a file of the ledger: what it prints, null where it hides the count. */
  printed?: number | null
}

/**
 * A file of the dataset that is public beside the tables of this run: an earlier revision, or one on a step of the ladder that
 * its table has left.
 */
export interface LedgerFile {
  table: string
  period: string
  revision: number
  /** True where all its raw files are as they are now: then it is what this run publishes, unless its table left that step. */
  isOfNow: boolean
  rows: readonly PublicRow[]
  /** The people of the raw files that it was made of. */
  people: readonly PeopleOfFile[]
}

/** A count of which another dataset states the sums over what its own table does not show. */
export interface SharedMargin {
  table: string
  measure: string
  /** Columns that both tables show. */
  dimensions: readonly string[]
}

/** All counts that are public of one dataset. */
export interface ListedCells {
  cells: ReleasedCell[]
  /** By cell: 0 for what is published now, i + 1 for the ledger file i. */
  variantOf: number[]
  /** Cells in which a row counts, by measure, by the name of the row. */
  rows: Map<string, Record<string, number[]>>
  /** Names of the periods in which a file's people count, by table and period of the file. */
  periods: Map<string, string[]>
}

/** What is public: tables on their steps, files of the ledger, and margins that others state. */
interface Public {
  tables: readonly CoarseTable[]
  ledger: readonly LedgerFile[]
  shared: readonly SharedMargin[]
}

export function listReleasedCells({ tables, ledger, shared }: Public): ListedCells {
  const listed: ListedCells = { cells: [], variantOf: [], rows: new Map(), periods: new Map() }
  const add = (cell: ReleasedCell, variant: number) => {
    listed.variantOf.push(variant)
    return listed.cells.push(cell) - 1
  }
  for (const { table, from } of tables) {
    for (const period of from) addPeriod(listed, table.table, period, table.period)
    for (const { key, cells } of table.rows) {
      const own: Record<string, number[]> = {}
      for (const [measure, { value }] of Object.entries(cells)) {
        if (value === null) continue
        const at = { table: table.table, period: table.period, key: Object.values(key), measure, value }
        own[measure] = [add(at, 0)]
      }
      listed.rows.set(nameRow(table.table, table.period, Object.values(key)), own)
    }
    for (const margin of shared) if (margin.table === table.table) addMargin(listed, table, margin, add)
  }
  for (const [at, { table, period: printed, revision, rows, people }] of ledger.entries()) {
    const period = `${printed}.${revision}`
    for (const file of people) addPeriod(listed, table, file.period, period)
    for (const { key, cells } of rows) {
      const own: Record<string, number[]> = {}
      for (const [measure, { value: shown, status }] of Object.entries(cells)) {
        if (shown === null && status !== 'withheld') continue
        const cell = { table, period, key: Object.values(key), measure, value: 0, printed: shown }
        own[measure] = [add(cell, at + 1)]
      }
      listed.rows.set(nameRow(table, period, Object.values(key)), own)
    }
  }
  return listed
}

function addPeriod({ periods }: ListedCells, table: string, file: string, period: string): void {
  const name = `${table} ${file}`
  periods.set(name, [...(periods.get(name) ?? []), period])
}

/** The sums of a table over what another dataset does not show, each a cell of which the value is known. Mutates `listed`. */
function addMargin(
  listed: ListedCells,
  { table, period, rows }: CoarseTable['table'],
  { measure, dimensions }: SharedMargin,
  add: (cell: ReleasedCell, variant: number) => number,
): void {
  const sums = new Map<string, number>()
  for (const { key, cells } of rows) {
    const value = cells[measure]?.value ?? null
    const own = listed.rows.get(nameRow(table, period, Object.values(key)))
    if (value === null || !own) continue
    const shared = dimensions.map((id) => key[id] ?? '')
    const sum = sums.get(shared.join('\t')) ?? add({ table, period, key: shared, measure, value: 0, isExact: true }, 0)
    sums.set(shared.join('\t'), sum)
    const cell = listed.cells[sum]
    if (cell) cell.value += value
    own[measure]?.push(sum)
  }
}

export function nameRow(table: string, period: string, key: readonly string[]): string {
  return [table, period, ...key].join('\t')
}
