import { protectionOf } from '../contracts/count-protection.ts'
import type { Cell } from '../contracts/table.ts'
import type { Published, PublishedRow, PublishedTable } from '../store/published-tables.ts'
import { withBasis } from './basis.ts'
import type { Point } from './series.ts'

/** Names one measure of one published table for one set of dimension values: `{ place: '990100' }`. */
export interface Pick {
  dataset: string
  table: string
  measure: string
  where: Record<string, string>
}

export const NOT_REPORTED: Cell = { value: null, status: 'not-reported' }

/** A value that was published and taken out. */
const WITHDRAWN: Cell = { value: null, status: 'withdrawn' }

/** The table, or null where nothing of it is published. */
export function findTable(published: Published, dataset: string, table: string): PublishedTable | null {
  return published.tables.get(`${dataset}/${table}`) ?? null
}

/** Periods of a table, ascending; [] where nothing is published. */
export function periodsOf(published: Published, dataset: string, table: string): string[] {
  return findTable(published, dataset, table)?.periods ?? []
}

/** The only row of a period that has these dimension values, or null. */
export function findRow(table: PublishedTable, period: string, where: Record<string, string>): PublishedRow | null {
  return indexRowsByKey(table, period).get(keyOf(where)) ?? null
}

/** The cell of a measure for one period; *not reported* where table, period or row is absent, *withdrawn* where it was taken out. */
export function findCell(published: Published, pick: Pick, period: string): Cell {
  const table = findTable(published, pick.dataset, pick.table)
  const row = table && findRow(table, period, pick.where)
  if (!row) return table?.withdrawn.has(period) ? WITHDRAWN : NOT_REPORTED
  const cell = row.cells[pick.measure]
  if (!cell) throw new Error(`measure: ${pick.dataset}/${pick.table} has no ${pick.measure}`)
  if (cell.status === 'withheld') return { ...cell, ...boundOf(table, pick.measure) }
  return withBasis(table, row, pick.measure, cell)
}

/** What is known of a hidden count: it is small. Of a hidden rate, and of a sum with a hidden part, nothing is. */
function boundOf({ contract, spec }: PublishedTable, id: string): { below?: number } {
  const measure = spec.measures[id]
  const protection = protectionOf(contract)
  return measure && protection && ('count' in measure || 'sum' in measure) ? { below: protection.n } : {}
}

/** One point a period, in order; a period without a row is a point that is not reported. */
export function pointsOf(published: Published, pick: Pick, periods: readonly string[]): Point[] {
  return periods.map((x) => pointOf(x, findCell(published, pick, x)))
}

/** Points with the bounds of an interval from two further measures of the same table. */
export function selectPointsWithBounds(
  published: Published,
  pick: Pick & { low: string; high: string },
  periods: readonly string[],
): Point[] {
  return periods.map((x) => ({
    ...pointOf(x, findCell(published, pick, x)),
    low: findCell(published, { ...pick, measure: pick.low }, x),
    high: findCell(published, { ...pick, measure: pick.high }, x),
  }))
}

/** A rate of which only an end is known is drawn as a bound. */
function pointOf(x: string, cell: Cell): Point {
  const { value, status } = cell
  return status === 'at-least' || status === 'at-most'
    ? { x, cell: { value, status: 'final' }, bound: status }
    : { x, cell }
}

/** Rows are looked up thousands of times a build, so each period of a table is indexed once. */
const INDEXES = new WeakMap<PublishedTable, Map<string, Map<string, PublishedRow>>>()

function indexRowsByKey(table: PublishedTable, period: string): Map<string, PublishedRow> {
  let periods = INDEXES.get(table)
  if (!periods) {
    periods = new Map()
    INDEXES.set(table, periods)
  }
  let rows = periods.get(period)
  if (!rows) {
    rows = new Map(table.readRows(period).map((row) => [keyOf(row.key), row]))
    periods.set(period, rows)
  }
  return rows
}

function keyOf(where: Record<string, string>): string {
  return Object.keys(where)
    .toSorted()
    .map((name) => `${name}=${where[name]}`)
    .join('|')
}
