import { IS_OPTIONAL, isEnd, OUT, REFUSED, ZERO } from './cell-bytes'

const MONTHS: usize = 12
const LENGTHS: usize = 16
const NO_MINUTE: i32 = i32.MIN_VALUE
const COLON: u32 = 0x3a

/** The bytes of `0000-00-` and ` 00 00:00`, and what makes a byte pass 0x7f that is more than a digit or no such sign. */
const DATE_SIGNS: u64 = ((<u64>0x2d30302d) << 32) | 0x30303030
const DATE_PAST: u64 = ((<u64>0x7f76767f) << 32) | 0x76767676
const CLOCK_SIGNS: u64 = ((<u64>0x30303a30) << 32) | 0x30203030
const CLOCK_PAST: u64 = ((<u64>0x76767f76) << 32) | 0x767f7676
const HIGH_BITS: u64 = ((<u64>0x80808080) << 32) | 0x80808080

function pairAt(digits: u64, index: u64): u32 {
  const pair = <u32>(digits >> (index << 3))
  return (pair & 0xff) * 10 + ((pair >> 8) & 0xff)
}

/** `2026-10-12 09:30` or `2026-10-12 09:30:00`, eight bytes at a time. */
export function scanMinutes(column: usize, at: usize, row: usize): usize {
  const out = <usize>load<u32>(column + OUT) + (row << 2)
  if (isEnd(load<u8>(at))) {
    if (load<u32>(column + IS_OPTIONAL) === 0) return REFUSED
    store<i32>(out, NO_MINUTE)
    return at
  }
  const date = load<u64>(at) ^ DATE_SIGNS
  const clock = load<u64>(at + 8) ^ CLOCK_SIGNS
  const past = date | (date + DATE_PAST) | clock | (clock + CLOCK_PAST)
  if ((past & HIGH_BITS) !== 0) return REFUSED
  const century = pairAt(date, 0)
  const month = pairAt(date, 5)
  const day = pairAt(clock, 0)
  const hour = pairAt(clock, 3)
  const minute = pairAt(clock, 6)
  if (century < 19 || century > 21 || month < 1 || month > 12 || hour > 23 || minute > 59) return REFUSED
  const index = <usize>(((century - 19) * 100 + pairAt(date, 2)) * 16 + month)
  if (day < 1 || day > <u32>load<u8>(<usize>load<u32>(column + LENGTHS) + index)) return REFUSED
  const before = load<i32>(<usize>load<u32>(column + MONTHS) + (index << 2))
  store<i32>(out, before + <i32>((day - 1) * 1440 + hour * 60 + minute))
  const end = at + 16
  if (isEnd(load<u8>(end))) return end
  const hasNoSeconds = load<u8>(end) === COLON && load<u8>(end + 1) === ZERO && load<u8>(end + 2) === ZERO
  return hasNoSeconds && isEnd(load<u8>(end + 3)) ? end + 3 : REFUSED
}
