import { findEnd, OUT, REFUSED } from './cell-bytes'

const SLOTS: usize = 12
const SLOT_MASK: usize = 16

/** A slot of a dictionary: the hash of a spelling, its entry + 1 or 0, the address and the length of its bytes. */
const SLOT: usize = 16
const ENTRY: usize = 4
const BYTES: usize = 8
const BYTE_LENGTH: usize = 12

/** The first so many bytes of eight, the others 0. */
function loadBytes(at: usize, count: u32): u64 {
  return count === 0 ? 0 : load<u64>(at) & (u64.MAX_VALUE >> ((<u64>(8 - count)) << 3))
}

function hashOf(from: usize, length: u32): u32 {
  const factor: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15
  let hash: u64 = <u64>length * factor
  let at = from
  let rest = length
  while (rest > 8) {
    hash = (hash ^ load<u64>(at)) * factor
    hash ^= hash >> 29
    at += 8
    rest -= 8
  }
  hash = (hash ^ loadBytes(at, rest)) * factor
  return <u32>(hash ^ (hash >> 32))
}

function areSame(a: usize, b: usize, length: u32): bool {
  let at: usize = 0
  let rest = length
  while (rest > 8) {
    if (load<u64>(a + at) !== load<u64>(b + at)) return false
    at += 8
    rest -= 8
  }
  return loadBytes(a + at, rest) === loadBytes(b + at, rest)
}

/** A cell whose bytes are known. */
export function scanEntry(column: usize, at: usize, row: usize): usize {
  const end = findEnd(at)
  const length = <u32>(end - at)
  const hash = hashOf(at, length)
  const slots = <usize>load<u32>(column + SLOTS)
  const mask = load<u32>(column + SLOT_MASK)
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const known = slots + <usize>slot * SLOT
    const entry = load<u32>(known + ENTRY)
    if (entry === 0) return REFUSED
    if (load<u32>(known) !== hash || load<u32>(known + BYTE_LENGTH) !== length) continue
    if (!areSame(<usize>load<u32>(known + BYTES), at, length)) continue
    store<u32>(<usize>load<u32>(column + OUT) + (row << 2), entry - 1)
    return end
  }
}

/** Puts a spelling that is not there yet into a column's dictionary, which has room for it. */
export function learn(column: usize, bytes: usize, length: u32, entry: u32): void {
  const hash = hashOf(bytes, length)
  const slot = findFree(<usize>load<u32>(column + SLOTS), load<u32>(column + SLOT_MASK), hash)
  store<u32>(slot, hash)
  store<u32>(slot + ENTRY, entry + 1)
  store<u32>(slot + BYTES, <u32>bytes)
  store<u32>(slot + BYTE_LENGTH, length)
}

/** Moves a column's dictionary to more slots, all of them zeros. */
export function widen(column: usize, slots: usize, mask: u32): void {
  const before = <usize>load<u32>(column + SLOTS)
  const count = load<u32>(column + SLOT_MASK) + 1
  for (let index: u32 = 0; index < count; index += 1) {
    const old = before + <usize>index * SLOT
    if (load<u32>(old + ENTRY) === 0) continue
    v128.store(findFree(slots, mask, load<u32>(old)), v128.load(old))
  }
  store<u32>(column + SLOTS, <u32>slots)
  store<u32>(column + SLOT_MASK, mask)
}

function findFree(slots: usize, mask: u32, hash: u32): usize {
  let slot = hash & mask
  while (load<u32>(slots + <usize>slot * SLOT + ENTRY) !== 0) slot = (slot + 1) & mask
  return slots + <usize>slot * SLOT
}
