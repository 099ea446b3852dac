import { type Loops, NO_MINUTE } from './loops.ts'

type HashLoops = Pick<
  Loops,
  | 'addHashes'
  | 'addCodes'
  | 'addMinutes'
  | 'addNumbers'
  | 'sumInts'
  | 'hasRepeated'
  | 'isAscending'
  | 'areAll'
  | 'sumNumbers'
  | 'findMost'
>

export const HIGH_START = 0x811c9dc5
export const LOW_START = 0x9e3779b9
export const HIGH_FACTOR = 0x01000193
export const LOW_FACTOR = 0x85ebca6b

/** The twins of `kernel/columns/hashes.ts`. */
export const HASH_LOOPS: HashLoops = {
  addHashes(high, low, ofHigh, ofLow, rows) {
    for (let row = 0; row < rows; row += 1) addHash(high, low, row, ofHigh[row] ?? 0, ofLow[row] ?? 0)
  },
  addCodes(high, low, codes, ofHigh, ofLow, rows) {
    for (let row = 0; row < rows; row += 1) {
      const code = codes[row] ?? 0
      addHash(high, low, row, ofHigh[code] ?? 0, ofLow[code] ?? 0)
    }
  },
  addMinutes(high, low, minutes, rows) {
    for (let row = 0; row < rows; row += 1) {
      const minute = minutes[row] ?? NO_MINUTE
      if (minute === NO_MINUTE) addHash(high, low, row, HIGH_START, LOW_START)
      else addHash(high, low, row, hashHigh(minute), hashLow(minute))
    }
  },
  addNumbers(high, low, numbers, from, rows) {
    for (let row = from; row < rows; row += 1) {
      const number = numbers[row] ?? Number.NaN
      if (Number.isNaN(number)) addHash(high, low, row, HIGH_START, LOW_START)
      else if ((number | 0) === number) addHash(high, low, row, hashHigh(number), hashLow(number))
      else return row
    }
    return rows
  },
  sumInts(values, rows) {
    let sum = 0
    for (let row = 0; row < rows; row += 1) sum = (sum + (values[row] ?? 0)) | 0
    return sum
  },
  hasRepeated(high, low, rows, slots, size) {
    for (let row = 0; row < rows; row += 1) {
      const a = high[row] ?? 0
      const b = low[row] ?? 0
      let slot = (a ^ (a >>> 16)) & (size - 1)
      for (let other = slots[slot] ?? 0; other !== 0; other = slots[slot] ?? 0) {
        if (high[other - 1] === a && low[other - 1] === b) return 1
        slot = (slot + 1) & (size - 1)
      }
      slots[slot] = row + 1
    }
    return 0
  },
  isAscending(numbers, rows) {
    for (let row = 1; row < rows; row += 1) {
      if (!((numbers[row] ?? Number.NaN) > (numbers[row - 1] ?? Number.NaN))) return 0
    }
    return 1
  },
  areAll(values, rows, value) {
    for (let row = 0; row < rows; row += 1) if (values[row] !== value) return 0
    return 1
  },
  sumNumbers(numbers, rows) {
    let sum = 0
    for (let row = 0; row < rows; row += 1) {
      const number = numbers[row] ?? Number.NaN
      if (!Number.isNaN(number)) sum += number
    }
    return sum
  },
  findMost(numbers, rows) {
    let most = Number.NEGATIVE_INFINITY
    for (let row = 0; row < rows; row += 1) {
      const number = numbers[row] ?? Number.NaN
      if (number > most) most = number
    }
    return most
  },
}

/** Mutates both hashes of a row. */
export function addHash(high: Int32Array, low: Int32Array, row: number, a: number, b: number): void {
  high[row] = Math.imul((high[row] ?? 0) ^ a, HIGH_FACTOR)
  const mixed = Math.imul((low[row] ?? 0) ^ b, LOW_FACTOR)
  low[row] = mixed ^ (mixed >>> 13)
}

/** Hashes of a whole number of 32 bits. */
export function hashHigh(value: number): number {
  return Math.imul(value ^ HIGH_START, HIGH_FACTOR)
}

export function hashLow(value: number): number {
  const mixed = Math.imul(value ^ (value >>> 15), LOW_FACTOR)
  return mixed ^ (mixed >>> 13) ^ LOW_START
}
