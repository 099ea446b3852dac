import { minutesOf } from '../calendar/days.ts'
import { getFirstDay, getLastDay } from '../calendar/period.ts'
import { type ColumnData, type Columns, NO_MINUTE, readMinutes, valueAt } from '../contracts/columns.ts'
import { testOfAll } from '../contracts/conditions.ts'
import type { Condition, Where } from '../contracts/contract.ts'
import type { Value } from '../contracts/row.ts'

/** For each row 1 where it passes, else 0. Shared by all that ask for it, and so never written to. */
export type Mask = Uint8Array

/** Which rows pass which conditions. Each condition is tested once for all tables and measures that have it. */
export class Masks {
  readonly #columns: Columns
  readonly #period: string
  readonly #ofConditions = new Map<string, Mask>()
  readonly #ofWheres = new Map<string, Mask>()
  readonly #between = new Map<string, Float64Array>()

  constructor(columns: Columns, period: string) {
    this.#columns = columns
    this.#period = period
  }

  /** Null where every row passes. */
  maskOf(where: Where | undefined): Mask | null {
    if (where === undefined) return null
    const name = JSON.stringify(where)
    const mask = this.#ofWheres.get(name) ?? this.#ofAny(where)
    this.#ofWheres.set(name, mask)
    return mask
  }

  /** Minutes from one column to the other, NaN where a row lacks one of them. Computed once for all measures. */
  computeMinutesBetween(from: string, to: string): Float64Array {
    const name = `${from}\t${to}`
    const known = this.#between.get(name)
    if (known) return known
    const { rows } = this.#columns
    const minutes = readMinutes(this.#columns.get(to), rows)
    const starts = readMinutes(this.#columns.get(from), rows)
    for (let row = 0; row < rows; row += 1) minutes[row] = (minutes[row] ?? Number.NaN) - (starts[row] ?? Number.NaN)
    this.#between.set(name, minutes)
    return minutes
  }

  #ofAny(where: Where): Mask {
    // Without an alternative nothing passes.
    const [first = new Uint8Array(this.#columns.rows), ...others] = where.map((all) => this.#ofAll(all))
    return others.length === 0 ? first : others.reduce(unite, first)
  }

  #ofAll(conditions: readonly Condition[]): Mask {
    const [first, ...others] = conditions.map((condition) => this.#ofCondition(condition))
    return first === undefined ? new Uint8Array(this.#columns.rows).fill(1) : others.reduce(intersect, first)
  }

  #ofCondition(condition: Condition): Mask {
    const name = JSON.stringify(condition)
    const mask = this.#ofConditions.get(name) ?? this.#test(condition)
    this.#ofConditions.set(name, mask)
    return mask
  }

  #test(condition: Condition): Mask {
    const { rows } = this.#columns
    const column = this.#columns.get(condition.column)
    if ('notAfter' in condition) return this.#compare(condition)
    if (column.kind === 'coded') {
      const test = testOfAll<Value>([condition], { period: this.#period, getterOf: () => (value) => value })
      const holds = Uint8Array.from(column.values, (value) => Number(test(value)))
      const mask = new Uint8Array(rows)
      for (let row = 0; row < rows; row += 1) mask[row] = holds[column.codes[row] ?? -1] ?? 0
      return mask
    }
    if (column.kind === 'numbers') {
      return testNumbers(
        column.numbers,
        testOfAll<Value>([condition], { period: this.#period, getterOf: () => (value) => value }),
      )
    }
    const span = column.kind === 'minutes' ? this.#spanOf(condition) : null
    if (column.kind === 'minutes' && span) return maskBetween(column.minutes, span)
    const test = testOfAll<number>([condition], { period: this.#period, getterOf: () => (row) => valueAt(column, row) })
    return Uint8Array.from({ length: rows }, (_, row) => Number(test(row)))
  }

  /** The minutes between which a condition of time holds, both included; null for any other condition. */
  #spanOf(condition: Condition): { from: number; to: number } | null {
    if ('present' in condition) {
      return condition.present ? { from: NO_MINUTE + 1, to: MINUTE_LAST } : { from: NO_MINUTE, to: NO_MINUTE }
    }
    if (!('when' in condition)) return null
    const [first, last] = [minutesOf(getFirstDay(this.#period)), minutesOf(getLastDay(this.#period)) + DAY - 1]
    if (condition.when === 'before-period') return { from: NO_MINUTE + 1, to: first - 1 }
    return condition.when === 'after-period' ? { from: last + 1, to: MINUTE_LAST } : { from: first, to: last }
  }

  #compare(condition: Extract<Condition, { notAfter: string }>): Mask {
    const { rows } = this.#columns
    const [a, b] = [this.#columns.get(condition.column), this.#columns.get(condition.notAfter)]
    if (a.kind === 'minutes' && b.kind === 'minutes') return areNotAfter(a.minutes, b.minutes)
    const columns: Record<string, ColumnData> = { [condition.column]: a, [condition.notAfter]: b }
    const getterOf = (id: string) => (row: number) => valueAt(columns[id] ?? a, row)
    const test = testOfAll<number>([condition], { period: this.#period, getterOf })
    return Uint8Array.from({ length: rows }, (_, row) => Number(test(row)))
  }
}

const DAY = 24 * 60
const MINUTE_LAST = 0x7fff_ffff

/** Whole numbers below this are tested once. */
const SMALL = 1 << 10
const NOT_TESTED = 2

function testNumbers(numbers: Float64Array, test: (value: Value) => boolean): Mask {
  const known = new Uint8Array(SMALL).fill(NOT_TESTED)
  const mask = new Uint8Array(numbers.length)
  const ofBlank = Number(test(null))
  for (let row = 0; row < numbers.length; row += 1) {
    const number = numbers[row] ?? Number.NaN
    const small = number & (SMALL - 1)
    if (small !== number) {
      mask[row] = Number.isNaN(number) ? ofBlank : Number(test(number))
      continue
    }
    let holds = known[small] ?? NOT_TESTED
    if (holds === NOT_TESTED) {
      holds = Number(test(number))
      known[small] = holds
    }
    mask[row] = holds
  }
  return mask
}

function intersect(a: Mask, b: Mask): Mask {
  const mask = new Uint8Array(a.length)
  for (let row = 0; row < mask.length; row += 1) mask[row] = (a[row] ?? 0) & (b[row] ?? 0)
  return mask
}

function unite(a: Mask, b: Mask): Mask {
  const mask = new Uint8Array(a.length)
  for (let row = 0; row < mask.length; row += 1) mask[row] = (a[row] ?? 0) | (b[row] ?? 0)
  return mask
}

function maskBetween(minutes: Int32Array, { from, to }: { from: number; to: number }): Mask {
  const mask = new Uint8Array(minutes.length)
  for (let row = 0; row < minutes.length; row += 1) {
    const minute = minutes[row] ?? NO_MINUTE
    mask[row] = minute >= from && minute <= to ? 1 : 0
  }
  return mask
}

function areNotAfter(a: Int32Array, b: Int32Array): Mask {
  const mask = new Uint8Array(a.length)
  for (let row = 0; row < a.length; row += 1) {
    const left = a[row] ?? NO_MINUTE
    const right = b[row] ?? NO_MINUTE
    mask[row] = left !== NO_MINUTE && right !== NO_MINUTE && left <= right ? 1 : 0
  }
  return mask
}
