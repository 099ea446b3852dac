import type { Row, Value } from '../../contracts/row.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import { sumLabelOf } from '../../read/sum-label.ts'
import { isWithin, sumExactly, toleranceOfSum } from '../../text/decimal.ts'
import { groupBy } from '../group-by.ts'
import { type ChecksumContext, countPrintedDecimals } from './checksums.ts'
import { listSummedColumns, type Summed } from './stated.ts'
import { liesIn } from './sum-rows.ts'

/** The counts of one record, a number for each summed column. */
interface Counted {
  first: Row
  counts: readonly (number | null)[]
}

/** Fewer records than this can hardly be parts and their sum. */
const ROWS_MIN = 3
/** A sum that is smaller may be equal by chance. */
const SUM_MIN = 10
/** The same for one column alone, in a row between others: sums are the first or the last row. */
const SUM_INSIDE_MIN = 100

/**
 * Records that equal the sum of all others in every count, whatever they are called: 全部, 本市, Gesamt. Such a row is most
 * likely a sum that would be counted twice, so a person must list it as an exception. `made` are the rows of each record.
 */
export function findRowsEqualToOthers(made: readonly (readonly Row[])[], context: ChecksumContext): Problem[] {
  const { contract, match } = context
  const columns = listSummedColumns(contract, match).filter(({ index }) => index !== match.total?.index)
  if (columns.length === 0 || made.length < ROWS_MIN) return []
  const records = made.flatMap((rows) => countRow(rows, columns, contract.profile?.wide?.into))
  const decimals = columns.map((column) => countPrintedDecimals(column, context))
  const label = contract.key.find((id) => NAMED.has(contract.columns[id]?.type.kind ?? ''))
  const others = contract.key.filter((id) => id !== label && id !== contract.profile?.wide?.into)
  const groups = groupBy(records, ({ first }) => others.map((id) => first.values[id] ?? '').join('\u001F'))
  const compared = [records, ...(groups.size > 1 ? groups.values() : [])]
  const found = new Set(compared.flatMap((group) => findSums(group, { columns, decimals, context })))
  return [...found].map((record) => createEqualProblem(record, { columns, context }))
}

const NAMED = new Set(['text', 'place', 'list'])

function countRow(rows: readonly Row[], columns: readonly Summed[], into: string | undefined): Counted[] {
  const [first] = rows
  if (!first) return []
  const counts = columns.map(({ id, only }) => {
    const row = only === null ? first : rows.find(({ values }) => values[into ?? ''] === only)
    const value = row?.values[id]
    return typeof value === 'number' ? value : null
  })
  return [{ first, counts }]
}

interface Comparison {
  columns: readonly Summed[]
  /** Digits after the point that each column prints. */
  decimals: readonly number[]
  context: ChecksumContext
}

function findSums(records: readonly Counted[], { columns, decimals, context }: Comparison): Counted[] {
  if (records.length < ROWS_MIN) return []
  const totals = columns.map((_, index) => sumExactly(records.flatMap(({ counts }) => counts[index] ?? [])))
  const filled = columns.map((_, index) => records.filter(({ counts }) => (counts[index] ?? 0) !== 0).length)
  const isEqual = (value: number, index: number) => {
    const isWhole = context.contract.columns[columns[index]?.id ?? '']?.type.kind === 'integer'
    const tolerance = isWhole ? 0 : toleranceOfSum(records.length, decimals[index] ?? 0)
    return isWithin((totals[index] ?? 0) - value, value, tolerance)
  }
  return records
    .filter(({ counts }, at) => {
      const known = counts.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
      if (known.length === 0 || !known.every(({ value, index }) => isEqual(value, index))) return false
      // Two equal rows are each the sum of the other: a sum has two parts at least.
      const telling = known.filter(({ value, index }) => value > 0 && (filled[index] ?? 0) >= ROWS_MIN)
      const isAtEnd = at === 0 || at === records.length - 1
      const least = telling.length > 1 || isAtEnd ? SUM_MIN : SUM_INSIDE_MIN
      return telling.some(({ value }) => value >= least)
    })
    .filter((record) => !isMeant(record, records, context))
}

/** A row that its contract knows for a sum: the item 合计 of a list, the blank of a breakdown, the place of all others. */
function isMeant({ first }: Counted, records: readonly Counted[], { contract, places }: ChecksumContext): boolean {
  return Object.entries(contract.columns).some(([id, { type, blank }]) => {
    const value: Value = first.values[id] ?? null
    if (value === null) return false
    if (blank !== undefined && value === blank) return true
    if (type.kind === 'place')
      return records.every((record) => record.first === first || liesIn(record.first.values[id] ?? null, value, places))
    const item = type.kind === 'list' ? type.items.find(({ code }) => code === value) : undefined
    return item !== undefined && [item.code, item.zh, item.en].some((name) => sumLabelOf(name) !== null)
  })
}

function createEqualProblem({ first, counts }: Counted, { columns, context }: Omit<Comparison, 'decimals'>): Problem {
  const { contract, sheet, match } = context
  const named = contract.key.filter((id) => id !== contract.profile?.wide?.into)
  const cell = match.bindings.find(({ id }) => id === named[0]) ?? match.bindings[0]
  const line = sheet.rows.find(({ row }) => row === first.row)
  const label = (line?.cells[cell?.index ?? -1] ?? '').trim()
  const shown = columns.flatMap(({ header }, index) => (counts[index] === null ? [] : [`${header} ${counts[index]}`]))
  const params = {
    key: named.map((id) => String(first.values[id] ?? '')).join(' '),
    counts: `${shown.slice(0, COUNTS_SHOWN_MAX).join('、')}${shown.length > COUNTS_SHOWN_MAX ? ' …' : ''}`,
    tableRow: { zh: label, en: label },
  }
  const at = {
    dataset: contract.id,
    file: sheet.file,
    sheet: sheet.sheet,
    row: first.row,
    record: line?.record ?? null,
  }
  const where = cell ? { ...at, column: cell.index + 1, columnName: cell.header } : at
  return createProblem('row-equals-others', where, { found: label, params })
}

const COUNTS_SHOWN_MAX = 4
