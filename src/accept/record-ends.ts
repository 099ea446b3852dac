import { LF, QUOTE } from './cell-plan.ts'

/** Position behind the record that begins at `at`; null where the bytes end within it. In quotes a line end is part of a cell. */
export function findRecordEnd(bytes: Uint8Array, at: number): number | null {
  let isQuoted = false
  for (let end = at; end < bytes.length; end += 1) {
    const byte = bytes[end]
    if (byte === QUOTE) isQuoted = !isQuoted
    else if (byte === LF && !isQuoted) return end + 1
  }
  return null
}
