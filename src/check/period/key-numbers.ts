import type { Contract } from '../../contracts/contract.ts'
import type { Row } from '../../contracts/row.ts'

/** The longest run of serial numbers among a file's keys: `HF2026100001` … `HF2026100575`. */
export interface KeyNumbers {
  /** Digits of the key that count on: 4 of the example. */
  digits: number
  /** The number of the first key. */
  first: number
  /** How many numbers lie between the first and the last and have no row; the first of them as keys. */
  gaps: number
  missing: string[]
  count: number
}

/** Digits that may count on; those before them name a month or a place. */
const DIGITS = [3, 4, 5, 6]
/** With fewer rows numbers follow each other by chance. */
const ROWS_MIN = 20
/** Missing numbers that are named. */
const NAMED_MAX = 5

/** The column whose texts are numbered: the only key, where it is a text. */
export function findNumberedColumn({ key, columns }: Contract): string | null {
  const [id] = key
  return id !== undefined && key.length === 1 && columns[id]?.type.kind === 'text' ? id : null
}

/** Serial numbers by each length that they may have; whether they count on without a gap shows only beside other files. */
export function keyNumbersOf(contract: Contract, rows: readonly Row[]): KeyNumbers[] {
  const id = findNumberedColumn(contract)
  return id === null || rows.length < ROWS_MIN
    ? []
    : keyNumbersOfTexts(rows.map(({ values }) => String(values[id] ?? '')))
}

/** Keys that are not of the form of the first, letters before a number, are left aside. */
function keyNumbersOfTexts(keys: readonly string[]): KeyNumbers[] {
  const form = formOf(keys[0] ?? '')
  if (form === null) return []
  const numbers = new Float64Array(keys.length)
  let count = 0
  for (const key of keys) {
    if (key.length !== form.head.length + form.tail || !key.startsWith(form.head)) continue
    const digits = key.slice(form.head.length)
    if (DIGITS_ALONE.test(digits)) numbers[count++] = Number(digits)
  }
  return keyNumbersOfTails(numbers.subarray(0, count).sort(), form)
}

/** What is before the number of a key, and how many digits that has; null where a key has another form. */
interface KeyForm {
  head: string
  tail: number
}

export function formOf(key: string): KeyForm | null {
  const [, head, digits] = NUMBERED.exec(key) ?? []
  return head === undefined || digits === undefined ? null : { head, tail: digits.length }
}

/** Text without digits, then digits. A number of more digits is not kept exactly. */
const NUMBERED = /^(\D*)(\d{3,15})$/
const DIGITS_ALONE = /^\d+$/

/** The same of the numbers of keys of one form, sorted. */
export function keyNumbersOfTails(sorted: Float64Array, { head, tail }: KeyForm): KeyNumbers[] {
  if (sorted.length < ROWS_MIN) return []
  return DIGITS.filter((digits) => digits <= tail).flatMap(
    (digits) => findLongestRun(sorted, { digits, head, tail }) ?? [],
  )
}

/** The group of numbers that share what is before their last digits and is the largest. */
function findLongestRun(
  sorted: Float64Array,
  { digits, head, tail }: { digits: number; head: string; tail: number },
): KeyNumbers | null {
  const size = 10 ** digits
  let [start, length] = [0, 0]
  for (let from = 0; from < sorted.length; ) {
    const group = Math.floor((sorted[from] ?? 0) / size)
    const to = findBehind(sorted, from, (group + 1) * size)
    if (to - from > length) [start, length] = [from, to - from]
    from = to
  }
  if (length < ROWS_MIN) return null
  const run = sorted.subarray(start, start + length)
  const [first = 0, last = 0] = [run[0], run.at(-1)]
  const textOf = (number: number) => head + String(number).padStart(tail, '0')
  return {
    digits,
    first: first % size,
    gaps: last - first + 1 - length,
    // A run without gaps is not walked.
    missing: last - first + 1 > length ? namesOfMissing(run).map(textOf) : [],
    count: length,
  }
}

/** Index of the first number from `from` on that is not below the limit: steps that double, then halves. */
function findBehind(sorted: Float64Array, from: number, limit: number): number {
  let [low, step] = [from, 1]
  while (low + step < sorted.length && (sorted[low + step] ?? limit) < limit) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, sorted.length)
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? limit) < limit) low = middle
    else high = middle
  }
  return high
}

function namesOfMissing(run: Float64Array): number[] {
  const missing: number[] = []
  for (let at = 1; at < run.length && missing.length < NAMED_MAX; at += 1) {
    const [before = 0, number = 0] = [run[at - 1], run[at]]
    for (let gap = before + 1; gap < number && missing.length < NAMED_MAX; gap += 1) missing.push(gap)
  }
  return missing
}
