import type { Places } from '../codes/places.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import { countsRows } from '../contracts/own-status.ts'
import type { Cell, Table, TableRow } from '../contracts/table.ts'
import { makeDerivedMeasures } from '../tabulate/derived-measures.ts'
import { compareBy, dimensionsOf } from '../tabulate/dimensions.ts'
import { isBase, SETTLED } from '../tabulate/row-measures.ts'
import { withShares } from '../tabulate/shares.ts'
import { moveComma } from '../text/decimal.ts'
import { DECIMALS, isDecimal } from './handed-numbers.ts'
import { nameCell, nameDimension, nameMeasure } from './sql-text.ts'

/** A row of an engine's result: whole numbers and texts by column. */
export type EngineRow = Readonly<Record<string, string | number | bigint | null>>

/** What tables are read against, beside their contract. */
interface ReadScope {
  contract: Contract
  places: Places
  /** Places whose sums lack a place that must report, in each period: they are provisional. */
  shortOf?: (period: string) => { column: string; codes: ReadonlySet<string> }
}

/**
 * The result of a table's query as tables, one a period, their rows in the order of the line. Counts, sums, quantiles and
 * taken values are the engine's; what is made of them is worked out here, and where the engine has worked it out too, both
 * must agree. Throws a `TableFault` where a result contradicts itself.
 */
export function readTables(id: string, rows: readonly EngineRow[], scope: ReadScope): Table[] {
  const { contract, places } = scope
  const spec = contract.tables[id]
  if (!spec) throw new TableFault(`no table ${id} in ${contract.id}`)
  const periods = new Map<string, EngineRow[]>()
  for (const row of rows) {
    const period = String(row['period'])
    const known = periods.get(period) ?? []
    known.push(row)
    periods.set(period, known)
  }
  const takes = Object.values(spec.measures).some((measure) => 'take' in measure)
  return [...periods].map(([period, own]) => {
    const given = new Map(own.map((row) => [nameKey(keyOf(row, spec)), row]))
    if (given.size < own.length) throw new TableFault(`${id} ${period}: two rows have the same key`)
    const short = scope.shortOf?.(period)
    const compare = compareBy(dimensionsOf(spec, contract, { period, places }, !takes))
    const codesOf = ({ key }: TableRow) => spec.dimensions.map(({ column }) => key[column] ?? '')
    const made = own.map((row) => readRow(row, { id, spec, contract, short }))
    made.sort((a, b) => compare(codesOf(a), codesOf(b)))
    const whole = withShares(spec, made)
    for (const row of whole) compareDerived(row, given.get(nameKey(row.key)) ?? {}, { id, spec })
    return { dataset: contract.id, table: id, period, rows: whole }
  })
}

/** What is wrong with the tables of an engine. */
export class TableFault extends Error {}

function nameKey(key: Record<string, string>): string {
  return JSON.stringify(Object.values(key))
}

function keyOf(row: EngineRow, spec: TableSpec): Record<string, string> {
  return Object.fromEntries(spec.dimensions.map(({ column }) => [column, String(row[nameDimension(column)] ?? '')]))
}

interface ReadContext {
  id: string
  spec: TableSpec
  contract: Contract
  short: { column: string; codes: ReadonlySet<string> } | undefined
}

function readRow(row: EngineRow, context: ReadContext): TableRow {
  const { spec, short } = context
  const made: Record<string, Cell> = {}
  for (const id of Object.keys(spec.measures)) {
    const cell = readBase(row, id, context)
    if (cell) made[id] = cell
  }
  for (const { id, derive } of makeDerivedMeasures(spec)) made[id] = derive(made)
  const key = keyOf(row, spec)
  const least = short?.codes.has(key[short.column] ?? '') ? SETTLED.indexOf('provisional') : 0
  const status = SETTLED[Math.max(least, Number(row['status_rank'] ?? 0))] ?? 'final'
  // What a register or a taken value does not hold is unknown; what an event table does not hold did not happen.
  const isKnown = Number(row['rows_n']) > 0 || countsRows(spec)
  const cells: Record<string, Cell> = {}
  for (const id of Object.keys(spec.measures)) {
    const cell = isKnown ? made[id] : NOT_REPORTED
    if (cell) cells[id] = cell.status === 'final' ? { value: cell.value, status } : cell
  }
  const texts = (spec.attributes ?? []).map((id) => [id, String(row[nameCell(id)] ?? '')] as const)
  return { key, text: Object.fromEntries(texts), cells }
}

/** A measure of rows; null where it is made of others. */
function readBase(row: EngineRow, id: string, { spec, contract, id: table }: ReadContext): Cell | null {
  const measure = spec.measures[id]
  if (!measure || !(isBase(measure) || 'quantile' in measure)) return null
  const given = row[nameMeasure(id)] ?? null
  if ('take' in measure && Number(row[`${nameMeasure(id)}_n`] ?? 0) > 1) {
    throw new TableFault(`${table}/${id}: two values where one is taken`)
  }
  if (given === null) return { value: null, status: findLack(measure, spec) }
  const value = Number(given)
  if (!Number.isFinite(value)) throw new TableFault(`${table}/${id}: ${given} is not a number`)
  if ('quantile' in measure) return { value: moveComma(value, -(measure.decimals ?? 0)), status: 'final' }
  const type = 'sum' in measure ? contract.columns[measure.sum]?.type : undefined
  return { value: type && isDecimal(type) ? moveComma(value, -DECIMALS) : value, status: 'final' }
}

const NOT_REPORTED: Cell = { value: null, status: 'not-reported' }

function findLack(measure: TableSpec['measures'][string], spec: TableSpec): Cell['status'] {
  if ('quantile' in measure) return 'not-applicable'
  return 'take' in measure && spec.kind === 'register' ? 'not-applicable' : 'not-reported'
}

/** Rates and shares that the engine has worked out are whole numbers of their last digit. */
function compareDerived(row: TableRow, given: EngineRow, { id, spec }: Pick<ReadContext, 'id' | 'spec'>): void {
  for (const [measure, { decimals = 0, ...made }] of Object.entries(spec.measures)) {
    if (!('rate' in made || 'share' in made || 'plus' in made)) continue
    const stated = given[nameMeasure(measure)]
    if (stated === undefined) continue
    const value = row.cells[measure]?.value ?? null
    const units = value === null ? null : moveComma(value, 'plus' in made ? 0 : decimals)
    const same = stated === null ? units === null : units !== null && Number(stated) === units
    if (!same) throw new TableFault(`${id}/${measure}: ${stated} is not ${units}`)
  }
}
