import type { Places } from '../../codes/places.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Row } from '../../contracts/row.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Sheet } from '../../read/sheet.ts'
import { halfUnitOf, isWithin, sumExactly, tidy, toleranceOfSum } from '../../text/decimal.ts'
import type { Lang } from '../../text/local-text.ts'
import type { Match } from '../header/match-headers.ts'
import { parseNumber } from '../values/number.ts'
import { countShownDecimals, decimalsOf as decimalsOfText } from '../values/shown-decimals.ts'
import { spansOf } from './spans.ts'
import type { Summed } from './stated.ts'
import { findStatedValue, listSummedColumns, readStated } from './stated.ts'
import type { Direction, SumRowsContext } from './sum-rows.ts'
import { candidatesOf, isOfNone, sumRowsContext } from './sum-rows.ts'
import type { TotalRow } from './total-row.ts'

export interface ChecksumContext {
  contract: Contract
  sheet: Sheet
  match: Match
  places: Places
}

/**
 * Puts the file's own sums against the sums of its rows. `groups` are the rows that each data record made, in order.
 */
export function checkTotals(
  totals: readonly TotalRow[],
  groups: readonly Row[][],
  context: ChecksumContext,
): { problems: Problem[]; refused: ReadonlySet<TotalRow> } {
  const { contract, places } = context
  const checked = totals.filter((checked) => checked.of !== 'part')
  const columns = listSummedColumns(contract, context.match).map((summedColumn) => ({
    ...summedColumn,
    decimals: countPrintedDecimals(summedColumn, context),
  }))
  const among = sumRowsContext({ contract, places, totals, groups })
  const checkDirection = (direction: Direction) =>
    checked.map((total) => ({ total, findings: checkSum(total, direction, { columns, among, context }) }))
  // 小计 comes after its rows or before them, consistently in the whole of a file.
  const upward = checkDirection('above')
  const downward = countContradicted(upward) === 0 ? upward : checkDirection('below')
  const best = countContradicted(downward) < countContradicted(upward) ? downward : upward
  const refused = new Set(
    best.filter(({ total, findings }) => total.isDoubtful && findings.length > 0).map((checked) => checked.total),
  )
  const problems = best.flatMap(({ total, findings }) => {
    if (refused.has(total)) return [rejectUnclear(total, context, findings[0])]
    return [...findings, ...checkRates(total, context)]
  })
  return { problems, refused }
}

/** Cells of a row of sums that hold something that cannot be read: they would check nothing. */
export function checkTotalCells(totals: readonly TotalRow[], context: ChecksumContext): Problem[] {
  const { contract, match } = context
  const rates = (contract.rules ?? []).flatMap((rule) => (rule.kind === 'rate' ? [rule.rate] : []))
  const rated = match.bindings.filter((binding) => rates.includes(binding.id))
  return totals
    .filter((checked) => checked.of !== 'part')
    .flatMap((total) =>
      [...listSummedColumns(contract, match), ...rated].flatMap((column) => {
        const stated = readStated(total, column, contract)
        if (stated === null || typeof stated === 'number') return []
        const found = total.cells[column.index] ?? ''
        const { rule, expected, params } = stated
        return [createProblem(rule, locationOf(total, column, context), { found, expected, params })]
      }),
    )
}

/** A row that is a sum by its label and a record by its other cells; `fault` is what is wrong with it as a sum. */
export function rejectUnclear(total: TotalRow, context: ChecksumContext, finding?: Problem): Problem {
  const at = locationOf(total, { index: total.index, header: context.sheet.headers[total.index] ?? '' }, context)
  if (total.of === 'part') return createProblem('part-unclear', at, { found: total.label })
  const { stated, sum, rows } = finding?.params ?? {}
  const numbers =
    stated === undefined
      ? NOTHING_SHOWN
      : {
          zh: `“${finding?.columnName}”写${stated}，而${sum}（所比的行：${textOf(rows, 'zh')}）`,
          en: `“${finding?.columnName}” says ${stated}, but ${sum} (rows compared: ${textOf(rows, 'en')})`,
        }
  return createProblem('total-unclear', at, { found: total.label, params: { numbers } })
}

const NOTHING_SHOWN = { zh: '各数也显不出是合计', en: 'its numbers do not show that it is a total' }

function textOf(value: Problem['params'][string] | undefined, lang: Lang): string {
  return typeof value === 'object' ? value[lang] : String(value)
}

function countContradicted(checked: readonly { findings: readonly Problem[] }[]): number {
  return checked.filter((checked) => checked.findings.length > 0).length
}

interface SumContext {
  columns: readonly (Summed & { decimals: number })[]
  among: SumRowsContext
  context: ChecksumContext
}

/** Nothing where the sum is that of some of the rows it may be of; else what is wrong with the likeliest. */
function checkSum(total: TotalRow, direction: Direction, { columns, among, context }: SumContext): Problem[] {
  let first: Problem[] | null = null
  const isNone = total.isDoubtful && isOfNone(total, among)
  for (const rows of candidatesOf(total, direction, among)) {
    const findings = checkSums(total, rows, { columns, context })
    const isChance = isNone || (total.isDoubtful && !total.isPlain && rows.length < 2)
    if (findings.length === 0 && !isChance) return []
    first ??= findings.length > 0 ? findings : [rejectUnclear(total, context)]
  }
  return first ?? []
}

function checkSums(
  total: TotalRow,
  rows: readonly Row[],
  { columns, context }: Pick<SumContext, 'columns' | 'context'>,
): Problem[] {
  const { contract } = context
  const into = contract.profile?.wide?.into ?? ''
  return columns.flatMap((column) => {
    const value = findStatedValue(total, column, contract)
    if (value === null) return []
    const part = column.only === null ? rows : rows.filter((row) => row.values[into] === column.only)
    const levels = groupByLevel(part, column.id, context)
    const sums = levels.map((numbers) => sumExactly(numbers))
    const isExact = contract.columns[column.id]?.type.kind === 'integer' && column.power === 0
    const tolerances = levels.map((numbers) => (isExact ? 0 : toleranceOfSum(numbers.length, column.decimals)))
    if (sums.some((sum, index) => isWithin(sum, value, tolerances[index] ?? 0))) return []
    const sum = sums[0] ?? 0
    const params = {
      label: total.label,
      stated: value,
      sum: sumText(levels[0] ?? [], sum),
      difference: tidy(value - sum),
      tolerance: tolerances[0] ?? 0,
      rows: rows.length === 0 ? NO_ROWS : spansOf(rows.map((row) => row.row)),
    }
    const found = total.cells[column.index] ?? ''
    return [
      createProblem('total-mismatch', locationOf(total, column, context), { found, expected: String(sum), params }),
    ]
  })
}

const NO_ROWS = { zh: '无', en: 'none' }

/**
 * The rate in a row of sums is made of that row's own numbers; it is neither the sum nor the mean of the rates above.
 */
function checkRates(total: TotalRow, context: ChecksumContext): Problem[] {
  const { contract, match } = context
  const findBinding = (id: string) => match.bindings.find((binding) => binding.id === id)
  return (contract.rules ?? []).flatMap((rule) => {
    if (rule.kind !== 'rate') return []
    const [rate, numerator, denominator] = [
      findBinding(rule.rate),
      findBinding(rule.numerator),
      findBinding(rule.denominator),
    ]
    if (!rate || !numerator || !denominator) return []
    const parsed = parseNumber(total.cells[rate.index] ?? '')
    const [above, below] = [findStatedValue(total, numerator, contract), findStatedValue(total, denominator, contract)]
    if (parsed.is === 'refused' || above === null || below === null || below === 0) return []
    const type = contract.columns[rule.rate]?.type
    const isRatio = type?.kind === 'percent' && type.as === 'ratio' && parsed.unit !== '%'
    const stated = tidy(parsed.value * (isRatio ? 100 : 1))
    const text = total.cells[rate.index] ?? ''
    const decimals = countShownDecimals(text, rate, contract) ?? 0
    const exact = (above / below) * rule.times
    if (isWithin(exact, stated, halfUnitOf(decimals))) return []
    const expected = Number(exact.toFixed(Math.max(0, decimals + 2)))
    const params = {
      label: total.label,
      stated,
      sum: `${above} ÷ ${below} × ${rule.times} = ${expected}`,
      difference: tidy(stated - expected),
      tolerance: halfUnitOf(decimals),
      rows: String(total.row),
    }
    const at = locationOf(total, rate, context)
    return [createProblem('total-mismatch', at, { found: text, expected: String(expected), params })]
  })
}

/** The finest digit that the column prints shows how far its numbers are rounded. */
export function countPrintedDecimals({ index, power }: Summed, { sheet }: ChecksumContext): number {
  const shown = sheet.rows.map(({ cells }) => decimalsOfText(cells[index] ?? '') ?? 0)
  return shown.reduce((most, value) => Math.max(most, value), 0) - power
}

/** Terms that are shown of a long sum. */
const TERMS_SHOWN_MAX = 8

function sumText(numbers: readonly number[], sum: number): string {
  if (numbers.length === 0) return String(sum)
  if (numbers.length > TERMS_SHOWN_MAX) return `Σ (${numbers.length}) = ${sum}`
  return `${numbers.join(' + ')} = ${sum}`
}

function locationOf(total: TotalRow, column: { index: number; header: string }, { contract, sheet }: ChecksumContext) {
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
function groupByLevel(rows: readonly Row[], id: string, { contract, places }: ChecksumContext): number[][] {
  const placeColumn = Object.keys(contract.columns).find((key) => contract.columns[key]?.type.kind === 'place')
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
  return [all, ...byLevel.values()]
}
