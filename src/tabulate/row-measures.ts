import { type ColumnData, type Columns, valueAt } from '../contracts/columns.ts'
import type { Contract, Measure, TableSpec } from '../contracts/contract.ts'
import { countsRows } from '../contracts/own-status.ts'
import type { Cell, Status } from '../contracts/table.ts'
import { ExactSum } from '../text/decimal.ts'
import { sum } from '../text/sum.ts'
import type { Vectors } from '../vectors/vectors.ts'
import { type Blocks, type Group, NO_BLOCK } from './groups.ts'
import type { Mask, Masks } from './masks.ts'
import { quantileOf } from './quantile.ts'

/** A measure that is made of rows. */
export interface BaseMeasure {
  id: string
  /** Cells of the groups, in their order. */
  fill(blocks: Blocks, groups: readonly Group[]): Cell[]
}

const NOT_APPLICABLE: Cell = { value: null, status: 'not-applicable' }
const NOT_REPORTED: Cell = { value: null, status: 'not-reported' }

/** True for what is made of rows: counts, sums and values taken. */
export function isBase(measure: Measure | undefined): boolean {
  return measure !== undefined && ('count' in measure || 'sum' in measure || 'take' in measure)
}

/** What measures are made of. */
export interface MeasureContext {
  contract: Contract
  columns: Columns
  masks: Masks
}

/** Measures made of rows, in the order of the contract. Their masks are made here, all else when they are filled. */
export function makeBaseMeasures(spec: TableSpec, context: MeasureContext): BaseMeasure[] {
  const laid = new Map<string, Laid>()
  return Object.entries(spec.measures).flatMap(([id, measure]): BaseMeasure[] => {
    const { columns, masks } = context
    const { vectors } = columns
    const mask = masks.maskOf('where' in measure ? measure.where : undefined)
    if ('count' in measure) return [{ id, fill: (blocks, groups) => countRows({ mask, vectors }, blocks, groups) }]
    if ('sum' in measure) {
      const zeroWhenEmpty = countsRows(spec)
      const column = columns.get(measure.sum)
      const added = { id, mask: mask ?? masks.all, column, zeroWhenEmpty, vectors }
      return [{ id, fill: (blocks, groups) => addValues(added, blocks, groups) }]
    }
    if ('take' in measure) {
      const column = columns.get(measure.take)
      // In a register a blank number means that there is none; in a table of figures it was not given.
      const empty = spec.kind === 'register' ? NOT_APPLICABLE : NOT_REPORTED
      return [{ id, fill: (blocks, groups) => takeValues({ id, column, empty }, blocks, groups) }]
    }
    if (!('quantile' in measure)) return []
    const minutes = masks.computeMinutesBetween(measure.between.from, measure.between.to)
    const name = JSON.stringify([measure.where, measure.between.from, measure.between.to])
    const timed = { mask: mask ?? masks.all, minutes, vectors }
    const lay = (blocks: Blocks): Laid => {
      // A median and a P90 of the same rows are selected from the same minutes.
      const made = laid.get(name) ?? layMinutes(timed, blocks)
      laid.set(name, made)
      return made
    }
    return [{ id, fill: (blocks, groups) => selectQuantiles(measure, lay(blocks), { groups, vectors }) }]
  })
}

function countRows(
  { mask, vectors }: { mask: Mask | null; vectors: Vectors },
  { ofRows, count }: Blocks,
  groups: readonly Group[],
): Cell[] {
  // Those of `NO_BLOCK` come first, so that no row needs a question.
  const counts = vectors.allocateInts(count + 1)
  if (mask === null) vectors.countRows(ofRows, ofRows.length, counts)
  else vectors.countMasked(ofRows, mask, ofRows.length, counts)
  return groups.map(({ blocks }) => ({ value: sum(blocks.map((block) => counts[block + 1] ?? 0)), status: 'final' }))
}

interface Added {
  id: string
  mask: Mask
  column: ColumnData
  zeroWhenEmpty: boolean
  vectors: Vectors
}

function addValues(of: Added, blocks: Blocks, groups: readonly Group[]): Cell[] {
  const sums = addWholeNumbers(of, blocks) ?? addNumbers(of, blocks)
  return groups.map(({ blocks: own }) => {
    const sum = new ExactSum()
    let seen = of.zeroWhenEmpty
    for (const block of own) {
      const part = sums[block]
      if (!part) continue
      seen = true
      sum.addSum(part)
    }
    return seen ? { value: sum.value, status: 'final' } : NOT_REPORTED
  })
}

/** Sums by block; null where a number is no whole number. */
function addWholeNumbers({ mask, column, vectors }: Added, { ofRows, count }: Blocks): (ExactSum | undefined)[] | null {
  if (column.kind !== 'numbers') return null
  const [sums, counts] = [vectors.allocateDoubles(count), vectors.allocateInts(count)]
  const { length } = ofRows
  if (vectors.addWhole(ofRows, mask, column.numbers, length, sums, counts) < length) return null
  return Array.from(sums, (value, block) => {
    if (counts[block] === 0) return undefined
    const sum = new ExactSum()
    sum.add(value)
    return sum
  })
}

function addNumbers({ id, mask, column }: Added, blocks: Blocks): (ExactSum | undefined)[] {
  const sums: (ExactSum | undefined)[] = Array.from({ length: blocks.count })
  forEachNumber({ id, column, mask }, blocks, (block, value) => {
    const sum = sums[block] ?? new ExactSum()
    sums[block] = sum
    sum.add(value)
  })
  return sums
}

interface Taken {
  id: string
  column: ColumnData
  empty: Cell
}

function takeValues({ id, column, empty }: Taken, blocks: Blocks, groups: readonly Group[]): Cell[] {
  const values = new Float64Array(blocks.count).fill(Number.NaN)
  const put = (before: number, value: number) => {
    if (!Number.isNaN(before)) throw new Error(`two rows where one value is taken: ${id}`)
    return value
  }
  forEachNumber({ id, column, mask: null }, blocks, (block, value) => {
    values[block] = put(values[block] ?? Number.NaN, value)
  })
  return groups.map(({ blocks: own }) => {
    let taken = Number.NaN
    for (const block of own) {
      const value = values[block] ?? Number.NaN
      if (!Number.isNaN(value)) taken = put(taken, value)
    }
    return Number.isNaN(taken) ? empty : { value: taken, status: 'final' }
  })
}

/** Calls back for each row that has a number and takes part. Throws where a value is a text. */
function forEachNumber(
  { id, column, mask }: { id: string; column: ColumnData; mask: Mask | null },
  { ofRows }: Blocks,
  add: (block: number, value: number) => void,
): void {
  if (column.kind === 'numbers') {
    const { numbers } = column
    for (let row = 0; row < ofRows.length; row += 1) {
      const block = ofRows[row] ?? NO_BLOCK
      const number = numbers[row] ?? Number.NaN
      if (block !== NO_BLOCK && (mask === null || mask[row] === 1) && !Number.isNaN(number)) add(block, number)
    }
    return
  }
  for (let row = 0; row < ofRows.length; row += 1) {
    const block = ofRows[row] ?? NO_BLOCK
    if (block === NO_BLOCK || (mask !== null && mask[row] === 0)) continue
    const value = valueAt(column, row)
    if (typeof value === 'string') throw new Error(`no number to add in ${id}: ${value}`)
    if (value !== null) add(block, value)
  }
}

interface Timed {
  mask: Mask
  /** Of each row; NaN where there are none. */
  minutes: Float64Array
  vectors: Vectors
}

/** Minutes of rows, those of one block side by side: from `ends[block]` up to `ends[block + 1]`. */
interface Laid {
  minutes: Float64Array
  ends: Int32Array
}

/** So that those of a group are copied and not looked for. */
function layMinutes({ mask, minutes, vectors }: Timed, { ofRows, count }: Blocks): Laid {
  const ends = vectors.allocateInts(count + 1)
  vectors.countValues(ofRows, mask, minutes, ofRows.length, ends)
  // The first count is that of `NO_BLOCK`.
  ends[0] = 0
  for (let block = 1; block <= count; block += 1) ends[block] = (ends[block] ?? 0) + (ends[block - 1] ?? 0)
  const starts = vectors.allocateInts(count + 1)
  starts.set(ends)
  const laid = vectors.allocateDoubles(ends[count] ?? 0)
  vectors.layValues(ofRows, mask, minutes, ofRows.length, starts, laid)
  return { minutes: laid, ends }
}

function selectQuantiles(
  measure: Extract<Measure, { quantile: number }>,
  { minutes, ends }: Laid,
  { groups, vectors }: { groups: readonly Group[]; vectors: Vectors },
): Cell[] {
  const of = { quantile: measure.quantile, in: measure.between.in, decimals: measure.decimals ?? 0 }
  return groups.map(({ blocks: own }) =>
    vectors.lend((): Cell => {
      const parts = own.map((block) => minutes.subarray(ends[block], ends[block + 1]))
      const values = vectors.allocateDoubles(sum(parts.map((part) => part.length)))
      let at = 0
      for (const part of parts) {
        values.set(part, at)
        at += part.length
      }
      return values.length > 0 ? { value: quantileOf(values, of, vectors), status: 'final' } : NOT_APPLICABLE
    }),
  )
}

/** Of rows with different status the least settled counts: a sum with a forecast in it is a forecast. */
export const SETTLED: readonly Status[] = ['final', 'reported', 'provisional', 'forecast']
