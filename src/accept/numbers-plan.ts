import type { NumbersColumn } from '../contracts/columns.ts'
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
import { NumbersColumnOfKernel } from './kernel/kernel-column.ts'

interface NumberForm {
  ends: Uint8Array
  isOptional: boolean
  /** Decimals that a cell may have. */
  decimalsMax: number
  min: number
  max: number
}

/** Plain numbers: digits without zeros before them, and, where the column takes them, a point and a few decimals. */
export class NumbersPlan implements CellPlan {
  readonly #form: NumberForm
  #numbers = new Float64Array(0)
  /** The most decimals of a cell. */
  decimals = 0

  constructor(form: NumberForm) {
    this.#form = form
  }

  scan(bytes: Uint8Array, at: number, row: number): number {
    const { ends, isOptional, min, max } = this.#form
    let end = at
    let value = 0
    for (let digit = (bytes[end] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[end] ?? 0) - ZERO) {
      value = value * 10 + digit
      end += 1
    }
    const digits = end - at
    if (digits === 0) {
      if (!isOptional || ends[bytes[at] ?? 0] === 0) return NOT_ACCEPTED
      this.#numbers[row] = Number.NaN
      return at
    }
    if (digits > DIGITS_MAX || (digits > 1 && bytes[at] === ZERO)) return NOT_ACCEPTED
    if (bytes[end] === POINT) {
      const start = end + 1
      end = start
      for (let digit = (bytes[end] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[end] ?? 0) - ZERO) {
        value = value * 10 + digit
        end += 1
      }
      const decimals = end - start
      if (decimals === 0 || decimals > this.#form.decimalsMax || digits + decimals > DIGITS_MAX) return NOT_ACCEPTED
      // Both are exact, so that the quotient is the number nearest to the written number.
      value /= POWERS[decimals] ?? 1
      if (decimals > this.decimals) this.decimals = decimals
    }
    if (ends[bytes[end] ?? 0] === 0 || value < min || value > max) return NOT_ACCEPTED
    this.#numbers[row] = value
    return end
  }

  buildKernelColumn(): NumbersColumnOfKernel {
    return new NumbersColumnOfKernel({
      ...this.#form,
      powers: POWERS,
      take: (numbers, decimals, taken) => {
        copyRows(this.#numbers, numbers, taken)
        this.decimals = Math.max(this.decimals, decimals)
      },
    })
  }

  store(row: number, value: Value): boolean {
    if (typeof value === 'string') return false
    this.#numbers[row] = value ?? Number.NaN
    return true
  }

  grow(rows: number): void {
    this.#numbers = lengthen(this.#numbers, rows)
  }

  giveRows(rows: number): PlanRows {
    return { kind: 'numbers', numbers: this.#numbers.subarray(0, rows), decimals: this.decimals }
  }

  takeRows(given: PlanRows, row: number): boolean {
    if (given.kind !== 'numbers') return false
    this.#numbers.set(given.numbers, row)
    this.decimals = Math.max(this.decimals, given.decimals)
    return true
  }

  release(): void {
    releaseMemory(this.#numbers)
  }

  buildColumn(from: number, to: number): NumbersColumn {
    return { kind: 'numbers', numbers: this.#numbers.subarray(from, to) }
  }

  finish(kept: Int32Array | null, rows: number): NumbersColumn {
    return { kind: 'numbers', numbers: gather(this.#numbers, kept, rows) }
  }
}

const POINT = 0x2e
/** A double holds whole numbers of 15 digits exactly. */
const DIGITS_MAX = 15
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6]
export const DECIMALS_MAX = POWERS.length - 1
