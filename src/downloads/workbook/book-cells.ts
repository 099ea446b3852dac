import { toDayNumber } from '../../calendar/days.ts'

/** How a cell looks; the number formats are those that the styles of the workbook list in this order. */
export const LOOKS = [
  'plain',
  'heading',
  'title',
  'wrapped',
  'link',
  'code',
  'count',
  'year',
  'date',
  'decimals-1',
  'decimals-2',
  'decimals-3',
  'decimals-4',
] as const
export type Look = (typeof LOOKS)[number]

/** A cell of a worksheet; null is an empty one. Numbers are in plain notation, as they are to be stored. */
export type BookCell = { text: string; look: Look } | { number: string; look: Look } | null

export interface BookSheet {
  /** At most 31 characters, none of []:*?/\. */
  name: string
  rows: readonly (readonly BookCell[])[]
  /** Widths of columns in characters. */
  widths: readonly number[]
  /** True where the first row heads a table: it stays in sight, and rows can be filtered. */
  isTable: boolean
  /** Cells that lead to another sheet. */
  links: readonly { row: number; column: number; sheet: string }[]
}

/** Days since 1899-12-30, as workbooks count them. Throws where the day does not exist. */
export function serialOf(date: string): number {
  const day = toDayNumber(date)
  if (day === null) throw new Error(`downloads: no day: ${date}`)
  return day + 25_569
}
