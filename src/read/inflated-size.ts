/**
 * How many bytes a raw DEFLATE stream (RFC 1951) makes, without making them: the sizes that an archive states are whatever
 * its author wrote. Stops as soon as the limit is passed. Null where the stream is broken.
 */
export function measureInflatedSize(bytes: Uint8Array, start: number, limit: number): number | null {
  const bits = new BitReader(bytes, start)
  let size = 0
  for (;;) {
    const isLast = bits.take(1) === 1
    const kind = bits.take(2)
    if (kind === 0) {
      size += bits.skipStored()
    } else if (kind === 1 || kind === 2) {
      const codes = kind === 1 ? FIXED : readDynamicCodes(bits)
      if (codes === null) return null
      const made = measureBlock(bits, codes, limit - size)
      if (made === null) return null
      size += made
    } else return null
    if (bits.isPastEnd) return null
    if (isLast || size > limit) return size
  }
}

/** A canonical Huffman code: how many symbols each length has, and the symbols in their order. */
interface Code {
  counts: Uint16Array
  symbols: Uint16Array
}
interface Codes {
  lengths: Code
  distances: Code
}

const BITS_MAX = 15
/** Extra bits and first length of the symbols 257–285. */
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const LENGTH_BASE = buildLengthBases()
/** Order in which the lengths of the code for code lengths are written. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const FIXED: Codes = {
  lengths: buildCode([...fill(144, 8), ...fill(112, 9), ...fill(24, 7), ...fill(8, 8)]),
  distances: buildCode(fill(30, 5)),
}

class BitReader {
  readonly #bytes: Uint8Array
  #at: number
  #held = 0
  #count = 0

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes
    this.#at = start
  }

  get isPastEnd(): boolean {
    return this.#at > this.#bytes.length
  }

  /** The next bits, the lowest first; zeros past the end. */
  take(count: number): number {
    while (this.#count < count) {
      this.#held |= (this.#bytes[this.#at++] ?? 0) << this.#count
      this.#count += 8
    }
    const value = this.#held & ((1 << count) - 1)
    this.#held >>>= count
    this.#count -= count
    return value
  }

  /** Steps over a stored block; its length is at the next whole byte. */
  skipStored(): number {
    this.#held = 0
    this.#count = 0
    const length = this.take(16)
    this.take(16)
    this.#at += length
    return length
  }

  /** The next symbol of a code; -1 where there is none. */
  symbol({ counts, symbols }: Code): number {
    let [code, first, index] = [0, 0, 0]
    for (let length = 1; length <= BITS_MAX; length += 1) {
      code |= this.take(1)
      const count = counts[length] ?? 0
      if (code - count < first) return symbols[index + (code - first)] ?? -1
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return -1
  }
}

/** Bytes that one compressed block makes, or a few more than the limit; null where it is broken. */
function measureBlock(bits: BitReader, { lengths, distances }: Codes, limit: number): number | null {
  let size = 0
  while (size <= limit) {
    const symbol = bits.symbol(lengths)
    if (symbol === 256) return size
    if (symbol < 0 || bits.isPastEnd) return null
    if (symbol < 256) {
      size += 1
      continue
    }
    const base = LENGTH_BASE[symbol - 257]
    if (base === undefined) return null
    size += base + bits.take(LENGTH_EXTRA[symbol - 257] ?? 0)
    const distance = bits.symbol(distances)
    if (distance < 0 || distance > 29) return null
    bits.take(distance < 4 ? 0 : (distance >> 1) - 1)
  }
  return size
}

function readDynamicCodes(bits: BitReader): Codes | null {
  const lengthCount = bits.take(5) + 257
  const distanceCount = bits.take(5) + 1
  const orderCount = bits.take(4) + 4
  const order = fill(19, 0)
  for (const at of ORDER.slice(0, orderCount)) order[at] = bits.take(3)
  const code = buildCode(order)
  const lengths: number[] = []
  while (lengths.length < lengthCount + distanceCount) {
    const symbol = bits.symbol(code)
    if (symbol < 0 || bits.isPastEnd) return null
    if (symbol < 16) lengths.push(symbol)
    else if (symbol === 16) lengths.push(...fill(3 + bits.take(2), lengths.at(-1) ?? 0))
    else lengths.push(...fill(symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7), 0))
  }
  return { lengths: buildCode(lengths.slice(0, lengthCount)), distances: buildCode(lengths.slice(lengthCount)) }
}

function buildCode(lengths: readonly number[]): Code {
  const counts = new Uint16Array(BITS_MAX + 1)
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1
  counts[0] = 0
  const symbols = [...lengths.keys()].filter((symbol) => lengths[symbol] !== 0)
  symbols.sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b)
  return { counts, symbols: Uint16Array.from(symbols) }
}

function buildLengthBases(): number[] {
  const bases: number[] = []
  let next = 3
  for (const extra of LENGTH_EXTRA) {
    bases.push(next)
    next += 1 << extra
  }
  // The last symbol is the longest length by itself.
  bases[28] = 258
  return bases
}

function fill(count: number, value: number): number[] {
  return Array.from({ length: count }, () => value)
}
