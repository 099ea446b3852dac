/** A value in a picture: `[column, row, x, y]`, in units of the picture. */
export type ChartPoint = readonly [column: number, row: number, x: number, y: number]

/**
 * What a chart needs to be walked, beside the values, which are in its data table on the page: made with the site, fetched by
 * the reader. The names are short for that.
 */
export interface ChartPoints {
  /** What heads each row where it is a period, in words: 2026年10月 where the table has 2026-10. */
  heads: readonly string[]
  columns: readonly PointColumn[]
  /** Words of the marks in the table: `[修订]` → `修订`. */
  marks: Readonly<Record<string, string>>
  /** Points of the wide and of the narrow picture. */
  w: readonly ChartPoint[]
  n: readonly ChartPoint[]
}

export interface PointColumn {
  /** Empty where the chart shows no other. */
  label: string
  /** What follows a value, of one and of others. */
  unit: readonly [one: string, others: string]
  /** Of the row's cells. */
  cell: number
  status: number | null
  /** The status of all its values, in words; empty where each has its own. */
  shared: string
  /** The column that bounds it: 以上, 以下. */
  bound: number | null
  /** Columns that say more of it: its interval, how many, a remark. */
  also: readonly number[]
}
