import { firstDay, lastDay } from '../../calendar/period.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Row, Value } from '../../contracts/row.ts'

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
}

/** The counts of a file as records by columns; of a wide table each header is a column. */
export interface CountGrid {
  sheet: string | null
  columns: { id: string; code: string | null }[]
  /** Key of a record, its codes joined by spaces → its row in the file and its counts. */
  records: Record<string, { row: number; counts: (number | null)[] }>
}

/** Counts that are kept of one file. */
const COUNTS_MAX = 20_000

/** The shape of checked rows, in one pass over them. */
export function shapeOf(contract: Contract, rows: readonly Row[], period: string): FileShape {
  const [first, last] = [firstDay(period), lastDay(period)]
  const dates = tiedDates(contract).map((id) => ({ id, last: '' }))
  const lists = listColumns(contract).map((id) => ({ id, seen: new Map<Value, number>() }))
  for (const { values } of rows) {
    for (const date of dates) {
      const value = values[date.id]
      // Compared as a text first: most rows bear no later day than one before.
      if (typeof value !== 'string' || value <= date.last || value < first) continue
      const day = value.slice(0, first.length)
      if (day <= last) date.last = day
    }
    for (const { id, seen } of lists) {
      const value = values[id] ?? null
      if (value !== null) seen.set(value, (seen.get(value) ?? 0) + 1)
    }
  }
  return {
    period,
    rows: rows.length,
    lastDays: Object.fromEntries(dates.filter((date) => date.last !== '').map((date) => [date.id, date.last])),
    classes: Object.fromEntries(lists.map(({ id, seen }) => [id, Object.fromEntries(seen)])),
    counts: gridOf(contract, rows, period),
  }
}

/** Dates by which a contract ties its rows to the period of the file. */
function tiedDates({ rules = [], columns }: Contract): string[] {
  const tied = rules.flatMap((rule) => (rule.kind === 'belongs-to-period' ? rule.columns : []))
  return [...new Set(tied)].filter((id) => ['date', 'datetime'].includes(columns[id]?.type.kind ?? ''))
}

function listColumns({ columns, complete = [] }: Contract): string[] {
  return Object.keys(columns).filter(
    (id) => !complete.includes(id) && ['list', 'place'].includes(columns[id]?.type.kind ?? ''),
  )
}

function gridOf(contract: Contract, rows: readonly Row[], period: string): CountGrid | null {
  const { columns, profile, key } = contract
  const counted = Object.keys(columns).filter((id) => isCount(contract, id))
  const into = profile?.wide && key.includes(profile.wide.into) ? profile.wide.into : null
  const names = key.filter((id) => id !== into)
  // A key that never gets out is not kept either.
  const isPublic = names.every((id) => ['public', 'dimension'].includes(columns[id]?.privacy ?? ''))
  if (counted.length === 0 || names.length === 0 || !isPublic || rows.length * counted.length > COUNTS_MAX) return null
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
