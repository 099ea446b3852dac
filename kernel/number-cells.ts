import { IS_OPTIONAL, isEnd, OUT, REFUSED, ZERO } from './cell-bytes'

const DECIMALS_MAX: usize = 12
const POWERS: usize = 16
const DECIMALS_SEEN: usize = 20
const LEAST: usize = 24
const MOST: usize = 32
const POINT: u32 = 0x2e
const DIGITS_MAX: u32 = 15

/** Digits without zeros before them, and maybe a few decimals. */
export function scanNumber(column: usize, at: usize, row: usize): usize {
  const out = <usize>load<u32>(column + OUT) + (row << 3)
  let end = at
  let whole: u64 = 0
  for (let digit = <u32>load<u8>(end) - ZERO; digit <= 9; digit = <u32>load<u8>(end) - ZERO) {
    whole = whole * 10 + digit
    end += 1
  }
  const digits = <u32>(end - at)
  if (digits === 0) {
    if (load<u32>(column + IS_OPTIONAL) === 0 || !isEnd(load<u8>(at))) return REFUSED
    store<f64>(out, f64.NaN)
    return at
  }
  if (digits > DIGITS_MAX || (digits > 1 && load<u8>(at) === ZERO)) return REFUSED
  let decimals: u32 = 0
  if (load<u8>(end) === POINT) {
    const start = end + 1
    end = start
    for (let digit = <u32>load<u8>(end) - ZERO; digit <= 9; digit = <u32>load<u8>(end) - ZERO) {
      whole = whole * 10 + digit
      end += 1
    }
    decimals = <u32>(end - start)
    if (decimals === 0 || decimals > load<u32>(column + DECIMALS_MAX) || digits + decimals > DIGITS_MAX) return REFUSED
  }
  const value = <f64>whole / load<f64>(<usize>load<u32>(column + POWERS) + ((<usize>decimals) << 3))
  const isWithin = value >= load<f64>(column + LEAST) && value <= load<f64>(column + MOST)
  if (!isWithin || !isEnd(load<u8>(end))) return REFUSED
  if (decimals > load<u32>(column + DECIMALS_SEEN)) store<u32>(column + DECIMALS_SEEN, decimals)
  store<f64>(out, value)
  return end
}
