import { LF } from './cell-plan.ts'

/** Bytes that are read piece by piece: of a file, or of what is in memory. */
export interface ByteSource {
  /** Reads bytes from a position on into `target` and gives how many; 0 at the end only. */
  read(target: Uint8Array, position: number): number
}

/** Bytes that are in memory. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    read(target, position) {
      const part = bytes.subarray(position, position + target.length)
      target.set(part)
      return part.length
    },
  }
}

interface BlocksOptions {
  /** Bytes at a time. */
  blockBytes?: number | undefined
  /** Called with all bytes in their order, as they are read. */
  onBytes?: ((bytes: Uint8Array) => void) | undefined
}

const BLOCK_BYTES = 1 << 20
/** What lies between two places where a block may end is at most so long; a longer record is none. */
const BLOCK_BYTES_MAX = 1 << 26

/** The same bytes from a position on. */
export function skipBytes(source: ByteSource, bytes: number): ByteSource {
  return { read: (target, position) => source.read(target, position + bytes) }
}

/** A source as a window that moves over it. Its memory is used again for each block. */
export class FileBlocks {
  readonly #source: ByteSource
  readonly #onBytes: BlocksOptions['onBytes']
  #bytes: Uint8Array
  #length = 0
  /** Of the next byte to read. */
  #position = 0
  #isEnd = false
  /** No byte from here on is read into the window. */
  #limit = Number.POSITIVE_INFINITY
  /** So many bytes have been seen by whoever is called with all. */
  #passed = 0

  constructor(source: ByteSource, { blockBytes = BLOCK_BYTES, onBytes }: BlocksOptions = {}) {
    this.#source = source
    this.#onBytes = onBytes
    // One more for the end of a last line that has none.
    this.#bytes = new Uint8Array(blockBytes + 1)
    this.#fill()
  }

  /** The bytes of the window; another array after each call of a method. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  /** True where nothing follows the window. */
  get isEnd(): boolean {
    return this.#isEnd
  }

  /** Lets the window end before this position, and all further windows; false where it lies before the window. */
  stopAt(position: number): boolean {
    const beyond = Math.max(0, this.#position - position)
    if (beyond > this.#length) return false
    this.#length -= beyond
    this.#position -= beyond
    this.#limit = position
    this.#isEnd ||= this.#position === position
    return true
  }

  /** Lets go of what lies before `at` and reads on behind the place where the window was to end. */
  goOn(at: number): void {
    this.#limit = Number.POSITIVE_INFINITY
    this.#isEnd = false
    this.advance(at)
  }

  /** Reads all that follows the window, for whoever is called with all bytes too, and leaves the window as it is. */
  readRest(onRest: (bytes: Uint8Array) => void): void {
    const piece = new Uint8Array(BLOCK_BYTES)
    for (let position = this.#position; ; ) {
      const count = this.#source.read(piece, position)
      if (count === 0) break
      const bytes = piece.subarray(0, count)
      this.#report(bytes, position)
      onRest(bytes)
      position += count
    }
  }

  /** Lets go of what lies before `at` and reads on. */
  advance(at: number): void {
    this.#bytes.copyWithin(0, at, this.#length)
    this.#length -= at
    this.#fill()
  }

  /** Reads on in a window of twice the size; false where that would be too large. */
  widen(): boolean {
    const size = (this.#bytes.length - 1) * 2
    if (size > BLOCK_BYTES_MAX) return false
    const wider = new Uint8Array(size + 1)
    wider.set(this.bytes)
    this.#bytes = wider
    this.#fill()
    return true
  }

  /** Ends the last line of the source, where nothing does. */
  endLine(): void {
    if (this.#length === 0 || this.#bytes[this.#length - 1] === LF) return
    this.#bytes[this.#length] = LF
    this.#length += 1
  }

  #fill(): void {
    while (!this.#isEnd && this.#length < this.#bytes.length - 1) {
      const end = Math.min(this.#bytes.length - 1, this.#length + this.#limit - this.#position)
      const room = this.#bytes.subarray(this.#length, end)
      const count = this.#source.read(room, this.#position)
      this.#report(room.subarray(0, count), this.#position)
      this.#position += count
      this.#length += count
      this.#isEnd = count === 0 || this.#position === this.#limit
    }
  }

  #report(bytes: Uint8Array, position: number): void {
    const known = Math.max(0, this.#passed - position)
    if (known >= bytes.length) return
    this.#onBytes?.(bytes.subarray(known))
    this.#passed = position + bytes.length
  }
}
