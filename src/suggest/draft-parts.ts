import { parseNumber } from '../check/values/number.ts'
import { decimalsOf } from '../check/values/shown-decimals.ts'
import type { Sheet, SheetRow } from '../read/sheet.ts'
import { sumLabelOf } from '../read/sum-label.ts'
import { isWithin, sumExactly, toleranceOfSum } from '../text/decimal.ts'
import { isTotal, isYear, monthOf, yearOf } from './across.ts'
import { isFigure } from './table-layout.ts'

/** Rows of a table of figures that are no records, and those that read like sums and are records. */
export interface Sums {
  totals: string[]
  records: string[]
  /** Rows of the totals in the file. */
  rows: ReadonlySet<number>
}

/** A sum that is smaller may be equal by chance. */
const SUM_MIN = 10
const ROWS_MIN = 3

/**
 * Labels of rows of sums: those that say so, where at least one of their figures is the sum of the others or nothing can be
 * compared, and a first or last row all of whose figures are.
 */
export function findSums(sheet: Sheet, label: number, figures: readonly number[]): Sums {
  const labelled = sheet.rows.map((row) => ({ row, text: (row.cells[label] ?? '').trim() }))
  const sums: Sums & { rows: Set<number> } = { totals: [], records: [], rows: new Set() }
  const saying = labelled.filter(({ text }) => sumLabelOf(text) !== null)
  const others = sheet.rows.filter((row) => saying.every((item) => item.row !== row))
  for (const { row, text } of saying) {
    const matches = figures.map((index) => isSumOf(row, others, index, 0)).filter((found) => found !== null)
    const said = sumLabelOf(text)
    const isOfSome = said?.of === 'group' && figures.some((index) => isSumOfNeighbours(row, sheet.rows, index))
    const isNamed = said?.of === 'all' || (said?.of === 'group' && said.name !== '')
    const isRecord = said?.of === 'part' || (isNamed && !isOfSome && matches.length > 0 && !matches.includes(true))
    if (isRecord) sums.records.push(text)
    else {
      sums.totals.push(text)
      sums.rows.add(row.row)
    }
  }
  if (saying.length > 0 || labelled.length < ROWS_MIN) return deduplicate(sums)
  for (const { row, text } of [labelled[0], labelled.at(-1)].flatMap((item) => item ?? [])) {
    const matches = figures.map((index) =>
      isSumOf(
        row,
        sheet.rows.filter((other) => other !== row),
        index,
        SUM_MIN,
      ),
    )
    const known = matches.filter((found) => found !== null)
    // Of three rows one figure may be the sum of the others by chance.
    const isClear = known.length > 1 || (known.length === 1 && labelled.length > ROWS_MIN)
    if (!isClear || known.includes(false) || text === '') continue
    sums.totals.push(text)
    sums.rows.add(row.row)
    break
  }
  return deduplicate(sums)
}

function deduplicate({ totals, records, rows }: Sums): Sums {
  return { totals: [...new Set(totals)], records: [...new Set(records)], rows }
}

/** Null where there are too few figures to know. */
function isSumOf(row: SheetRow, others: readonly SheetRow[], index: number, least: number): boolean | null {
  const stated = numberAt(row, index)
  const texts = others.map(({ cells }) => cells[index] ?? '')
  const numbers = others.flatMap((other) => numberAt(other, index) ?? [])
  if (stated === null || numbers.length < 2 || Math.abs(stated) < least) return null
  const decimals = Math.max(0, ...texts.map((text) => decimalsOf(text) ?? 0))
  return isWithin(sumExactly(numbers), stated, decimals === 0 ? 0 : toleranceOfSum(numbers.length, decimals))
}

/** The sum of the rows next to it, above or below: 小计 and its like. */
function isSumOfNeighbours(row: SheetRow, rows: readonly SheetRow[], index: number): boolean {
  const at = rows.indexOf(row)
  const sides = [rows.slice(0, at).reverse(), rows.slice(at + 1)]
  return sides.some((side) =>
    side.some((_, count) => count > 0 && isSumOf(row, side.slice(0, count + 1), index, 0) === true),
  )
}

function numberAt({ cells }: SheetRow, index: number): number | null {
  const text = (cells[index] ?? '').trim()
  const parsed = isFigure(text) ? parseNumber(text) : null
  return parsed?.is === 'number' ? parsed.value : null
}

/** Columns of figures whose headers are years, or months of one year, and what is printed above them all. */
interface TimesAcross {
  kind: 'year' | 'month'
  /** Index of the column → its code. */
  codes: ReadonlyMap<number, string>
  /** The levels of the header above the years, `常住人口（万人）`; empty where there are none. */
  prefix: string
  total: number | null
}

/** Null where other figures are there too, or the years are of several things. */
export function findTimesAcross(sheet: Sheet, figures: readonly number[]): TimesAcross | null {
  const own = yearOf(sheet)
  const rest = figures.filter((index) => !isTotal(getLastLevel(sheet, index)))
  const sums = figures.filter((index) => isTotal(getLastLevel(sheet, index)))
  if (rest.length < 2 || sums.length > 1) return null
  const prefixes = new Set(rest.map((index) => (sheet.headers[index] ?? '').split('|').slice(0, -1).join('|')))
  const texts = rest.map((index) => getLastLevel(sheet, index))
  const [prefix = ''] = prefixes
  if (prefixes.size !== 1) return null
  const total = sums[0] ?? null
  const isYears = texts.every(isYear)
  const codes = texts.map((text) => (isYears ? text.trim().slice(0, 4) : (monthOf(text, own)?.code ?? '')))
  if (codes.includes('') || new Set(codes).size !== codes.length) return null
  return {
    kind: isYears ? 'year' : 'month',
    codes: new Map(rest.map((index, at) => [index, codes[at] ?? ''])),
    prefix,
    total,
  }
}

/** `常住人口|2022年` → 2022年; what is printed twice, as 2022年|2022, is the first. */
function getLastLevel({ headers }: Sheet, index: number): string {
  return (headers[index] ?? '').split('|').at(-1) ?? ''
}

/** Label columns that are blank below a name, as merged cells are; the last of them names the records. */
export function findFilledDown(sheet: Sheet, labels: readonly number[], isSum: (row: number) => boolean): string[] {
  const rows = sheet.rows.filter(({ row }) => !isSum(row))
  return labels.slice(0, -1).flatMap((index) => {
    const blanks = rows.filter(({ cells }) => (cells[index] ?? '').trim() === '').length
    const isNamed = (rows[0]?.cells[index] ?? '').trim() !== ''
    return isNamed && blanks > 0 ? [sheet.headers[index] ?? ''] : []
  })
}

/** The fewest leading labels that together name each record once; none where even all of them do not. */
export function findKey(sheet: Sheet, labels: readonly number[], isSum: (row: number) => boolean): number[] {
  const rows = sheet.rows.filter(({ row }) => !isSum(row))
  for (let count = 1; count <= labels.length; count += 1) {
    const key = labels.slice(0, count)
    const names = rows.map(({ cells }) => key.map((index) => (cells[index] ?? '').replace(/\s/g, '')).join('\u001F'))
    const isFilled = rows.every(({ cells }) => key.every((index) => (cells[index] ?? '').trim() !== ''))
    if (isFilled && new Set(names).size === names.length) return key
  }
  return []
}
