import { compareCells, findEnd, mayCall } from '../../measure/compare.ts'
import type { Point, Series } from '../../measure/series.ts'
import { formatPeriod } from '../../text/format.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { composeMissingClause, describeMost, findExtreme, type LabelledValue, type Voice } from '../phrases.ts'
import { clipToRecord, selectStated } from '../record.ts'
import { addArticle, nameOfMeasure, sayMeasure } from '../table-columns.ts'
import { translateTerm } from '../terms.ts'
import type { LineSpec } from './line-spec.ts'

/** First, last, highest and lowest of the page's own line, each stretch between breaks for itself; then what it is compared with. */
export function summariseLine(whole: LineSpec, voice: Voice): string {
  const spec = clipToRecord(whole)
  const { lang } = voice
  const main = spec.series.find((series) => series.role === 'now') ?? spec.series[0]
  if (!main) return voice.composeSentence([translateTerm('missing', lang)])
  const subject = subjectOf(spec, main, lang)
  const stretches = stretchesOf(spec, main)
  const clauses = stretches.map((stretch, index) => composeStretchClause(stretch, index === 0 ? subject : null, voice))
  const last = selectStated(main.points).at(-1)
  // Behind a forecast a value without its year would be read as one of the forecast's year.
  const hasForecast = composeForecastClause(main, voice) !== null
  return voice.composeSentence([
    ...clauses,
    ...main.points.filter((point) => point.derived).map((point) => composeDerivedClause(point, voice)),
    composeForecastClause(main, voice),
    composeMissingClause(
      main.points.map((point) => ({ label: formatPeriod(point.x, lang), cell: point.cell })),
      voice,
    ),
    ...spec.series
      .filter((series) => series !== main)
      .slice(0, 3)
      .map((series) => composeOtherClause(series, hasForecast ? undefined : last, voice)),
    composeRuleClause(spec, last, voice),
  ])
}

function subjectOf(spec: LineSpec, main: Series, lang: Lang): string {
  if (spec.subject) return addArticle(spec.subject[lang], lang)
  const measure = sayMeasure(spec, lang)
  const label = main.label[lang]
  // One line alone is the measure itself.
  if (nameOfMeasure(spec)[lang] === label || spec.series.length === 1) return measure
  return lang === 'zh' ? `${measure}（${label}）` : `${measure} (${label})`
}

interface Stretch {
  points: Point[]
  /** The words of the break that it follows. */
  after: LocalText | null
}

function stretchesOf(spec: LineSpec, main: Series): Stretch[] {
  const breaks = (spec.annotations ?? [])
    .filter((annotation) => annotation.kind === 'break')
    .toSorted((a, b) => (a.x < b.x ? -1 : 1))
  const known = selectStated(main.points)
  const bounds = [null, ...breaks]
  const stretches = bounds.map((start, index) => {
    const end = bounds[index + 1]
    const points = known.filter((point) => (!start || point.x >= start.x) && (!end || point.x < end.x))
    return { points, start }
  })
  return stretches
    .filter(({ points }) => points.length > 0)
    .map(({ points, start }, index) => ({
      points,
      after: index > 0 && start ? start.label : null,
    }))
}

function composeStretchClause(stretch: Stretch, subject: string | null, voice: Voice): string {
  const { points } = stretch
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return ''
  const moved = first === last ? describeSinglePoint(first, voice) : describeMovement(first, last, voice)
  const space = voice.lang === 'zh' ? '' : ' '
  const lead = [stretch.after ? describeAfter(stretch.after, voice) : '', subject ?? ''].filter(Boolean)
  return [...lead, moved].join(space) + describeExtremes(points, voice)
}

function describeAfter(words: LocalText, voice: Voice): string {
  return voice.lang === 'zh' ? `此后（${words.zh}）` : `after that (${words.en}) it`
}

function describeSinglePoint(point: Point, voice: Voice): string {
  const when = formatPeriod(point.x, voice.lang)
  return voice.lang === 'zh'
    ? `${when}为${describePoint(point, voice)}`
    : `stood at ${describePoint(point, voice)} in ${when}`
}

function describeMovement(first: Point, last: Point, voice: Voice): string {
  const [from, to] = [formatPeriod(first.x, voice.lang), formatPeriod(last.x, voice.lang)]
  const [before, after] = [describePoint(first, voice), describePoint(last, voice)]
  const change = (last.cell.value ?? 0) - (first.cell.value ?? 0)
  if (change !== 0 && !mayCall(compareCells(last.cell, first.cell)))
    return describeSideBySide([to, after], [from, before], voice)
  if (voice.lang === 'zh') {
    if (change === 0) return `${from}与${to}均为${after}`
    return `由${from}的${before}${change > 0 ? '升' : '降'}至${to}的${after}`
  }
  if (change === 0) return `stood at ${after} both in ${from} and in ${to}`
  return `${change > 0 ? 'rose' : 'fell'} from ${before} in ${from} to ${after} in ${to}`
}

type Dated = [when: string, said: string]

/** Two values that may not be called different: the later first, no direction. */
function describeSideBySide([to, after]: Dated, [from, before]: Dated, voice: Voice): string {
  return voice.lang === 'zh' ? `${to}为${after}，${from}为${before}` : `was ${after} in ${to} and ${before} in ${from}`
}

// Highest and lowest are only worth a word where they are not the ends, and where not many points share them.
function describeExtremes(points: readonly Point[], voice: Voice): string {
  const ranked = points
    .toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0))
    .map(
      (point): LabelledValue => ({
        label: formatPeriod(point.x, voice.lang),
        said: describePoint(point, voice),
        x: point.x,
        cell: point.cell,
      }),
    )
  if (ranked[0]?.said === ranked.at(-1)?.said) return ''
  const ends = [points[0], points.at(-1)].map((point) => (point ? describePoint(point, voice) : ''))
  const words = (['high', 'low'] as const).flatMap((which) => {
    const said = (which === 'high' ? ranked[0] : ranked.at(-1))?.said ?? ''
    const { labels, isMost } = findExtreme(ranked, which)
    if (isMost) return describeMost(said, ranked, voice)
    if (labels.length === 0 || ends.includes(said) || findEnd(ranked, which).length === 0) return []
    return describeExtreme({ labels, said, which }, voice)
  })
  if (words.length === 0) return describeSpan(ranked, ends, voice)
  if (voice.lang === 'zh') return `，其间${words.join('，')}`
  return `, ${words.join(', ').replace(/, with (?=a low)/, ' and ')}`
}

/** Between which values a line lies, where neither end may be called the highest or the lowest and may yet be called apart. */
function describeSpan(ranked: readonly LabelledValue[], ends: readonly string[], voice: Voice): string {
  const [high, low] = [ranked[0], ranked.at(-1)]
  if (!high || !low || !mayCall(compareCells(high.cell, low.cell))) return ''
  // Of an end that the sentence has named already nothing more is said.
  if (ends.includes(high.said) || ends.includes(low.said)) return ''
  return voice.lang === 'zh'
    ? `，其间在${low.said}（${low.label}）与${high.said}（${high.label}）之间`
    : `, ranging from ${low.said} (${low.label}) to ${high.said} (${high.label})`
}

function describeExtreme(item: { labels: string[]; said: string; which: 'high' | 'low' }, voice: Voice): string {
  const when = voice.list(item.labels)
  if (voice.lang === 'zh') return `${when}${item.which === 'high' ? '最高' : '最低'}，为${item.said}`
  return `with ${item.which === 'high' ? 'a high' : 'a low'} of ${item.said} in ${when}`
}

function composeDerivedClause(point: Point, voice: Voice): string {
  const when = formatPeriod(point.x, voice.lang)
  return voice.lang === 'zh' ? `${when}为${describePoint(point, voice)}` : `${when}: ${describePoint(point, voice)}`
}

function composeForecastClause(series: Series, voice: Voice): string | null {
  const last = series.points.findLast((point) => point.cell.value !== null && point.cell.status === 'forecast')
  if (!last) return null
  const when = formatPeriod(last.x, voice.lang)
  return voice.lang === 'zh'
    ? `预测${when}为${describePoint(last, voice)}`
    : `the forecast for ${when} is ${describePoint(last, voice)}`
}

function composeOtherClause(series: Series, last: Point | undefined, voice: Voice): string | null {
  const point = selectStated(series.points).at(-1)
  if (!point) return null
  const label = voice.pick(series.label)
  const when = point.x === last?.x ? '' : formatPeriod(point.x, voice.lang)
  const forecast = composeForecastClause(series, voice)
  if (voice.lang === 'zh')
    return `${label}${when}为${describePoint(point, voice)}${forecast === null ? '' : `，${forecast}`}`
  return `${label}: ${describePoint(point, voice)}${when === '' ? '' : ` in ${when}`}${forecast === null ? '' : `, ${forecast}`}`
}

function composeRuleClause(spec: LineSpec, last: Point | undefined, voice: Voice): string | null {
  if (!spec.rule || last?.cell.value == null) return null
  const gap = last.cell.value - spec.rule.value
  const value = voice.say({ value: spec.rule.value, status: 'final' })
  const label = voice.pick(spec.rule.label)
  if (voice.lang === 'zh') return `${label}为${value}，${gap >= 0 ? '最近一期已达到' : '最近一期未达到'}`
  return `${label.toLowerCase()} ${value}, ${gap >= 0 ? 'met' : 'not met'} at the latest date`
}

function describePoint(point: Point, voice: Voice): string {
  const isChinese = voice.lang === 'zh'
  // Nobody reports a derived value, so its own words replace those of its status.
  const cell = point.derived ? { ...point.cell, status: 'final' as const } : point.cell
  const bound = point.bound ? translateTerm(point.bound, voice.lang) : ''
  const said = isChinese ? voice.say(cell, bound) : `${bound} ${voice.say(cell)}`.trimStart()
  if (!point.derived) return said
  return isChinese ? `${said}（${point.derived.zh}）` : `${said} (${point.derived.en})`
}
