import { minutesOf } from '../calendar/days.ts'
import { getFirstDay, getLastDay } from '../calendar/period.ts'
import { type ColumnData, type Columns, NO_MINUTE, readMinutes, valueAt } from '../contracts/columns.ts'
import { testOfAll } from '../contracts/conditions.ts'
import type { Condition, Where } from '../contracts/contract.ts'
import type { Value } from '../contracts/row.ts'
import { type Mask, NOT_TESTED, SMALL } from '../vectors/loops.ts'

export type { Mask } from '../vectors/loops.ts'

/**
 * Which rows pass which conditions. Each condition is tested once for all tables and measures that have it: masks are shared,
 * and so never written to.
 */
export class Masks {
  readonly #columns: Columns
  readonly #period: string
  readonly #ofConditions = new Map<string, Mask>()
  readonly #ofWheres = new Map<string, Mask>()
  readonly #between = new Map<string, Float64Array>()
  #all: Mask | null = null

  constructor(columns: Columns, period: string) {
    this.#columns = columns
    this.#period = period
  }

  /** The mask that every row passes. */
  get all(): Mask {
    this.#all ??= this.#columns.vectors.allocateBytes(this.#columns.rows).fill(1)
    return this.#all
  }

  /** Null where every row passes. */
  maskOf(where: Where | undefined): Mask | null {
    if (where === undefined) return null
    const name = JSON.stringify(where)
    const mask = this.#ofWheres.get(name) ?? this.#maskAny(where)
    this.#ofWheres.set(name, mask)
    return mask
  }

  /** Minutes from one column to the other, NaN where a row lacks one of them. Computed once for all measures. */
  computeMinutesBetween(from: string, to: string): Float64Array {
    const name = `${from}\t${to}`
    const known = this.#between.get(name)
    if (known) return known
    const minutes = this.#subtract(to, from)
    this.#between.set(name, minutes)
    return minutes
  }

  #subtract(to: string, from: string): Float64Array {
    const { rows, vectors } = this.#columns
    const [end, start] = [this.#columns.get(to), this.#columns.get(from)]
    if (end.kind === 'minutes' && start.kind === 'minutes') {
      const minutes = vectors.allocateDoubles(rows)
      vectors.subtract(end.minutes, start.minutes, rows, minutes)
      return minutes
    }
    const [minutes, starts] = [readMinutes(end, rows), readMinutes(start, rows)]
    for (let row = 0; row < rows; row += 1) minutes[row] = (minutes[row] ?? Number.NaN) - (starts[row] ?? Number.NaN)
    return minutes
  }

  #maskAny(where: Where): Mask {
    // Without an alternative nothing passes.
    const [first = this.#columns.vectors.allocateBytes(this.#columns.rows), ...others] = where.map((all) =>
      this.#maskAll(all),
    )
    return others.length === 0 ? first : others.reduce((a, b) => this.#join('unite', a, b), first)
  }

  #maskAll(conditions: readonly Condition[]): Mask {
    const [first, ...others] = conditions.map((condition) => this.#maskCondition(condition))
    return first === undefined ? this.all : others.reduce((a, b) => this.#join('intersect', a, b), first)
  }

  #join(how: 'unite' | 'intersect', a: Mask, b: Mask): Mask {
    const { rows, vectors } = this.#columns
    const mask = vectors.allocateBytes(rows)
    vectors[how](a, b, rows, mask)
    return mask
  }

  #maskCondition(condition: Condition): Mask {
    const name = JSON.stringify(condition)
    const mask = this.#ofConditions.get(name) ?? this.#test(condition)
    this.#ofConditions.set(name, mask)
    return mask
  }

  #test(condition: Condition): Mask {
    const { rows, vectors } = this.#columns
    const column = this.#columns.get(condition.column)
    if ('notAfter' in condition) return this.#compare(condition)
    const test = testOfAll<Value>([condition], { period: this.#period, getterOf: () => (value) => value })
    const mask = vectors.allocateBytes(rows)
    if (column.kind === 'coded') {
      const holds = vectors.hold(Uint8Array.from(column.values, (value) => Number(test(value))))
      vectors.maskCodes(column.codes, holds, rows, mask)
      return mask
    }
    if (column.kind === 'numbers') return this.#testNumbers(column.numbers, test, mask)
    const span = column.kind === 'minutes' ? this.#spanOf(condition) : null
    if (column.kind === 'minutes' && span) vectors.maskBetween(column.minutes, rows, span.from, span.to, mask)
    else for (let row = 0; row < rows; row += 1) mask[row] = Number(test(valueAt(column, row)))
    return mask
  }

  /** Mutates the mask. */
  #testNumbers(numbers: Float64Array, test: (value: Value) => boolean, mask: Mask): Mask {
    const { rows, vectors } = this.#columns
    const holds = vectors.allocateBytes(SMALL + 1).fill(NOT_TESTED)
    holds[SMALL] = Number(test(null))
    for (let row = 0; row < rows; ) {
      row = vectors.maskNumbers(numbers, holds, row, rows, mask)
      if (row >= rows) break
      const number = numbers[row] ?? Number.NaN
      const held = Number(test(number))
      if ((number & (SMALL - 1)) === number) holds[number] = held
      mask[row] = held
      row += 1
    }
    return mask
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
    const { rows, vectors } = this.#columns
    const mask = vectors.allocateBytes(rows)
    const [a, b] = [this.#columns.get(condition.column), this.#columns.get(condition.notAfter)]
    if (a.kind === 'minutes' && b.kind === 'minutes') {
      vectors.maskNotAfter(a.minutes, b.minutes, rows, mask)
      return mask
    }
    const columns: Record<string, ColumnData> = { [condition.column]: a, [condition.notAfter]: b }
    const getterOf = (id: string) => (row: number) => valueAt(columns[id] ?? a, row)
    const test = testOfAll<number>([condition], { period: this.#period, getterOf })
    for (let row = 0; row < rows; row += 1) mask[row] = Number(test(row))
    return mask
  }
}

const DAY = 24 * 60
const MINUTE_LAST = 0x7fff_ffff
