import type { ColumnData } from '../contracts/columns.ts'
import type { Value } from '../contracts/row.ts'
import type { RuleId } from '../problems/catalogue.ts'
import type { KernelColumn, RowsTaken } from './kernel/kernel-column.ts'

/** How the cells of one column are accepted. */
export interface CellPlan {
  /**
   * Reads the cell that begins at `at`, up to a delimiter, a quote or the end of a line, keeps its value for the row, and
   * gives the position behind it; `NOT_ACCEPTED` where the row must be checked cell by cell.
   */
  scan(bytes: Uint8Array, at: number, row: number): number
  /** Keeps a value that the row checker has accepted; false where the plan has no form for it. */
  store(row: number, value: Value): boolean
  /** Makes room for so many rows. */
  grow(rows: number): void
  /** The values of the rows from `from` up to `to`. They may repeat among the values of a coded column. */
  buildColumn(from: number, to: number): ColumnData
  /** The values of the rows that are kept, each once among the values of a coded column. */
  finish(kept: Int32Array | null, rows: number): ColumnData
  /** The values of so many rows, in a form that passes to another thread. They may be those of the plan no longer. */
  giveRows(rows: number): PlanRows
  /** Takes over from the plan of the same column what it gives of rows that follow those up to `row`; false where it cannot. */
  takeRows(given: PlanRows, row: number): boolean
  /** Gives the memory of its rows back, once they have been copied. */
  release(): void
  /** What of it the kernel can accept; a file with a plan that has nothing for it is scanned without the kernel. */
  buildKernelColumn?(): KernelColumn
  /** Repairs of the cells of these rows. */
  listNotes?(isFast: Uint8Array, rows: number): CellNote[]
}

/** What a plan holds of some rows; of a column that is not read, nothing. */
export type PlanRows =
  | { kind: 'coded'; codes: Int32Array; entries: readonly Entry[] }
  | { kind: 'minutes'; minutes: Int32Array }
  | { kind: 'numbers'; numbers: Float64Array; decimals: number }
  | { kind: 'names'; high: Int32Array; low: Int32Array; tails: Float64Array; kinds: Int32Array; shapes: NameShape[] }
  | { kind: 'unread' }

/** A name with its digits made zeros, and whether names of it are accepted. */
interface NameShape {
  signs: Uint8Array
  isTaken: boolean
}

/** A value of a dictionary, the text that it was first met as, and the repairs of that text. */
export interface Entry {
  value: Value
  text: string
  notes: readonly RuleId[]
}

/** One kind of repair of a column, as the row checker counts it. */
export interface CellNote {
  rule: RuleId
  /** The first row that has it, its text and its value. */
  row: number
  text: string
  value: Value
  count: number
  /** Among the repairs of the cell. */
  order: number
}

export const NOT_ACCEPTED = -1

export const LF = 0x0a
export const CR = 0x0d
export const QUOTE = 0x22
export const ZERO = 0x30

/** 1 for each byte at which a cell that is not quoted ends. */
export function makeEnds(delimiter: number): Uint8Array {
  const ends = new Uint8Array(256)
  for (const byte of [delimiter, LF, CR, QUOTE]) ends[byte] = 1
  return ends
}

/** The rows that are kept, moved together; all where `kept` is null. */
export function gather<Numbers extends Int32Array | Uint32Array | Float64Array>(
  numbers: Numbers,
  kept: Int32Array | null,
  rows: number,
): Numbers {
  if (kept === null) return numbers.subarray(0, rows) as Numbers
  for (let at = 0; at < kept.length; at += 1) numbers[at] = numbers[kept[at] ?? 0] ?? 0
  return numbers.subarray(0, kept.length) as Numbers
}

/** Few rows are copied one by one, which takes less than a view of them. */
const ROWS_VIEWED = 64

/** Copies the first so many of some values to where the values of rows from `row` on are. Mutates `target`. */
export function copyRows<Numbers extends Int32Array | Float64Array>(
  target: Numbers,
  values: Numbers,
  { row, rows }: RowsTaken,
): void {
  if (rows >= ROWS_VIEWED) target.set(values.subarray(0, rows), row)
  else for (let at = 0; at < rows; at += 1) target[row + at] = values[at] ?? 0
}

/** Gives memory back at once, where the engine can: the collector lets it lie for long. Nobody may use it afterwards. */
export function releaseMemory(numbers: Int32Array | Uint32Array | Uint8Array | Float64Array): void {
  // Newer than the oldest engines that a checked page runs in.
  const buffer = numbers.buffer as ArrayBuffer & { transfer?: (length: number) => ArrayBuffer }
  // What was given back before has no bytes left, and cannot be transferred again.
  if (buffer.byteLength > 0) buffer.transfer?.(0)
}

/** A longer array with the same beginning, whose memory is given back. */
export function lengthen<Numbers extends Int32Array | Uint32Array | Uint8Array | Float64Array>(
  numbers: Numbers,
  length: number,
): Numbers {
  // The class of an array of numbers makes arrays of the same class.
  const longer = new (numbers.constructor as new (length: number) => Numbers)(length)
  longer.set(numbers)
  releaseMemory(numbers)
  return longer
}
