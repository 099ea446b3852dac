import type { IntervalSpec, LineSpec, MultiplesSpec } from '../../charts/figure.ts'
import { describePeriod } from '../../compose/describe-figure.ts'
import { cityOf, listAnnotations } from '../../compose/site.ts'
import type { DatasetFigure } from '../../contracts/figure-declaration.ts'
import { isKnown } from '../../measure/change.ts'
import { fits } from '../../measure/rows-at.ts'
import type { Annotation, Point, Series } from '../../measure/series.ts'
import { buildBase, valuesOf } from './build-base.ts'
import {
  boundAt,
  cellAt,
  collectFixedValues,
  collectPoints,
  describeValue,
  type FigureScope,
  intervalAt,
  listPeriods,
  listValues,
  measureAt,
  placeColumnOf,
} from './figure-scope.ts'
import { composeLinesTitle, composeTopTitle, type Ranked } from './figure-titles.ts'
import { fillText, findDeclared } from './fill-values.ts'

type Lines = Extract<DatasetFigure, { kind: 'line' | 'multiples' | 'interval' }>

export function buildLine(scope: FigureScope, figure: Extract<Lines, { kind: 'line' }>): LineSpec | null {
  const series = addComputed(scope, figure, collectSeries(scope, figure))
  if (!series.some((line) => isKnown(line.points).length > 0)) return null
  const ranked = rankLast(series)
  const title = composeLinesTitle(scope, figure.measure, series, ranked)
  const base = buildBase(scope, { measure: figure.measure, title, ...spanOf(series) })
  const { place, ...rest } = buildAnnotationScope(scope)
  return {
    ...base,
    kind: 'line',
    zero: figure.zero ?? !('rate' in measureAt(scope, figure.measure)),
    series,
    annotations: [
      // Events are of periods; on another axis nothing happens but what the figure itself marks.
      ...((figure.over ?? 'period') === 'period' ? listAnnotations(scope.site, { ...rest, ...place }) : []),
      ...listMarks(scope, figure),
    ],
  }
}

const ROUNDED = { 'at-least': Math.ceil, 'at-most': Math.floor }

type LineFigure = Extract<Lines, { kind: 'line' }>

/** Marks whose words name a number that is not published are left out. */
function listMarks(scope: FigureScope, { measure, marks = [] }: LineFigure): Annotation[] {
  return marks.flatMap(({ x, kind, label }) => {
    const words = fillText(valuesOf(scope, measure), label)
    return words ? [{ x, kind, label: words }] : []
  })
}

/** Computed points are drawn on the first line, each where its horizontal value puts it. */
function addComputed(scope: FigureScope, { measure, points = [] }: LineFigure, series: Series[]): Series[] {
  const [first, ...others] = series
  const computed = points.flatMap(({ x, value, bound, label }): Point[] => {
    const known = findDeclared(valuesOf(scope, measure), value)
    if (!known) return []
    // A bound from above is rounded down, a bound from below up: it must not promise more than it is computed from.
    const factor = 10 ** (measureAt(scope, measure).decimals ?? 0)
    const round = bound === undefined ? Math.round : ROUNDED[bound]
    const cell = { value: round(known.value * factor) / factor, status: 'reported' as const }
    return [{ x, cell, ...(bound ? { bound } : {}), derived: label }]
  })
  if (!first || computed.length === 0) return series
  return [{ ...first, points: [...first.points, ...computed].toSorted((a, b) => (a.x < b.x ? -1 : 1)) }, ...others]
}

export function buildMultiples(
  scope: FigureScope,
  figure: Extract<Lines, { kind: 'multiples' }>,
): MultiplesSpec | null {
  const series = collectSeries(scope, figure)
  if (!series.some((line) => isKnown(line.points).length > 0)) return null
  const title = composeLinesTitle(scope, figure.measure, series, rankLast(series))
  const isOfPlaces = figure.series === placeColumnOf(scope.table.contract, scope.table.spec)
  const city = isOfPlaces && scope.site.settings.city !== undefined ? cityOf(scope.site) : null
  const reference = series.find(({ id }) => id === city?.code)
  const panels = series
    .filter((line) => line !== reference)
    .map((line) => ({
      ...(figure.series === undefined ? line : describeValue(scope, figure.series, line.id)),
      series: { ...line, role: 'now' as const },
      ...(reference ? { reference: { ...reference, role: 'reference' as const } } : {}),
    }))
  const base = buildBase(scope, { measure: figure.measure, title, ...spanOf(series) })
  return { ...base, kind: 'multiples', zero: false, panels }
}

/** A dot for each value of the series, of the newest period that has any. */
export function buildInterval(scope: FigureScope, figure: Extract<Lines, { kind: 'interval' }>): IntervalSpec | null {
  const period = findNewest(scope, figure)
  if (period === null) return null
  const { series } = figure
  const values = series === undefined ? [] : listValues(scope, series, figure.only)
  const where = collectFixedValues(scope, [figure.over, series])
  const items = values.map((item) => {
    const at = series === undefined ? where : { ...where, [series]: item.id }
    const interval = intervalAt(scope, figure.measure, at, period)
    const cell = cellAt(scope, figure.measure, at, period)
    const bound = boundAt(scope, figure.measure, at, period)
    const n = countBehind(scope, figure.measure, at, period)
    return { ...item, cell, low: interval?.low ?? null, high: interval?.high ?? null, n, ...bound }
  })
  if (!items.some(({ cell }) => cell.value !== null)) return null
  const title = composeTopTitle(scope, figure.measure, items)
  const base = buildBase(scope, { measure: figure.measure, title, periods: [period] })
  return {
    ...base,
    kind: 'interval',
    items,
    ...nameSample(scope, figure.measure),
    ...buildCityRule(scope, figure, period),
  }
}

/** How many a rate is a rate of; null for what is no rate, and where that is not published. */
function countBehind(scope: FigureScope, id: string, where: ReturnType<typeof collectFixedValues>, period: string) {
  const measure = measureAt(scope, id)
  const cell = 'rate' in measure ? cellAt(scope, measure.rate.denominator, where, period) : null
  return cell?.value == null ? null : cell
}

/** What a rate is a rate of, by the name of its denominator. */
function nameSample(scope: FigureScope, id: string): Pick<IntervalSpec, 'nLabel'> {
  const measure = measureAt(scope, id)
  return 'rate' in measure ? { nLabel: measureAt(scope, measure.rate.denominator).names } : {}
}

/** The city's own rate as a vertical line behind its districts. */
function buildCityRule(scope: FigureScope, figure: Lines, period: string): Pick<IntervalSpec, 'rule'> {
  const column = placeColumnOf(scope.table.contract, scope.table.spec)
  if (column === undefined || figure.series !== column || scope.site.settings.city === undefined) return {}
  const where = { ...collectFixedValues(scope, [column]), [column]: cityOf(scope.site).code }
  const cell = cellAt(scope, figure.measure, where, period)
  return cell.value === null ? {} : { rule: { value: cell.value, cell, label: { zh: '全市', en: 'City' } } }
}

function findNewest(scope: FigureScope, figure: Lines): string | null {
  const where = collectFixedValues(scope, [figure.over, figure.series])
  const has = (period: string) =>
    scope.table.readRows(period).some((row) => row.cells[figure.measure]?.value !== null && fits(row, where))
  return listPeriods(scope).findLast(has) ?? null
}

function collectSeries(scope: FigureScope, figure: Lines): Series[] {
  const { measure, series, over = 'period' } = figure
  const where = collectFixedValues(scope, [over, series])
  if (series === undefined) {
    const label = figure.labels?.[measure] ?? measureAt(scope, measure).names
    return [{ id: measure, label, role: 'now', points: collectPoints(scope, { measure, over, where }) }]
  }
  return withCity(scope, figure, listValues(scope, series, figure.only)).map(
    ({ id, label }, index): Series => ({
      id,
      label,
      role: (['now', 'reference'] as const)[index] ?? 'other',
      points: collectPoints(scope, { measure, over, where: { ...where, [series]: id } }),
    }),
  )
}

/** Lines of districts are drawn beside that of their city, which is the first of them. */
function withCity(scope: FigureScope, figure: Lines, values: ReturnType<typeof listValues>) {
  const column = placeColumnOf(scope.table.contract, scope.table.spec)
  if (figure.only !== undefined || column === undefined || figure.series !== column) return values
  if (scope.site.settings.city === undefined) return values
  return [describeValue(scope, column, cityOf(scope.site).code), ...values]
}

/** The newest result of each line. */
function rankLast(series: readonly Series[]): Ranked[] {
  return series.flatMap(({ id, label, points }) => {
    const last = points.findLast(({ cell }) => cell.value !== null && cell.status !== 'forecast')
    return last ? [{ id, label, cell: last.cell }] : []
  })
}

function spanOf(series: readonly Series[]): { periods: string[]; period: ReturnType<typeof describePeriod> } {
  const shown = series.flatMap((line) => line.points.map(({ x }) => x)).toSorted()
  const span = [shown[0] ?? '', shown.at(-1) ?? '']
  return { periods: span, period: describePeriod(span) }
}

function buildAnnotationScope(scope: FigureScope) {
  const column = placeColumnOf(scope.table.contract, scope.table.spec)
  const code = column === undefined ? undefined : collectFixedValues(scope, [])[column]
  return {
    dataset: scope.figure.dataset,
    periods: listPeriods(scope),
    place: typeof code === 'string' ? { place: code } : {},
  }
}
