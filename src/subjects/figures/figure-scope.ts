import { comparePeriods, getLastDay, getPeriodAfter } from '../../calendar/period.ts'
import type { Item } from '../../charts/figure.ts'
import { measureOf, placePathOf } from '../../compose/describe-figure.ts'
import { cityOf, type Site } from '../../compose/site.ts'
import type { Contract, Measure, TableSpec } from '../../contracts/contract.ts'
import { findCountBeside } from '../../contracts/counted-rows.ts'
import type { Fixed } from '../../contracts/declared-values.ts'
import type { DatasetFigure } from '../../contracts/figure-declaration.ts'
import { isPublishedList, listPublishedItems } from '../../contracts/published-items.ts'
import type { Cell } from '../../contracts/table.ts'
import { withBasis } from '../../measure/basis.ts'
import { findShownInterval, hasPublishedBounds, type RateInterval } from '../../measure/rate-interval.ts'
import { chooseUnit, findDrawnBound, findRowAt, fits, textOf } from '../../measure/rows-at.ts'
import { NOT_REPORTED } from '../../measure/select.ts'
import type { Point } from '../../measure/series.ts'
import type { PublishedRow, PublishedTable } from '../../store/published-tables.ts'

/** What a page adds to a declared figure. */
export interface FigurePlace {
  /** Place of the page, for figures that fix none; the city where left out. */
  place?: string
  /** Newest period that may be shown: that of a bulletin. */
  until?: string
}

/** A declared figure with the table that it is drawn from. */
export interface FigureScope extends FigurePlace {
  site: Site
  table: PublishedTable
  figure: DatasetFigure
}

type Values = Fixed

/** Column of the places of a table; undefined where it has none. */
export function placeColumnOf(contract: Contract, spec: TableSpec): string | undefined {
  return spec.dimensions.find(({ column }) => contract.columns[column]?.type.kind === 'place')?.column
}

/** Values of the dimensions that are on no axis: those declared, and the place of the page. */
export function collectFixedValues(scope: FigureScope, axes: readonly (string | undefined)[]): Values {
  const { site, table, figure } = scope
  const column = placeColumnOf(table.contract, table.spec)
  const declared = figure.where ?? {}
  if (column === undefined || axes.includes(column) || column in declared) return declared
  return { [column]: scope.place ?? cityOf(site).code, ...declared }
}

export function cellAt(scope: FigureScope, measure: string, where: Values, period: string): Cell {
  const row = findRowAt(scope.table, where, period)
  const cell = row?.cells[measure]
  return row && cell ? withBasis(scope.table, row, measure, cell) : NOT_REPORTED
}

/** Of how many cases a median is; null for any other measure. */
export function countAt(scope: FigureScope, measure: string, where: Values, period: string): Cell | null {
  const own = scope.table.spec.measures[measure]
  const count = own && 'quantile' in own ? findCountBeside(scope.table.spec, own) : null
  return count === null ? null : cellAt(scope, count, where, period)
}

export function boundAt(scope: FigureScope, measure: string, where: Values, period: string): Pick<Point, 'bound'> {
  return findDrawnBound(measureAt(scope, measure), findRowAt(scope.table, where, period))
}

export function intervalAt(scope: FigureScope, measure: string, where: Values, period: string): RateInterval | null {
  const row = findRowAt(scope.table, where, period)
  return row && findShownInterval(scope.table.spec, row, measure)
}

/** A measure with what the figure says of it itself; of a register the unit of the rows that are shown. */
export function measureAt(scope: FigureScope, id: string): Measure {
  const { site, figure, table } = scope
  const measure = measureOf(site, figure.dataset, figure.table, id)
  const { names = measure.names, decimals = measure.decimals ?? 0 } = figure
  if (table.spec.kind === 'figures') return { ...measure, decimals }
  const [row = null] = listRowsShown(scope)
  return { ...measure, names, decimals, unit: chooseUnit(measure, row) }
}

/** Rows of the newest period that the figure is of. */
function listRowsShown({ table, figure }: FigureScope): PublishedRow[] {
  const { where = {}, only, series } = figure as { where?: Fixed; only?: string[]; series?: string } // of whatever kind
  const chosen = series !== undefined && only !== undefined ? { ...where, [series]: only } : where
  return table.readRows(table.periods.at(-1) ?? '').filter((row) => fits(row, chosen))
}

/** Every period from the first to the last that may be shown; a period missing between them is a gap. */
export function listPeriods(scope: FigureScope): string[] {
  const { figure, table, until } = scope
  const published = table.periods
    .filter((period) => until === undefined || comparePeriods(period, until) <= 0)
    .filter((period) => overOf(figure) !== 'period' || isWithin(period, figure))
  const [first, last] = [published[0], published.at(-1)]
  if (first === undefined || last === undefined || table.contract.frequency === 'occasional') return published
  const all: string[] = []
  for (let next = first; comparePeriods(next, last) <= 0; next = getPeriodAfter(next)) all.push(next)
  return all
}

/** The dimension on the horizontal axis, which `from` and `to` bound. */
function overOf(figure: DatasetFigure): string {
  return 'over' in figure ? (figure.over ?? 'period') : 'period'
}

function isWithin(x: string, { from, to }: DatasetFigure): boolean {
  return (from === undefined || x >= from) && (to === undefined || x <= to)
}

/** The values that a dimension shows, with their names: the districts of the city, the items of a list, else what is published. */
export function listValues(scope: FigureScope, column: string, only?: readonly string[]): Item[] {
  return (only ?? listCodes(scope, column)).map((code) => describeValue(scope, column, code))
}

function listCodes(scope: FigureScope, column: string): string[] {
  const { site, table } = scope
  const period = listPeriods(scope).at(-1) ?? table.periods.at(-1) ?? ''
  const rows = table.spec.kind === 'register' ? listRowsShown(scope) : table.readRows(period)
  const present = new Set(rows.flatMap((row) => textOf(row, column) ?? []))
  const type = table.contract.columns[column]?.type
  if (type?.kind === 'place') {
    const districts = site.places.listChildren(cityOf(site).code, getLastDay(period)).map(({ code }) => code)
    return districts.filter((code) => present.has(code))
  }
  const isBounded = overOf(scope.figure) === column
  if (isPublishedList(table.contract.columns[column])) {
    const codes = listPublishedItems(table.contract.columns[column]).map(({ code }) => code)
    return (isBounded ? cutList(codes, scope.figure) : codes).filter((code) => present.has(code))
  }
  return [...present].toSorted().filter((code) => !isBounded || isWithin(code, scope.figure))
}

/** The codes of a list from one to another, in the order of the list. */
function cutList(codes: readonly string[], { from, to }: DatasetFigure): readonly string[] {
  return codes.slice(from === undefined ? 0 : codes.indexOf(from), to === undefined ? undefined : codes.indexOf(to) + 1)
}

/** Name of a value of a dimension: never the code of a place. */
export function describeValue({ site, table, figure }: FigureScope, column: string, code: string): Item {
  const own = figure.labels?.[code]
  const type = table.contract.columns[column]?.type
  if (type?.kind === 'place') {
    const names = site.places.get(code)?.names
    return { id: code, label: own ?? names ?? { zh: code, en: code }, path: placePathOf(code) }
  }
  const item = listPublishedItems(table.contract.columns[column]).find((item) => item.code === code)
  return { id: code, label: own ?? (item ? { zh: item.zh, en: item.en } : { zh: code, en: code }) }
}

/** Values of a measure along the horizontal axis: every period, or every value of a dimension in the newest period. */
export function collectPoints(scope: FigureScope, along: { measure: string; over: string; where: Values }): Point[] {
  const { measure, over, where } = along
  const periods = listPeriods(scope)
  // A band is drawn only around the rate of a sample: that of a complete count is exact.
  const isSampled = hasPublishedBounds(scope.table.spec, measure)
  const buildPoint = (x: string, values: Values, period: string): Point => {
    const interval = isSampled ? intervalAt(scope, measure, values, period) : null
    const bounds = interval ? { low: interval.low, high: interval.high } : {}
    return { x, cell: cellAt(scope, measure, values, period), ...bounds, ...boundAt(scope, measure, values, period) }
  }
  if (over === 'period') return periods.map((period) => buildPoint(period, where, period))
  const newest = periods.at(-1)
  if (newest === undefined) return []
  return listCodes(scope, over).map((code) => buildPoint(code, { ...where, [over]: code }, newest))
}
