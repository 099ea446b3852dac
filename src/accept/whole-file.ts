import { hashRows } from '../check/period/column-hashes.ts'
import { findFarRows } from '../check/row/far-dates.ts'
import { findShiftedRows } from '../check/row/shifted-dates.ts'
import { listSummedColumns } from '../check/total/stated.ts'
import { type Columns, readMinutes } from '../contracts/columns.ts'
import type { Contract } from '../contracts/contract.ts'
import { ExactSum, toleranceOfSum } from '../text/decimal.ts'
import type { Head } from './file-head.ts'
import { NumbersPlan } from './numbers-plan.ts'
import type { PlannedColumn } from './plans.ts'

/** True where two rows have the same key, or look as if they had. */
export function hasRepeatedKeys(contract: Contract, columns: Columns): boolean {
  const { high, low } = hashRows(contract, columns, { ids: contract.key, blank: '' })
  const size = 2 ** Math.ceil(Math.log2(columns.rows * 2 + 2))
  const slots = new Int32Array(size)
  for (let row = 0; row < columns.rows; row += 1) {
    const a = high[row] ?? 0
    const b = low[row] ?? 0
    let slot = (a ^ (a >>> 16)) & (size - 1)
    for (let other = slots[slot] ?? 0; other !== 0; other = slots[slot] ?? 0) {
      if (high[other - 1] === a && low[other - 1] === b) return true
      slot = (slot + 1) & (size - 1)
    }
    slots[slot] = row + 1
  }
  return false
}

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
    const minutes = readMinutes(columns.get(id), columns.rows)
    return findShiftedRows(minutes).length > 0 || findFarRows(minutes).far.length > 0
  })
}

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
  const all = new Int32Array(columns.rows)
  if (hasSum(counts, { ofRows: all, count: 1 })) return true
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
