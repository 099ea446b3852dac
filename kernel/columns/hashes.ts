import { NO_MINUTE } from './masks'

const HIGH_START: u32 = 0x811c9dc5
const LOW_START: u32 = 0x9e3779b9
const HIGH_FACTOR: u32 = 0x01000193
const LOW_FACTOR: u32 = 0x85ebca6b

function mixHigh(at: usize, hash: v128): void {
  v128.store(at, i32x4.mul(v128.xor(v128.load(at), hash), i32x4.splat(HIGH_FACTOR)))
}

function mixLow(at: usize, hash: v128): void {
  const mixed = i32x4.mul(v128.xor(v128.load(at), hash), i32x4.splat(LOW_FACTOR))
  v128.store(at, v128.xor(mixed, i32x4.shr_u(mixed, 13)))
}

function mix(high: usize, low: usize, a: u32, b: u32): void {
  store<u32>(high, (load<u32>(high) ^ a) * HIGH_FACTOR)
  const mixed = (load<u32>(low) ^ b) * LOW_FACTOR
  store<u32>(low, mixed ^ (mixed >> 13))
}

export function addHashes(high: usize, low: usize, ofHigh: usize, ofLow: usize, rows: i32): void {
  let row = 0
  for (; row + 4 <= rows; row += 4) {
    const at = (<usize>row) << 2
    mixHigh(high + at, v128.load(ofHigh + at))
    mixLow(low + at, v128.load(ofLow + at))
  }
  for (; row < rows; row += 1) {
    const at = (<usize>row) << 2
    mix(high + at, low + at, load<u32>(ofHigh + at), load<u32>(ofLow + at))
  }
}

export function addCodes(high: usize, low: usize, codes: usize, ofHigh: usize, ofLow: usize, rows: i32): void {
  for (let row = 0; row < rows; row += 1) {
    const at = (<usize>row) << 2
    const code = (<usize>load<u32>(codes + at)) << 2
    mix(high + at, low + at, load<u32>(ofHigh + code), load<u32>(ofLow + code))
  }
}

export function addMinutes(high: usize, low: usize, minutes: usize, rows: i32): void {
  const highStart = i32x4.splat(HIGH_START)
  const lowStart = i32x4.splat(LOW_START)
  let row = 0
  for (; row + 4 <= rows; row += 4) {
    const at = (<usize>row) << 2
    const own = v128.load(minutes + at)
    const isBlank = i32x4.eq(own, i32x4.splat(NO_MINUTE))
    const ofHigh = i32x4.mul(v128.xor(own, highStart), i32x4.splat(HIGH_FACTOR))
    const mixed = i32x4.mul(v128.xor(own, i32x4.shr_u(own, 15)), i32x4.splat(LOW_FACTOR))
    const ofLow = v128.xor(v128.xor(mixed, i32x4.shr_u(mixed, 13)), lowStart)
    mixHigh(high + at, v128.bitselect(highStart, ofHigh, isBlank))
    mixLow(low + at, v128.bitselect(lowStart, ofLow, isBlank))
  }
  for (; row < rows; row += 1) {
    const at = (<usize>row) << 2
    const minute = load<i32>(minutes + at)
    if (minute === NO_MINUTE) mix(high + at, low + at, HIGH_START, LOW_START)
    else mix(high + at, low + at, hashHigh(minute), hashLow(minute))
  }
}

function hashHigh(value: u32): u32 {
  return (value ^ HIGH_START) * HIGH_FACTOR
}

function hashLow(value: u32): u32 {
  const mixed = (value ^ (value >> 15)) * LOW_FACTOR
  return mixed ^ (mixed >> 13) ^ LOW_START
}

const INT_MAX: f64 = 2147483647

export function addNumbers(high: usize, low: usize, numbers: usize, from: i32, rows: i32): i32 {
  for (let row = from; row < rows; row += 1) {
    const at = (<usize>row) << 2
    const number = load<f64>(numbers + ((<usize>row) << 3))
    if (Number.isNaN(number)) {
      mix(high + at, low + at, HIGH_START, LOW_START)
      continue
    }
    if (number > INT_MAX || number < -INT_MAX || Math.floor(number) !== number) return row
    const whole = <i32>number
    mix(high + at, low + at, hashHigh(whole), hashLow(whole))
  }
  return rows
}

export function sumInts(values: usize, rows: i32): i32 {
  let sum = 0
  for (let row = 0; row < rows; row += 1) sum += load<i32>(values + ((<usize>row) << 2))
  return sum
}

/** Open addressing: slots of a row + 1, or 0. */
export function hasRepeated(high: usize, low: usize, rows: i32, slots: usize, size: i32): bool {
  const mask = <u32>(size - 1)
  for (let row = 0; row < rows; row += 1) {
    const a = load<u32>(high + ((<usize>row) << 2))
    const b = load<u32>(low + ((<usize>row) << 2))
    let slot = (a ^ (a >> 16)) & mask
    for (let other = load<u32>(slots + ((<usize>slot) << 2)); other !== 0; ) {
      const at = (<usize>(other - 1)) << 2
      if (load<u32>(high + at) === a && load<u32>(low + at) === b) return true
      slot = (slot + 1) & mask
      other = load<u32>(slots + ((<usize>slot) << 2))
    }
    store<u32>(slots + ((<usize>slot) << 2), row + 1)
  }
  return false
}

/** True where each number is greater than the one before it. */
export function isAscending(numbers: usize, rows: i32): bool {
  for (let row = 1; row < rows; row += 1) {
    const at = numbers + ((<usize>row) << 3)
    if (!(load<f64>(at) > load<f64>(at - 8))) return false
  }
  return true
}

export function areAll(values: usize, rows: i32, value: i32): bool {
  for (let row = 0; row < rows; row += 1) if (load<i32>(values + ((<usize>row) << 2)) !== value) return false
  return true
}

export function sumNumbers(numbers: usize, rows: i32): f64 {
  let sum: f64 = 0
  for (let row = 0; row < rows; row += 1) {
    const number = load<f64>(numbers + ((<usize>row) << 3))
    if (!Number.isNaN(number)) sum += number
  }
  return sum
}

/** Below zero without limit where there are none. */
export function findMost(numbers: usize, rows: i32): f64 {
  let most: f64 = f64.NEGATIVE_INFINITY
  for (let row = 0; row < rows; row += 1) {
    const number = load<f64>(numbers + ((<usize>row) << 3))
    if (number > most) most = number
  }
  return most
}
