import type { HeatSpec, PyramidSpec, TileSpec } from '../../charts/figure.ts'
import { labelBand } from '../../charts/pyramid/label-band.ts'
import { hasValue } from '../../compose/describe-figure.ts'
import type { DatasetFigure } from '../../contracts/figure-declaration.ts'
import { findEnd } from '../../measure/compare.ts'
import { formatPeriod } from '../../text/format.ts'
import { localise } from '../../text/ui.ts'
import { buildBase } from './build-base.ts'
import {
  cellAt,
  collectFixedValues,
  collectPoints,
  countAt,
  type FigureScope,
  listPeriods,
  listValues,
  measureAt,
  placeColumnOf,
} from './figure-scope.ts'
import { composeByTitle, composeTopTitle, sayAt } from './figure-titles.ts'

type Figure<Kind extends DatasetFigure['kind']> = Extract<DatasetFigure, { kind: Kind }>

/** The districts that have a tile in places.csv; null where none has. */
export function buildTiles(scope: FigureScope, figure: Figure<'tiles'>): TileSpec | null {
  const column = placeColumnOf(scope.table.contract, scope.table.spec)
  const period = listPeriods(scope).at(-1)
  if (column === undefined || period === undefined) return null
  const where = collectFixedValues(scope, [column])
  const items = listValues(scope, column).flatMap((item) => {
    const tile = scope.site.places.get(item.id)?.tile
    const at = { ...where, [column]: item.id }
    const cell = cellAt(scope, figure.measure, at, period)
    const n = countAt(scope, figure.measure, at, period)
    return tile ? [{ ...item, ...tile, cell, ...(n ? { n } : {}) }] : []
  })
  if (!hasValue(items.map(({ cell }) => cell))) return null
  const title = composeTopTitle(scope, figure.measure, items, figure.worse)
  const base = buildBase(scope, { measure: figure.measure, title, periods: [period] })
  return { ...base, kind: 'tiles', worse: figure.worse, tiles: items }
}

export function buildHeat(scope: FigureScope, figure: Figure<'heat'>): HeatSpec | null {
  const { measure, worse } = figure
  const points = collectPoints(scope, { measure, over: 'period', where: collectFixedValues(scope, []) })
  const ranked = points.map(({ x, cell }) => ({ id: x, label: localise((lang) => formatPeriod(x, lang)), cell }))
  if (!hasValue(points.map(({ cell }) => cell))) return null
  const [top] = findEnd(ranked, 'high')
  const { names } = measureAt(scope, measure)
  const title = top
    ? localise((lang) => {
        const value = sayAt(scope, measure, top.cell, lang)
        return lang === 'zh'
          ? `${top.label.zh}的${names.zh}最高，${value}`
          : `${names.en} highest in ${top.label.en}: ${value}`
      })
    : names
  const base = buildBase(scope, { measure, title, periods: points.map(({ x }) => x) })
  return { ...base, kind: 'heat', worse, points: points.map(({ x, cell }) => ({ x, cell })) }
}

/** The newest year filled, the first behind it as an outline. */
export function buildPyramid(scope: FigureScope, figure: Figure<'pyramid'>): PyramidSpec | null {
  const { measure, over, series, only } = figure
  const periods = listPeriods(scope)
  const where = collectFixedValues(scope, [over, series])
  const bands = listValues(scope, over).map(({ id }) => id)
  const listCells = (period: string, sex: string) =>
    bands.map((band) => cellAt(scope, measure, { ...where, [over]: band, [series]: sex }, period))
  const known = periods.filter((period) => hasValue(listCells(period, only[0])))
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return null
  const buildYear = (x: string, role: 'now' | 'reference') => ({
    x,
    role,
    men: listCells(x, only[0]),
    women: listCells(x, only[1]),
  })
  const title = composeByTitle(scope, measureAt(scope, measure).names, [over, series])
  return {
    ...buildBase(scope, { measure, title, periods: [first, last] }),
    kind: 'pyramid',
    bands: bands.map(labelBand),
    years: [...(first === last ? [] : [buildYear(first, 'reference')]), buildYear(last, 'now')],
  }
}
