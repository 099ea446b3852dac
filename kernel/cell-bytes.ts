/** A column of the kernel's memory: what it accepts, and where its values go. Fields are of 4 bytes, those of a double of 8. */
export const COLUMN: usize = 64
export const KIND: usize = 0
export const OUT: usize = 4
export const IS_OPTIONAL: usize = 8

/** What a cell gives that is left to the plans. */
export const REFUSED: usize = 0

export const LF: u32 = 0x0a
export const CR: u32 = 0x0d
export const QUOTE: u32 = 0x22
export const ZERO: u32 = 0x30

/** The sign between two cells. */
let delimiter: u32 = 0

export function setDelimiter(sign: u32): void {
  delimiter = sign
}

export function isDelimiter(sign: u32): bool {
  return sign === delimiter
}

/** True where a cell that is not quoted ends. */
export function isEnd(sign: u32): bool {
  return sign === delimiter || sign === LF || sign === CR || sign === QUOTE
}

/** The next such sign, 16 bytes at a time. */
export function findEnd(from: usize): usize {
  let at = from
  let found: i32 = 0
  while (true) {
    const bytes = v128.load(at)
    const ofCells = v128.or(i8x16.eq(bytes, i8x16.splat(<i8>delimiter)), i8x16.eq(bytes, i8x16.splat(<i8>QUOTE)))
    const ofLines = v128.or(i8x16.eq(bytes, i8x16.splat(<i8>LF)), i8x16.eq(bytes, i8x16.splat(<i8>CR)))
    found = i8x16.bitmask(v128.or(ofCells, ofLines))
    if (found !== 0) break
    at += 16
  }
  return at + <usize>ctz(found)
}
