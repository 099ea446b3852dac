import type { Contract } from '../../contracts/contract.ts'
import type { TableFigure } from '../../contracts/figure-declaration.ts'
import { type CompletePresentation, type Headline, ROOMS } from '../../contracts/presentation.ts'
import { findCount, listRates, listShapes, PARTS_MAX, type TableShape } from './table-shape.ts'

/** Rates of a table that get a sentence of their own. */
const RATES_MAX = 2

/** How a dataset is shown: what its contract declares, and what its tables give where it declares nothing. */
export function completePresentation(contract: Contract): CompletePresentation {
  const declared = contract.presentation ?? {}
  const shapes = listShapes(contract)
  return {
    headline: declared.headline ?? shapes.slice(0, 1).flatMap(deriveHeadlines),
    figures: declared.figures ?? shapes.flatMap((shape, at) => (at === 0 ? deriveFigures(shape) : deriveOne(shape))),
    rooms: declared.rooms ?? [...ROOMS],
    name: declared.name ?? { zh: contract.title.zh, en: contract.title.en },
  }
}

/** A count with its change, and rates with their numerators and denominators. */
function deriveHeadlines(shape: TableShape): Headline[] {
  const count = findCount(shape)
  return [...(count === null ? [] : [count]), ...listRates(shape).slice(0, RATES_MAX)].map((measure) => ({
    table: shape.id,
    measure,
    better: 'neither',
    compare: ['period-before'],
  }))
}

/** One period side by side, then the same over time, then over time in each district. */
function deriveFigures(shape: TableShape): TableFigure[] {
  return [...deriveSnapshots(shape), ...deriveLines(shape)]
}

/** A further table of a dataset: its list as bars, and nothing that the first table shows already. */
function deriveOne(shape: TableShape): TableFigure[] {
  const count = findCount(shape)
  if (shape.list === null || count === null) return []
  return [{ ...nameOf(shape, count, 'by-list'), kind: 'stacked', measure: count, over: shape.list.column }]
}

function nameOf({ id: table }: TableShape, measure: string, what: string): { id: string; table: string } {
  return { id: `${table}-${measure}-${what}`.toLowerCase().replaceAll('_', '-'), table }
}

function deriveSnapshots(shape: TableShape): TableFigure[] {
  const { place, list } = shape
  const [count, [rate]] = [findCount(shape), listRates(shape)]
  const figures: TableFigure[] = []
  const isShort = list !== null && list.codes.length <= PARTS_MAX
  if (count !== null && place !== null) {
    // A list that is too long for the parts of a bar has a figure of its own, for the place of the page.
    const over = list === null || isShort ? place : list.column
    const parts = isShort ? { series: list.column } : {}
    figures.push({ ...nameOf(shape, count, 'by-place'), kind: 'stacked', measure: count, over, ...parts })
  } else if (count !== null && list !== null) {
    figures.push({ ...nameOf(shape, count, 'by-list'), kind: 'stacked', measure: count, over: list.column })
  }
  const series = list === null ? place : list.column
  if (rate !== undefined && series !== null) {
    figures.push({ ...nameOf(shape, rate, 'now'), kind: 'interval', measure: rate, series })
  }
  return figures
}

function deriveLines(shape: TableShape): TableFigure[] {
  const { place, list } = shape
  const [count, [rate]] = [findCount(shape), listRates(shape)]
  if (list !== null && list.codes.length > PARTS_MAX) return []
  const series = list === null ? {} : { series: list.column }
  const measures = [count, rate].flatMap((measure) => measure ?? [])
  const lines = measures.map(
    (measure): TableFigure => ({ ...nameOf(shape, measure, 'over-time'), kind: 'line', measure, ...series }),
  )
  const each = rate ?? count
  if (place === null || list !== null || each === null) return lines
  return [...lines, { ...nameOf(shape, each, 'districts'), kind: 'multiples', measure: each, series: place }]
}
