import { decode } from './encoding.ts'
import type { Merge } from './fill-down.ts'
import { ROWS_MAX } from './limits.ts'
import { isBlank } from './loose.ts'
import { blankCovered } from './merged-head.ts'
import { openWorkbook } from './open-workbook.ts'
import { recordsOf } from './read-csv.ts'
import type { SheetRow } from './sheet.ts'

/** The filled rows of one sheet as they are in the file, before anything is taken for a header. */
export interface Grid {
  sheet: string | null
  rows: SheetRow[]
  merges: readonly Merge[]
}

/** The grids of a file that `read` can read, for whoever looks for its layout: visible sheets with data, in their order. */
export function readGrids(bytes: Uint8Array, file: string): Grid[] {
  // A ZIP archive: whatever else it may be, `read` has refused.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return openWorkbook(bytes)
      .filter(({ isHidden, rows }) => !isHidden && rows.length > 0)
      .map(({ name, rows, merges }) => ({ sheet: name, rows: filledOf(blankCovered(rows, merges)), merges }))
  }
  const decoded = decode(bytes, file)
  if ('problem' in decoded) return []
  return [{ sheet: null, rows: filledOf(recordsOf(decoded.text, undefined).rows), merges: [] }]
}

function filledOf(rows: readonly SheetRow[]): SheetRow[] {
  return rows.slice(0, ROWS_MAX).filter((row) => !isBlank(row))
}
