import { minutesOf } from '../../calendar/days.ts'
import type { ColumnData, Columns } from '../../contracts/columns.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Value } from '../../contracts/row.ts'
import {
  addHash,
  HIGH_FACTOR,
  HIGH_START,
  hashHigh,
  hashLow,
  LOW_FACTOR,
  LOW_START,
} from '../../vectors/plain-hashes.ts'
import type { Vectors } from '../../vectors/vectors.ts'

/** Two independent 32-bit hashes of each row; no secret is kept by them, only chance must be kept out. */
interface RowHashes {
  high: Int32Array
  low: Int32Array
}

/**
 * Hashes of rows by the values of some columns, however they are kept: a time counts by its minutes, every other text by its
 * characters. `blank` is a text that counts as none.
 */
export function hashRows(
  contract: Contract,
  columns: Columns,
  of: { ids: readonly string[]; blank: string },
): RowHashes {
  const { rows, vectors } = columns
  const hashes = { high: vectors.allocateInts(rows).fill(HIGH_START), low: vectors.allocateInts(rows).fill(LOW_START) }
  for (const id of of.ids) {
    const isTime = contract.columns[id]?.type.kind === 'datetime'
    addColumn(hashes, columns.get(id), { isTime, blank: of.blank, vectors })
  }
  return hashes
}

function addColumn(
  { high, low }: RowHashes,
  data: ColumnData,
  of: { isTime: boolean; blank: string; vectors: Vectors },
): void {
  const { vectors } = of
  const rows = high.length
  if (data.kind === 'hashed') vectors.addHashes(high, low, data.high, data.low, rows)
  else if (data.kind === 'minutes') vectors.addMinutes(high, low, data.minutes, rows)
  else if (data.kind === 'numbers') addNumbers({ high, low }, data.numbers, vectors)
  else {
    const values = data.values.map((value) => hashValue(value, of))
    const ofHigh = vectors.hold(Int32Array.from(values, ([a]) => a))
    const ofLow = vectors.hold(Int32Array.from(values, ([, b]) => b))
    vectors.addCodes(high, low, data.codes, ofHigh, ofLow, rows)
  }
}

/** Numbers beyond 32 bits and decimals count by their digits. */
function addNumbers({ high, low }: RowHashes, numbers: Float64Array, vectors: Vectors): void {
  for (let row = 0; row < numbers.length; row += 1) {
    row = vectors.addNumbers(high, low, numbers, row, numbers.length)
    if (row < numbers.length) addHash(high, low, row, ...hashText(String(numbers[row])))
  }
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
