import type { Cell } from '../contracts/table.ts'
import { formatPeriod } from '../text/format.ts'
import type { Lang } from '../text/local-text.ts'
import type { DwellSpec, FigureSpec, FunnelSpec, HeatSpec, PyramidSpec, TileSpec } from './figure.ts'
import { nameOfMeasure } from './figure-table.ts'
import { passedOn } from './funnel/draw-funnel.ts'
import { summariseLine, summariseMultiples } from './line/summarise-line.ts'
import { composeEndsClause, composeMissingClause, voiceOf } from './phrases.ts'
import { summariseInterval, summariseLikert, summariseStacked } from './stacked/summarise-stacked.ts'
import { composeForecastRemark, translateTerm } from './terms.ts'
import { rankTiles } from './tiles/draw-tiles.ts'

/** One sentence: what a person who cannot see the picture should know. */
export function summarise(spec: FigureSpec, lang: Lang): string {
  switch (spec.kind) {
    case 'line':
      return summariseLine(spec, lang)
    case 'pyramid':
      return summarisePyramid(spec, lang)
    case 'stacked':
      return summariseStacked(spec, lang)
    case 'funnel':
      return summariseFunnel(spec, lang)
    case 'dwell':
      return summariseDwell(spec, lang)
    case 'likert':
      return summariseLikert(spec, lang)
    case 'tiles':
      return summariseTiles(spec, lang)
    case 'heat':
      return summariseHeat(spec, lang)
    case 'multiples':
      return summariseMultiples(spec, lang)
    case 'interval':
      return summariseInterval(spec, lang)
  }
}

function summarisePyramid(spec: PyramidSpec, lang: Lang): string {
  const voice = voiceOf(spec, lang)
  const peak = (cells: readonly Cell[]): string | null => {
    const ranked = cells
      .map((cell, index) => ({ cell, band: spec.bands[index] ?? '' }))
      .filter(({ cell }) => cell.value !== null)
    const top = ranked.toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0))[0]
    if (!top) return null
    const band = top.band.replace('-', '–')
    return lang === 'zh' ? `${band}岁（${voice.say(top.cell)}）` : `${band} (${voice.say(top.cell)})`
  }
  const clauses = spec.years.map((year) => {
    const [men, women] = [peak(year.men), peak(year.women)]
    if (!men || !women) return null
    const when = formatPeriod(year.x, lang) + composeForecastRemark(year.forecast ?? false, lang)
    return lang === 'zh'
      ? `${when}人数最多的年龄组，男性为${men}，女性为${women}`
      : `in ${when} the largest age group was ${men} among men and ${women} among women`
  })
  return voice.sentence(clauses)
}

function summariseFunnel(spec: FunnelSpec, lang: Lang): string {
  const voice = voiceOf(spec, lang)
  const percent = voiceOf({ unit: '%', decimals: 1 }, lang)
  const steps = spec.stages.map((stage, index) => {
    if (stage.cell.value === null) return null
    const share = passedOn(spec, index)
    const label = stage.label[lang]
    const amount =
      lang === 'zh' ? `${label}${voice.say(stage.cell)}` : `${label.toLowerCase()} ${voice.say(stage.cell)}`
    if (share === null) return amount
    const rate = percent.say({ value: share, status: 'final' })
    return lang === 'zh' ? `${amount}，为上一步的${rate}` : `${amount}, ${rate} of the step before`
  })
  return voice.sentence([
    ...steps,
    composeMissingClause(
      spec.stages.map((stage) => ({ label: stage.label[lang], cell: stage.cell })),
      voice,
    ),
  ])
}

function summariseDwell(spec: DwellSpec, lang: Lang): string {
  const voice = voiceOf(spec, lang)
  const ranked = spec.stages
    .filter((stage) => stage.median.value !== null)
    .toSorted((a, b) => (b.median.value ?? 0) - (a.median.value ?? 0))
  const clauses = ranked.map((stage, index) => {
    const label = stage.label[lang]
    const [median, p90] = [voice.say(stage.median), stage.p90.value === null ? null : voice.say(stage.p90)]
    if (lang === 'zh')
      return `${label}${index === 0 && ranked.length > 1 ? '用时最长，' : ''}中位数${median}${p90 ? `，九成不超过${p90}` : ''}`
    const lead =
      index === 0 && ranked.length > 1
        ? `${label} takes longest, with a median of ${median}`
        : `${label.toLowerCase()} ${median}`
    return p90 ? `${lead}, nine in ten within ${p90}` : lead
  })
  return voice.sentence([
    ...clauses,
    composeMissingClause(
      spec.stages.map((stage) => ({ label: stage.label[lang], cell: stage.median })),
      voice,
    ),
  ])
}

function summariseTiles(spec: TileSpec, lang: Lang): string {
  const voice = voiceOf(spec, lang)
  const ranked = rankTiles({ ...spec, worse: 'high' })
  if (ranked.length === 0) return voice.sentence([translateTerm('missing', lang)])
  const labelled = ranked.map((tile) => ({ label: tile.label[lang], said: voice.say(tile.cell) }))
  const ends = composeEndsClause(nameOfMeasure(spec)[lang], labelled, voice)
  return voice.sentence([
    ends,
    composeMissingClause(
      spec.tiles.map((tile) => ({ label: tile.label[lang], cell: tile.cell })),
      voice,
    ),
  ])
}

function summariseHeat(spec: HeatSpec, lang: Lang): string {
  const voice = voiceOf(spec, lang)
  const known = spec.points.filter((point) => point.cell.value !== null)
  const ranked = known.toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0))
  const [high, low, last] = [ranked[0], ranked.at(-1), known.at(-1)]
  if (!high || !low || !last) return voice.sentence([translateTerm('missing', lang)])
  const when = (x: string): string => formatPeriod(x, lang)
  const labelled = ranked.map((point) => ({ label: when(point.x), said: voice.say(point.cell), x: point.x }))
  const ends = composeEndsClause(nameOfMeasure(spec)[lang], labelled, voice)
  const lastYear = `${Number(last.x.slice(0, 4)) - 1}${last.x.slice(4)}`
  const before = known.find((point) => point.x === lastYear)
  const isNew = last !== high && last !== low
  const latest = lang === 'zh' ? `${when(last.x)}为${voice.say(last.cell)}` : `${when(last.x)} ${voice.say(last.cell)}`
  const compared = before ? describeBefore(voice.say(before.cell), lang) : ''
  const missing = composeMissingClause(
    spec.points.map((point) => ({ label: when(point.x), cell: point.cell })),
    voice,
  )
  return voice.sentence([ends, isNew ? latest + compared : null, missing])
}

function describeBefore(value: string, lang: Lang): string {
  return lang === 'zh' ? `，上年同月为${value}` : `, a year before ${value}`
}
