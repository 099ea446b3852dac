/** A mask is a byte a row, 1 or 0. Times are minutes as `NO_MINUTE` or a number. */
export const NO_MINUTE: i32 = i32.MIN_VALUE

const LANES: i32 = 16

/** Sixteen answers of 32 bits, all ones or zeros, as bytes of 1 and 0. */
function pack(a: v128, b: v128, c: v128, d: v128): v128 {
  const bytes = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d))
  return v128.and(bytes, i8x16.splat(1))
}

function areWithin(at: usize, least: v128, most: v128): v128 {
  const minutes = v128.load(at)
  return v128.and(i32x4.ge_s(minutes, least), i32x4.le_s(minutes, most))
}

export function maskBetween(minutes: usize, rows: i32, from: i32, to: i32, out: usize): void {
  const least = i32x4.splat(from)
  const most = i32x4.splat(to)
  let row = 0
  for (; row + LANES <= rows; row += LANES) {
    const at = minutes + ((<usize>row) << 2)
    const low = areWithin(at, least, most)
    const middle = areWithin(at + 16, least, most)
    const high = areWithin(at + 32, least, most)
    v128.store(out + <usize>row, pack(low, middle, high, areWithin(at + 48, least, most)))
  }
  for (; row < rows; row += 1) {
    const minute = load<i32>(minutes + ((<usize>row) << 2))
    store<u8>(out + <usize>row, u8(minute >= from && minute <= to))
  }
}

function areLess(a: usize, b: usize): v128 {
  const minutes = v128.load(a)
  return v128.and(i32x4.lt_s(minutes, v128.load(b)), i32x4.ne(minutes, i32x4.splat(NO_MINUTE)))
}

export function maskBefore(a: usize, b: usize, rows: i32, out: usize): void {
  let row = 0
  for (; row + LANES <= rows; row += LANES) {
    const at = (<usize>row) << 2
    const low = areLess(a + at, b + at)
    const middle = areLess(a + at + 16, b + at + 16)
    const high = areLess(a + at + 32, b + at + 32)
    v128.store(out + <usize>row, pack(low, middle, high, areLess(a + at + 48, b + at + 48)))
  }
  for (; row < rows; row += 1) {
    const minute = load<i32>(a + ((<usize>row) << 2))
    store<u8>(out + <usize>row, u8(minute !== NO_MINUTE && minute < load<i32>(b + ((<usize>row) << 2))))
  }
}

function areNotMore(a: usize, b: usize): v128 {
  const minutes = v128.load(a)
  return v128.and(i32x4.le_s(minutes, v128.load(b)), i32x4.ne(minutes, i32x4.splat(NO_MINUTE)))
}

/** What is blank is less than all others, so that a blank second is not after anything but a blank. */
export function maskNotAfter(a: usize, b: usize, rows: i32, out: usize): void {
  let row = 0
  for (; row + LANES <= rows; row += LANES) {
    const at = (<usize>row) << 2
    const low = areNotMore(a + at, b + at)
    const middle = areNotMore(a + at + 16, b + at + 16)
    const high = areNotMore(a + at + 32, b + at + 32)
    v128.store(out + <usize>row, pack(low, middle, high, areNotMore(a + at + 48, b + at + 48)))
  }
  for (; row < rows; row += 1) {
    const minute = load<i32>(a + ((<usize>row) << 2))
    store<u8>(out + <usize>row, u8(minute !== NO_MINUTE && minute <= load<i32>(b + ((<usize>row) << 2))))
  }
}

export function intersect(a: usize, b: usize, rows: i32, out: usize): void {
  let row: usize = 0
  for (; row + 16 <= <usize>rows; row += 16) v128.store(out + row, v128.and(v128.load(a + row), v128.load(b + row)))
  for (; row < <usize>rows; row += 1) store<u8>(out + row, load<u8>(a + row) & load<u8>(b + row))
}

export function unite(a: usize, b: usize, rows: i32, out: usize): void {
  let row: usize = 0
  for (; row + 16 <= <usize>rows; row += 16) v128.store(out + row, v128.or(v128.load(a + row), v128.load(b + row)))
  for (; row < <usize>rows; row += 1) store<u8>(out + row, load<u8>(a + row) | load<u8>(b + row))
}

export function exclude(a: usize, b: usize, rows: i32, out: usize): void {
  let row: usize = 0
  for (; row + 16 <= <usize>rows; row += 16) v128.store(out + row, v128.andnot(v128.load(a + row), v128.load(b + row)))
  for (; row < <usize>rows; row += 1) store<u8>(out + row, load<u8>(a + row) & (load<u8>(b + row) ^ 1))
}

export function fillBlanks(minutes: usize, others: usize, rows: i32): void {
  const blank = i32x4.splat(NO_MINUTE)
  let row = 0
  for (; row + 4 <= rows; row += 4) {
    const at = (<usize>row) << 2
    const own = v128.load(minutes + at)
    v128.store(minutes + at, v128.bitselect(v128.load(others + at), own, i32x4.eq(own, blank)))
  }
  for (; row < rows; row += 1) {
    const at = (<usize>row) << 2
    if (load<i32>(minutes + at) === NO_MINUTE) store<i32>(minutes + at, load<i32>(others + at))
  }
}

export function maskCodes(codes: usize, holds: usize, rows: i32, out: usize): void {
  for (let row = 0; row < rows; row += 1) {
    store<u8>(out + <usize>row, load<u8>(holds + <usize>load<u32>(codes + ((<usize>row) << 2))))
  }
}

const SMALL: i32 = 1024
const NOT_TESTED: u32 = 2

export function maskNumbers(numbers: usize, holds: usize, from: i32, rows: i32, out: usize): i32 {
  for (let row = from; row < rows; row += 1) {
    const number = load<f64>(numbers + ((<usize>row) << 3))
    let at = SMALL
    if (number >= 0 && number < <f64>SMALL) {
      at = <i32>number
      if (<f64>at !== number) return row
    } else if (!Number.isNaN(number)) return row
    const held = <u32>load<u8>(holds + <usize>at)
    if (held === NOT_TESTED) return row
    store<u8>(out + <usize>row, held)
  }
  return rows
}

export function findUnlike(codes: usize, starts: usize, found: usize, from: i32, rows: i32): i32 {
  for (let row = from; row < rows; row += 1) {
    const at = (<usize>row) << 2
    if (load<i32>(found + ((<usize>load<u32>(codes + at)) << 2)) !== load<i32>(starts + at)) return row
  }
  return rows
}

/** The greatest of the times between two others, both included; `NO_MINUTE` where there are none. */
export function findLatest(minutes: usize, rows: i32, from: i32, to: i32): i32 {
  const least = i32x4.splat(from)
  const most = i32x4.splat(to)
  const none = i32x4.splat(NO_MINUTE)
  let latest = none
  let row = 0
  for (; row + 4 <= rows; row += 4) {
    const at = minutes + ((<usize>row) << 2)
    latest = i32x4.max_s(latest, v128.bitselect(v128.load(at), none, areWithin(at, least, most)))
  }
  let found = NO_MINUTE
  for (; row < rows; row += 1) {
    const minute = load<i32>(minutes + ((<usize>row) << 2))
    if (minute > found && minute >= from && minute <= to) found = minute
  }
  found = max(found, max(i32x4.extract_lane(latest, 0), i32x4.extract_lane(latest, 1)))
  return max(found, max(i32x4.extract_lane(latest, 2), i32x4.extract_lane(latest, 3)))
}

/** The least of all times, blanks left out; the greatest number of 32 bits where there are none. */
export function findEarliest(minutes: usize, rows: i32): i32 {
  const none = i32x4.splat(i32.MAX_VALUE)
  const blank = i32x4.splat(NO_MINUTE)
  let earliest = none
  let row = 0
  for (; row + 4 <= rows; row += 4) {
    const own = v128.load(minutes + ((<usize>row) << 2))
    earliest = i32x4.min_s(earliest, v128.bitselect(none, own, i32x4.eq(own, blank)))
  }
  let found: i32 = i32.MAX_VALUE
  for (; row < rows; row += 1) {
    const minute = load<i32>(minutes + ((<usize>row) << 2))
    if (minute !== NO_MINUTE && minute < found) found = minute
  }
  found = min(found, min(i32x4.extract_lane(earliest, 0), i32x4.extract_lane(earliest, 1)))
  return min(found, min(i32x4.extract_lane(earliest, 2), i32x4.extract_lane(earliest, 3)))
}
