import { monthsOf } from '../../calendar/period.ts'
import type { Cell } from '../../contracts/table.ts'
import { formatCount, formatPeriod } from '../../text/format.ts'
import type { Lang } from '../../text/local-text.ts'
import { sum } from '../../text/sum.ts'
import type { IntervalSpec, LikertSpec, StackedSpec } from '../figure.ts'
import { nameOfMeasure } from '../figure-table.ts'
import { isApart, isSmall } from '../interval/draw-interval.ts'
import { gradeShares, SMALL_SAMPLE } from '../likert/draw-likert.ts'
import { composeEndsClause, composeMissingClause, type Voice, voiceOf } from '../phrases.ts'
import { translateTerm } from '../terms.ts'
import { sharesOf } from './draw-stacked.ts'

/** Over time: each part from its first to its last bar. Over items: the greatest and the least bar. */
export function summariseStacked(spec: StackedSpec, lang: Lang): string {
  const voice = voiceOf(spec.share ? { unit: '%', decimals: 1 } : spec, lang)
  const isTime = spec.bars.every((bar) => monthsOf(bar.id) !== null)
  return isTime ? stackedOverTime(spec, voice) : stackedOverItems(spec, voice)
}

interface Bar {
  label: string
  x: string
  cells: readonly Cell[]
  /** Shares or values by part. */
  values: readonly (number | null)[]
  total: number
}

function barsOf(spec: StackedSpec, lang: Lang): Bar[] {
  return spec.bars.map((bar, index) => {
    const cells = spec.cells[index] ?? []
    const values = spec.share ? sharesOf(cells) : cells.map((cell) => cell.value)
    return {
      label: bar.label[lang],
      x: bar.id,
      cells,
      values,
      total: sum(cells.map((cell) => cell.value ?? 0)),
    }
  })
}

function isWhole(bar: Bar): boolean {
  return bar.values.every((value) => value !== null)
}

function stackedOverTime(spec: StackedSpec, voice: Voice): string {
  const { lang } = voice
  const bars = barsOf(spec, lang)
  const whole = bars.filter(isWhole)
  const [first, last] = [whole[0], whole.at(-1)]
  if (!first || !last) return voice.sentence([translateTerm('missing', lang)])
  const say = (value: number | null | undefined): string => voice.say({ value: value ?? null, status: 'final' })
  const parts = spec.parts.map((part, index) => {
    const [a, b] = [first.values[index] ?? 0, last.values[index] ?? 0]
    const label = index === 0 ? firstLabel(spec, lang) : part.label[lang]
    const [before, after] = [say(a), say(b)]
    if (first === last) return lang === 'zh' ? `${label}为${after}` : `${label.toLowerCase()} ${after}`
    if (before === after) return lang === 'zh' ? `${label}均为${after}` : `${label.toLowerCase()} stayed at ${after}`
    if (lang === 'zh') return `${label}由${before}${b > a ? '升' : '降'}至${after}`
    return `${label.toLowerCase()} ${b > a ? 'rose' : 'fell'} from ${before} to ${after}`
  })
  const [from, to] = [formatPeriod(first.x, lang), formatPeriod(last.x, lang)]
  const lead = lang === 'zh' ? `${from}至${to}，` : `from ${from} to ${to} `
  const alone = lang === 'zh' ? `${to}，` : `in ${to}: `
  const absent = bars
    .filter((bar) => !isWhole(bar))
    .map((bar) => ({
      label: formatPeriod(bar.x, lang),
      cell: bar.cells.find((cell) => cell.value === null) ?? { value: null, status: 'not-applicable' as const },
    }))
  return voice.sentence([
    (first === last ? alone : lead) + parts.join(lang === 'zh' ? '，' : ', '),
    composeMissingClause(absent, voice),
  ])
}

// Said once, with the first part: what the figures are.
function firstLabel(spec: StackedSpec, lang: Lang): string {
  const label = spec.parts[0]?.label ?? { zh: '', en: '' }
  if (!spec.share) return lang === 'zh' ? label.zh : label.en.toLowerCase()
  return lang === 'zh' ? `${label.zh}占比` : `the share of ${label.en.toLowerCase()}`
}

function stackedOverItems(spec: StackedSpec, voice: Voice): string {
  const { lang } = voice
  const bars = barsOf(spec, lang)
  const [part] = spec.parts
  const measured = bars
    .filter(isWhole)
    .map((bar) => ({ label: bar.label, value: spec.share ? (bar.values[0] ?? 0) : bar.total }))
  const ranked = measured.toSorted((a, b) => b.value - a.value)
  const [high] = ranked
  if (!high || !part) return voice.sentence([translateTerm('missing', lang)])
  const say = (value: number): string => voice.say({ value, status: 'final' })
  const what = spec.share
    ? { zh: `${part.label.zh}占比`, en: `the share of ${part.label.en.toLowerCase()}` }
    : { zh: '合计', en: 'the total' }
  const labelled = ranked.map((labelled) => ({ label: labelled.label, said: say(labelled.value) }))
  const ends = composeEndsClause(what[lang], labelled, voice)
  const top = bars.find((bar) => bar.label === high.label)
  const inside = spec.share ? null : partsOf(spec, top, voice)
  const absent = bars
    .filter((bar) => !isWhole(bar))
    .flatMap((bar) =>
      bar.cells
        .filter((cell) => cell.value === null)
        .slice(0, 1)
        .map((cell) => ({ label: bar.label, cell })),
    )
  return voice.sentence([ends, inside, composeMissingClause(absent, voice)])
}

function partsOf(spec: StackedSpec, bar: Bar | undefined, voice: Voice): string | null {
  if (!bar) return null
  const parts = spec.parts.map(
    (part, index) =>
      `${voice.pick(part.label)}${voice.lang === 'zh' ? '' : ' '}${voice.say(bar.cells[index] ?? { value: null, status: 'not-applicable' })}`,
  )
  return voice.lang === 'zh' ? `${bar.label}有${voice.list(parts)}` : `${bar.label}: ${voice.list(parts)}`
}

/** Where the better half of the answers is strongest and weakest. */
export function summariseLikert(spec: LikertSpec, lang: Lang): string {
  const voice = voiceOf({ unit: '%', decimals: 1 }, lang)
  const half = Math.floor(spec.grades.length / 2)
  const good = voice.list(spec.grades.slice(0, half).map((grade) => grade.label[lang]))
  const measured = spec.items.flatMap((item) => {
    const shares = gradeShares(item).slice(0, half)
    if (shares.some((share) => share === null)) return []
    return [
      {
        label: item.label[lang],
        n: item.n.value ?? 0,
        value: sum(shares.map((share) => share ?? 0)),
      },
    ]
  })
  const ranked = measured.toSorted((a, b) => b.value - a.value)
  const small = spec.items
    .filter((item) => item.n.value !== null && item.n.value < SMALL_SAMPLE)
    .map((item) => item.label[lang])
  const missing = composeMissingClause(
    spec.items.map((item) => ({ label: item.label[lang], cell: item.n })),
    voice,
  )
  if (ranked.length === 0) return voice.sentence([composeSmallClause(small, voice) ?? translateTerm('missing', lang)])
  const say = (item: { value: number; n: number }): string => {
    const words = [voice.say({ value: item.value, status: 'final' }), `n = ${formatCount(item.n, lang)}`]
    return lang === 'zh' ? `${words[0]}（${words[1]}）` : `${words[0]} (${words[1]})`
  }
  const what = lang === 'zh' ? `回答${good}的合计占比` : `the share answering ${good}`
  const labelled = ranked.map((labelled) => ({ label: labelled.label, said: say(labelled) }))
  const ends = composeEndsClause(what, labelled, voice)
  return voice.sentence([ends, composeSmallClause(small, voice), missing])
}

/** Which items differ from the rule, and which do not. */
export function summariseInterval(spec: IntervalSpec, lang: Lang): string {
  const voice = voiceOf(spec, lang)
  const small = spec.items.filter(isSmall)
  const shown = shownOf(spec)
  // A small sample is reason enough: that nothing can be computed from it need not be added.
  const missing = composeMissingClause(
    spec.items.filter((item) => !isSmall(item)).map((item) => ({ label: item.label[lang], cell: item.cell })),
    voice,
  )
  const tail = [
    composeSmallClause(
      small.map((item) => item.label[lang]),
      voice,
    ),
    missing,
  ]
  if (shown.length === 0)
    return voice.sentence(tail.some((clause) => clause !== null) ? tail : [translateTerm('missing', lang)])
  if (shown.every(isOnlyReported)) return voice.sentence([composeBoundsClause(spec, shown, voice), ...tail])
  if (spec.rule) return voice.sentence([composeApartClause(spec, spec.rule, voice), ...tail])
  const ranked = shown.toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0))
  const labelled = ranked.map((item) => ({ label: item.label[lang], said: voice.say(item.cell) }))
  return voice.sentence([composeEndsClause(nameOfMeasure(spec)[lang], labelled, voice), ...tail])
}

/** Items whose value may be read. */
function shownOf(spec: IntervalSpec): IntervalSpec['items'] {
  return spec.items.filter((item) => item.cell.value !== null && !isSmall(item))
}

/** A bound, or a value that a source prints without its sample: neither can be ranked. */
function isOnlyReported({ bound, cell, n }: IntervalSpec['items'][number]): boolean {
  return bound !== undefined || (cell.status === 'reported' && (n?.value ?? null) === null)
}

/** Bounds are listed and not ranked: the higher stated bound need not be the higher value. */
function composeBoundsClause(spec: IntervalSpec, shown: IntervalSpec['items'], voice: Voice): string {
  const gap = voice.lang === 'zh' ? '' : ' '
  const clauses = shown.map((item) => `${voice.pick(item.label)}${gap}${describeBound(item, voice)}`)
  return `${voice.pick(nameOfMeasure(spec))}${voice.lang === 'zh' ? '：' : ': '}${voice.list(clauses)}`
}

/** `90%以上（报道值）` / `at least 90% (as reported)` */
function describeBound({ cell, bound }: IntervalSpec['items'][number], voice: Voice): string {
  if (!bound) return voice.say(cell)
  return voice.lang === 'zh'
    ? voice.say(cell, translateTerm(bound, 'zh'))
    : `${translateTerm(bound, 'en')} ${voice.say(cell)}`
}

type Rule = NonNullable<IntervalSpec['rule']>

/** What differs from the rule, with its values; where nothing does, no value is ranked. */
function composeApartClause(spec: IntervalSpec, rule: Rule, voice: Voice): string {
  const shown = shownOf(spec)
  const named = (way: 'above' | 'below'): string[] =>
    shown.filter((item) => isApart(item, rule.value) === way).map((item) => withValue(item, voice))
  const [above, below] = [named('above'), named('below')]
  const name = voice.pick(nameOfMeasure(spec))
  const value = voice.say({ value: rule.value, status: 'final' })
  const label = `${voice.pick(rule.label)}${voice.lang === 'zh' ? '' : ' '}${value}`
  const isChinese = voice.lang === 'zh'
  if (above.length + below.length === 0) {
    return isChinese
      ? `${name}与${label}相比，差别都在误差之内`
      : `${name}: no difference from ${label} goes beyond chance`
  }
  const hasRest = shown.some((item) => item.low?.value != null && isApart(item, rule.value) === null)
  const parts = [
    above.length > 0 && (isChinese ? `${voice.list(above)}明显较高` : `${voice.list(above)} clearly higher`),
    below.length > 0 && (isChinese ? `${voice.list(below)}明显较低` : `${voice.list(below)} clearly lower`),
    hasRest && (isChinese ? '其余差别在误差之内' : 'the rest within chance'),
  ].filter((part) => part !== false)
  return isChinese ? `${name}与${label}相比，${parts.join('，')}` : `${name}, against ${label}: ${parts.join(', ')}`
}

/** `栖云区（69.8%）` / `Qiyun (69.8%)` */
function withValue(item: IntervalSpec['items'][number], voice: Voice): string {
  const [label, value] = [voice.pick(item.label), voice.say(item.cell)]
  return voice.lang === 'zh' ? `${label}（${value}）` : `${label} (${value})`
}

function composeSmallClause(names: readonly string[], voice: Voice): string | null {
  if (names.length === 0) return null
  return voice.lang === 'zh'
    ? `${voice.list(names)}${translateTerm('small-sample', 'zh')}`
    : `${voice.list(names)}: ${translateTerm('small-sample', 'en')}`
}
