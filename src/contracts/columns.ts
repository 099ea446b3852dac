import { formatMinute, minutesOf } from '../calendar/days.ts'
import { NO_MINUTE } from '../vectors/loops.ts'
import { PLAIN, type Vectors } from '../vectors/vectors.ts'
import type { Contract } from './contract.ts'
import type { Value } from './row.ts'

/** One column of many rows, row by row. */
export type ColumnData = CodedColumn | MinutesColumn | NumbersColumn | HashedColumn

/** Each row has the index of its value among the values of the column, each of which is there once. */
export interface CodedColumn {
  kind: 'coded'
  codes: Int32Array
  values: readonly Value[]
}

/** Times as `minutesOf` counts them; `NO_MINUTE` for a blank. Their texts are `YYYY-MM-DD HH:mm`. */
export interface MinutesColumn {
  kind: 'minutes'
  minutes: Int32Array
}

/** NaN for a blank. */
export interface NumbersColumn {
  kind: 'numbers'
  numbers: Float64Array
}

/** Texts of which only the two hashes of `hashText` are kept: names of rows that no table shows. */
export interface HashedColumn {
  kind: 'hashed'
  high: Int32Array
  low: Int32Array
}

export { NO_MINUTE }

/** The value of a row. Throws for texts that were not kept. */
export function valueAt(column: ColumnData, row: number): Value {
  if (column.kind === 'coded') return column.values[column.codes[row] ?? -1] ?? null
  if (column.kind === 'numbers') {
    const number = column.numbers[row] ?? Number.NaN
    return Number.isNaN(number) ? null : number
  }
  if (column.kind === 'hashed') throw new Error('a text of which only hashes are kept has no value')
  const minute = column.minutes[row] ?? NO_MINUTE
  return minute === NO_MINUTE ? null : formatMinute(minute)
}

/** Values as a column of codes. */
function encodeValues(values: readonly Value[]): CodedColumn {
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

/** The columns of many rows. */
export interface Columns {
  /** Number of rows. */
  rows: number
  /** Loops over them. */
  vectors: Vectors
  /** A column that is not there is blank in every row. */
  get(column: string): ColumnData
  /** The same with indexes of values. */
  getCoded(column: string): CodedColumn
}

/** Columns that are made when they are first asked for. */
export class LazyColumns implements Columns {
  readonly rows: number
  readonly vectors: Vectors
  readonly #make: (column: string) => ColumnData
  readonly #made = new Map<string, ColumnData>()
  readonly #coded = new Map<string, CodedColumn>()

  constructor(rows: number, make: (column: string) => ColumnData, vectors = PLAIN) {
    this.rows = rows
    this.vectors = vectors
    this.#make = make
  }

  get(column: string): ColumnData {
    const data = this.#made.get(column) ?? this.#make(column)
    this.#made.set(column, data)
    return data
  }

  getCoded(column: string): CodedColumn {
    const coded = this.#coded.get(column) ?? this.#encode(this.get(column))
    this.#coded.set(column, coded)
    return coded
  }

  #encode(data: ColumnData): CodedColumn {
    if (data.kind === 'coded') return data
    return encodeValues(Array.from({ length: this.rows }, (_, row) => valueAt(data, row)))
  }
}

/** Rows as columns; `read` gives one value. */
export function buildColumns<Of>(
  rows: readonly Of[],
  contract: Contract,
  read: (row: Of, column: string) => Value,
): Columns {
  return new LazyColumns(rows.length, (id) => {
    const values = rows.map((row) => read(row, id))
    const isCounted = COUNTED.has(contract.columns[id]?.type.kind ?? '')
    return (isCounted ? readNumbers(values) : null) ?? encodeValues(values)
  })
}

const COUNTED = new Set(['integer', 'number', 'percent'])

/** Null where a value is no number. */
function readNumbers(values: readonly Value[]): NumbersColumn | null {
  const numbers = new Float64Array(values.length)
  for (const [row, value] of values.entries()) {
    if (typeof value === 'string') return null
    numbers[row] = value ?? Number.NaN
  }
  return { kind: 'numbers', numbers }
}
