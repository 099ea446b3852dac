import { CR, LF, QUOTE } from './cell-plan.ts'
import type { CellTexts } from './cell-texts.ts'

/** One record cut by RFC 4180. */
interface CutRecord {
  cells: string[]
  /** Position behind its end of line. */
  next: number
  /** Line breaks within its cells. */
  breaks: number
}

/** `open`: the bytes end within the record. `doubtful`: a quote or a line end that only the reader can interpret. */
type CutResult = CutRecord | 'open' | 'doubtful'

/** Cuts the record that begins at `at` into texts. Mutates the doubt of `texts`. */
export function cutRecord(
  bytes: Uint8Array,
  at: number,
  { to, delimiter, texts }: { to: number; delimiter: number; texts: CellTexts },
): CutResult {
  const cells: string[] = []
  let breaks = 0
  for (let position = at; ; ) {
    const isQuoted = bytes[position] === QUOTE
    const start = isQuoted ? position + 1 : position
    const end = isQuoted ? findClosingQuote(bytes, start, to) : findEnd(bytes, start, { to, delimiter })
    if (end >= to) return 'open'
    const received = texts.decode(bytes.subarray(start, end))
    if (received === null) return 'doubtful'
    const text = isQuoted ? received.replace(/""/g, '"').replace(/\r\n?/g, '\n') : received
    for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) breaks += 1
    cells.push(text)
    const behind = isQuoted ? end + 1 : end
    if (behind >= to) return 'open'
    if (bytes[behind] === delimiter) {
      position = behind + 1
      continue
    }
    if (bytes[behind] === LF) return { cells, next: behind + 1, breaks }
    if (bytes[behind] !== CR) return 'doubtful'
    if (behind + 1 >= to) return 'open'
    return bytes[behind + 1] === LF ? { cells, next: behind + 2, breaks } : 'doubtful'
  }
}

function findEnd(bytes: Uint8Array, at: number, { to, delimiter }: { to: number; delimiter: number }): number {
  let end = at
  while (end < to) {
    const byte = bytes[end]
    if (byte === delimiter || byte === LF || byte === CR || byte === QUOTE) return end
    end += 1
  }
  return end
}

/** Position of the quote that is not doubled. */
function findClosingQuote(bytes: Uint8Array, at: number, to: number): number {
  let end = at
  while (end < to) {
    if (bytes[end] !== QUOTE) end += 1
    else if (bytes[end + 1] === QUOTE) end += 2
    else return end
  }
  return end
}
