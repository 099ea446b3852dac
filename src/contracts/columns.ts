import type { Value } from './row.ts'

/** One column of many rows, row by row. */
export type ColumnData = CodedColumn | MinutesColumn | NumbersColumn

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

export const NO_MINUTE = -0x8000_0000
