import {
  type Frequency,
  getFirstDay,
  getLastDay,
  getPeriodAfter,
  kindOf,
  type PeriodKind,
  periodOf,
} from '../calendar/period.ts'
import type { Places } from '../codes/places.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import type { LadderStep } from '../contracts/ladder-step.ts'
import type { Cell, Status, Table, TableRow } from '../contracts/table.ts'
import { isBase, SETTLED } from '../tabulate/row-measures.ts'
import { ExactSum } from '../text/decimal.ts'

/** A table on a step of its ladder, with counts as they are. */
export interface CoarseTable {
  table: Table
  /** Periods of the files that it is made of. */
  from: readonly string[]
}

/**
 * One table of all files, as coarse as a step of its ladder says. Only what is made of rows is in it. A longer period is there
 * only when all of its files are: a sum of some would be taken for the whole.
 */
export function coarsen(
  tables: readonly Table[],
  { contract, spec, step, places }: { contract: Contract; spec: TableSpec; step: LadderStep; places: Places },
): CoarseTable[] {
  const groups = Map.groupBy(tables, ({ period }) => findPeriod(period, step.period, contract.frequency))
  return [...groups].flatMap(([period, parts]): CoarseTable[] => {
    const from = parts.map((part) => part.period)
    if (period === null || !isWhole(period, new Set(from), parts.length)) return []
    const { dataset, table } = parts[0] ?? { dataset: '', table: '' }
    const rows = addRows(parts, spec).filter((row) => isKept(row, step, places))
    return [{ table: { dataset, table, period, rows }, from }]
  })
}

/** The period of a step that a file belongs to; null where it reaches over two. */
function findPeriod(period: string, kind: PeriodKind | undefined, frequency: Frequency): string | null {
  if (kind === undefined || kind === frequency) return period
  const [first, last] = [periodOf(getFirstDay(period), kind), periodOf(getLastDay(period), kind)]
  return first === last ? first : null
}

/** True where files are there for every part of a period. */
function isWhole(period: string, from: ReadonlySet<string>, parts: number): boolean {
  if (from.has(period)) return true
  const [any = ''] = from
  let count = 0
  let next = periodOf(getFirstDay(period), kindOf(any))
  for (; getLastDay(next) <= getLastDay(period); next = getPeriodAfter(next)) {
    if (!from.has(next)) return false
    count += 1
  }
  return count === parts
}

function isKept({ key }: TableRow, { dimensions = [] }: LadderStep, places: Places): boolean {
  return dimensions.every(({ column, levels }) => levels.includes(places.get(key[column] ?? '')?.level ?? ''))
}

/** Rows of all parts, those of one key added, in the order in which their tables have them. */
function addRows(parts: readonly Table[], spec: TableSpec): TableRow[] {
  const ids = Object.keys(spec.measures).filter((id) => isBase(spec.measures[id]))
  const byKey = new Map<string, TableRow[]>()
  let order: string[] = []
  for (const { rows } of parts) {
    const names = rows.map(nameOf)
    for (const [at, row] of rows.entries()) byKey.set(names[at] ?? '', [...(byKey.get(names[at] ?? '') ?? []), row])
    order = order.length === 0 ? names : mergeOrder(order, names)
  }
  return order.map((name) => {
    const rows = byKey.get(name) ?? []
    const cells = Object.fromEntries(ids.map((id) => [id, addCells(rows.map((row) => row.cells[id]))]))
    return { key: rows[0]?.key ?? {}, text: {}, cells }
  })
}

/** What only the second list has comes after what is before it there. */
function mergeOrder(order: readonly string[], names: readonly string[]): string[] {
  const merged = [...order]
  const known = new Set(order)
  let before = -1
  for (const name of names) {
    if (known.has(name)) before = merged.indexOf(name)
    else {
      before += 1
      merged.splice(before, 0, name)
      known.add(name)
    }
  }
  return merged
}

function nameOf({ key }: TableRow): string {
  return JSON.stringify(Object.values(key))
}

/** The least settled status counts; what one part lacks, the sum lacks. */
function addCells(cells: readonly (Cell | undefined)[]): Cell {
  const sum = new ExactSum()
  let status: Status = 'final'
  for (const cell of cells) {
    if (!cell || cell.value === null) return { value: null, status: cell?.status ?? 'not-reported' }
    sum.add(cell.value)
    if (SETTLED.indexOf(cell.status) > SETTLED.indexOf(status)) status = cell.status
  }
  return { value: sum.value, status }
}
