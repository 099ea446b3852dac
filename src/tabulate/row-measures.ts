import { minutesOf } from '../calendar/days.ts'
import type { Contract, Measure, TableSpec } from '../contracts/contract.ts'
import { countsRows } from '../contracts/own-status.ts'
import type { Cell, Status } from '../contracts/table.ts'
import type { SafeRow } from '../protect/index.ts'
import { ExactSum, roundRatio } from '../text/decimal.ts'
import { quantileOf } from './quantile.ts'
import { type Get, getterOf, type Scope, type Test, testOf } from './row-conditions.ts'
import { computeWilsonInterval } from './wilson.ts'

/** Gathers the rows of one group for one measure. */
export interface Aggregator {
  /** `value` is what `valueOf` of the measure gave for the row. */
  add(value: number): void
  cell(): Cell
}

/** A measure that is made of rows. */
export interface BaseMeasure {
  id: string
  test: Test
  /** What a row gives; null where it gives nothing. */
  valueOf(row: SafeRow): number | null
  makeAggregator(): Aggregator
}

/** A measure that is made of other measures of the same row. */
export interface DerivedMeasure {
  id: string
  cell(cells: Readonly<Record<string, Cell>>): Cell
}

const NOT_APPLICABLE: Cell = { value: null, status: 'not-applicable' }
const NOT_REPORTED: Cell = { value: null, status: 'not-reported' }

/** Measures made of rows, in the order of the contract. */
export function makeBaseMeasures(spec: TableSpec, scope: Scope): BaseMeasure[] {
  const found: BaseMeasure[] = []
  for (const [id, measure] of Object.entries(spec.measures)) {
    const test = testOf('where' in measure ? measure.where : undefined, scope)
    if ('count' in measure) found.push({ id, test, valueOf: () => 1, makeAggregator: makeCounter })
    if ('sum' in measure) {
      found.push({
        id,
        test,
        valueOf: numberOf(measure.sum, scope.contract),
        makeAggregator: makeAdder(countsRows(spec)),
      })
    }
    if ('take' in measure) {
      found.push({ id, test, valueOf: numberOf(measure.take, scope.contract), makeAggregator: makeTaker(id, spec) })
    }
    if ('quantile' in measure) {
      found.push({
        id,
        test,
        valueOf: measureMinutes(measure.between, scope.contract),
        makeAggregator: makeSelector(measure),
      })
    }
  }
  return found
}

/** Measures made of other measures, each after those that it is made of. */
export function makeDerivedMeasures(spec: TableSpec): DerivedMeasure[] {
  const ordered: DerivedMeasure[] = []
  const done = new Set<string>()
  const visit = (id: string, path: readonly string[]) => {
    if (done.has(id)) return
    if (path.includes(id)) throw new Error(`measures made of each other: ${[...path, id].join(' → ')}`)
    const measure = spec.measures[id]
    if (!measure) throw new Error(`unknown measure: ${id}`)
    const parts = partsOf(measure)
    for (const part of parts) visit(part, [...path, id])
    done.add(id)
    if (parts.length > 0) ordered.push({ id, cell: derive(measure, spec) })
  }
  for (const id of Object.keys(spec.measures)) visit(id, [])
  return ordered
}

function partsOf(measure: Measure): string[] {
  if ('plus' in measure) return [...measure.plus, ...(measure.minus ?? [])]
  if ('rate' in measure) return [measure.rate.numerator, measure.rate.denominator]
  return 'wilson' in measure ? [measure.wilson.rate] : []
}

function derive(measure: Measure, spec: TableSpec): DerivedMeasure['cell'] {
  if ('plus' in measure) return (cells) => sumOf(cells, measure.plus, measure.minus ?? [])
  if ('rate' in measure) {
    const { numerator, denominator, times } = measure.rate
    return (cells) =>
      ofTwo(cells, [numerator, denominator], (a, b) =>
        roundRatio({ numerator: a, denominator: b, times, decimals: measure.decimals ?? 0 }),
      )
  }
  if ('wilson' in measure) {
    const rated = spec.measures[measure.wilson.rate]
    if (!rated || !('rate' in rated)) throw new Error(`Wilson bound of what is no rate: ${measure.wilson.rate}`)
    const { numerator, denominator, times } = rated.rate
    return (cells) =>
      ofTwo(cells, [numerator, denominator], (hits, n) => {
        const interval = computeWilsonInterval({ hits, n, times, decimals: measure.decimals ?? 0 })
        return interval[measure.wilson.bound]
      })
  }
  throw new Error('a measure made of rows cannot be derived')
}

/** A quotient of two cells: what is missing stays missing, and nothing is divided by zero. */
function ofTwo(
  cells: Readonly<Record<string, Cell>>,
  [a, b]: readonly [string, string],
  quotient: (a: number, b: number) => number,
): Cell {
  const [above, below] = [cells[a] ?? NOT_REPORTED, cells[b] ?? NOT_REPORTED]
  if (above.value === null) return { value: null, status: above.status }
  if (below.value === null) return { value: null, status: below.status }
  if (below.value === 0) return NOT_APPLICABLE
  return { value: quotient(above.value, below.value), status: 'final' }
}

function sumOf(cells: Readonly<Record<string, Cell>>, plus: readonly string[], minus: readonly string[]): Cell {
  const sum = new ExactSum()
  for (const [ids, sign] of [
    [plus, 1],
    [minus, -1],
  ] as const) {
    for (const id of ids) {
      const cell = cells[id] ?? NOT_REPORTED
      if (cell.value === null) return { value: null, status: cell.status }
      sum.add(sign * cell.value)
    }
  }
  return { value: sum.value, status: 'final' }
}

function makeCounter(): Aggregator {
  let count = 0
  return {
    add() {
      count++
    },
    cell: () => ({ value: count, status: 'final' }),
  }
}

function makeAdder(zeroWhenEmpty: boolean): () => Aggregator {
  return () => {
    const sum = new ExactSum()
    let seen = zeroWhenEmpty
    return {
      add(value) {
        seen = true
        sum.add(value)
      },
      cell: () => (seen ? { value: sum.value, status: 'final' } : NOT_REPORTED),
    }
  }
}

/** In a register a blank number means that there is none; in a table of figures it was not given. */
function makeTaker(id: string, spec: TableSpec): () => Aggregator {
  const empty: Cell = spec.kind === 'register' ? NOT_APPLICABLE : NOT_REPORTED
  return () => {
    let taken: number | null = null
    return {
      add(value) {
        if (taken !== null) throw new Error(`two rows where one value is taken: ${id}`)
        taken = value
      },
      cell: () => (taken === null ? empty : { value: taken, status: 'final' }),
    }
  }
}

function makeSelector(measure: Extract<Measure, { quantile: number }>): () => Aggregator {
  const of = { quantile: measure.quantile, in: measure.between.in, decimals: measure.decimals ?? 0 }
  return () => {
    const minutes: number[] = []
    return {
      add(value) {
        minutes.push(value)
      },
      cell: () => (minutes.length > 0 ? { value: quantileOf(minutes, of), status: 'final' } : NOT_APPLICABLE),
    }
  }
}

function numberOf(column: string, contract: Contract): (row: SafeRow) => number | null {
  const get: Get = getterOf(column, contract)
  return (row) => {
    const value = get(row)
    if (value === null || typeof value === 'number') return value
    throw new Error(`no number to add in column ${column}: ${value}`)
  }
}

function measureMinutes(
  { from, to }: { from: string; to: string },
  contract: Contract,
): (row: SafeRow) => number | null {
  const [getFrom, getTo] = [getterOf(from, contract), getterOf(to, contract)]
  return (row) => {
    const [start, end] = [getFrom(row), getTo(row)]
    return typeof start === 'string' && typeof end === 'string' ? minutesOf(end) - minutesOf(start) : null
  }
}

/** Of rows with different status the least settled counts: a sum with a forecast in it is a forecast. */
export const SETTLED: readonly Status[] = ['final', 'reported', 'provisional', 'forecast']
