import type { Places } from '../codes/places.ts'
import type { Contract } from '../datasets/contract.ts'
import type { Row } from '../datasets/row.ts'
import type { Problem } from '../problems/problem.ts'
import { raise } from '../problems/raise.ts'
import type { Sheet } from '../read/sheet.ts'
import type { Match } from './headers.ts'
import type { TotalRow } from './totals.ts'
import { parseNumber } from './values/number.ts'

export interface ChecksumContext {
  contract: Contract
  sheet: Sheet
  match: Match
  places: Places
}

/** Puts the file's own sums against the sums of its rows. `groups` are the rows that each data record made, in order. */
export function judgeTotals(
  totals: readonly TotalRow[],
  groups: readonly Row[][],
  context: ChecksumContext,
): Problem[] {
  const problems: Problem[] = []
  let groupStart = 0
  for (const total of totals) {
    if (total.of === 'part') continue
    const rows = total.of === 'all' ? groups.flat() : groups.slice(groupStart, total.above).flat()
    if (total.of === 'group') groupStart = total.above
    problems.push(...judgeTotal(total, rows, context))
  }
  return problems
}

function judgeTotal(
  total: TotalRow,
  rows: readonly Row[],
  { contract, sheet, match, places }: ChecksumContext,
): Problem[] {
  const problems: Problem[] = []
  const wide = contract.profile?.wide
  const summed = [
    ...match.bindings.map(({ id, index, header, power }) => ({
      id,
      index,
      header,
      power,
      only: null as string | null,
    })),
    ...match.wide.map(({ index, header, code }) => ({ id: wide?.value ?? '', index, header, power: 0, only: code })),
  ]
  for (const { id, index, header, power, only } of summed) {
    const column = contract.columns[id]
    if (column?.privacy !== 'count' || (column.type.kind !== 'integer' && column.type.kind !== 'number')) continue
    const stated = parseNumber(total.cells[index] ?? '')
    if (stated.is === 'refused') continue
    const part = only === null ? rows : rows.filter((row) => row.values[wide?.into ?? ''] === only)
    const sums = sumsByLevel(part, id, { contract, places })
    const value = stated.value * 10 ** power
    if (sums.length === 0 || sums.some((sum) => isClose(sum, value))) continue
    const at = {
      dataset: contract.id,
      file: sheet.file,
      sheet: sheet.sheet,
      row: total.row,
      column: index + 1,
      columnName: header,
    }
    const params = {
      label: total.label,
      stated: value,
      sum: sums[0] ?? 0,
      difference: Number((value - (sums[0] ?? 0)).toPrecision(15)),
    }
    problems.push(raise('total-mismatch', at, { found: total.cells[index] ?? '', expected: String(sums[0]), params }))
  }
  return problems
}

/** Sum of all rows, and of each level of place by itself where a sheet holds a city and its districts together. */
function sumsByLevel(
  rows: readonly Row[],
  id: string,
  { contract, places }: { contract: Contract; places: Places },
): number[] {
  const placeColumn = Object.keys(contract.columns).find((one) => contract.columns[one]?.type.kind === 'place')
  const byLevel = new Map<string, number>()
  let all = 0
  for (const { values } of rows) {
    const value = values[id]
    if (typeof value !== 'number') continue
    all += value
    const level = placeColumn === undefined ? '' : (places.get(String(values[placeColumn]))?.level ?? '')
    byLevel.set(level, (byLevel.get(level) ?? 0) + value)
  }
  return rows.length === 0 ? [] : [all, ...byLevel.values()]
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-12
}
