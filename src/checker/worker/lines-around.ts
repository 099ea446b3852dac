/** A physical line of a text, counted from 1. */
export interface Line {
  row: number
  text: string
}

/** Lines above and below. */
const LINES_AROUND = 1
/** Bytes of a line that are looked at. */
const LINE_BYTES_MAX = 400

/**
 * A line of a text that could not be read as a table, with its neighbours. What is damaged is shown as a
 * replacement character.
 */
export function findLinesAround(bytes: Uint8Array, row: number): Line[] {
  if (isUtf16(bytes)) return []
  const first = Math.max(1, row - LINES_AROUND)
  const lines: Line[] = []
  let [start, at] = [0, 1]
  while (start < bytes.length && at <= row + LINES_AROUND) {
    const end = endOf(bytes, start)
    if (at >= first) lines.push({ row: at, text: textOf(bytes.subarray(start, Math.min(end, start + LINE_BYTES_MAX))) })
    start = end + (bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1)
    at += 1
  }
  return lines
}

/** Its bytes are half zeros, and are no lines. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

const CR = 0x0d
const LF = 0x0a

function endOf(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at += 1) if (bytes[at] === LF || bytes[at] === CR) return at
  return bytes.length
}

/** In whichever encoding leaves fewer characters destroyed. */
function textOf(bytes: Uint8Array): string {
  const [utf8 = '', gb = ''] = ['utf-8', 'gb18030'].map((label) => new TextDecoder(label).decode(bytes))
  return countDestroyed(gb) < countDestroyed(utf8) ? gb : utf8
}

function countDestroyed(text: string): number {
  return text.split('\uFFFD').length - 1
}
