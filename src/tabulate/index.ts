import type { Contract, TableSpec } from '../contracts/contract.ts'
import { countsRows } from '../contracts/own-status.ts'
import type { Cell, Table, TableRow } from '../contracts/table.ts'
import type { SafeRow } from '../protect/index.ts'
import { type Dimension, dimensionsOf, type TableContext } from './dimensions.ts'
import { getterOf, testOf } from './row-conditions.ts'
import { type Aggregator, type BaseMeasure, makeBaseMeasures, makeDerivedMeasures, SETTLED } from './row-measures.ts'
import { withShares } from './shares.ts'
import { findShortPlaces } from './short.ts'

export type { TableContext } from './dimensions.ts'

/** The published tables of a contract for one period, in the order of the contract. */
export function tabulate(contract: Contract, rows: readonly SafeRow[], context: TableContext): Table[] {
  return Object.entries(contract.tables).map(([table, spec]) => ({
    dataset: contract.id,
    table,
    period: context.period,
    rows: fill(spec, contract, rows, context),
  }))
}

/** Rows that share their dimensions, as far as they have been gathered. */
interface Group {
  codes: readonly string[]
  aggregators: Aggregator[]
  /** Index in `SETTLED` of the least settled row. */
  status: number
  /** The first row: in a register, the only one. */
  first: SafeRow | null
}

function fill(spec: TableSpec, contract: Contract, rows: readonly SafeRow[], context: TableContext): TableRow[] {
  const scope = { contract, period: context.period }
  const takes = Object.values(spec.measures).some((measure) => 'take' in measure)
  const dimensions = dimensionsOf(spec, contract, context, !takes)
  const base = makeBaseMeasures(spec, scope)
  const groups = new Map<string, Group>()
  const groupOf = (codes: readonly string[]): Group => {
    const name = codes.join('\u0000')
    let group = groups.get(name)
    if (!group) {
      group = { codes, aggregators: base.map((measure) => measure.makeAggregator()), status: 0, first: null }
      groups.set(name, group)
    }
    return group
  }
  // Rows with the same codes count in the same groups: these are looked up once.
  const known = new Map<string, Group[]>()
  const groupsOf = (row: SafeRow): Group[] => {
    const codes = dimensions.map((dimension) => dimension.codesOf(row))
    let name = ''
    for (const code of codes) name += `${code.join('\u0001')}\u0000`
    let found = known.get(name)
    if (!found) {
      found = combine(codes).map(groupOf)
      known.set(name, found)
    }
    return found
  }
  const takesPart = testOf(spec.where, scope)
  const statusOf = rankStatus(contract, scope)
  for (const row of rows) {
    if (takesPart(row)) aggregate(row, { base, groupsOf, status: statusOf(row) })
  }
  // What a register or a taken value does not hold is unknown; what an event table does not hold did not happen.
  if (spec.kind === 'figures' && !takes) addEmptyGroups(dimensions, groups, groupOf)
  markShort(groups.values(), dimensions, findShortPlaces(contract, rows, context))
  const finished = [...groups.values()]
    .sort(compareGroups(dimensions))
    .map(makeFinisher(spec, contract, dimensions, base))
  return withShares(spec, finished)
}

/** A sum that lacks a place which owes its rows is not the last word: at least provisional. */
function markShort(
  groups: Iterable<Group>,
  dimensions: readonly Dimension[],
  { column, codes }: { column: string; codes: ReadonlySet<string> },
): void {
  const index = dimensions.findIndex((dimension) => dimension.column === column)
  if (codes.size === 0 || index === -1) return
  for (const group of groups) {
    if (codes.has(group.codes[index] ?? '')) group.status = Math.max(group.status, SETTLED.indexOf('provisional'))
  }
}

interface Aggregation {
  base: readonly BaseMeasure[]
  groupsOf: (row: SafeRow) => readonly Group[]
  status: number
}

/** Adds a row to every group that it belongs to: its subdistrict's, its district's, its city's. */
function aggregate(row: SafeRow, { base, groupsOf, status }: Aggregation): void {
  const values = base.map((measure) => (measure.test(row) ? measure.valueOf(row) : null))
  for (const group of groupsOf(row)) {
    group.first ??= row
    if (status > group.status) group.status = status
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? null
      if (value !== null) group.aggregators[index]?.add(value)
    }
  }
}

/** Index in `SETTLED` of a row's status; the first status of the contract whose conditions hold counts. */
function rankStatus(contract: Contract, scope: { contract: Contract; period: string }): (row: SafeRow) => number {
  const statuses = (contract.statuses ?? []).map((status) => ({
    rank: SETTLED.indexOf(status.status),
    holds: testOf(status.where, scope),
  }))
  return (row) => statuses.find((status) => status.holds(row))?.rank ?? 0
}

/** Combinations of codes of closed lists that no row has had, beside what the open dimensions have shown. */
function addEmptyGroups(
  dimensions: readonly Dimension[],
  groups: ReadonlyMap<string, Group>,
  groupOf: (codes: readonly string[]) => Group,
): void {
  const seen = new Map<string, string[]>()
  for (const { codes } of groups.values()) {
    const open = codes.filter((_, index) => dimensions[index]?.domain === null)
    seen.set(open.join('\u0000'), open)
  }
  const hasOpen = dimensions.some((dimension) => dimension.domain === null)
  for (const open of hasOpen ? seen.values() : [[]]) {
    const rest = [...open]
    const choices = dimensions.map((dimension) => dimension.domain ?? [rest.shift() ?? ''])
    for (const codes of combine(choices)) groupOf(codes)
  }
}

function combine(choices: readonly (readonly string[])[]): string[][] {
  let found: string[][] = [[]]
  for (const codes of choices) found = found.flatMap((start) => codes.map((code) => [...start, code]))
  return found
}

function compareGroups(dimensions: readonly Dimension[]): (a: Group, b: Group) => number {
  return (a, b) => {
    for (const [index, dimension] of dimensions.entries()) {
      const order = dimension.compare(a.codes[index] ?? '', b.codes[index] ?? '')
      if (order !== 0) return order
    }
    return 0
  }
}

function makeFinisher(
  spec: TableSpec,
  contract: Contract,
  dimensions: readonly Dimension[],
  base: readonly BaseMeasure[],
): (group: Group) => TableRow {
  const derived = makeDerivedMeasures(spec)
  const attributes = (spec.attributes ?? []).map((id) => ({ id, get: getterOf(id, contract) }))
  const emptyIsKnown = countsRows(spec)
  return (group) => {
    const made: Record<string, Cell> = {}
    for (const [index, { id }] of base.entries()) made[id] = group.aggregators[index]?.cell() ?? notReported()
    for (const { id, cell } of derived) made[id] = cell(made)
    const status = SETTLED[group.status] ?? 'final'
    const cells: Record<string, Cell> = {}
    for (const id of Object.keys(spec.measures)) {
      const cell = group.first || emptyIsKnown ? made[id] : notReported()
      if (cell) cells[id] = cell.status === 'final' ? { value: cell.value, status } : { ...cell }
    }
    const key = Object.fromEntries(dimensions.map(({ column }, index) => [column, group.codes[index] ?? '']))
    const text = Object.fromEntries(attributes.map(({ id, get }) => [id, textOf(group.first && get(group.first))]))
    return { key, text, cells }
  }
}

function notReported(): Cell {
  return { value: null, status: 'not-reported' }
}

function textOf(value: string | number | null): string {
  return value === null ? '' : String(value)
}
