import { hashRows } from '../check/period/column-hashes.ts'
import { MINUTES_A_DAY } from '../check/row/dates-of-column.ts'
import { FAR_DAYS, findFarRows } from '../check/row/far-dates.ts'
import { findShiftedRows, SHIFTED_DAYS_MIN } from '../check/row/shifted-dates.ts'
import { listSummedColumns } from '../check/total/stated.ts'
import { type Columns, NO_MINUTE, readMinutes } from '../contracts/columns.ts'
import type { Contract } from '../contracts/contract.ts'
import { ExactSum, toleranceOfSum } from '../text/decimal.ts'
import type { Vectors } from '../vectors/vectors.ts'
import type { Head } from './file-head.ts'
import { NumbersPlan } from './numbers-plan.ts'
import type { PlannedColumn } from './plans.ts'

/** True where two values of a key differ in nothing but the case of their letters: the checker reports them. */
export function hasCaseTwins({ key }: Contract, columns: Columns): boolean {
  return key.some((id) => {
    const data = columns.get(id)
    if (data.kind !== 'coded') return false
    return new Set(data.values.map((value) => String(value ?? '').toLowerCase())).size < data.values.length
  })
}

/** True where dates of a column may be those of a program that ignores a workbook's date system, or lie far from all others. */
export function hasOddDates({ columns: declared }: Contract, columns: Columns, planned: readonly PlannedColumn[]) {
  const isDate = (id: string) => ['date', 'datetime'].includes(declared[id]?.type.kind ?? '')
  return planned.some(({ id }) => {
    if (id === null || !isDate(id)) return false
    const data = columns.get(id)
    if (data.kind === 'minutes' && isClose(data.minutes, columns.vectors)) return false
    const minutes = readMinutes(data, columns.rows)
    return findShiftedRows(minutes).length > 0 || findFarRows(minutes).far.length > 0
  })
}

/** Days over which no date can lie far from the others, nor be shifted. */
const CLOSE_DAYS = Math.min(FAR_DAYS, SHIFTED_DAYS_MIN) - 1

function isClose(minutes: Int32Array, vectors: Vectors): boolean {
  const earliest = vectors.findEarliest(minutes, minutes.length)
  return vectors.findLatest(minutes, minutes.length, NO_MINUTE + 1, MINUTE_LAST) - earliest < CLOSE_DAYS * MINUTES_A_DAY
}

const MINUTE_LAST = 0x7fff_ffff

/** Fewer rows are no sum and its parts; no lesser number is taken for a sum. */
const ROWS_MIN = 3
const SUM_MIN = 10
/** Wider than any comparison of sums, so that none is passed over. */
const NOISE = 1e-9

/**
 * True where a row may equal the sum of all others in every count, among all rows or among those that share the rest of
 * their key: then the checker decides. Null where a count is no plain number.
 */
export function mayHoldSums(
  contract: Contract,
  columns: Columns,
  { opened, planned }: { opened: Head['opened']; planned: readonly PlannedColumn[] },
): boolean | null {
  const summed = listSummedColumns(contract, opened.match)
  if (summed.length === 0 || columns.rows < ROWS_MIN) return false
  const counts: Counted[] = []
  for (const { id, index } of summed) {
    const plan = planned[index]?.plan
    const data = columns.get(id)
    if (!(plan instanceof NumbersPlan) || data.kind !== 'numbers') return null
    counts.push({
      numbers: data.numbers,
      decimals: contract.columns[id]?.type.kind === 'integer' ? null : plan.decimals,
    })
  }
  const label = contract.key.find((id) => NAMED.has(contract.columns[id]?.type.kind ?? ''))
  const others = contract.key.filter((id) => id !== label)
  const isSpread = counts.every((counted) => isFarBelowSum(counted, columns))
  if (!isSpread && hasSum(counts, { ofRows: new Int32Array(columns.rows), count: 1 })) return true
  return others.length > 0 && hasSum(counts, groupByKey(contract, columns, others))
}

const NAMED: ReadonlySet<string> = new Set(['text', 'place', 'list'])

interface Counted {
  numbers: Float64Array
  /** Null for whole numbers, which are compared exactly. */
  decimals: number | null
}

interface Grouped {
  ofRows: Int32Array
  count: number
}

function groupByKey(contract: Contract, columns: Columns, ids: readonly string[]): Grouped {
  const { high, low } = hashRows(contract, columns, { ids, blank: '' })
  const known = new Map<string, number>()
  const ofRows = new Int32Array(columns.rows)
  for (let row = 0; row < columns.rows; row += 1) {
    const name = `${high[row]} ${low[row]}`
    const group = known.get(name) ?? known.size
    known.set(name, group)
    ofRows[row] = group
  }
  return { ofRows, count: known.size }
}

/** More than sums of doubles differ by the order of their parts, and more than `NOISE`. */
const SUM_NOISE = 1e-6

/** True where no number is near half of the sum of all: then none is the sum of the others. */
function isFarBelowSum({ numbers, decimals }: Counted, { rows, vectors }: Columns): boolean {
  const sum = vectors.sumNumbers(numbers, rows)
  const tolerance = decimals === null ? 0 : toleranceOfSum(rows, decimals)
  return sum - 2 * vectors.findMost(numbers, rows) > tolerance + SUM_NOISE * Math.max(1, sum)
}

function hasSum(counts: readonly Counted[], { ofRows, count }: Grouped): boolean {
  const sizes = new Int32Array(count)
  for (let row = 0; row < ofRows.length; row += 1) {
    const group = ofRows[row] ?? 0
    sizes[group] = (sizes[group] ?? 0) + 1
  }
  const totals = counts.map(({ numbers }) => {
    const sums = Array.from({ length: count }, () => new ExactSum())
    for (let row = 0; row < numbers.length; row += 1) {
      const number = numbers[row] ?? Number.NaN
      if (!Number.isNaN(number)) sums[ofRows[row] ?? 0]?.add(number)
    }
    return sums.map((sum) => sum.value)
  })
  const mayBeSum = (row: number): boolean => {
    const group = ofRows[row] ?? 0
    const size = sizes[group] ?? 0
    if (size < ROWS_MIN) return false
    let most = 0
    for (let index = 0; index < counts.length; index += 1) {
      const { numbers, decimals } = counts[index] ?? NOTHING
      const number = numbers[row] ?? Number.NaN
      if (Number.isNaN(number)) continue
      const rest = (totals[index]?.[group] ?? 0) - number
      const tolerance = decimals === null ? 0 : toleranceOfSum(size, decimals)
      if (Math.abs(rest - number) > tolerance + NOISE * Math.max(1, Math.abs(rest), number)) return false
      most = Math.max(most, number)
    }
    return most >= SUM_MIN
  }
  for (let row = 0; row < ofRows.length; row += 1) if (mayBeSum(row)) return true
  return false
}

const NOTHING: Counted = { numbers: new Float64Array(), decimals: null }
