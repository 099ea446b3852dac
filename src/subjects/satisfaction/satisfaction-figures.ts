import type { IntervalSpec, LikertSpec, LineSpec } from '../../charts/figure.ts'
import { isSmallSample } from '../../charts/small-sample.ts'
import { buildFigureBase, hasValue, itemsOf, measureOf, placePathOf } from '../../compose/describe-figure.ts'
import { cityOf, listAnnotations, listDistricts, type Site } from '../../compose/site.ts'
import type { Cell } from '../../contracts/table.ts'
import { isKnown, rankByValue } from '../../measure/change.ts'
import { compareCells, mayCall } from '../../measure/compare.ts'
import { findCell, type Pick, pointsOf, selectPointsWithBounds } from '../../measure/select.ts'
import type { Point } from '../../measure/series.ts'
import { formatPeriod, formatValue } from '../../text/format.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { choosePlural } from '../../text/plural.ts'
import { localise } from '../../text/ui.ts'
import { listRatingPeriods, ratingsOf } from './rating-tables.ts'

/** The four grades, best first; each is a measure of the ratings table. */
const GRADES = ['a', 'b', 'c', 'd'] as const

const pickInDistricts = (place: string, measure: string): Pick => ({
  dataset: 'satisfaction',
  table: 'districts',
  measure,
  where: { place },
})

/** Share of satisfied replies in each district in a quarter, with its interval, around the city's. */
export function buildTopTwoIntervals(site: Site, quarter: string): IntervalSpec | null {
  const city = cityOf(site)
  const cityPoint = findRatingPoint(site, city.code, quarter)
  const items = listDistricts(site, quarter).map((place) => {
    const point = findRatingPoint(site, place.code, quarter)
    const n = findCell(site.published, pickInDistricts(place.code, 'rated'), quarter)
    return {
      id: place.code,
      label: place.names,
      path: placePathOf(place.code),
      cell: point.cell,
      ...(point.bound ? { bound: point.bound } : {}),
      low: point.low ?? null,
      high: point.high ?? null,
      n,
    }
  })
  if (!hasValue(items.map((item) => item.cell)) || cityPoint.cell.value === null) return null
  const enough = items.filter((item) => item.cell.value !== null && !isSmallSample(item.n))
  const different = enough.filter((item) => mayCall(compareCells(item.cell, cityPoint.cell))).map((item) => item.label)
  const title = composeIntervalsTitle(different, { enough: enough.length, all: items.length })
  const { cell } = cityPoint
  const rule = { value: cityPoint.cell.value, cell, label: { zh: '全市', en: 'City' } }
  const base = buildFigureBase(site, {
    id: 'satisfied',
    title,
    pick: pickInDistricts(city.code, 'top2_rate'),
    periods: [quarter],
  })
  return { ...base, kind: 'interval', items, rule }
}

/** Only districts with enough ratings are spoken of, and a difference only beyond chance. */
function composeIntervalsTitle(
  different: readonly LocalText[],
  { enough, all }: Record<'enough' | 'all', number>,
): LocalText {
  if (enough === 0) return { zh: '各区样本都过少，不作比较', en: 'Samples are too small to compare districts' }
  if (different.length > 0)
    return {
      zh: `${different.map((name) => name.zh).join('、')}的满意率与全市有明显差别`,
      en: `${different.map((name) => name.en).join(', ')} clearly ${choosePlural(different.length, { one: 'differs', other: 'differ' })} from the city`,
    }
  if (enough === all)
    return { zh: '各区满意率的差别都在误差之内', en: 'No district differs from the city beyond chance' }
  return {
    zh: `样本足够的${enough}个区，与全市的差别都在误差之内`,
    en: `Of the ${enough} ${choosePlural(enough, { one: 'district', other: 'districts' })} with enough replies, none clearly differs from the city`,
  }
}

function findRatingPoint(site: Site, place: string, quarter: string): Point {
  const pick = { ...pickInDistricts(place, 'top2_rate'), low: 'top2_low', high: 'top2_high' }
  const [point] = selectPointsWithBounds(site.published, pick, [quarter])
  if (!point) throw new Error('views: one quarter gives one point')
  return point
}

/** The four answers of each district, diverging at the middle. */
export function buildGradesLikert(site: Site, quarter: string): LikertSpec | null {
  const grades = GRADES.map((id) => ({ id, label: measureOf(site, 'satisfaction', 'districts', id).names }))
  const items = listDistricts(site, quarter).map((place) => ({
    id: place.code,
    label: place.names,
    path: placePathOf(place.code),
    cells: GRADES.map((grade) => findCell(site.published, pickInDistricts(place.code, grade), quarter)),
    n: findCell(site.published, pickInDistricts(place.code, 'rated'), quarter),
    good: findCell(site.published, pickInDistricts(place.code, 'satisfied'), quarter),
  }))
  if (!hasValue(items.map((item) => item.n))) return null
  const title = composeGradesTitle(site, quarter)
  if (!title) return null
  const base = buildFigureBase(site, {
    id: 'grades',
    title,
    pick: pickInDistricts(cityOf(site).code, 'a'),
    periods: [quarter],
  })
  const measure = {
    zh: `${grades.map((grade) => grade.label.zh).join('、')}的回答数`,
    en: `Replies: ${grades.map((grade) => grade.label.en).join(', ')}`,
  }
  return { ...base, measure, kind: 'likert', grades, items, shareDecimals: 0 }
}

/** What the whole city answered: the districts have too few replies to be ranked by one grade. */
function composeGradesTitle(site: Site, quarter: string): LocalText | null {
  const city = cityOf(site).code
  const cellOf = (measure: string) => findCell(site.published, pickInDistricts(city, measure), quarter)
  const [satisfied, dissatisfied] = [cellOf('top2_rate'), cellOf('dissatisfied_rate')]
  if (satisfied.value === null || dissatisfied.value === null) return null
  const describeCell = (cell: Cell, lang: Lang) => formatValue(cell, '%', 0, lang)
  return {
    zh: `全市${describeCell(satisfied, 'zh')}满意或非常满意，${describeCell(dissatisfied, 'zh')}不满意`,
    en: `City-wide ${describeCell(satisfied, 'en')} are satisfied or very satisfied, ${describeCell(dissatisfied, 'en')} dissatisfied`,
  }
}

/** Satisfied share period by period, with its interval. */
export function buildTopTwoLine(
  site: Site,
  place: string,
  periods: readonly string[] = listRatingPeriods(site, ratingsOf(site, place)),
): LineSpec | null {
  const table = ratingsOf(site, place)
  const pick = {
    dataset: 'satisfaction',
    table,
    measure: 'top2_rate',
    where: { place },
    low: 'top2_low',
    high: 'top2_high',
  }
  const points = selectPointsWithBounds(site.published, pick, periods)
  const values = isKnown(points)
  const [first, last] = [values[0], values.at(-1)]
  if (!first || !last) return null
  const [from, to] = [points.find((point) => point.x === first.x), points.find((point) => point.x === last.x)]
  const step = compareCells(to?.cell, from?.cell)
  const describeWhen = (lang: Lang) => formatPeriod(first.x, lang)
  const title = mayCall(step)
    ? {
        zh: `满意率比${describeWhen('zh')}明显${step === 'up' ? '提高' : '下降'}`,
        en: `Satisfaction is clearly ${step === 'up' ? 'higher' : 'lower'} than in ${describeWhen('en')}`,
      }
    : {
        zh: `满意率与${describeWhen('zh')}没有明显差别`,
        en: `Satisfaction does not clearly differ from ${describeWhen('en')}`,
      }
  const base = buildFigureBase(site, { id: 'satisfied-trend', title, pick, periods })
  const label = measureOf(site, 'satisfaction', table, 'top2_rate').names
  const annotations = listAnnotations(site, { dataset: 'satisfaction', place, periods })
  return { ...base, kind: 'line', zero: false, series: [{ id: 'top2', label, role: 'now', points }], annotations }
}

/** Response rate of each channel: who is heard at all. */
export function buildResponseLines(site: Site, months: readonly string[]): LineSpec | null {
  const contract = site.published.contracts.get('satisfaction')
  const city = cityOf(site).code
  if (!contract) return null
  const pick = (channel: string): Pick => ({
    dataset: 'satisfaction',
    table: 'channel',
    measure: 'response_rate',
    where: { place: city, channel },
  })
  const series = itemsOf(contract, 'channel').map((item, index) => ({
    id: item.code,
    label: { zh: item.zh, en: item.en },
    role: index === 0 ? ('now' as const) : ('other' as const),
    points: pointsOf(site.published, pick(item.code), months),
  }))
  const latest = rankByValue(
    series.map((series) => ({
      label: series.label,
      cell: series.points.at(-1)?.cell ?? { value: null, status: 'not-reported' as const },
    })),
  )
  const [best, worst] = [latest[0], latest.at(-1)]
  const first = series[0]
  if (!best || !worst || !first || best === worst) return null
  const isClear = mayCall(compareCells(best.cell, worst.cell))
  const title = localise((lang) => {
    if (!isClear) return lang === 'zh' ? '各渠道回访的应答率' : 'Response rate by channel'
    const [b, w] = [formatValue(best.cell, '%', 0, lang), formatValue(worst.cell, '%', 0, lang)]
    return lang === 'zh'
      ? `${best.label.zh}回访有${b}的人作答，${worst.label.zh}只有${w}`
      : `${b} answer by ${best.label.en.toLowerCase()}, only ${w} by ${worst.label.en.toLowerCase()}`
  })
  return {
    ...buildFigureBase(site, { id: 'response', title, pick: pick(first.id), periods: months }),
    kind: 'line',
    series,
  }
}
