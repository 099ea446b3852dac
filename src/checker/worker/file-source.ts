import type { ByteSource } from '../../accept/index.ts'

/** The browser refuses to go on reading a file that was changed, moved or locked since it was put in. */
export class UnreadableFile extends Error {}

/** A file of which only the bytes asked for are read, at once, as only workers may. Its `read` throws `UnreadableFile`. */
export function openSource(file: File): ByteSource {
  const reader = new FileReaderSync()
  return {
    read(target, position) {
      const piece = readPiece(reader, file.slice(position, position + target.length))
      target.set(piece)
      return piece.length
    },
  }
}

function readPiece(reader: SyncReader, piece: Blob): Uint8Array {
  try {
    return new Uint8Array(reader.readAsArrayBuffer(piece))
  } catch (error) {
    // What the browser refuses comes as its own kind of error; anything else is a fault of ours.
    throw error instanceof DOMException ? new UnreadableFile(error.message) : error
  }
}

interface SyncReader {
  readAsArrayBuffer(piece: Blob): ArrayBuffer
}
// The page's types know only what a window has.
const { FileReaderSync } = self as unknown as { FileReaderSync: new () => SyncReader }
