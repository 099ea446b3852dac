import type { Measure, TableSpec } from '../contracts/contract.ts'
import type { Cell } from '../contracts/table.ts'
import { ExactSum, roundRatio } from '../text/decimal.ts'
import { computeWilsonInterval } from './wilson.ts'

/** A measure that is made of other measures of the same row. */
interface DerivedMeasure {
  id: string
  derive(cells: Readonly<Record<string, Cell>>): Cell
}

const NOT_APPLICABLE: Cell = { value: null, status: 'not-applicable' }
const NOT_REPORTED: Cell = { value: null, status: 'not-reported' }

/** What is asked of a rate: its factor, and decimals as declared. */
interface RateAsked {
  times: number
  decimals: number
}

/** How a rate and the ends of its interval are made of two values. The lower is above zero. */
export interface RateRule {
  rate(above: number, below: number, asked: RateAsked): Cell
  /** An end of its 95 % Wilson interval. */
  bound(above: number, below: number, asked: RateAsked & { bound: 'low' | 'high' }): Cell
}

/** Of counts that are exact. */
export const EXACT_RATES: RateRule = {
  rate: (numerator, denominator, { times, decimals }) => ({
    value: roundRatio({ numerator, denominator, times, decimals }),
    status: 'final',
  }),
  bound: (hits, n, { times, decimals, bound }) => ({
    value: computeWilsonInterval({ hits, n, times, decimals })[bound],
    status: 'final',
  }),
}

/** Measures made of other measures, each after those that it is made of. */
export function makeDerivedMeasures(spec: TableSpec, rates: RateRule = EXACT_RATES): DerivedMeasure[] {
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
    if (parts.length > 0) ordered.push({ id, derive: chooseDerivation(measure, spec, rates) })
  }
  for (const id of Object.keys(spec.measures)) visit(id, [])
  return ordered
}

function partsOf(measure: Measure): string[] {
  if ('plus' in measure) return [...measure.plus, ...(measure.minus ?? [])]
  if ('rate' in measure) return [measure.rate.numerator, measure.rate.denominator]
  return 'wilson' in measure ? [measure.wilson.rate] : []
}

function chooseDerivation(measure: Measure, spec: TableSpec, rates: RateRule): DerivedMeasure['derive'] {
  if ('plus' in measure) return (cells) => sumOf(cells, measure.plus, measure.minus ?? [])
  const decimals = measure.decimals ?? 0
  if ('rate' in measure) {
    const { numerator, denominator, times } = measure.rate
    return (cells) => divideCells(cells[numerator], cells[denominator], (a, b) => rates.rate(a, b, { times, decimals }))
  }
  if ('wilson' in measure) {
    const rated = spec.measures[measure.wilson.rate]
    if (!rated || !('rate' in rated)) throw new Error(`Wilson bound of what is not a rate: ${measure.wilson.rate}`)
    const { numerator, denominator, times } = rated.rate
    const { bound } = measure.wilson
    return (cells) =>
      divideCells(cells[numerator], cells[denominator], (a, b) => rates.bound(a, b, { times, decimals, bound }))
  }
  throw new Error('a measure made of rows cannot be derived')
}

/** A quotient of two cells: what is missing stays missing, and nothing is divided by zero. */
export function divideCells(
  above: Cell = NOT_REPORTED,
  below: Cell = NOT_REPORTED,
  divide: (a: number, b: number) => Cell,
): Cell {
  if (above.value === null) return { value: null, status: above.status }
  if (below.value === null) return { value: null, status: below.status }
  if (below.value === 0) return NOT_APPLICABLE
  return divide(above.value, below.value)
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
