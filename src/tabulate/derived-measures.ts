import type { Measure, TableSpec } from '../contracts/contract.ts'
import type { Cell } from '../contracts/table.ts'
import { ExactSum, roundRatio } from '../text/decimal.ts'
import { computeWilsonInterval } from './wilson.ts'

/** A measure that is made of other measures of the same row. */
interface DerivedMeasure {
  id: string
  cell(cells: Readonly<Record<string, Cell>>): Cell
}

const NOT_APPLICABLE: Cell = { value: null, status: 'not-applicable' }
const NOT_REPORTED: Cell = { value: null, status: 'not-reported' }

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
      combineTwo(cells, [numerator, denominator], (a, b) =>
        roundRatio({ numerator: a, denominator: b, times, decimals: measure.decimals ?? 0 }),
      )
  }
  if ('wilson' in measure) {
    const rated = spec.measures[measure.wilson.rate]
    if (!rated || !('rate' in rated)) throw new Error(`Wilson bound of what is no rate: ${measure.wilson.rate}`)
    const { numerator, denominator, times } = rated.rate
    return (cells) =>
      combineTwo(cells, [numerator, denominator], (hits, n) => {
        const interval = computeWilsonInterval({ hits, n, times, decimals: measure.decimals ?? 0 })
        return interval[measure.wilson.bound]
      })
  }
  throw new Error('a measure made of rows cannot be derived')
}

/** A quotient of two cells: what is missing stays missing, and nothing is divided by zero. */
function combineTwo(
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
