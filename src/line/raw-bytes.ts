import { type ByteSource, sourceOf } from '../accept/index.ts'

/** How raw files are read. */
export interface ReadingEffects {
  /** Bytes of a file below the data folder. */
  read(path: string): Promise<Uint8Array>
  /** The same file, to be read piece by piece; where nothing does that, every file is read whole. */
  open?(path: string): OpenedFile
  /** SHA-256 in hexadecimal digits; of a text, of its UTF-8. */
  hash(content: string | Uint8Array): string
}

/** A file that stays where it is. */
export interface OpenedFile extends ByteSource {
  /** Called before so many bytes are read whole and checked as texts, which take more than ten times as much memory. */
  prepareWhole?(bytes: number): void
  startHash(): RunningHash
  close(): void
}

/** SHA-256 of bytes that come piece by piece, in hexadecimal digits. */
interface RunningHash {
  update(bytes: Uint8Array): void
  digest(): string
}

/** The bytes of one raw file, piece by piece or whole. */
export interface RawBytes {
  source: ByteSource
  /** As the folder has it. */
  size: number
  readWhole(): Uint8Array
  /** SHA-256 of all of them, or of those that have been read. */
  hash(bytes?: Uint8Array): string
  /** Null where they are at hand anyway. */
  startHash(): RunningHash | null
  close(): void
}

/** Path below the data folder, and bytes as the folder has them. */
interface Located {
  path: string
  bytes: number
}

/** Fewer bytes are read at once, and never straight to columns. */
export const PIECES_BYTES_MIN = 500_000

/** A large file is left on the disk, where the effects can read it there. */
export async function openRaw(file: Located, effects: ReadingEffects): Promise<RawBytes> {
  if (file.bytes >= PIECES_BYTES_MIN && effects.open) return readPieces(effects.open(file.path), file, effects)
  const bytes = await effects.read(file.path)
  return {
    source: sourceOf(bytes),
    size: bytes.length,
    readWhole: () => bytes,
    hash: () => effects.hash(bytes),
    startHash: () => null,
    close: () => {},
  }
}

const PIECE_BYTES = 1 << 18

function readPieces(opened: OpenedFile, file: Located, effects: ReadingEffects): RawBytes {
  return {
    source: opened,
    size: file.bytes,
    readWhole() {
      opened.prepareWhole?.(file.bytes)
      return readWhole(opened, file.bytes)
    },
    hash(bytes) {
      if (bytes) return effects.hash(bytes)
      const hash = opened.startHash()
      const piece = new Uint8Array(PIECE_BYTES)
      for (let at = 0; ; ) {
        const count = opened.read(piece, at)
        if (count === 0) return hash.digest()
        hash.update(piece.subarray(0, count))
        at += count
      }
    },
    startHash: () => opened.startHash(),
    close: () => opened.close(),
  }
}

/** All bytes until the end, however many the folder has said. */
function readWhole(source: ByteSource, size: number): Uint8Array {
  let bytes = new Uint8Array(size + 1)
  for (let at = 0; ; ) {
    const count = source.read(bytes.subarray(at), at)
    at += count
    if (count === 0) return bytes.subarray(0, at)
    if (at < bytes.length) continue
    const longer = new Uint8Array(bytes.length * 2)
    longer.set(bytes)
    bytes = longer
  }
}
