import { addMonths, listMonthsUntil } from '../../calendar/months.ts'
import type { FunnelSpec, HeatSpec, LineSpec, MultiplesSpec, StackedSpec, TileSpec } from '../../charts/figure.ts'
import { buildFigureBase, hasValue, itemsOf, measureOf, placePathOf } from '../../compose/describe-figure.ts'
import { cityOf, listAnnotations, listDistricts, listMonthsShown, type Site } from '../../compose/site.ts'
import type { Cell } from '../../contracts/table.ts'
import { isKnown, rankByValue } from '../../measure/change.ts'
import { compareCells, findEnd } from '../../measure/compare.ts'
import { findCell, findTable, type Pick, periodsOf, pointsOf } from '../../measure/select.ts'
import type { Annotation, Point, Series } from '../../measure/series.ts'
import { formatPeriod, formatValue } from '../../text/format.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { localise } from '../../text/ui.ts'
import { buildDistrictPanels } from '../district-panels.ts'
import { composeOnTimeTitle, findOnTimeRate, pickFlow } from './on-time-title.ts'

/** On-time rate over a year against the year before. */
export function buildOnTimeLine(site: Site, place: string, month: string): LineSpec | null {
  const pick = pickFlow(place, 'on_time_rate')
  // Before the first month on record there is nothing to be missing.
  const first = periodsOf(site.published, 'cases', 'flow')[0] ?? month
  const months = listMonthsUntil(month, 12).filter((earlier) => earlier >= first)
  const rates = months.map((x) => findOnTimeRate(site, place, x))
  const now = pointsOf(site.published, pick, months)
  const before = months.map((x) => ({ x, cell: findCell(site.published, pick, addMonths(x, -12)) }))
  if (isKnown(now).length < 2) return null
  return {
    ...buildFigureBase(site, {
      id: 'on-time',
      title: composeOnTimeTitle(site, place, rates, month),
      pick,
      periods: months,
    }),
    kind: 'line',
    zero: false,
    subject: measureOf(site, 'cases', 'flow', 'on_time_rate').names,
    series: [
      { id: 'now', label: { zh: '本期', en: 'This period' }, role: 'now', points: now },
      ...(hasValue(before.map((point) => point.cell))
        ? [{ id: 'before', label: { zh: '上年同期', en: 'Year before' }, role: 'reference' as const, points: before }]
        : []),
      ...buildCityLine(site, place, months),
    ],
    annotations: [
      ...listAnnotations(site, { dataset: 'cases', place, periods: months }),
      ...listLastYearsEvents(site, place, months),
    ],
  }
}

/** The city's line behind that of a place; none behind the city's own. */
function buildCityLine(site: Site, place: string, months: readonly string[]): Series[] {
  const city = cityOf(site)
  if (place === city.code) return []
  const points = pointsOf(site.published, pickFlow(city.code, 'on_time_rate'), months)
  return [{ id: 'city', label: { zh: '全市', en: 'City' }, role: 'other', points }]
}

/** What happened a year before marks the line of the year before, at the same month. */
function listLastYearsEvents(site: Site, place: string, months: readonly string[]): Annotation[] {
  const before = months.map((month) => addMonths(month, -12))
  return listAnnotations(site, { dataset: 'cases', place, periods: before }).map((annotation) => ({
    ...annotation,
    x: addMonths(annotation.x, 12),
    label: { zh: `上年：${annotation.label.zh}`, en: `Year before: ${annotation.label.en}` },
  }))
}

/** Median handling time, a cell a district. */
export function buildHoursTiles(site: Site, month: string): TileSpec | null {
  const tiles = listDistricts(site, month).flatMap((place) => {
    const cell = findCell(site.published, pickFlow(place.code, 'hours_median'), month)
    const n = findCell(site.published, pickFlow(place.code, 'closed'), month)
    return place.tile
      ? [{ id: place.code, label: place.names, path: placePathOf(place.code), ...place.tile, cell, n }]
      : []
  })
  const [first] = tiles
  if (!first || !hasValue(tiles.map(({ cell }) => cell))) return null
  const title = composeHoursTitle(site, tiles)
  return {
    ...buildFigureBase(site, { id: 'hours', title, pick: pickFlow(first.id, 'hours_median'), periods: [month] }),
    kind: 'tiles',
    worse: 'high',
    tiles,
  }
}

/** Which district is slowest, as far as that may be said; else from where to where the medians reach. */
function composeHoursTitle(site: Site, tiles: readonly { label: LocalText; cell: Cell }[]): LocalText {
  const { unit, decimals = 0 } = measureOf(site, 'cases', 'flow', 'hours_median')
  const format = (cell: Cell | undefined, lang: Lang) => (cell ? formatValue(cell, unit, decimals, lang) : '')
  const slowest = findEnd(tiles, 'high')
  if (slowest.length > 0)
    return {
      zh: `${slowest.map(({ label }) => label.zh).join('、')}的网格事件办得最慢，中位数${format(slowest[0]?.cell, 'zh')}`,
      en: `Cases take longest in ${slowest.map(({ label }) => label.en).join(', ')}: ${format(slowest[0]?.cell, 'en')} at the median`,
    }
  const ranked = rankByValue(tiles)
  const [high, low] = [ranked[0]?.cell, ranked.at(-1)?.cell]
  if (high?.value === low?.value)
    return {
      zh: `各区网格事件办理时长中位数均为${format(high, 'zh')}`,
      en: `Median handling time is ${format(high, 'en')} in every district`,
    }
  return {
    zh: `各区网格事件办理时长中位数在${format(low, 'zh')}与${format(high, 'zh')}之间`,
    en: `Median handling time lies between ${format(low, 'en')} and ${format(high, 'en')}`,
  }
}

/** Cases accepted, month by year. */
export function buildAcceptedHeat(site: Site, place: string): HeatSpec | null {
  const pick = pickFlow(place, 'accepted')
  const months = listMonthsShown(site, 'cases', 'flow')
  const points = pointsOf(site.published, pick, months)
  if (isKnown(points).length === 0) return null
  const [top] = findEnd(points, 'high')
  const title = localise((lang) => {
    if (!top) return lang === 'zh' ? '各月受理的网格事件' : 'Grid cases accepted, month by month'
    const [when, count] = [
      formatPeriod(top.x, lang),
      formatValue(top.cell, measureOf(site, 'cases', 'flow', 'accepted').unit, 0, lang),
    ]
    return lang === 'zh' ? `${when}受理最多，${count}` : `${when} was the busiest month, with ${count} accepted`
  })
  return {
    ...buildFigureBase(site, { id: 'accepted', title, pick, periods: months }),
    kind: 'heat',
    worse: 'high',
    points,
  }
}

/** On-time rate of each district on one scale, the city behind. */
export function buildOnTimeMultiples(site: Site): MultiplesSpec | null {
  const months = listMonthsShown(site, 'cases', 'flow')
  const last = months.at(-1)
  if (last === undefined) return null
  const city = cityOf(site)
  const pick = pickFlow(city.code, 'on_time_rate')
  const { reference, panels } = buildDistrictPanels(site, months, (code) => pickFlow(code, 'on_time_rate'))
  const below = panels
    .filter((panel) => isMostlyBelow(panel.series.points, reference.points))
    .map((panel) => panel.label)
  const title = composeBelowTitle(below)
  return {
    ...buildFigureBase(site, { id: 'districts', title, pick, periods: months }),
    kind: 'multiples',
    zero: false,
    panels,
  }
}

/** A line runs below another when it does in three months of four: half would be chance. */
const MOSTLY = 0.75

/** True where a line may be called lower than the other in most of the months that both have. */
function isMostlyBelow(points: readonly Point[], reference: readonly Point[]): boolean {
  const others = new Map(reference.map((point) => [point.x, point.cell]))
  const steps = points.map(({ x, cell }) => compareCells(cell, others.get(x))).filter((step) => step !== 'unknown')
  return steps.length > 0 && steps.filter((step) => step === 'down').length >= steps.length * MOSTLY
}

function composeBelowTitle(below: readonly LocalText[]): LocalText {
  if (below.length === 0)
    return { zh: '各区按期办结率，与全市对照', en: 'On-time rate of each district beside the city' }
  if (below.length === 1) {
    return { zh: `只有${below[0]?.zh}大多数月份低于全市`, en: `Only ${below[0]?.en} was below the city in most months` }
  }
  return {
    zh: `${below.map((name) => name.zh).join('、')}大多数月份低于全市`,
    en: `${below.map((name) => name.en).join(', ')} were below the city in most months`,
  }
}

/** From report to on-time closing, among the cases of one month. */
export function buildCaseFunnel(site: Site, place: string, month: string): FunnelSpec | null {
  const stages = ['due', 'due_closed', 'closed_on_time', 'on_time_first_time']
    .filter((measure) => findTable(site.published, 'cases', 'flow')?.spec.measures[measure])
    .map((measure) => ({
      id: measure,
      label: measureOf(site, 'cases', 'flow', measure).names,
      cell: findCell(site.published, pickFlow(place, measure), month),
    }))
  const [first, last] = [stages[0]?.cell.value ?? null, stages.at(-1)?.cell.value ?? null]
  if (stages.length < 2 || first === null || first === 0 || last === null) return null
  const hundred = Math.round((last / first) * 100)
  const title = {
    zh: `每100件应结事件，${hundred}件按期且一次办结`,
    en: `Of every 100 cases due, ${hundred} were closed on time without being sent back`,
  }
  const pick = pickFlow(place, 'due')
  return { ...buildFigureBase(site, { id: 'funnel', title, pick, periods: [month] }), kind: 'funnel', stages }
}

/** Who solved the cases: levels from community to city, as shares, month by month. */
export function buildLevelStack(site: Site, place: string, months: readonly string[]): StackedSpec | null {
  const contract = site.published.contracts.get('cases')
  if (!contract) return null
  const parts = itemsOf(contract, 'level').map((item) => ({ id: item.code, label: { zh: item.zh, en: item.en } }))
  const pick = (level: string): Pick => ({
    dataset: 'cases',
    table: 'level',
    measure: 'closed',
    where: { place, level },
  })
  const bars = months.map((x) => ({ id: x, label: localise((lang) => formatPeriod(x, lang)) }))
  const cells = months.map((month) => parts.map((part) => findCell(site.published, pick(part.id), month)))
  const [first, last] = [parts[0], months.at(-1)]
  if (!first || last === undefined) return null
  const share = findCell(site.published, { ...pick(first.id), measure: 'closed_share' }, last)
  if (share.value === null) return null
  const { unit, decimals = 0 } = measureOf(site, 'cases', 'level', 'closed_share')
  const title = localise((lang) => {
    const [when, value] = [formatPeriod(last, lang), formatValue(share, unit, decimals, lang)]
    return lang === 'zh'
      ? `${when}，${value}的网格事件在${first.label.zh}一级办结`
      : `In ${when} ${value} of cases were solved at ${first.label.en.toLowerCase()} level`
  })
  const base = buildFigureBase(site, { id: 'levels', title, pick: pick(first.id), periods: months })
  return { ...base, kind: 'stacked', share: true, bars, parts, cells }
}
