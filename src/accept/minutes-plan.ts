import { countDaysBefore, countDaysInMonth, minutesOf } from '../calendar/days.ts'
import { type MinutesColumn, NO_MINUTE } from '../contracts/columns.ts'
import type { Value } from '../contracts/row.ts'
import {
  type CellPlan,
  copyRows,
  gather,
  lengthen,
  NOT_ACCEPTED,
  type PlanRows,
  releaseMemory,
  ZERO,
} from './cell-plan.ts'
import { MinutesColumnOfKernel } from './kernel/kernel-column.ts'

/** Times as `2026-10-12 09:30` or `2026-10-12 09:30:00`; nothing else is accepted. */
export class MinutesPlan implements CellPlan {
  readonly #ends: Uint8Array
  /** True where a cell may be empty. */
  readonly #isOptional: boolean
  #minutes = new Int32Array(0)
  /** Minutes before each month that has been met, by year and month; 0 where none has. */
  readonly #months = new Int32Array((YEAR_LAST - YEAR_FIRST + 1) * 16)
  readonly #lengths = new Uint8Array((YEAR_LAST - YEAR_FIRST + 1) * 16)

  constructor({ ends, isOptional }: { ends: Uint8Array; isOptional: boolean }) {
    this.#ends = ends
    this.#isOptional = isOptional
    for (let year = YEAR_FIRST; year <= YEAR_LAST; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const index = (year - YEAR_FIRST) * 16 + month
        this.#months[index] = countDaysBefore(year, month, 1) * MINUTES_A_DAY
        this.#lengths[index] = countDaysInMonth(year, month)
      }
    }
  }

  scan(bytes: Uint8Array, at: number, row: number): number {
    if (this.#ends[bytes[at] ?? 0] === 1) {
      if (!this.#isOptional) return NOT_ACCEPTED
      this.#minutes[row] = NO_MINUTE
      return at
    }
    const hasSigns =
      bytes[at + 4] === DASH && bytes[at + 7] === DASH && bytes[at + 10] === SPACE && bytes[at + 13] === COLON
    if (!hasSigns) return NOT_ACCEPTED
    const [century, years] = [pair(bytes, at), pair(bytes, at + 2)]
    const [month, day] = [pair(bytes, at + 5), pair(bytes, at + 8)]
    const [hour, minute] = [pair(bytes, at + 11), pair(bytes, at + 14)]
    // A pair that holds anything but digits is negative.
    if ((century | years | month | day | hour | minute) < 0) return NOT_ACCEPTED
    const year = century * 100 + years
    if (year < YEAR_FIRST || year > YEAR_LAST || month < 1 || month > 12 || hour > 23 || minute > 59)
      return NOT_ACCEPTED
    const index = (year - YEAR_FIRST) * 16 + month
    if (day < 1 || day > (this.#lengths[index] ?? 0)) return NOT_ACCEPTED
    this.#minutes[row] = (this.#months[index] ?? 0) + (day - 1) * MINUTES_A_DAY + hour * 60 + minute
    const end = at + LENGTH
    if (this.#ends[bytes[end] ?? 0] === 1) return end
    const hasNoSeconds = bytes[end] === COLON && bytes[end + 1] === ZERO && bytes[end + 2] === ZERO
    return hasNoSeconds && this.#ends[bytes[end + 3] ?? 0] === 1 ? end + 3 : NOT_ACCEPTED
  }

  buildKernelColumn(): MinutesColumnOfKernel {
    return new MinutesColumnOfKernel({
      isOptional: this.#isOptional,
      months: this.#months,
      lengths: this.#lengths,
      take: (minutes, taken) => copyRows(this.#minutes, minutes, taken),
    })
  }

  store(row: number, value: Value): boolean {
    if (typeof value !== 'string' && value !== null) return false
    const year = value === null ? YEAR_FIRST : Number(value.slice(0, 4))
    if (year < YEAR_FIRST || year > YEAR_LAST) return false
    this.#minutes[row] = value === null ? NO_MINUTE : minutesOf(value)
    return true
  }

  grow(rows: number): void {
    this.#minutes = lengthen(this.#minutes, rows)
  }

  giveRows(rows: number): PlanRows {
    return { kind: 'minutes', minutes: this.#minutes.subarray(0, rows) }
  }

  takeRows(given: PlanRows, row: number): boolean {
    if (given.kind !== 'minutes') return false
    this.#minutes.set(given.minutes, row)
    return true
  }

  release(): void {
    releaseMemory(this.#minutes)
  }

  buildColumn(from: number, to: number): MinutesColumn {
    return { kind: 'minutes', minutes: this.#minutes.subarray(from, to) }
  }

  finish(kept: Int32Array | null, rows: number): MinutesColumn {
    return { kind: 'minutes', minutes: gather(this.#minutes, kept, rows) }
  }
}

const YEAR_FIRST = 1900
const YEAR_LAST = 2199
const MINUTES_A_DAY = 24 * 60
const LENGTH = 'YYYY-MM-DD HH:mm'.length
const DASH = 0x2d
const SPACE = 0x20
const COLON = 0x3a

/** The number of two digits; below zero where they are none. */
function pair(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - ZERO
  const ones = (bytes[at + 1] ?? 0) - ZERO
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones
}
