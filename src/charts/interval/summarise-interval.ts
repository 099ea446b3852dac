import { findEnd } from '../../measure/compare.ts'
import { lowerFirst } from '../../text/join-names.ts'
import { composeEndsClause, composeMissingClause, composeSmallClause, type Voice } from '../phrases.ts'
import { nameOfMeasure, sayMeasure } from '../table-columns.ts'
import { translateTerm } from '../terms.ts'
import { findSide, isSmall } from './draw-interval.ts'
import type { IntervalSpec } from './interval-spec.ts'

/** Which items differ from the rule, and which do not. */
export function summariseInterval(spec: IntervalSpec, voice: Voice): string {
  const { lang } = voice
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
    return voice.composeSentence(tail.some((clause) => clause !== null) ? tail : [translateTerm('missing', lang)])
  if (shown.every(isOnlyReported)) return voice.composeSentence([composeBoundsClause(spec, shown, voice), ...tail])
  if (spec.rule) return voice.composeSentence([composeApartClause(spec, spec.rule, voice), ...tail])
  const ranked = shown.toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0))
  if (findEnd(ranked, 'high').length + findEnd(ranked, 'low').length === 0)
    return voice.composeSentence([composeBoundsClause(spec, shown, voice), ...tail])
  const labelled = ranked.map((item) => ({ label: item.label[lang], said: voice.say(item.cell), cell: item.cell }))
  return voice.composeSentence([composeEndsClause(sayMeasure(spec, lang), labelled, voice), ...tail])
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
  const clauses = shown.map((item) => `${voice.pick(item.label)}${gap}${composeBound(item, voice)}`)
  return `${voice.pick(nameOfMeasure(spec))}${voice.lang === 'zh' ? '：' : ': '}${voice.list(clauses)}`
}

/** `90%以上（报道值）` / `at least 90% (as reported)` */
function composeBound({ cell, bound }: IntervalSpec['items'][number], voice: Voice): string {
  if (!bound) return voice.say(cell)
  return voice.lang === 'zh'
    ? voice.say(cell, translateTerm(bound, 'zh'))
    : `${translateTerm(bound, 'en')} ${voice.say(cell)}`
}

type Rule = NonNullable<IntervalSpec['rule']>

/** What differs from the rule, with its values; where nothing does, no value is ranked. */
function composeApartClause(spec: IntervalSpec, rule: Rule, voice: Voice): string {
  const shown = shownOf(spec)
  const listNamed = (way: 'above' | 'below'): string[] =>
    shown.filter((item) => findSide(item, rule) === way).map((item) => withValue(item, voice))
  const [above, below] = [listNamed('above'), listNamed('below')]
  const name = voice.pick(nameOfMeasure(spec))
  const value = voice.say({ value: rule.value, status: 'final' })
  const label = voice.lang === 'zh' ? `${rule.label.zh}${value}` : `the ${lowerFirst(rule.label.en)} (${value})`
  const isChinese = voice.lang === 'zh'
  if (above.length + below.length === 0) {
    return isChinese
      ? `${name}与${label}相比，差别都在误差之内`
      : `${name}: no difference from ${label} goes beyond chance`
  }
  const hasRest = shown.some((item) => item.low?.value != null && findSide(item, rule) === null)
  const parts = [
    above.length > 0 && (isChinese ? `${voice.list(above)}明显较高` : `clearly higher for ${voice.list(above)}`),
    below.length > 0 && (isChinese ? `${voice.list(below)}明显较低` : `clearly lower for ${voice.list(below)}`),
    hasRest && (isChinese ? '其余差别在误差之内' : 'otherwise within chance'),
  ].filter((part) => part !== false)
  return isChinese ? `${name}与${label}相比，${parts.join('，')}` : `${name} against ${label}: ${parts.join(', ')}`
}

/** `临月区（69.8%）` / `Linyue (69.8%)` */
function withValue(item: IntervalSpec['items'][number], voice: Voice): string {
  const [label, value] = [voice.pick(item.label), voice.say(item.cell)]
  // A remark within brackets is parted by a comma: （72%，修订）.
  if (voice.lang === 'zh') return `${label}（${value.replace(/（(.+)）$/, '，$1')}）`
  return `${label} (${value.replace(/ \((.+)\)$/, ', $1')})`
}
