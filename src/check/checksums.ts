import type { Places } from '../codes/places.ts'
import type { Contract } from '../datasets/contract.ts'
import type { Row } from '../datasets/row.ts'
import type { Problem } from '../problems/problem.ts'
import { raise } from '../problems/raise.ts'
import type { Sheet } from '../read/sheet.ts'
import type { Match } from './headers.ts'
import { decimalsOf, halfUnit, isWithin, shownDecimals, sumTolerance, tidy } from './rounding.ts'
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
    problems.push(...judgeSums(total, rows, context), ...judgeRates(total, context))
  }
  return problems
}

/** A column of a sheet whose numbers may be added. */
interface Summed {
  id: string
  index: number
  header: string
  power: number
  /** Wide tables: the code of this column; its rows alone are added. */
  only: string | null
}

function judgeSums(total: TotalRow, rows: readonly Row[], context: ChecksumContext): Problem[] {
  const { contract } = context
  const into = contract.profile?.wide?.into ?? ''
  return summedColumns(context).flatMap((column) => {
    const value = statedValue(total, column)
    if (value === null) return []
    const part = column.only === null ? rows : rows.filter((row) => row.values[into] === column.only)
    const levels = numbersByLevel(part, column.id, context)
    const tolerances = levels.map((numbers) => sumTolerance(numbers.length, decimalsOfColumn(column, context)))
    const sums = levels.map((numbers) => numbers.reduce((sum, one) => sum + one, 0))
    const isExact = contract.columns[column.id]?.type.kind === 'integer' && column.power === 0
    if (sums.length === 0) return []
    if (sums.some((sum, index) => isWithin(sum, value, isExact ? 0 : (tolerances[index] ?? 0)))) return []
    const sum = tidy(sums[0] ?? 0)
    const params = {
      label: total.label,
      stated: value,
      sum: sumText(levels[0] ?? [], sum),
      difference: tidy(value - sum),
      tolerance: isExact ? 0 : (tolerances[0] ?? 0),
    }
    const found = total.cells[column.index] ?? ''
    return [raise('total-mismatch', placeOf(total, column, context), { found, expected: String(sum), params })]
  })
}

/** The rate that stands in a row of sums is made of that row's own numbers, and is no sum and no mean of the rates above. */
function judgeRates(total: TotalRow, context: ChecksumContext): Problem[] {
  const { contract, match } = context
  const bound = (id: string) => match.bindings.find((one) => one.id === id)
  return (contract.rules ?? []).flatMap((rule) => {
    if (rule.kind !== 'rate') return []
    const [rate, numerator, denominator] = [bound(rule.rate), bound(rule.numerator), bound(rule.denominator)]
    if (!rate || !numerator || !denominator) return []
    const parsed = parseNumber(total.cells[rate.index] ?? '')
    const [above, below] = [statedValue(total, numerator), statedValue(total, denominator)]
    if (parsed.is === 'refused' || above === null || below === null || below === 0) return []
    const type = contract.columns[rule.rate]?.type
    const isRatio = type?.kind === 'percent' && type.as === 'ratio' && parsed.unit !== '%'
    const stated = tidy(parsed.value * (isRatio ? 100 : 1))
    const text = total.cells[rate.index] ?? ''
    const decimals = shownDecimals(text, rate, contract) ?? 0
    const exact = (above / below) * rule.times
    if (isWithin(exact, stated, halfUnit(decimals))) return []
    const expected = Number(exact.toFixed(Math.max(0, decimals + 2)))
    const params = {
      label: total.label,
      stated,
      sum: `${above} ÷ ${below} × ${rule.times} = ${expected}`,
      difference: tidy(stated - expected),
      tolerance: halfUnit(decimals),
    }
    const at = placeOf(total, rate, context)
    return [raise('total-mismatch', at, { found: text, expected: String(expected), params })]
  })
}

function summedColumns({ contract, match }: ChecksumContext): Summed[] {
  const value = contract.profile?.wide?.value ?? ''
  const all: Summed[] = [
    ...match.bindings.map((binding) => ({ ...binding, only: null })),
    ...match.wide.map(({ index, header, code, power }) => ({ id: value, index, header, power, only: code })),
    ...(match.total ? [{ id: value, ...match.total, only: null }] : []),
  ]
  return all.filter(({ id }) => {
    const column = contract.columns[id]
    return column?.privacy === 'count' && (column.type.kind === 'integer' || column.type.kind === 'number')
  })
}

function statedValue(total: TotalRow, { index, power }: { index: number; power: number }): number | null {
  const stated = parseNumber(total.cells[index] ?? '')
  return stated.is === 'refused' ? null : tidy(stated.value * 10 ** power)
}

/** The finest digit that the column prints says how far its numbers are rounded. */
function decimalsOfColumn({ index, power }: Summed, { sheet }: ChecksumContext): number {
  const shown = sheet.rows.map(({ cells }) => decimalsOf(cells[index] ?? '') ?? 0)
  return shown.reduce((most, one) => Math.max(most, one), 0) - power
}

/** Terms that are shown of a long sum. */
const TERMS_SHOWN_MAX = 8

function sumText(numbers: readonly number[], sum: number): string {
  if (numbers.length > TERMS_SHOWN_MAX) return `Σ (${numbers.length}) = ${sum}`
  return `${numbers.join(' + ')} = ${sum}`
}

function placeOf(total: TotalRow, column: { index: number; header: string }, { contract, sheet }: ChecksumContext) {
  const { file, sheet: name } = sheet
  return {
    dataset: contract.id,
    file,
    sheet: name,
    row: total.row,
    column: column.index + 1,
    columnName: column.header,
  }
}

/** Numbers of all rows, and of each level of place by itself where a sheet holds a city and its districts together. */
function numbersByLevel(rows: readonly Row[], id: string, { contract, places }: ChecksumContext): number[][] {
  const placeColumn = Object.keys(contract.columns).find((one) => contract.columns[one]?.type.kind === 'place')
  const byLevel = new Map<string, number[]>()
  const all: number[] = []
  for (const { values } of rows) {
    const value = values[id]
    if (typeof value !== 'number') continue
    all.push(value)
    const level = placeColumn === undefined ? '' : (places.get(String(values[placeColumn]))?.level ?? '')
    const numbers = byLevel.get(level) ?? []
    numbers.push(value)
    byLevel.set(level, numbers)
  }
  return rows.length === 0 ? [] : [all, ...byLevel.values()]
}
