import { makeValueChecker } from '../check/row/value-checker.ts'
import { chooseMissingNote } from '../check/values/missing.ts'
import { normalise } from '../check/values/normalise-cell.ts'
import type { Places } from '../codes/places.ts'
import type { Column, ColumnType } from '../contracts/contract.ts'
import type { CellKind, Sheet } from '../read/sheet.ts'
import { sumLabelOf } from '../read/sum-label.ts'
import { isFigure } from './table-layout.ts'

/** What the cells of a column show of it. */
interface ColumnTyping {
  type: ColumnType
  /** A cell is blank, or holds a mark for no value. */
  isOptional: boolean
  /** Marks for no value that no other column has: they must be declared. */
  marks: string[]
}

interface SampledCell {
  text: string
  kind: CellKind | undefined
}

/** Types that are tried on the cells of a column, the narrowest first; text fits all. */
const TYPES: readonly ColumnType[] = [
  { kind: 'permit-number' },
  { kind: 'credit-code' },
  { kind: 'datetime' },
  { kind: 'date' },
  { kind: 'month' },
  { kind: 'year' },
  { kind: 'place' },
  { kind: 'yes-no' },
  { kind: 'integer' },
  { kind: 'percent', as: 'percent' },
  { kind: 'number' },
]

/** Rows of a column that are looked at. */
const CELLS_TYPED = 5_000

/** The cells of some columns of a sheet, rows of sums left out. */
export function cellsOf(sheet: Sheet, indexes: readonly number[], isTotal: (row: number) => boolean): SampledCell[] {
  return sheet.rows
    .slice(0, CELLS_TYPED)
    .filter(({ row }) => !isTotal(row))
    .flatMap(({ cells, kinds }) => indexes.map((index) => ({ text: cells[index] ?? '', kind: kinds?.[index] })))
}

/** The narrowest type that takes every cell; a mark that only a column of figures can have is no value of it. */
export function typeColumn(
  header: string,
  cells: readonly SampledCell[],
  { sheet, places }: { sheet: Sheet; places: Places },
): ColumnTyping {
  const filled = cells.filter(({ text }) => chooseMissingNote(normalise(text).text, FIGURE, NONE) === null)
  const figures = filled.filter(({ text }) => isFigure(text.trim())).length
  const marks = figures > 0 && figures >= filled.length * FIGURES_MIN ? findMarks(filled) : []
  const values = filled.filter(({ text }) => !marks.includes(normalise(text).text))
  const isFitting = (type: ColumnType) => isLikely(type, header, values) && fitsAll(type, values, { sheet, places })
  const type = (values.length > 0 ? TYPES.find(isFitting) : undefined) ?? { kind: 'text' as const }
  const isText = type.kind === 'text'
  const column = columnOf(type)
  const isMissing = ({ text }: SampledCell) => chooseMissingNote(normalise(text).text, column, NONE) !== null
  return { type, marks: isText ? [] : marks, isOptional: cells.some(isMissing) || (!isText && marks.length > 0) }
}

const FIGURES_MIN = 0.6
const NONE: ReadonlySet<string> = new Set()
const FIGURE = columnOf({ kind: 'number' })

function columnOf(type: ColumnType): Column {
  return { type, names: { zh: '列', en: 'column' }, privacy: 'personal' }
}

/** Short words without a digit among figures. */
function findMarks(cells: readonly SampledCell[]): string[] {
  const words = cells.map(({ text }) => normalise(text).text).filter((text) => !/\d/.test(text))
  const marks = [...new Set(words)]
  return marks.every((text) => [...text].length <= MARK_LENGTH_MAX) && marks.length <= MARKS_MAX ? marks : []
}

const MARK_LENGTH_MAX = 6
const MARKS_MAX = 3

/** What the cells fit by chance: 0 and 1 are no yes and no, 98.5 is no percentage, 1998 no year, unless something says so. */
function isLikely({ kind }: ColumnType, header: string, cells: readonly SampledCell[]): boolean {
  if (kind === 'yes-no') return cells.every(({ text }) => !/\d/.test(text))
  if (kind === 'percent') return cells.some(({ text }) => /[%％]/.test(text))
  // 010 is a code, and the whole numbers of a rate are so by chance.
  if (kind === 'integer' && /[%‰]/.test(header)) return false
  if (kind === 'integer' || kind === 'number') return cells.every(({ text }) => !/^\s*0\d/.test(text))
  // A bare number may be the day of a spreadsheet's calendar.
  if (kind === 'date' || kind === 'datetime' || kind === 'month') {
    const isDated = (cell: SampledCell) => cell.kind === 'date' || /\d\s*[-/.年:]\s*\d/.test(cell.text)
    return /日期|时间|月份|日$|date|time|month/i.test(header) || cells.every(isDated)
  }
  if (kind === 'year')
    return /年份|年度|^年$|year/i.test(header.replace(/\s/g, '')) || cells.every(({ text }) => /年/.test(text))
  return true
}

function fitsAll(
  type: ColumnType,
  cells: readonly SampledCell[],
  { sheet, places }: { sheet: Sheet; places: Places },
): boolean {
  const settings = { places, isKey: false, power: 0, missing: new Set<string>(), dayFirst: false }
  const check = makeValueChecker(columnOf(type), {
    ...settings,
    date1904: sheet.date1904,
    day: '9999-12-31',
    ownPeriod: null,
  })
  const isName = type.kind === 'place'
  return cells.every(({ text, kind }) => (isName && sumLabelOf(text) !== null) || check(text, kind).is === 'value')
}
