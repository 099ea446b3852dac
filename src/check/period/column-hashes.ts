import { minutesOf } from '../../calendar/days.ts'
import { type ColumnData, type Columns, NO_MINUTE } from '../../contracts/columns.ts'
import type { Value } from '../../contracts/row.ts'

/** Two independent 32-bit hashes of each value of a column; no secret is kept by them, only chance must be kept out. */
export interface ColumnHashes {
  high: Int32Array
  low: Int32Array
}

export const HIGH_START = 0x811c9dc5
export const LOW_START = 0x9e3779b9
export const HIGH_FACTOR = 0x01000193
export const LOW_FACTOR = 0x85ebca6b

/**
 * Hashes by value, however a column is kept: a time has the hash of its minutes, every other text that of its characters.
 * `blank` is a text that counts as none.
 */
export function hashColumn(columns: Columns, id: string, of: { isTime: boolean; blank: string }): ColumnHashes {
  const data = columns.get(id)
  if (data.kind === 'hashed') return data
  const { rows } = columns
  const hashes = { high: new Int32Array(rows), low: new Int32Array(rows) }
  if (data.kind === 'coded')
    fillByCode(
      hashes,
      data.codes,
      data.values.map((value) => hashValue(value, of)),
    )
  else for (let row = 0; row < rows; row += 1) putNumber(hashes, row, numberAt(data, row))
  return hashes
}

function fillByCode({ high, low }: ColumnHashes, codes: Int32Array, values: readonly (readonly [number, number])[]) {
  const [highs, lows] = [Int32Array.from(values, ([a]) => a), Int32Array.from(values, ([, b]) => b)]
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? 0
    high[row] = highs[code] ?? 0
    low[row] = lows[code] ?? 0
  }
}

function numberAt(data: Exclude<ColumnData, { kind: 'coded' | 'hashed' }>, row: number): number | null {
  if (data.kind === 'numbers') {
    const number = data.numbers[row] ?? Number.NaN
    return Number.isNaN(number) ? null : number
  }
  const minute = data.minutes[row] ?? NO_MINUTE
  return minute === NO_MINUTE ? null : minute
}

function hashValue(value: Value, { isTime, blank }: { isTime: boolean; blank: string }): readonly [number, number] {
  if (value === null || value === blank) return hashText('')
  if (typeof value === 'number') return hashNumber(value)
  return isTime ? hashNumber(minutesOf(value)) : hashText(value)
}

/** Mutates the hashes. */
function putNumber({ high, low }: ColumnHashes, row: number, value: number | null): void {
  const [a, b] = value === null ? BLANK : hashNumber(value)
  high[row] = a
  low[row] = b
}

/** Whole numbers by their bits, others by their digits. */
function hashNumber(value: number): readonly [number, number] {
  if ((value | 0) !== value) return hashText(String(value))
  const mixed = Math.imul(value ^ (value >>> 15), LOW_FACTOR)
  return [Math.imul(value ^ HIGH_START, HIGH_FACTOR), mixed ^ (mixed >>> 13) ^ LOW_START]
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

/** The hashes of whole rows: those of their columns one after the other. */
export function hashRows(rows: number, columns: readonly ColumnHashes[]): ColumnHashes {
  const hashes = { high: new Int32Array(rows).fill(HIGH_START), low: new Int32Array(rows).fill(LOW_START) }
  for (const { high, low } of columns) {
    for (let row = 0; row < rows; row += 1) {
      hashes.high[row] = Math.imul((hashes.high[row] ?? 0) ^ (high[row] ?? 0), HIGH_FACTOR)
      const mixed = Math.imul((hashes.low[row] ?? 0) ^ (low[row] ?? 0), LOW_FACTOR)
      hashes.low[row] = mixed ^ (mixed >>> 13)
    }
  }
  return hashes
}
