import { formatPeriod } from '../../text/format.ts'
import type { Lang } from '../../text/local-text.ts'
import type { ChartKind } from '../chart-kind.ts'
import type { DataTable } from '../figure-base.ts'
import { composeEndsClause, composeMissingClause, type Voice } from '../phrases.ts'
import { areMedians, buildValueColumn, CASES, countCases, PERIOD, sayMeasure } from '../table-columns.ts'
import { translateTerm } from '../terms.ts'
import { drawHeat } from './draw-heat.ts'
import type { HeatSpec } from './heat-spec.ts'

export type { HeatSpec } from './heat-spec.ts'

export const heat: ChartKind<HeatSpec> = { draw: drawHeat, table: buildHeatTable, summarise: summariseHeat }

function buildHeatTable(spec: HeatSpec): DataTable {
  const columns = [PERIOD, buildValueColumn(spec)]
  if (!areMedians(spec.points.map(({ cell }) => cell))) {
    return { columns, rows: spec.points.map(({ x, cell }) => [x, cell]) }
  }
  return { columns: [...columns, CASES], rows: spec.points.map(({ x, cell }) => [x, cell, countCases(cell)]) }
}

function summariseHeat(spec: HeatSpec, voice: Voice): string {
  const { lang } = voice
  const known = spec.points.filter((point) => point.cell.value !== null)
  const ranked = known.toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0))
  const [high, low, last] = [ranked[0], ranked.at(-1), known.at(-1)]
  if (!high || !low || !last) return voice.composeSentence([translateTerm('missing', lang)])
  const describeWhen = (x: string): string => formatPeriod(x, lang)
  const labelled = ranked.map((point) => ({
    label: describeWhen(point.x),
    said: voice.say(point.cell),
    x: point.x,
    cell: point.cell,
  }))
  const ends = composeEndsClause(sayMeasure(spec, lang), labelled, voice)
  const lastYear = `${Number(last.x.slice(0, 4)) - 1}${last.x.slice(4)}`
  const before = known.find((point) => point.x === lastYear)
  const isNew = last !== high && last !== low
  const latest =
    lang === 'zh'
      ? `${describeWhen(last.x)}为${voice.say(last.cell)}`
      : `${describeWhen(last.x)} ${voice.say(last.cell)}`
  const compared = before ? describeBefore(voice.say(before.cell), lang) : ''
  const missing = composeMissingClause(
    spec.points.map((point) => ({ label: describeWhen(point.x), cell: point.cell })),
    voice,
  )
  return voice.composeSentence([ends, isNew ? latest + compared : null, missing])
}

function describeBefore(value: string, lang: Lang): string {
  return lang === 'zh' ? `，上年同月为${value}` : `, against ${value} a year earlier`
}
