/**
 * Records of bytes into columns of numbers, in AssemblyScript: compiled to WebAssembly with SIMD, it runs before the plans
 * of `src/accept`. It accepts less than they do, never more; where it stops, they go on. Addresses are bytes of its memory,
 * which `src/accept/kernel` lays out.
 */

import { COLUMN, CR, isDelimiter, KIND, LF, QUOTE, REFUSED, setDelimiter } from './cell-bytes'
import { scanEntry } from './dictionary-cells'
import { scanMinutes } from './minutes-cells'
import { scanName } from './name-cells'
import { scanNumber } from './number-cells'

export { learn, widen } from './dictionary-cells'

const DICTIONARY: u32 = 0
const MINUTES: u32 = 1
const NUMBERS: u32 = 2

/** Address of the first column, and that behind the last. */
let first: usize = 0
let behind: usize = 0
/** Rows that the last call of `scan` has accepted. */
export let rows: i32 = 0

export function setUp(columns: usize, count: u32, sign: u32): void {
  first = columns
  behind = columns + <usize>count * COLUMN
  setDelimiter(sign)
}

/**
 * Accepts records from `from` on, at most so many, writes their values and where each begins, and gives the address behind
 * the last of them. The byte before `to` ends a line; 16 bytes behind it can be read.
 */
export function scan(from: usize, to: usize, rowsMax: i32, starts: usize): usize {
  let at = from
  let row = 0
  while (at < to && row < rowsMax) {
    const end = scanRecord(at, row)
    if (end === REFUSED) break
    store<u32>(starts + ((<usize>row) << 2), <u32>(at - from))
    at = end
    row += 1
  }
  rows = row
  return at
}

function scanRecord(from: usize, row: i32): usize {
  let at = from
  let column = first
  for (;;) {
    const isQuoted = load<u8>(at) === QUOTE
    let end = scanCell(column, isQuoted ? at + 1 : at, <usize>row)
    if (end === REFUSED) return REFUSED
    if (isQuoted) {
      if (load<u8>(end) !== QUOTE) return REFUSED
      end += 1
    }
    const sign: u32 = load<u8>(end)
    column += COLUMN
    if (column < behind) {
      if (!isDelimiter(sign)) return REFUSED
      at = end + 1
      continue
    }
    if (sign === LF) return end + 1
    return sign === CR && load<u8>(end + 1) === LF ? end + 2 : REFUSED
  }
}

function scanCell(column: usize, at: usize, row: usize): usize {
  const kind = load<u32>(column + KIND)
  if (kind === DICTIONARY) return scanEntry(column, at, row)
  if (kind === MINUTES) return scanMinutes(column, at, row)
  return kind === NUMBERS ? scanNumber(column, at, row) : scanName(column, at, row)
}
