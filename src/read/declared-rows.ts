import type { Profile } from '../contracts/contract.ts'
import { createProblem } from '../problems/create-problem.ts'
import { toColumnLetters } from '../problems/location.ts'
import type { Problem } from '../problems/problem.ts'
import { toComparable } from './comparable.ts'
import { isBlank, joinCells } from './loose.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/**
 * Headers with the letter of their column (`[A]`) for those that are blank, or that another has already, and that the profile
 * names so: yearbooks print nothing over their row labels.
 */
export function nameBlankHeaders(headers: readonly string[], profile: Profile): string[] {
  const { columns = {}, ignore = [], fillDown = [], rowUnits, wide } = profile
  const named = [...Object.values(columns), ...ignore, ...fillDown, ...Object.keys(wide?.headers ?? {})]
  const letters = new Set([...named, rowUnits?.column ?? ''].map(toComparable))
  if (![...letters].some((text) => /^\[[a-z]+\]$/.test(text))) return [...headers]
  return headers.map((header, index) => {
    const letter = `[${toColumnLetters(index + 1)}]`
    const isRepeated = headers.findIndex((other) => toComparable(other) === toComparable(header)) < index
    return (header.trim() === '' || isRepeated) && letters.has(toComparable(letter)) ? letter : header
  })
}

/** Rows below the header, and those that the profile says are no data: by their number, or by how they begin. */
export function splitIgnored(
  rows: readonly SheetRow[],
  { skipBelow = 0, ignoreRows = [] }: Profile,
  headerRow: number,
): { rows: SheetRow[]; ignored: SheetRow[] } {
  if (skipBelow === 0 && ignoreRows.length === 0) return { rows: [...rows], ignored: [] }
  const beginnings = ignoreRows.map(toComparable).filter((text) => text !== '')
  const isIgnored = (row: SheetRow) => {
    if (row.row <= headerRow + skipBelow) return !isBlank(row)
    if (beginnings.length === 0) return false
    const first = toComparable(row.cells.find((cell) => cell.trim() !== '')?.slice(0, BEGINNING_LENGTH_MAX) ?? '')
    return first !== '' && beginnings.some((text) => first.startsWith(text))
  }
  const kept: SheetRow[] = []
  const ignored: SheetRow[] = []
  for (const row of rows) (isIgnored(row) ? ignored : kept).push(row)
  return { rows: kept, ignored }
}

/** What a profile recognises rows by is shorter. */
const BEGINNING_LENGTH_MAX = 500

export function noteIgnored(ignored: readonly SheetRow[], at: Partial<Problem>): Problem[] {
  const [first] = ignored
  if (!first) return []
  const found = ignored.map(joinCells).join(' ⏎ ')
  return [createProblem('rows-ignored', { ...at, row: first.row }, { found, params: { count: ignored.length } })]
}

/**
 * Rows with nothing but a name are above the rows of their group: their names fill a column of their own. Mutates the
 * sheet. A name below which nothing follows stays a row, and is refused as no record.
 */
export function fillGroups(sheet: Sheet, header: string): Problem[] {
  const last = sheet.rows.map(isGroupName).lastIndexOf(false)
  let group = ''
  const names: SheetRow[] = []
  const rows: SheetRow[] = []
  for (const [index, row] of sheet.rows.entries()) {
    if (index < last && isGroupName(row)) {
      group = joinCells(row).trim()
      names.push(row)
    } else {
      const kinds = row.kinds && [...padKinds(row.kinds, sheet.headers.length), 'text' as const]
      rows.push({ ...row, cells: [...row.cells, group], ...(kinds ? { kinds } : {}) })
    }
  }
  sheet.rows = rows
  sheet.headers.push(header)
  const [first] = names
  if (!first) return []
  const at = { file: sheet.file, sheet: sheet.sheet, row: first.row, columnName: header }
  const found = names.map(joinCells).join(' | ')
  return [createProblem('rows-grouped', at, { found, params: { count: names.length } })]
}

function padKinds<T>(kinds: readonly T[], length: number): (T | 'empty')[] {
  return Array.from({ length }, (_, index) => kinds[index] ?? 'empty')
}

/** One cell, and words in it. */
function isGroupName({ cells }: SheetRow): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length === 1 && /\p{L}/u.test(filled[0] ?? '')
}
