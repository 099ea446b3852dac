import { valueAt } from '../contracts/columns.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import { countsRows } from '../contracts/own-status.ts'
import type { Cell, Table, TableRow } from '../contracts/table.ts'
import { columnsOfRows, type SafeColumns, type SafeRow } from '../protect/index.ts'
import { makeDerivedMeasures } from './derived-measures.ts'
import { compareBy, type Dimension, dimensionsOf, type TableContext } from './dimensions.ts'
import { type Blocks, combine, findFirstRows, type Group, Groups, groupRows, NO_BLOCK } from './groups.ts'
import { type Mask, Masks } from './masks.ts'
import { type BaseMeasure, type MeasureContext, makeBaseMeasures, SETTLED } from './row-measures.ts'
import { withShares } from './shares.ts'
import { findShortPlaces } from './short.ts'

/** The published tables of a contract for one period, in the order of the contract. */
export function tabulate(contract: Contract, rows: readonly SafeRow[], context: TableContext): Table[] {
  return tabulateColumns(contract, columnsOfRows(rows, contract), context)
}

/** The same of rows that are columns already. */
export function tabulateColumns(contract: Contract, columns: SafeColumns, context: TableContext): Table[] {
  const masks = new Masks(columns, context.period)
  const all = { contract, columns, masks, statuses: rankRows(contract, columns.rows, masks) }
  return Object.entries(contract.tables).map(([table, spec]) => ({
    dataset: contract.id,
    table,
    period: context.period,
    rows: fill(spec, all, context),
  }))
}

/** What all tables of a contract are made of. */
interface Tabulated extends MeasureContext {
  /** Index in `SETTLED` of the status of each row; null where all are final. */
  statuses: Uint8Array | null
}

function fill(spec: TableSpec, all: Tabulated, context: TableContext): TableRow[] {
  // Masks are shared by the tables; all else that is made of rows is of one table.
  const of = { takesPart: all.masks.maskOf(spec.where), measures: makeBaseMeasures(spec, all) }
  return all.columns.vectors.lend(() => fillRows(spec, { ...all, ...of }, context))
}

/** A table with what its masks are needed for. */
interface Prepared extends Tabulated {
  /** Null where every row takes part. */
  takesPart: Mask | null
  measures: readonly BaseMeasure[]
}

function fillRows(spec: TableSpec, all: Prepared, context: TableContext): TableRow[] {
  const { contract, columns, takesPart } = all
  const takes = Object.values(spec.measures).some((measure) => 'take' in measure)
  const dimensions = dimensionsOf(spec, contract, context, !takes)
  const known = new Groups()
  const blocks = groupRows(columns, dimensions, { takesPart, groups: known })
  // What a register or a taken value does not hold is unknown; what an event table does not hold did not happen.
  if (spec.kind === 'figures' && !takes) addEmptyGroups(dimensions, known)
  const compare = compareBy(dimensions)
  const groups = known.listGroups().sort((a, b) => compare(a.codes, b.codes))
  const short = findShortPlaces(contract, columns, context)
  const finish = makeFinisher(spec, all, { dimensions, blocks, groups, statuses: rankGroups(all, blocks, short) })
  return withShares(spec, groups.map(finish))
}

/** Index in `SETTLED` of a row's status; the first status of the contract whose conditions hold counts. */
function rankRows({ statuses = [] }: Contract, rows: number, masks: Masks): Uint8Array | null {
  if (statuses.length === 0) return null
  const ranks = new Uint8Array(rows)
  for (const { status, where } of [...statuses].reverse()) {
    const mask = masks.maskOf(where)
    const rank = SETTLED.indexOf(status)
    for (let row = 0; row < rows; row += 1) if (mask === null || mask[row] === 1) ranks[row] = rank
  }
  return ranks
}

/**
 * Index in `SETTLED` of a group's least settled row. A sum that lacks a place which must report is not final: at
 * least provisional.
 */
function rankGroups(
  { statuses }: Tabulated,
  { ofRows, count }: Blocks,
  short: ReturnType<typeof findShortPlaces>,
): (group: Group, place: (column: string) => string | undefined) => number {
  const ranks = new Uint8Array(count)
  for (let row = 0; statuses && row < ofRows.length; row += 1) {
    const block = ofRows[row] ?? NO_BLOCK
    if (block !== NO_BLOCK) ranks[block] = Math.max(ranks[block] ?? 0, statuses[row] ?? 0)
  }
  return ({ blocks }, codeOf) => {
    const isShort = short.codes.has(codeOf(short.column) ?? '')
    const least = isShort ? SETTLED.indexOf('provisional') : 0
    return blocks.reduce((rank, block) => Math.max(rank, ranks[block] ?? 0), least)
  }
}

/** Combinations of codes of closed lists that no row has had, beside what the open dimensions have shown. */
function addEmptyGroups(dimensions: readonly Dimension[], groups: Groups): void {
  const seen = new Map<string, string[]>()
  for (const { codes } of groups.listGroups()) {
    const open = codes.filter((_, index) => dimensions[index]?.domain === null)
    seen.set(open.join('\u0000'), open)
  }
  const hasOpen = dimensions.some((dimension) => dimension.domain === null)
  for (const open of hasOpen ? seen.values() : [[]]) {
    const rest = [...open]
    const choices = dimensions.map((dimension) => dimension.domain ?? [rest.shift() ?? ''])
    for (const codes of combine(choices)) groups.groupOf(codes)
  }
}

interface Filled {
  dimensions: readonly Dimension[]
  blocks: Blocks
  groups: readonly Group[]
  statuses: ReturnType<typeof rankGroups>
}

function makeFinisher(
  spec: TableSpec,
  all: Prepared,
  { dimensions, blocks, groups, statuses }: Filled,
): (group: Group, index: number) => TableRow {
  const base = all.measures.map(({ id, fill }) => ({ id, cells: fill(blocks, groups) }))
  const derived = makeDerivedMeasures(spec)
  const attributes = (spec.attributes ?? []).map((id) => ({ id, column: all.columns.get(id) }))
  const first = attributes.length > 0 ? findFirstRows(blocks, all.columns.vectors) : new Int32Array()
  const emptyIsKnown = countsRows(spec)
  return (group, index) => {
    const made: Record<string, Cell> = {}
    for (const { id, cells } of base) made[id] = cells[index] ?? createNotReported()
    for (const { id, derive } of derived) made[id] = derive(made)
    const key = Object.fromEntries(dimensions.map(({ column }, at) => [column, group.codes[at] ?? '']))
    const status = SETTLED[statuses(group, (column) => key[column])] ?? 'final'
    const isFilled = group.blocks.length > 0
    const cells: Record<string, Cell> = {}
    for (const id of Object.keys(spec.measures)) {
      const cell = isFilled || emptyIsKnown ? made[id] : createNotReported()
      if (cell) cells[id] = cell.status === 'final' ? { value: cell.value, status } : { ...cell }
    }
    const row = Math.min(...group.blocks.map((block) => first[block] ?? 0))
    const text = Object.fromEntries(
      attributes.map(({ id, column }) => [id, isFilled ? textOf(valueAt(column, row)) : '']),
    )
    return { key, text, cells }
  }
}

function createNotReported(): Cell {
  return { value: null, status: 'not-reported' }
}

function textOf(value: string | number | null): string {
  return value === null ? '' : String(value)
}
