import { NO_MINUTE } from './masks'

/** Block of a row that takes no part. */
const NO_BLOCK: i32 = -1

export function startBlocks(ofRows: usize, mask: usize, rows: i32): i32 {
  let taken = 0
  for (let row = 0; row < rows; row += 1) {
    const takesPart = <i32>load<u8>(mask + <usize>row)
    taken += takesPart
    store<i32>(ofRows + ((<usize>row) << 2), takesPart - 1)
  }
  return taken
}

export function splitBlocks(ofRows: usize, codes: usize, known: usize, size: i32, rows: i32): i32 {
  let parts = 0
  for (let row = 0; row < rows; row += 1) {
    const at = (<usize>row) << 2
    const before = load<i32>(ofRows + at)
    if (before === NO_BLOCK) continue
    const pair = known + ((<usize>(before * size + load<i32>(codes + at))) << 2)
    let block = load<i32>(pair)
    if (block === NO_BLOCK) {
      block = parts
      store<i32>(pair, block)
      parts += 1
    }
    store<i32>(ofRows + at, block)
  }
  return parts
}

export function findFirst(ofRows: usize, rows: i32, first: usize): void {
  for (let row = rows - 1; row >= 0; row -= 1) {
    const block = load<i32>(ofRows + ((<usize>row) << 2))
    if (block !== NO_BLOCK) store<i32>(first + ((<usize>block) << 2), row)
  }
}

/** Counts begin with that of `NO_BLOCK`. */
export function countRows(ofRows: usize, rows: i32, counts: usize): void {
  for (let row = 0; row < rows; row += 1) {
    const at = counts + ((<usize>(load<i32>(ofRows + ((<usize>row) << 2)) + 1)) << 2)
    store<i32>(at, load<i32>(at) + 1)
  }
}

export function countMasked(ofRows: usize, mask: usize, rows: i32, counts: usize): void {
  for (let row = 0; row < rows; row += 1) {
    const at = counts + ((<usize>(load<i32>(ofRows + ((<usize>row) << 2)) + 1)) << 2)
    store<i32>(at, load<i32>(at) + <i32>load<u8>(mask + <usize>row))
  }
}

export function countOrdered(codes: usize, rows: i32, counts: usize, order: usize): i32 {
  let seen = 0
  for (let row = 0; row < rows; row += 1) {
    const code = load<i32>(codes + ((<usize>row) << 2))
    const at = counts + ((<usize>code) << 2)
    const count = load<i32>(at)
    if (count === 0) {
      store<i32>(order + ((<usize>seen) << 2), code)
      seen += 1
    }
    store<i32>(at, count + 1)
  }
  return seen
}

/** The first row whose number is no whole number, which is not added. */
export function addWhole(ofRows: usize, mask: usize, numbers: usize, rows: i32, sums: usize, counts: usize): i32 {
  for (let row = 0; row < rows; row += 1) {
    const block = load<i32>(ofRows + ((<usize>row) << 2))
    const number = load<f64>(numbers + ((<usize>row) << 3))
    if (block === NO_BLOCK || load<u8>(mask + <usize>row) === 0 || Number.isNaN(number)) continue
    if (!Number.isFinite(number) || Math.floor(number) !== number) return row
    const sum = sums + ((<usize>block) << 3)
    store<f64>(sum, load<f64>(sum) + number)
    const count = counts + ((<usize>block) << 2)
    store<i32>(count, load<i32>(count) + 1)
  }
  return rows
}

export function subtract(ends: usize, starts: usize, rows: i32, out: usize): void {
  for (let row = 0; row < rows; row += 1) {
    const at = (<usize>row) << 2
    const end = load<i32>(ends + at)
    const start = load<i32>(starts + at)
    const isBlank = end === NO_MINUTE || start === NO_MINUTE
    store<f64>(out + ((<usize>row) << 3), isBlank ? f64.NaN : <f64>end - <f64>start)
  }
}

export function countValues(ofRows: usize, mask: usize, values: usize, rows: i32, counts: usize): void {
  for (let row = 0; row < rows; row += 1) {
    const value = load<f64>(values + ((<usize>row) << 3))
    const at = counts + ((<usize>(load<i32>(ofRows + ((<usize>row) << 2)) + 1)) << 2)
    store<i32>(at, load<i32>(at) + (<i32>load<u8>(mask + <usize>row) & <i32>!Number.isNaN(value)))
  }
}

export function layValues(ofRows: usize, mask: usize, values: usize, rows: i32, starts: usize, laid: usize): void {
  for (let row = 0; row < rows; row += 1) {
    const block = load<i32>(ofRows + ((<usize>row) << 2))
    const value = load<f64>(values + ((<usize>row) << 3))
    if (block === NO_BLOCK || load<u8>(mask + <usize>row) === 0 || Number.isNaN(value)) continue
    const start = starts + ((<usize>block) << 2)
    const at = load<i32>(start)
    store<i32>(start, at + 1)
    store<f64>(laid + ((<usize>at) << 3), value)
  }
}

/** Hoare's selection. */
export function select(values: usize, count: i32, index: i32): f64 {
  let low = 0
  let high = count - 1
  while (low < high) {
    const a = load<f64>(values + ((<usize>low) << 3))
    const b = load<f64>(values + ((<usize>((low + high) >> 1)) << 3))
    const c = load<f64>(values + ((<usize>high) << 3))
    const pivot = max(min(a, b), min(max(a, b), c))
    let left = low
    let right = high
    while (left <= right) {
      while (load<f64>(values + ((<usize>left) << 3)) < pivot) left += 1
      while (load<f64>(values + ((<usize>right) << 3)) > pivot) right -= 1
      if (left > right) break
      const moved = load<f64>(values + ((<usize>left) << 3))
      store<f64>(values + ((<usize>left) << 3), load<f64>(values + ((<usize>right) << 3)))
      store<f64>(values + ((<usize>right) << 3), moved)
      left += 1
      right -= 1
    }
    if (index <= right) high = right
    else if (index >= left) low = left
    else break
  }
  return load<f64>(values + ((<usize>index) << 3))
}

export function findLeast(values: usize, from: i32, count: i32): f64 {
  let least: f64 = f64.POSITIVE_INFINITY
  for (let at = from; at < count; at += 1) least = min(least, load<f64>(values + ((<usize>at) << 3)))
  return least
}
