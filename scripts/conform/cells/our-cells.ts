import { makeValueChecker, type ValueChecker } from '../../../src/check/row/value-checker.ts'
import { Places } from '../../../src/codes/places.ts'
import type { Contract } from '../../../src/contracts/contract.ts'
import { isRepair } from '../../../src/problems/describe-problem.ts'
import type { Problem } from '../../../src/problems/problem.ts'
import { read } from '../../../src/read/index.ts'
import type { CellKind, Reading } from '../../../src/read/sheet.ts'

/** A workbook as our line reads it. */
export interface OurBook {
  /** Cell by sheet, row and column, both from 1: `数据\t3\t2`. */
  cells: ReadonlyMap<string, OurCell>
  problems: readonly Problem[]
  /** Rows that were refused as a whole, `数据\t3`. */
  refused: ReadonlySet<string>
}

export interface OurCell {
  text: string
  kind: CellKind | undefined
}

export type Reader = (bytes: Uint8Array, file: string) => Reading

/** Every cell that comes out of `read`, in whichever part of a sheet it was put; `reader` may be a broken copy. */
export function readOurs(bytes: Uint8Array, file: string, reader: Reader = read): OurBook {
  const { sheets, problems } = reader(bytes, file)
  const cells = new Map<string, OurCell>()
  for (const sheet of sheets) {
    const put = (row: number, texts: readonly string[], kinds?: readonly CellKind[]) => {
      for (const [index, text] of texts.entries())
        cells.set(keyOf(sheet.sheet ?? '', row, index + 1), { text, kind: kinds?.[index] })
    }
    for (const { row, cells } of [...(sheet.above ?? []), ...(sheet.below ?? []), ...(sheet.refused ?? [])])
      put(row, cells)
    put(sheet.headerRow, sheet.headers)
    for (const { row, cells, kinds } of sheet.rows) put(row, cells, kinds)
  }
  const refused = sheets.flatMap(({ sheet, refused = [] }) => refused.map(({ row }) => `${sheet ?? ''}\t${row}`))
  return { cells, problems, refused: new Set(refused) }
}

export function keyOf(sheet: string, row: number, column: number): string {
  return `${sheet}\t${row}\t${column}`
}

/** Whether a finding of ours covers a cell: an error that of its row, sheet or file, a note the cell alone. */
export function findCover(
  problems: readonly Problem[],
  { sheet, row, column }: { sheet: string; row: number; column: number },
): 'refused' | 'noted' | null {
  let found: 'noted' | null = null
  for (const problem of problems) {
    const isSheet = problem.sheet === null || problem.sheet === sheet
    const isRow = problem.row === null || problem.row === row
    const isColumn = problem.column === null || problem.column === column
    // Of a column whose cells have one cause, the first cell is named and the others are counted.
    const isCounted =
      problem.params['count'] !== undefined && isSheet && problem.column === column && (problem.row ?? 0) <= row
    if (problem.level === 'error' && ((isSheet && isRow && (isColumn || problem.row !== null)) || isCounted))
      return 'refused'
    const isCell = isSheet && problem.row === row && problem.column === column
    if (problem.level !== 'error' && (isCell || isCounted) && !(isRepair(problem) && problem.rule === 'cell-formula'))
      found = 'noted'
  }
  return found
}

/** What our line makes of a text in a column of numbers, or of texts; null where it is refused there. */
export function readAs(kind: 'number' | 'text', { text, kind: cellKind }: OurCell): string | number | null {
  const result = CHECKERS[kind](text, cellKind)
  return result.is === 'value' ? result.value : null
}

const checkerOf = (kind: 'number' | 'text'): ValueChecker => {
  const column: Contract['columns'][string] = { type: { kind }, names: { zh: '列', en: 'column' }, privacy: 'count' }
  return makeValueChecker(column, {
    places: new Places([]),
    power: 0,
    isKey: false,
    missing: new Set(),
    dayFirst: false,
    date1904: false,
    day: '2099-12-31',
    ownPeriod: null,
  })
}

const CHECKERS = { number: checkerOf('number'), text: checkerOf('text') }
