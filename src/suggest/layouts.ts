import type { Contract, Profile } from '../contracts/contract.ts'
import { read } from '../read/index.ts'
import { readGrids } from '../read/read-grids.ts'
import type { Sheet } from '../read/sheet.ts'
import { GROUP } from './draft-choices.ts'
import type { ColumnDraft } from './draft-columns.ts'
import { findTableLayout, type TableLayout } from './table-layout.ts'

/**
 * Readings with one, two and three header rows, each sheet by itself, the plainest first; then with the layout that the cells
 * of a table of figures show, whose header may have more.
 */
export function layoutsOf(bytes: Uint8Array, file: string): { sheet: Sheet; layout: Profile }[] {
  const plain = [1, 2, 3].map((headerRows): Profile => (headerRows === 1 ? {} : { headerRows }))
  const found = readGrids(bytes, file).flatMap((grid) => {
    const layout = findTableLayout(grid)
    return layout && (layout.headerRows > 3 || layout.skipBelow > 0 || layout.hasGroups) ? [describeLayout(layout)] : []
  })
  return [...plain, ...found].flatMap((layout) => read(bytes, file, layout).sheets.map((sheet) => ({ sheet, layout })))
}

function describeLayout({ top, headerRows, skipBelow, hasGroups }: TableLayout): Profile {
  return {
    skipRows: top - 1,
    headerRows,
    ...(skipBelow > 0 ? { skipBelow } : {}),
    ...(hasGroups ? { groupRows: GROUP } : {}),
  }
}

/**
 * A place and years say nothing of what a table is about: beside them a column must answer to the contract by its name, or
 * nothing may be missing.
 */
export function isTelling(contract: Contract, { known, guesses, across, missing }: ColumnDraft): boolean {
  const isNamed = [...known, ...guesses].some(({ id }) => !COMMON.has(contract.columns[id]?.type.kind ?? ''))
  const isOfList = contract.columns[across?.into ?? '']?.type.kind === 'list'
  return isNamed || isOfList || missing.length === 0
}

const COMMON = new Set(['place', 'year', 'month', 'date', 'datetime'])
