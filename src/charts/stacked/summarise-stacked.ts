import { monthsOf } from '../../calendar/period.ts'
import type { Cell } from '../../contracts/table.ts'
import { rankByValue } from '../../measure/change.ts'
import { compareCells, mayCall } from '../../measure/compare.ts'
import { formatPeriod } from '../../text/format.ts'
import type { Lang } from '../../text/local-text.ts'
import { sum } from '../../text/sum.ts'
import { composeEndsClause, composeMissingClause, type Voice, voiceOfShares } from '../phrases.ts'
import { translateTerm } from '../terms.ts'
import { sharesOf } from './stack-pieces.ts'
import type { StackedSpec } from './stacked-spec.ts'

/** Over time: each part from its first to its last bar. Over items: the greatest and the least bar. */
export function summariseStacked(spec: StackedSpec, own: Voice): string {
  const voice = spec.share ? voiceOfShares(own) : own
  const isTime = spec.bars.every((bar) => monthsOf(bar.id) !== null)
  return isTime ? summariseColumns(spec, voice) : summariseRows(spec, voice)
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

/** A part of a bar as it is compared: itself, or as a share of the bar. */
function takePart(spec: StackedSpec, bar: Bar, index: number): Cell {
  const cell = bar.cells[index]
  if (!spec.share) return cell ?? { value: null, status: 'not-reported' }
  return { value: bar.values[index] ?? null, status: 'final', basis: { kind: 'rate', of: bar.total, isPercent: true } }
}

/** The whole bar as it is compared: a count where its parts are counts. */
function addUp(bar: Bar): Cell {
  const steps = bar.cells.map(({ basis }) => (basis?.kind === 'count' ? basis.step : null))
  const isCount = steps.every((step) => step !== null)
  const step = sum(steps.map((step) => step ?? 0))
  return { value: bar.total, status: 'final', ...(isCount ? { basis: { kind: 'count' as const, step } } : {}) }
}

function isWhole(bar: Bar): boolean {
  return bar.values.every((value) => value !== null)
}

function summariseColumns(spec: StackedSpec, voice: Voice): string {
  const { lang } = voice
  const bars = barsOf(spec, lang)
  const whole = bars.filter(isWhole)
  const [first, last] = [whole[0], whole.at(-1)]
  if (!first || !last) return voice.composeSentence([translateTerm('missing', lang)])
  const say = (value: number | null | undefined): string => voice.say({ value: value ?? null, status: 'final' })
  const parts = spec.parts.map((part, index) => {
    const [a, b] = [first.values[index] ?? 0, last.values[index] ?? 0]
    const label = index === 0 ? getFirstLabel(spec, lang) : part.label[lang]
    const [before, after] = [say(a), say(b)]
    if (first === last) return lang === 'zh' ? `${label}为${after}` : `${label.toLowerCase()} ${after}`
    if (before === after) return lang === 'zh' ? `${label}均为${after}` : `${label.toLowerCase()} stayed at ${after}`
    const step = compareCells(takePart(spec, last, index), takePart(spec, first, index))
    if (!mayCall(step))
      return lang === 'zh' ? `${label}由${before}到${after}` : `${label.toLowerCase()} went from ${before} to ${after}`
    if (lang === 'zh') return `${label}由${before}${step === 'up' ? '升' : '降'}至${after}`
    return `${label.toLowerCase()} ${step === 'up' ? 'rose' : 'fell'} from ${before} to ${after}`
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
  return voice.composeSentence([
    (first === last ? alone : lead) + parts.join(lang === 'zh' ? '，' : ', '),
    composeMissingClause(absent, voice),
  ])
}

// Said once, with the first part: what the figures are.
function getFirstLabel(spec: StackedSpec, lang: Lang): string {
  const label = spec.parts[0]?.label ?? { zh: '', en: '' }
  if (!spec.share) return lang === 'zh' ? label.zh : label.en.toLowerCase()
  return lang === 'zh' ? `${label.zh}占比` : `the share of ${label.en.toLowerCase()}`
}

function summariseRows(spec: StackedSpec, voice: Voice): string {
  const { lang } = voice
  const bars = barsOf(spec, lang)
  const [part] = spec.parts
  const measured = bars
    .filter(isWhole)
    .map((bar) => ({ label: bar.label, cell: spec.share ? takePart(spec, bar, 0) : addUp(bar) }))
  const ranked = rankByValue(measured)
  const [high] = ranked
  if (!high || !part) return voice.composeSentence([translateTerm('missing', lang)])
  const what = spec.share
    ? { zh: `${part.label.zh}占比`, en: `the share of ${part.label.en.toLowerCase()}` }
    : { zh: '合计', en: 'the total' }
  const labelled = ranked.map(({ label, cell }) => ({ label, cell, said: voice.say(cell) }))
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
  return voice.composeSentence([ends, inside, composeMissingClause(absent, voice)])
}

function partsOf(spec: StackedSpec, bar: Bar | undefined, voice: Voice): string | null {
  if (!bar) return null
  const parts = spec.parts.map(
    (part, index) =>
      `${voice.pick(part.label)}${voice.lang === 'zh' ? '' : ' '}${voice.say(bar.cells[index] ?? { value: null, status: 'not-applicable' })}`,
  )
  return voice.lang === 'zh' ? `${bar.label}有${voice.list(parts)}` : `${bar.label}: ${voice.list(parts)}`
}
