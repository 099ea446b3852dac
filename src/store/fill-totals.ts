import { comparePeriods } from '../calendar/period.ts'
import type { Contract, Measure, TableSpec } from '../contracts/contract.ts'
import { protectionOf, rangeOfPrinted } from '../contracts/count-protection.ts'
import { listPeriodsSinceJanuary } from '../contracts/running-total.ts'
import type { Cell, Status, Table, TableRow } from '../contracts/table.ts'
import type { RevisionChanges } from './compare-revisions.ts'
import { sha256 } from './disk.ts'
import { parsePublishedCsv } from './published-csv.ts'

type Cumulative = Extract<Measure, { cumulative: unknown }>

/** True for tables with a 累计, which is made of what is public of the periods before. */
export function hasTotals(spec: TableSpec): boolean {
  return Object.keys(spec.measures).some((id) => isTotal(spec, id))
}

/** True for a 累计 and the ends of its range. */
export function isTotal({ measures }: TableSpec, id: string): boolean {
  return 'cumulative' in (measures[id] ?? {})
}

/** The tables with their 累计, each made of the periods that are public with it: those of which `isPublic` holds. */
export function fillAllTotals<T extends { contract: Contract; table: Table }>(
  tables: readonly T[],
  isPublic: (table: T) => boolean,
): T[] {
  const filled = new Map(tables.map((own) => [own, own]))
  for (const ofTable of Map.groupBy(tables, ({ table }) => `${table.dataset}/${table.table}`).values()) {
    const printed = new Map<string, Table>()
    for (const own of ofTable.toSorted((a, b) => comparePeriods(a.table.period, b.table.period))) {
      const spec = own.contract.tables[own.table.table]
      if (!spec) throw new Error(`table without a contract: ${own.table.dataset}/${own.table.table}`)
      const made = { ...own, table: fillTotals(own.table, { contract: own.contract, spec, printed }) }
      filled.set(own, made)
      if (isPublic(made)) printed.set(made.table.period, made.table)
    }
  }
  return [...filled.values()]
}

/** What an earlier period changed in a 累计 is no correction of this period. */
export function removeTotals(changes: RevisionChanges, spec: TableSpec): RevisionChanges {
  return { ...changes, cells: changes.cells.filter(({ column }) => !isOfTotal(spec, column)) }
}

/** True for the columns of a file that have a 累计 or its status. */
function isOfTotal(spec: TableSpec, heading: string): boolean {
  return isTotal(spec, heading.replace(/_status$/, ''))
}

/** True where a published text has a number in a 累计. */
export function hasPrintedTotal(text: string, spec: TableSpec): boolean {
  const { headings, lines } = parsePublishedCsv(text)
  return lines.some((line) => line.some((cell, index) => cell !== '' && isTotal(spec, headings[index] ?? '')))
}

/** Hash of a published text without its 累计 and without marks of corrections: of what its own raw files decide. */
export function hashWithoutTotals(text: string, spec: TableSpec): string {
  const { headings, lines } = parsePublishedCsv(text)
  const isOwn = (_: string, index: number) => !isOfTotal(spec, headings[index] ?? '')
  const isStatus = (index: number) => /(?:^|_)status$/.test(headings[index] ?? '')
  const plain = lines.map((line) => line.map((cell, at) => (isStatus(at) && cell === 'revised' ? 'final' : cell)))
  return sha256(JSON.stringify([headings, ...plain].map((line) => line.filter(isOwn))))
}

/**
 * Puts 累计 into a table: sums of what is printed of each period since January, and the ends of the range that the true sum can
 * lie in. Nothing else enters them, so that they say nothing which the printed periods do not say. `printed` has the tables of
 * the year that are public, by period; where one lacks, or has no number for a row, there is no sum.
 */
function fillTotals(
  table: Table,
  { contract, spec, printed }: { contract: Contract; spec: TableSpec; printed: ReadonlyMap<string, Table> },
): Table {
  if (!hasTotals(spec)) return table
  const rows = listPeriodsSinceJanuary(table.period).map((period) => {
    const made = period === table.period ? table : printed.get(period)
    return new Map(made?.rows.map((row) => [nameRow(row), row]))
  })
  return {
    ...table,
    rows: table.rows.map((row) => {
      const own = rows.map((ofPeriod) => ofPeriod.get(nameRow(row)))
      const cells: Record<string, Cell> = {}
      for (const [id, measure] of Object.entries(spec.measures)) {
        const cell = 'cumulative' in measure ? addUp(own, measure, contract) : row.cells[id]
        if (cell) cells[id] = cell
      }
      return { ...row, cells }
    }),
  }
}

function nameRow({ key }: TableRow): string {
  return JSON.stringify(Object.values(key))
}

const NOT_REPORTED: Cell = { value: null, status: 'not-reported' }

/** A number that is not the last word makes the sum so. */
const UNSETTLED: readonly Status[] = ['forecast', 'provisional', 'reported']

function addUp(rows: readonly (TableRow | undefined)[], { cumulative }: Cumulative, contract: Contract): Cell {
  const cells = rows.map((row) => row?.cells[cumulative.of] ?? NOT_REPORTED)
  if (cells.some(({ value, status }) => value === null && status !== 'withheld')) return NOT_REPORTED
  const { bound } = cumulative
  const protection = protectionOf(contract)
  // A count that is hidden among exact counts may be any number.
  const isOpen = bound === undefined || protection === null
  if (isOpen && cells.some(({ value }) => value === null)) return { value: null, status: 'withheld' }
  let sum = 0
  for (const { value } of cells) {
    const [low, high] = protection ? rangeOfPrinted(value, protection) : [value ?? 0, value ?? 0]
    sum += { low, high, sum: value ?? 0 }[bound ?? 'sum']
  }
  const status = UNSETTLED.find((unsettled) => cells.some((cell) => cell.status === unsettled)) ?? 'final'
  return { value: sum, status }
}
