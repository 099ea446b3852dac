import type { DwellSpec, FunnelSpec, Item, LikertSpec, StackedSpec } from '../../charts/figure.ts'
import { hasValue } from '../../compose/describe-figure.ts'
import type { DatasetFigure } from '../../contracts/figure-declaration.ts'
import { findSumMeasure } from '../../contracts/sum-measure.ts'
import type { Cell } from '../../contracts/table.ts'
import { findEnd } from '../../measure/compare.ts'
import { NOT_REPORTED } from '../../measure/select.ts'
import { formatPeriod } from '../../text/format.ts'
import { joinNames } from '../../text/join-names.ts'
import type { LocalText } from '../../text/local-text.ts'
import { localise } from '../../text/ui.ts'
import { buildBase } from './build-base.ts'
import {
  cellAt,
  collectFixedValues,
  countAt,
  type FigureScope,
  listPeriods,
  listValues,
  measureAt,
} from './figure-scope.ts'
import { composeByTitle, composeTopTitle, sayAt } from './figure-titles.ts'

type Figure<Kind extends DatasetFigure['kind']> = Extract<DatasetFigure, { kind: Kind }>

export function buildStacked(scope: FigureScope, figure: Figure<'stacked'>): StackedSpec | null {
  const { over = 'period', series, measures = [] } = figure
  const measure = figure.measure ?? measures[0]
  if (measure === undefined) throw new Error(`content: figure ${figure.id} names no measure`)
  const periods = listPeriods(scope)
  const newest = periods.at(-1)
  if (newest === undefined) return null
  const where = collectFixedValues(scope, [over, series])
  const bars: Item[] =
    over === 'period'
      ? periods.map((period) => ({ id: period, label: localise((lang) => formatPeriod(period, lang)) }))
      : listValues(scope, over)
  const parts = listParts(scope, figure, measure)
  const cells = bars.map(({ id }) =>
    parts.map((part) => {
      const at = { ...where, ...part.where, ...(over === 'period' ? {} : { [over]: id }) }
      return cellAt(scope, part.measure, at, over === 'period' ? id : newest)
    }),
  )
  if (!hasValue(cells.flat())) return null
  const title = composeStackedTitle(scope, { measure, over, series, bars, parts, cells })
  const names = measures.length > 1 ? joinNames(parts.map(({ label }) => label)) : undefined
  const base = buildBase(scope, {
    measure,
    title,
    periods: over === 'period' ? periods : [newest],
    ...(names ? { names } : {}),
  })
  return {
    ...base,
    kind: 'stacked',
    bars,
    parts: parts.map(({ id, label }) => ({ id, label })),
    cells,
    ...(figure.share ? { share: true } : {}),
  }
}

interface Part {
  id: string
  label: LocalText
  measure: string
  where: Record<string, string>
}

function listParts(scope: FigureScope, figure: Figure<'stacked'>, measure: string): Part[] {
  const { series, measures = [measure] } = figure
  if (series !== undefined) {
    return listValues(scope, series, figure.only).map(({ id, label }) => ({
      id,
      label,
      measure,
      where: { [series]: id },
    }))
  }
  return measures.map((id) => ({ id, label: measureAt(scope, id).names, measure: id, where: {} }))
}

/** The greatest bar where bars have one part; what is compared where they have several, which need not add up. */
function composeStackedTitle(
  scope: FigureScope,
  of: {
    measure: string
    over: string
    series: string | undefined
    bars: readonly Item[]
    parts: readonly Part[]
    cells: readonly (readonly Cell[])[]
  },
): LocalText {
  const { names } = measureAt(scope, of.measure)
  if (of.parts.length === 1 && of.over !== 'period') {
    const ranked = of.bars.flatMap(({ id, label }, at) => {
      const cell = of.cells[at]?.[0]
      return cell ? [{ id, label, cell }] : []
    })
    return composeTopTitle(scope, of.measure, ranked)
  }
  const columns = [of.over, of.series].flatMap((column) =>
    column === undefined || column === 'period' ? [] : [column],
  )
  const shown = of.series === undefined && of.parts.length > 1 ? joinNames(of.parts.map(({ label }) => label)) : names
  return composeByTitle(scope, shown, columns)
}

export function buildFunnel(scope: FigureScope, figure: Figure<'funnel'>): FunnelSpec | null {
  const period = listPeriods(scope).at(-1)
  if (period === undefined) return null
  const where = collectFixedValues(scope, [])
  const stages = figure.measures.map((id) => ({
    id,
    label: measureAt(scope, id).names,
    cell: cellAt(scope, id, where, period),
  }))
  const [first, last] = [stages[0], stages.at(-1)]
  if (!first || !last || first.cell.value === null || first.cell.value === 0 || last.cell.value === null) return null
  const title = localise((lang) => {
    const [a, b] = [sayAt(scope, first.id, first.cell, lang), sayAt(scope, last.id, last.cell, lang)]
    return lang === 'zh'
      ? `${first.label.zh}${a}，${last.label.zh}${b}`
      : `${first.label.en}: ${a}; ${last.label.en}: ${b}`
  })
  const names = joinNames(stages.map(({ label }) => label))
  return { ...buildBase(scope, { measure: first.id, title, periods: [period], names }), kind: 'funnel', stages }
}

export function buildDwell(scope: FigureScope, figure: Figure<'dwell'>): DwellSpec | null {
  const period = listPeriods(scope).at(-1)
  const [stage] = figure.stages
  if (period === undefined || !stage) return null
  const where = collectFixedValues(scope, [])
  const stages = figure.stages.map(({ id, label, median, p90 }) => ({
    id,
    label,
    median: cellAt(scope, median, where, period),
    p90: cellAt(scope, p90, where, period),
    n: countAt(scope, median, where, period) ?? NOT_REPORTED,
  }))
  const timed = stages.map((item) => ({ ...item, cell: item.median }))
  if (!hasValue(timed.map(({ cell }) => cell))) return null
  const [longest] = findEnd(timed, 'high')
  const title = localise((lang) => {
    if (!longest) return lang === 'zh' ? '各阶段用时' : 'Time in each stage'
    const time = sayAt(scope, stage.median, longest.median, lang)
    return lang === 'zh'
      ? `${longest.label.zh}用时最长，中位数${time}`
      : `${longest.label.en} takes longest: ${time} at the median`
  })
  const names = { zh: '各阶段用时：中位数与第九十百分位数', en: 'Time in each stage: median and 90th percentile' }
  return { ...buildBase(scope, { measure: stage.median, title, periods: [period], names }), kind: 'dwell', stages }
}

export function buildLikert(scope: FigureScope, figure: Figure<'likert'>): LikertSpec | null {
  const period = listPeriods(scope).at(-1)
  const [measure] = figure.measures
  if (period === undefined || measure === undefined) return null
  const where = collectFixedValues(scope, [figure.over])
  const grades = figure.measures.map((id) => ({ id, label: measureAt(scope, id).names }))
  const good = findSumMeasure(scope.table.spec, figure.measures.slice(0, Math.floor(figure.measures.length / 2)))
  const items = listValues(scope, figure.over, figure.only).map((item) => {
    const at = { ...where, [figure.over]: item.id }
    return {
      ...item,
      cells: figure.measures.map((id) => cellAt(scope, id, at, period)),
      n: cellAt(scope, figure.n, at, period),
      ...(good !== undefined && { good: cellAt(scope, good, at, period) }),
    }
  })
  if (!hasValue(items.map(({ n }) => n))) return null
  const names = joinNames(grades.map(({ label }) => label))
  const title = composeByTitle(scope, names, [figure.over])
  return { ...buildBase(scope, { measure, title, periods: [period], names }), kind: 'likert', grades, items }
}
