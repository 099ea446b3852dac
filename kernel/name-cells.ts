import { IS_OPTIONAL, isEnd, OUT, REFUSED, ZERO } from './cell-bytes'

const SHAPE: usize = 12
const SHAPE_LENGTH: usize = 16
const SHAPE_INDEX: usize = 20
const SIGNS: usize = 24
const OUT_LOW: usize = 28
const OUT_TAIL: usize = 32
const OUT_INDEX: usize = 36
const NO_SHAPE: i32 = -1

const HIGH_START: u32 = 0x811c9dc5
const LOW_START: u32 = 0x9e3779b9
const HIGH_FACTOR: u32 = 0x01000193
const LOW_FACTOR: u32 = 0x85ebca6b

/** A name of the shape that the column's plan has met last; any other is left to the plan. */
export function scanName(column: usize, at: usize, row: usize): usize {
  const shape = <usize>load<u32>(column + SHAPE)
  const length = load<u32>(column + SHAPE_LENGTH)
  const signs = <usize>load<u32>(column + SIGNS)
  let high = HIGH_START
  let low = LOW_START
  let tail: f64 = 0
  let end = at
  let index: i32 = NO_SHAPE
  if (isEnd(load<u8>(at))) {
    if (load<u32>(column + IS_OPTIONAL) === 0) return REFUSED
  } else {
    for (let count: u32 = 0; count < length; count += 1) {
      const byte: u32 = load<u8>(end)
      const sign: u32 = load<u8>(signs + <usize>byte)
      if (sign === 0 || sign !== <u32>load<u8>(shape + <usize>count)) return REFUSED
      tail = sign === ZERO ? tail * 10 + <f64>(byte - ZERO) : 0
      high = (high ^ byte) * HIGH_FACTOR
      low = (low ^ byte) * LOW_FACTOR
      low ^= low >> 13
      end += 1
    }
    if (length === 0 || !isEnd(load<u8>(end))) return REFUSED
    index = load<i32>(column + SHAPE_INDEX)
  }
  store<u32>(<usize>load<u32>(column + OUT) + (row << 2), high)
  store<u32>(<usize>load<u32>(column + OUT_LOW) + (row << 2), low)
  store<f64>(<usize>load<u32>(column + OUT_TAIL) + (row << 3), tail)
  store<i32>(<usize>load<u32>(column + OUT_INDEX) + (row << 2), index)
  return end
}
