/** For each row 1 where something holds, else 0. */
export type Mask = Uint8Array

/** A row without a time among minutes. */
export const NO_MINUTE = -0x8000_0000

/** A row that is in no block. */
export const NO_BLOCK = -1

/** Whole numbers below this have places of their own in `holds` of `maskNumbers`; the blank has the next. */
export const SMALL = 1 << 10
export const NOT_TESTED = 2

/**
 * Loops over whole columns. Results are written to the arrays that are named last; `rows` is how many values there are.
 * The arguments are those of the compiled loops in `kernel/columns`, where an array is its address.
 */
export interface Loops {
  /** Minutes between two others, both included. */
  maskBetween(minutes: Int32Array, rows: number, from: number, to: number, out: Mask): void
  /** True where both are times and the first is before the second; a second that is blank is before all. */
  maskBefore(a: Int32Array, b: Int32Array, rows: number, out: Mask): void
  maskNotAfter(a: Int32Array, b: Int32Array, rows: number, out: Mask): void
  intersect(a: Mask, b: Mask, rows: number, out: Mask): void
  unite(a: Mask, b: Mask, rows: number, out: Mask): void
  /** The first without the second. */
  exclude(a: Mask, b: Mask, rows: number, out: Mask): void
  /** Writes the others where `minutes` are blank. */
  fillBlanks(minutes: Int32Array, others: Int32Array, rows: number): void
  /** `holds` has an answer for each code. */
  maskCodes(codes: Int32Array, holds: Mask, rows: number, out: Mask): void
  /** `holds` has an answer for each small number and the blank, or `NOT_TESTED`. Gives the first row without an answer. */
  maskNumbers(numbers: Float64Array, holds: Uint8Array, from: number, rows: number, out: Mask): number
  /** The first row from `from` on whose code was not found with this start before. */
  findUnlike(codes: Int32Array, starts: Int32Array, found: Int32Array, from: number, rows: number): number
  /** The greatest of the times between two others, `NO_MINUTE` where there are none. */
  findLatest(minutes: Int32Array, rows: number, from: number, to: number): number
  /** The least of all times; the greatest 32-bit number where there are none. */
  findEarliest(minutes: Int32Array, rows: number): number

  /** Block 0 for each row that takes part, `NO_BLOCK` for the others; gives how many take part. */
  startBlocks(ofRows: Int32Array, mask: Mask, rows: number): number
  /** Parts each block by codes, of which there are `size`; gives how many there are. `known` has -1 for each pair. */
  splitBlocks(ofRows: Int32Array, codes: Int32Array, known: Int32Array, size: number, rows: number): number
  findFirst(ofRows: Int32Array, rows: number, first: Int32Array): void
  /** Adds to the counts of each block, before which the count of those in none is. */
  countRows(ofRows: Int32Array, rows: number, counts: Int32Array): void
  countMasked(ofRows: Int32Array, mask: Mask, rows: number, counts: Int32Array): void
  /** Counts codes, and lists those that come in their order; gives how many do. */
  countOrdered(codes: Int32Array, rows: number, counts: Int32Array, order: Int32Array): number
  /** Adds whole numbers by block, and counts them. Gives the first row whose number is none. */
  addWhole(
    ofRows: Int32Array,
    mask: Mask,
    numbers: Float64Array,
    rows: number,
    sums: Float64Array,
    counts: Int32Array,
  ): number
  /** Minutes from a start to an end, NaN where one is missing. */
  subtract(ends: Int32Array, starts: Int32Array, rows: number, out: Float64Array): void
  /** Counts values by block as `countMasked`; NaN is none. */
  countValues(ofRows: Int32Array, mask: Mask, values: Float64Array, rows: number, counts: Int32Array): void
  /** Lays the values of each block side by side. `starts` of the blocks move on. */
  layValues(
    ofRows: Int32Array,
    mask: Mask,
    values: Float64Array,
    rows: number,
    starts: Int32Array,
    laid: Float64Array,
  ): void
  /** The value at an index if they were sorted. Those before it are not greater afterwards, those behind it not less. */
  select(values: Float64Array, count: number, index: number): number
  findLeast(values: Float64Array, from: number, count: number): number

  /** Adds values to the two hashes of each row. */
  addHashes(high: Int32Array, low: Int32Array, ofHigh: Int32Array, ofLow: Int32Array, rows: number): void
  addCodes(
    high: Int32Array,
    low: Int32Array,
    codes: Int32Array,
    ofHigh: Int32Array,
    ofLow: Int32Array,
    rows: number,
  ): void
  addMinutes(high: Int32Array, low: Int32Array, minutes: Int32Array, rows: number): void
  /** Gives the first row whose number is no 32-bit number. */
  addNumbers(high: Int32Array, low: Int32Array, numbers: Float64Array, from: number, rows: number): number
  /** Of 32 bits. */
  sumInts(values: Int32Array, rows: number): number
  /** 1 where two rows have the same hashes. `slots` are zeros; there are a power of two of them, more than rows. */
  hasRepeated(high: Int32Array, low: Int32Array, rows: number, slots: Int32Array, size: number): number
  /** 1 where each number is greater than the number before it. */
  isAscending(numbers: Float64Array, rows: number): number
  areAll(values: Int32Array, rows: number, value: number): number
  /** NaN is left out. */
  sumNumbers(numbers: Float64Array, rows: number): number
  findMost(numbers: Float64Array, rows: number): number
}
