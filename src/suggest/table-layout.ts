import { isUnit } from '../check/header/header-units.ts'
import { isRowUnit } from '../check/header/row-units.ts'
import { parseNumber } from '../check/values/number.ts'
import { HEADER_ROWS_MAX, type Profile } from '../contracts/profile.ts'
import type { Grid } from '../read/read-grids.ts'
import type { SheetRow } from '../read/sheet.ts'
import { isYear } from './across.ts'

/** Where the parts of a table of figures are, as its cells show it. */
export interface TableLayout {
  /** The first and the last header row, as the file counts rows. */
  top: number
  bottom: number
  headerRows: number
  /** Rows under the header that are no data, as the file counts them. */
  skipBelow: number
  /** Units that such a row states, by the index of their column. */
  units: ReadonlyMap<number, string>
  /** Rows of the first and the last record. */
  first: number
  last: number
  /** True where rows with nothing but a name are among the records. */
  hasGroups: boolean
}

/** Share of the rows from the first record on that must hold figures; below it the file is a list of another kind. */
const FIGURES_SHARE_MIN = 0.6
/** A text of this length in a row with few others is a title. */
const TITLE_LENGTH_MIN = 12

/** The layout of a table of figures; null for a list of words, which has one header row like any export. */
export function findTableLayout({ rows, merges }: Grid): TableLayout | null {
  const times = rows.findIndex((row, index) => isHeaderOfTimes(row, rows[index + 1]))
  const isFigures = rows.map((row, index) => index !== times && holdsFigures(row) && !isNumberOfColumns(row))
  const first = isFigures.indexOf(true)
  const last = isFigures.lastIndexOf(true)
  if (first < 1) return null
  const block = rows.slice(first, last + 1)
  const names = block.filter((row) => isLoneName(row))
  const others = block.length - names.length
  if (isFigures.filter(Boolean).length < others * FIGURES_SHARE_MIN) return null
  const width = Math.max(...block.map(widthOf))
  const isWhole = (row: SheetRow) =>
    merges.some(
      ({ top, bottom, left, right }) =>
        top === row.row && bottom === row.row && right - left + 1 >= width * WHOLE_SHARE,
    )
  const isAbove = (row: SheetRow) => isWhole(row) || isTitle(row, width)
  const end = endOfHeader(rows, first, names.length > 0)
  const isNames = (row: SheetRow) => !isAbove(row) && !isNumberOfColumns(row) && filledOf(row).length > 1
  const top = rows.slice(0, end + 1).findIndex(isNames)
  const start = top === -1 ? end : top
  const [header, above] = [rows[end], rows[start]]
  const row = rows[first]
  if (!header || !above || !row || isAbove(above)) return null
  const units = rows
    .slice(end + 1, first)
    .flatMap(({ cells }) => [...cells.entries()].filter(([, cell]) => isUnitCell(cell)))
  const under = rows
    .slice(end + 1, first)
    .filter((line) => !isLoneName(line))
    .at(-1)
  return {
    top: above.row,
    bottom: header.row,
    headerRows: Math.min(end - start + 1, HEADER_ROWS_MAX),
    skipBelow: under ? under.row - header.row : 0,
    units: new Map(units.map(([index, cell]) => [index, stripUnit(cell)])),
    first: row.row,
    last: rows[last]?.row ?? row.row,
    hasGroups: names.length > 0 || rows.slice(end + 1, first).some((line) => isLoneName(line)),
  }
}

const WHOLE_SHARE = 0.8

/** The keys of a profile that say so, as far as the reader would not find it by itself. */
export function profileOf(layout: TableLayout, isFound: (profile: Profile) => boolean): Profile {
  const profile: Profile = {}
  if (layout.headerRows > 1) profile.headerRows = layout.headerRows
  if (layout.skipBelow > 0) profile.skipBelow = layout.skipBelow
  return isFound(profile) ? profile : { skipRows: layout.top - 1, ...profile }
}

/** Index of the last header row: what is between it and the records numbers columns, states units, or names a group. */
function endOfHeader(rows: readonly SheetRow[], first: number, hasGroups: boolean): number {
  let end = first - 1
  const isUnder = (row: SheetRow | undefined) =>
    row !== undefined &&
    (isNumberOfColumns(row) || isUnitRow(row) || (isLoneName(row) && (hasGroups || isFirstCell(row))))
  while (end > 0 && isUnder(rows[end]) && rows.slice(0, end).some((row) => filledOf(row).length > 1)) end -= 1
  return end
}

/** Numbers in half of the cells or more, the names at the left aside. */
function holdsFigures({ cells }: SheetRow): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length < 2) return false
  const figures = filled.filter((cell) => isFigure(cell)).length
  const gaps = filled.filter((cell) => GAP.test(cell)).length
  return figures > 0 ? figures + gaps >= (filled.length - 1) / 2 : gaps > 0 && gaps >= (filled.length - 1) / 2
}

/** A number and nothing else: 65岁及以上 and 2022年 are names, 010 is a code. */
export function isFigure(text: string): boolean {
  if (!/\d/.test(text) || /^\s*0\d/.test(text)) return false
  const parsed = parseNumber(text)
  return parsed.is === 'number' && parsed.qualifier === '' && /^[%‰]?$/.test(parsed.unit)
}

/** Marks for no value. */
const GAP = /^(?:[-—–－/]+|…+|\.{2,6}|空|无|缺|NA|N\/A|n\.?a\.?|x|×|#|\*+)$/i

/** Years or months across a row, in their order, with other numbers below them. */
function isHeaderOfTimes(row: SheetRow, next: SheetRow | undefined): boolean {
  const filled = filledOf(row).map((cell) => cell.trim())
  const across = filled.filter(isTime)
  const rest = filled.filter((cell) => !isTime(cell))
  if (across.length < 2 || rest.some(isFigure) || !isInOrder(across)) return false
  // A record of years alone would have years below it too.
  const below = next ? filledOf(next).filter((cell) => isTime(cell.trim())) : []
  return below.length < across.length || !isInOrder(below) || new Set(below).size === 1
}

/** Each a step from the number before, or the same again. */
function isInOrder(times: readonly string[]): boolean {
  const numbers = times.map((text) => Number(/\d+/.exec(text)?.[0] ?? 0))
  const steps = numbers
    .slice(1)
    .map((number, index) => number - (numbers[index] ?? 0))
    .filter((step) => step !== 0)
  return steps.every((step) => step > 0) || steps.every((step) => step < 0) || new Set(numbers).size < numbers.length
}

function isTime(text: string): boolean {
  return (
    (isYear(text) && Number(text.trim().slice(0, 4)) <= YEAR_MAX) ||
    /^(?:(?:19|20)\d{2}\s*[-./年]\s*)?\d{1,2}\s*月份?$/.test(text.trim())
  )
}

/** Projections end there. */
const YEAR_MAX = 2105

/** 甲 乙 1 2 3, or A B (1) (2). */
function isNumberOfColumns(row: SheetRow): boolean {
  const filled = filledOf(row).map((cell) => cell.normalize('NFKC').replace(/[()\s]/g, ''))
  const numbers = filled.filter((cell) => /^\d{1,2}$/.test(cell)).map(Number)
  const words = filled.filter((cell) => !/^\d{1,2}$/.test(cell))
  if (numbers.length < 2 || !words.every((cell) => /^(?:[甲乙丙丁戊己]|[A-H]|栏次|序号)$/.test(cell))) return false
  return (
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1) && (numbers[0] ?? 9) <= 2
  )
}

function isUnitRow(row: SheetRow): boolean {
  const filled = filledOf(row)
  const units = filled.filter(isUnitCell)
  return (
    units.length > 0 &&
    units.length >= filled.length - 1 &&
    filled.every((cell) => isUnitCell(cell) || /单位/.test(cell))
  )
}

function isUnitCell(cell: string): boolean {
  return cell.trim() !== '' && isRowUnit(stripUnit(cell))
}

function stripUnit(cell: string): string {
  return cell
    .normalize('NFKC')
    .trim()
    .replace(/^[([【](.*)[)\]】]$/, '$1')
    .trim()
}

/** One cell filled, with words in it. */
function isLoneName(row: SheetRow): boolean {
  const filled = filledOf(row)
  return filled.length === 1 && /\p{L}/u.test(filled[0] ?? '') && isFirstCell(row)
}

function isFirstCell({ cells }: SheetRow): boolean {
  return cells.findIndex((cell) => cell.trim() !== '') === 0
}

/** A title, a line of a form, a unit: what is above a table, in few cells. */
function isTitle(row: SheetRow, width: number): boolean {
  const filled = filledOf(row).map((cell) => cell.trim())
  const dated = filled.filter((cell) => DATED.test(cell))
  const isDate = (cell: string) => filled.length === 2 && dated.length === 1 && DATED.test(cell)
  const rest = filled.filter((cell) => !isUnitLine(cell) && !isDate(cell))
  if (rest.length === 0) return true
  if (rest.every((cell) => /^[^,，()（）]{1,12}[:：]/.test(cell))) return true
  const [text = ''] = rest
  if (rest.length > 2 || width < 3) return rest.length === 1 && isFirstCell(row) && width < 3 && NUMBERED.test(text)
  if (rest.length === 1 && isFirstCell(row)) return true
  return NUMBERED.test(text) || rest.every((cell) => cell.length >= TITLE_LENGTH_MIN)
}

/** The date of a table, beside its title. */
const DATED = /^(?:19|20)\d{2}\s*年(?:\s*\d{1,2}\s*月|[上下]半年|第?[一二三四]季度)?[末度]?$/

const NUMBERED = /^(?:[附续]?表\s*[\d一二三四五六七八九十]|table\s*\d|\d{1,2}[-–—]\d{1,2}\b)/i

function isUnitLine(text: string): boolean {
  if (/^[(（【]?\s*(?:计量)?[单單]位\s*[:：]|^[(（]?\s*units?\s*[:：]/i.test(text)) return true
  return /^[(（].*[)）]$/.test(text) && (isUnit(stripUnit(text)) || /10\s*000|persons|yuan|%/i.test(text))
}

export function filledOf({ cells }: Pick<SheetRow, 'cells'>): string[] {
  return cells.filter((cell) => cell.trim() !== '')
}

function widthOf({ cells }: SheetRow): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1
}
