import { formatMinute, minutesOf } from '../../calendar/days.ts'
import { getFirstDay, getLastDay } from '../../calendar/period.ts'
import { buildColumns, type CodedColumn, type ColumnData, type Columns, NO_MINUTE } from '../../contracts/columns.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Row } from '../../contracts/row.ts'
import type { Vectors } from '../../vectors/vectors.ts'
import type { KeyNumbers } from './key-numbers.ts'

/** What is remembered of the rows of one file, so that the files of other periods can be compared with it. */
export interface FileShape {
  period: string
  rows: number
  /** Date column that ties rows to the period → the last day in the period that a row has, `YYYY-MM-DD`. */
  lastDays: Record<string, string>
  /** Column of a list or of places → rows of each code. */
  classes: Record<string, Record<string, number>>
  /** Null where nothing is counted, or where there are too many counts to keep. */
  counts: CountGrid | null
  /** Serial numbers of its keys; none where keys are not numbered. */
  numbers: KeyNumbers[]
}

/** The counts of a file as records by columns; of a wide table each header is a column. */
export interface CountGrid {
  sheet: string | null
  columns: { id: string; code: string | null }[]
  /** Key of a record, its codes joined by spaces → its row in the file and its counts; `in` where it is one of several files. */
  records: Record<string, { row: number; counts: (number | null)[]; in?: { file: string; sheet: string | null } }>
}

/** Counts that are kept of one file. */
const COUNTS_MAX = 20_000

/** Checked rows as columns. */
export function columnsOf(contract: Contract, rows: readonly Row[]): Columns {
  return buildColumns(rows, contract, ({ values }, id) => values[id] ?? null)
}

/** The shape of rows that are columns. `listRows` makes rows of them, and is asked only where there are few. */
export function shapeOfColumns(
  contract: Contract,
  columns: Columns,
  { period, listRows, listKeys }: { period: string; listRows: () => readonly Row[]; listKeys: () => KeyNumbers[] },
): FileShape {
  const lastDays = listTiedDates(contract).map(
    (id) => [id, findLastDay(columns.get(id), columns.vectors, period)] as const,
  )
  return {
    period,
    rows: columns.rows,
    lastDays: Object.fromEntries(lastDays.filter(([, day]) => day !== '')),
    classes: Object.fromEntries(
      listColumns(contract).map((id) => [id, countClasses(columns.getCoded(id), columns.vectors)]),
    ),
    counts: isGridKept(contract, columns.rows) ? makeGrid(contract, listRows(), period) : null,
    numbers: listKeys(),
  }
}

/** The last day in the period that a row has; '' where there is none. */
function findLastDay(column: ColumnData, vectors: Vectors, period: string): string {
  const [first, last] = [getFirstDay(period), getLastDay(period)]
  let latest = ''
  if (column.kind === 'minutes') {
    const [from, to] = [minutesOf(first), minutesOf(last) + MINUTES_A_DAY - 1]
    const found = vectors.findLatest(column.minutes, column.minutes.length, from, to)
    return found === NO_MINUTE ? '' : formatMinute(found).slice(0, first.length)
  }
  if (column.kind !== 'coded') return latest
  for (const code of new Set(column.codes)) {
    const value = column.values[code]
    if (typeof value !== 'string' || value <= latest || value < first) continue
    const day = value.slice(0, first.length)
    if (day <= last) latest = day
  }
  return latest
}

const MINUTES_A_DAY = 24 * 60

/** Rows of each code, in the order in which the codes come. */
function countClasses({ codes, values }: CodedColumn, vectors: Vectors): Record<string, number> {
  const [counts, order] = [vectors.allocateInts(values.length), vectors.allocateInts(values.length)]
  const seen = order.subarray(0, vectors.countOrdered(codes, codes.length, counts, order))
  const named = Array.from(seen).map((code) => [values[code] ?? null, counts[code] ?? 0] as const)
  return Object.fromEntries(named.filter(([value]) => value !== null))
}

/** Dates by which a contract ties its rows to the period of the file. */
function listTiedDates({ rules = [], columns }: Contract): string[] {
  const tied = rules.flatMap((rule) => (rule.kind === 'belongs-to-period' ? rule.columns : []))
  return [...new Set(tied)].filter((id) => ['date', 'datetime'].includes(columns[id]?.type.kind ?? ''))
}

function listColumns({ columns, complete = [] }: Contract): string[] {
  return Object.keys(columns).filter(
    (id) => !complete.includes(id) && ['list', 'place'].includes(columns[id]?.type.kind ?? ''),
  )
}

function isGridKept(contract: Contract, rows: number): boolean {
  const { columns } = contract
  const { counted, names } = chooseGridColumns(contract)
  // A key that never gets out is not kept either.
  const isPublic = names.every((id) => ['public', 'dimension'].includes(columns[id]?.privacy ?? ''))
  return counted.length > 0 && names.length > 0 && isPublic && rows * counted.length <= COUNTS_MAX
}

/** The columns that are counted, those that name a record, and the one into which a wide table is read. */
function chooseGridColumns(contract: Contract): { counted: string[]; names: string[]; into: string | null } {
  const { columns, profile, key } = contract
  const into = profile?.wide && key.includes(profile.wide.into) ? profile.wide.into : null
  const counted = Object.keys(columns).filter((id) => isCount(contract, id))
  return { counted, names: key.filter((id) => id !== into), into }
}

function makeGrid(contract: Contract, rows: readonly Row[], period: string): CountGrid {
  const { counted, names, into } = chooseGridColumns(contract)
  const grid: CountGrid = { sheet: rows[0]?.sheet ?? null, columns: [], records: {} }
  const at = new Map<string, number>()
  for (const { values, row } of rows) {
    const name = names
      .map((id) => values[id] ?? '')
      .filter((value) => value !== period)
      .join(' ')
    const record = grid.records[name] ?? { row, counts: [] }
    grid.records[name] = record
    for (const id of counted) {
      const code = into === null ? null : String(values[into] ?? '')
      const column = `${id}\t${code ?? ''}`
      const index = at.get(column) ?? grid.columns.push({ id, code }) - 1
      at.set(column, index)
      const value = values[id] ?? null
      record.counts[index] = typeof value === 'number' ? value : null
    }
  }
  return grid
}

function isCount({ columns }: Contract, id: string): boolean {
  const column = columns[id]
  return column?.privacy === 'count' && (column.type.kind === 'integer' || column.type.kind === 'number')
}
