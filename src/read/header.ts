import type { Profile } from '../contracts/contract.ts'
import { toComparable } from './comparable.ts'
import { HEADER_ROWS_SEARCHED } from './limits.ts'
import type { SheetRow } from './sheet.ts'

/**
 * Index of the (first) header row. `skipRows` counts the rows of the file, blank rows included. Without it in the profile,
 * the header is the first row that fills more than half of the widest row's cells.
 */
export function findHeader(rows: readonly SheetRow[], profile: Profile): number {
  const { skipRows, headerRows = 1 } = profile
  if (skipRows !== undefined) {
    const first = rows.findIndex((row) => row.row > skipRows && filledOf(row) > 0)
    return first < 0 ? rows.length : first
  }
  const counts = rows.slice(0, HEADER_ROWS_SEARCHED).map((row) => (isForm(row) ? 0 : filledOf(row)))
  const widest = Math.max(0, ...counts)
  const full = Math.max(
    0,
    counts.findIndex((count) => count > widest / 2),
  )
  return headerRows === 1 ? full : findUpperRow(rows, { full, headerRows, declared: collectDeclaredNames(profile) })
}

/**
 * The upper of several header rows may fill a few cells only, so that the first full row is a lower one of them. What the
 * profile names is the best evidence; otherwise the rows that give the most names and contain no data.
 */
function findUpperRow(
  rows: readonly SheetRow[],
  { full, headerRows, declared }: { full: number; headerRows: number; declared: ReadonlySet<string> },
): number {
  const isNamed = declared.size > 0
  const from = isNamed ? 0 : Math.max(0, full - headerRows + 1)
  const to = isNamed ? Math.min(rows.length - 1, HEADER_ROWS_SEARCHED) : full
  const candidates = Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap((first) => {
    const block = rows.slice(first, first + headerRows)
    if (block.some((row) => filledOf(row) === 0)) return []
    const headers = flatten(block).map(toComparable)
    const named = headers.filter((header) => declared.has(header)).length
    const odd = headers.filter((header, index) => header === '' || headers.indexOf(header) !== index).length
    const numbers = block.flatMap(({ cells }) => cells).filter((cell) => NUMBER.test(cell.trim())).length
    return [{ first, named, errors: odd + numbers }]
  })
  const [best] = candidates.sort((a, b) => b.named - a.named || a.errors - b.errors || b.first - a.first)
  return best?.first ?? full
}

const NUMBER = /^-?[\d,.]+%?$/

/** Headers that the profile states, as they are compared. */
function collectDeclaredNames({ columns, ignore, fillDown, wide }: Profile): Set<string> {
  const names = [
    ...Object.values(columns ?? {}),
    ...(ignore ?? []),
    ...(fillDown ?? []),
    ...Object.keys(wide?.headers ?? {}),
  ]
  return new Set(names.map(toComparable))
}

/** Several header rows become one, joined by `|`; a blank upper cell belongs to the group begun at its left. */
export function flatten(headerRows: readonly SheetRow[]): string[] {
  const width = Math.max(...headerRows.map((row) => row.cells.map((cell) => cell.trim() !== '').lastIndexOf(true) + 1))
  const groups = headerRows.map((): string => '')
  return Array.from({ length: width }, (_, index) => {
    const parts: string[] = []
    for (const [level, { cells }] of headerRows.entries()) {
      const text = (cells[index] ?? '').trim()
      const isUpper = level < headerRows.length - 1
      if (text !== '' && isUpper) groups.fill('', level + 1)
      if (text !== '') groups[level] = text
      const below = headerRows.slice(level + 1).some((row) => (row.cells[index] ?? '').trim() !== '')
      const part = text === '' && isUpper && below ? (groups[level] ?? '') : text
      // A name that is written on both levels is one name, as if the cells were merged.
      if (part !== '' && part !== parts.at(-1)) parts.push(part)
    }
    return parts.join('|')
  })
}

/** `填报单位：某 | 日期：某`: fields of a form, however many cells they fill; `人口（单位：万人）` is the name of a column. */
function isForm({ cells }: SheetRow): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 0 && filled.every((cell) => /^[^,，()（）[\]【】〔〕:：]{1,12}[:：]/.test(cell.trim()))
}

function filledOf({ cells }: SheetRow): number {
  return cells.filter((cell) => cell.trim() !== '').length
}
