import { minutesOf, minuteText } from '../calendar/days.ts'
import { type CodedColumn, type ColumnData, NO_MINUTE } from '../contracts/columns.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Value } from '../contracts/row.ts'
import type { SafeRow } from '../protect/index.ts'

/** Protected rows column by column. */
export interface TableColumns {
  /** Number of rows. */
  rows: number
  /** What tables may not see is blank in every row. */
  get(column: string): ColumnData
  /** The same with indexes of values. */
  getCoded(column: string): CodedColumn
}

/** Rows as columns, each made when it is first asked for. */
export function columnsOfRows(rows: readonly SafeRow[], contract: Contract): TableColumns {
  return new LazyColumns(rows.length, (id) => {
    const side = contract.columns[id]?.privacy === 'quasi' ? 'working' : 'printable'
    return COUNTED.has(contract.columns[id]?.type.kind ?? '')
      ? (readNumbers(rows, side, id) ?? encode(rows.map((row) => row[side][id] ?? null)))
      : encode(rows.map((row) => row[side][id] ?? null))
  })
}

const COUNTED = new Set(['integer', 'number', 'percent'])

export class LazyColumns implements TableColumns {
  readonly rows: number
  readonly #make: (column: string) => ColumnData
  readonly #made = new Map<string, ColumnData>()
  readonly #coded = new Map<string, CodedColumn>()

  constructor(rows: number, make: (column: string) => ColumnData) {
    this.rows = rows
    this.#make = make
  }

  get(column: string): ColumnData {
    const data = this.#made.get(column) ?? this.#make(column)
    this.#made.set(column, data)
    return data
  }

  getCoded(column: string): CodedColumn {
    const coded = this.#coded.get(column) ?? encodeColumn(this.get(column), this.rows)
    this.#coded.set(column, coded)
    return coded
  }
}

/** Null where a value is no number. */
function readNumbers(rows: readonly SafeRow[], side: 'working' | 'printable', id: string): ColumnData | null {
  const numbers = new Float64Array(rows.length)
  for (const [index, row] of rows.entries()) {
    const value = row[side][id] ?? null
    if (typeof value === 'string') return null
    numbers[index] = value ?? Number.NaN
  }
  return { kind: 'numbers', numbers }
}

function encodeColumn(column: ColumnData, rows: number): CodedColumn {
  if (column.kind === 'coded') return column
  return encode(Array.from({ length: rows }, (_, row) => valueAt(column, row)))
}

function encode(values: readonly Value[]): CodedColumn {
  const codes = new Int32Array(values.length)
  const known = new Map<Value, number>()
  for (const [row, value] of values.entries()) {
    let code = known.get(value)
    if (code === undefined) {
      code = known.size
      known.set(value, code)
    }
    codes[row] = code
  }
  return { kind: 'coded', codes, values: [...known.keys()] }
}

/** The value of a row. */
export function valueAt(column: ColumnData, row: number): Value {
  if (column.kind === 'coded') return column.values[column.codes[row] ?? -1] ?? null
  if (column.kind === 'numbers') {
    const number = column.numbers[row] ?? Number.NaN
    return Number.isNaN(number) ? null : number
  }
  const minute = column.minutes[row] ?? NO_MINUTE
  return minute === NO_MINUTE ? null : minuteText(minute)
}

/** Minutes of each row as `minutesOf` counts them, NaN where it has no time. */
export function readMinutes(column: ColumnData, rows: number): Float64Array {
  const found = new Float64Array(rows).fill(Number.NaN)
  if (column.kind === 'minutes') {
    for (let row = 0; row < rows; row += 1) {
      const minute = column.minutes[row] ?? NO_MINUTE
      if (minute !== NO_MINUTE) found[row] = minute
    }
  }
  if (column.kind === 'coded') {
    const minutes = column.values.map((value) => (typeof value === 'string' ? minutesOf(value) : Number.NaN))
    for (let row = 0; row < rows; row += 1) found[row] = minutes[column.codes[row] ?? -1] ?? Number.NaN
  }
  return found
}
