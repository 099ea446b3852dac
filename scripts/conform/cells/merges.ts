import { read } from '@e965/xlsx'
import { keyOf } from './our-cells.ts'

/** The cells that a merge covers, but for the first, which has the content of all. */
export function collectCoveredCells(bytes: Uint8Array): Set<string> {
  const covered = new Set<string>()
  let book: ReturnType<typeof read>
  try {
    book = read(bytes)
  } catch {
    // A file that cannot be opened has no cells to leave out; the readers themselves say so.
    return covered
  }
  for (const [name, sheet] of Object.entries(book.Sheets)) {
    for (const { s, e } of sheet['!merges'] ?? []) {
      for (let row = s.r; row <= e.r; row += 1) {
        for (let column = s.c; column <= e.c; column += 1) {
          if (row !== s.r || column !== s.c) covered.add(keyOf(name, row + 1, column + 1))
        }
      }
    }
  }
  return covered
}
