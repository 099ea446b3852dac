import { minutesOf } from '../../calendar/days.ts'
import { type ColumnData, type Columns, NO_MINUTE } from '../../contracts/columns.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Value } from '../../contracts/row.ts'

/** Two independent 32-bit hashes of each row; no secret is kept by them, only chance must be kept out. */
interface RowHashes {
  high: Int32Array
  low: Int32Array
}

export const HIGH_START = 0x811c9dc5
export const LOW_START = 0x9e3779b9
export const HIGH_FACTOR = 0x01000193
export const LOW_FACTOR = 0x85ebca6b

/**
 * Hashes of rows by the values of some columns, however they are kept: a time counts by its minutes, every other text by its
 * characters. `blank` is a text that counts as none.
 */
export function hashRows(
  contract: Contract,
  columns: Columns,
  of: { ids: readonly string[]; blank: string },
): RowHashes {
  const { rows } = columns
  const hashes = { high: new Int32Array(rows).fill(HIGH_START), low: new Int32Array(rows).fill(LOW_START) }
  const adders = of.ids.map((id) => {
    const isTime = contract.columns[id]?.type.kind === 'datetime'
    return adderOf(hashes, columns.get(id), { isTime, blank: of.blank })
  })
  // Few rows at a time, so that their hashes stay at hand for all columns.
  for (let from = 0; from < rows; from += ROWS_AT_A_TIME) {
    const to = Math.min(rows, from + ROWS_AT_A_TIME)
    for (const add of adders) add(from, to)
  }
  return hashes
}

const ROWS_AT_A_TIME = 2048

/** Adds the values of a column to the hashes of the rows from `from` up to `to`. */
type Adder = (from: number, to: number) => void

function adderOf(hashes: RowHashes, data: ColumnData, of: { isTime: boolean; blank: string }): Adder {
  if (data.kind === 'hashed') return (from, to) => addHashes(hashes, data, { from, to })
  if (data.kind === 'minutes') return (from, to) => addMinutes(hashes, data.minutes, { from, to })
  if (data.kind === 'numbers') return (from, to) => addNumbers(hashes, data.numbers, { from, to })
  const values = data.values.map((value) => hashValue(value, of))
  const ofCodes = { high: Int32Array.from(values, ([a]) => a), low: Int32Array.from(values, ([, b]) => b) }
  return (from, to) => addCodes(hashes, { codes: data.codes, ofCodes }, { from, to })
}

interface Range {
  from: number
  to: number
}

function addHashes({ high, low }: RowHashes, data: RowHashes, { from, to }: Range): void {
  for (let row = from; row < to; row += 1) add(high, low, row, data.high[row] ?? 0, data.low[row] ?? 0)
}

function addCodes(
  { high, low }: RowHashes,
  { codes, ofCodes }: { codes: Int32Array; ofCodes: RowHashes },
  { from, to }: Range,
): void {
  for (let row = from; row < to; row += 1) {
    const code = codes[row] ?? 0
    add(high, low, row, ofCodes.high[code] ?? 0, ofCodes.low[code] ?? 0)
  }
}

function addMinutes({ high, low }: RowHashes, minutes: Int32Array, { from, to }: Range): void {
  for (let row = from; row < to; row += 1) {
    const minute = minutes[row] ?? NO_MINUTE
    if (minute === NO_MINUTE) add(high, low, row, BLANK[0], BLANK[1])
    else add(high, low, row, hashHigh(minute), hashLow(minute))
  }
}

function addNumbers({ high, low }: RowHashes, numbers: Float64Array, { from, to }: Range): void {
  for (let row = from; row < to; row += 1) {
    const number = numbers[row] ?? Number.NaN
    if ((number | 0) === number) add(high, low, row, hashHigh(number), hashLow(number))
    else {
      const hash = Number.isNaN(number) ? BLANK : hashText(String(number))
      add(high, low, row, hash[0], hash[1])
    }
  }
}

function add(high: Int32Array, low: Int32Array, row: number, a: number, b: number): void {
  high[row] = Math.imul((high[row] ?? 0) ^ a, HIGH_FACTOR)
  const mixed = Math.imul((low[row] ?? 0) ^ b, LOW_FACTOR)
  low[row] = mixed ^ (mixed >>> 13)
}

function hashValue(value: Value, { isTime, blank }: { isTime: boolean; blank: string }): readonly [number, number] {
  if (value === null || value === blank) return hashText('')
  if (typeof value === 'number') return hashNumber(value)
  return isTime ? hashNumber(minutesOf(value)) : hashText(value)
}

/** Whole numbers by their bits, others by their digits. */
function hashNumber(value: number): readonly [number, number] {
  return (value | 0) === value ? [hashHigh(value), hashLow(value)] : hashText(String(value))
}

function hashHigh(value: number): number {
  return Math.imul(value ^ HIGH_START, HIGH_FACTOR)
}

function hashLow(value: number): number {
  const mixed = Math.imul(value ^ (value >>> 15), LOW_FACTOR)
  return mixed ^ (mixed >>> 13) ^ LOW_START
}

/** Two walks of the FNV kind over the code units of a text. */
export function hashText(text: string): readonly [number, number] {
  let [a, b] = [HIGH_START | 0, LOW_START | 0]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, HIGH_FACTOR)
    b = Math.imul(b ^ unit, LOW_FACTOR)
    b ^= b >>> 13
  }
  return [a, b]
}

const BLANK = hashText('')
