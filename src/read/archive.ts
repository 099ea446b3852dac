import { sum } from '../text/sum.ts'
import { measureInflatedSize } from './inflated-size.ts'

/** One file in a ZIP archive, as the archive describes it. */
interface Entry {
  name: string
  /** 0 stored, 8 deflated. */
  method: number
  packedBytes: number
  /** The greater of what the directory and the entry's own header state. */
  sumStatedBytes: number
  /** Where its data begin. */
  start: number
}

/** Names and stated sizes of the files in a ZIP archive, from its central directory; null where it has none. */
export function listArchive(bytes: Uint8Array): { names: string[]; unpackedBytes: number } | null {
  const entries = readEntries(bytes)
  if (entries === null) return null
  return { names: entries.map((entry) => entry.name), unpackedBytes: sumStatedBytes(entries) }
}

/**
 * How much the archive holds when unpacked: at least what it states, and what its data really make. Counting stops past the
 * limit. Null where the data are broken.
 */
export function measureUnpackedBytes(bytes: Uint8Array, limit: number): number | null {
  const entries = readEntries(bytes)
  if (entries === null) return null
  const stated = sumStatedBytes(entries)
  // A stream ends at its own end mark, not at the size that the archive states; whatever lies before the data of the next
  // entry may belong to it. DEFLATE makes 1,032 bytes of one at most: where even that stays below the limit, nothing
  // needs to be counted.
  const starts = [...new Set(entries.map((entry) => entry.start))].sort((a, b) => a - b)
  const endOf = new Map(starts.map((start, index) => [start, starts[index + 1] ?? bytes.length]))
  const parts = entries.map(({ method, start, packedBytes }) => {
    return { method, packedBytes, data: bytes.subarray(start, endOf.get(start)) }
  })
  if (stated > limit || sum(parts.map(({ data }) => data.length)) * DEFLATE_RATIO_MAX <= limit) return stated
  let size = 0
  for (const { method, packedBytes, data } of parts) {
    const made = method === 8 ? measureInflatedSize(data, limit - size) : packedBytes
    if (made === null) return null
    size += made
    if (size > limit) return size
  }
  return Math.max(size, stated)
}

function sumStatedBytes(entries: readonly Entry[]): number {
  return sum(entries.map((entry) => entry.sumStatedBytes))
}

function readEntries(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null
    const entry = readEntry(bytes, view, at)
    if (entry === null) return null
    entries.push(entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const ENTRY = 0x02014b50
const END = 0x06054b50
const LOCAL = 0x04034b50
const DEFLATE_RATIO_MAX = 1_032
/** The end record may be followed by a comment of at most 65,535 bytes. */
const COMMENT_BYTES_MAX = 65_535

function readEntry(bytes: Uint8Array, view: DataView, at: number): Entry | null {
  const nameLength = view.getUint16(at + 28, true)
  const local = view.getUint32(at + 42, true)
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) return null
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  return {
    name: decodeName(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    packedBytes: view.getUint32(at + 20, true),
    sumStatedBytes: Math.max(view.getUint32(at + 24, true), view.getUint32(local + 22, true)),
    start,
  }
}

/** Names of an archive made on a Chinese Windows are GBK without saying so. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    // A fatal decoder answers "not UTF-8" by throwing a TypeError.
    if (error instanceof TypeError) return new TextDecoder('gb18030').decode(bytes)
    throw error
  }
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - COMMENT_BYTES_MAX)
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}
