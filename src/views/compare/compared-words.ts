import { makeReference, type Rich, rich } from '../../compose/rich.ts'
import type { Measure } from '../../contracts/contract.ts'
import type { Cell } from '../../contracts/table.ts'
import { computeStepSize } from '../../measure/change.ts'
import { compareCells, isBeyondChance, mayCall, type Step } from '../../measure/compare.ts'
import { formatNumber, formatValue } from '../../text/format.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import type { ComparedMeasure } from './compared-measures.ts'
import type { ComparedPair } from './compared-sides.ts'

type Both<T> = readonly [T, T]

/** What may be said of two values side by side, in a sentence: which is more and by how much, or why neither may be called so. */
export function composeCompared(
  { measure, better }: Pick<ComparedMeasure, 'measure' | 'better'>,
  { kind, sides }: ComparedPair,
  [a, b]: Both<Cell>,
  lang: Lang,
): Rich {
  const names = [sides[0].name[lang], sides[1].name[lang]] as const
  const step = compareCells(a, b)
  if (!mayCall(step)) return [describeUnsaid(step, [a, b], names, lang)]
  const isUp = step === 'up'
  const size = makeReference(formatStepSize(measure, a.value ?? 0, b.value ?? 0, lang))
  const worth = kind === 'months' && isBeyondChance(a, b) ? describeWorth(better, isUp, lang) : ''
  const way = wayOf(measure, lang)[isUp ? 0 : 1]
  if (lang === 'zh') return rich`${names[0]}比${names[1]}${way}${size}${worth}。`
  if (measure.unit === '%') return rich`${names[0]} is ${size} ${way} ${names[1]}${worth}.`
  return rich`${size} ${way} in ${names[0]} than in ${names[1]}${worth}.`
}

/** Words for the greater and the smaller: a time is longer, a count more, any other value higher. */
function wayOf(measure: Measure, lang: Lang): Both<string> {
  if ('quantile' in measure) return lang === 'zh' ? ['长', '短'] : ['longer', 'shorter']
  if ('rate' in measure || 'share' in measure || 'take' in measure) {
    if (lang === 'zh') return ['高', '低']
    return measure.unit === '%' ? ['above', 'below'] : ['higher', 'lower']
  }
  if (lang === 'zh') return ['多', '少']
  return typeof measure.unit === 'object' || measure.unit === '人' ? ['more', 'fewer'] : ['more', 'less']
}

/** `3.8个百分点` / `3.8 points`, `25.9%`, `2.2小时` / `2.2 hours` */
function formatStepSize(measure: Measure, value: number, other: number, lang: Lang): string {
  const { kind, amount } = computeStepSize(measure, value, other)
  if (kind === 'points')
    return lang === 'zh' ? `${formatNumber(amount, 1)}个百分点` : `${formatNumber(amount, 1)} points`
  if (kind === 'percent') return `${formatNumber(amount, 1)}%`
  return formatValue({ value: amount, status: 'final' }, measure.unit, measure.decimals ?? 0, lang)
}

function describeWorth(better: ComparedMeasure['better'], isUp: boolean, lang: Lang): string {
  if (better === 'neither') return ''
  const isBetter = (better === 'higher') === isUp
  if (lang === 'zh') return isBetter ? '，有所改善' : '，有所转差'
  return isBetter ? ', an improvement' : ', a deterioration'
}

/** Why neither is called more than the other. */
function describeUnsaid(
  step: Exclude<Step, 'up' | 'down'>,
  cells: Both<Cell>,
  names: Both<string>,
  lang: Lang,
): string {
  switch (step) {
    case 'same':
      return SAME[lang]
    case 'level':
      return LEVEL[lang]
    case 'chance':
      return OVERLAP[lang]
    case 'few':
      return FEW[lang]
    case 'unknown':
      return describeMissingSide(cells, names, lang)
  }
}

const SAME: LocalText = { zh: '两者相同。', en: 'The same in both.' }
const LEVEL: LocalText = { zh: '两者大致相当。', en: 'About the same in both.' }
const OVERLAP: LocalText = {
  zh: '两者的95%区间有重叠，差别可能出于偶然，不排先后。',
  en: 'Their 95% intervals overlap: the difference may be chance, so the two are not ranked.',
}
const FEW: LocalText = { zh: '数目太小，不作比较。', en: 'Too few to be compared.' }

/** Names the side without a value, whose mark is in the table above; a bound alone gives no value either. */
function describeMissingSide(cells: Both<Cell>, names: Both<string>, lang: Lang): string {
  const missing = names.filter((_, at) => cells[at]?.value === null)
  if (missing.length === 0)
    return lang === 'zh' ? '只公布了界限，不作比较。' : 'Only a bound is published, so the two are not compared.'
  if (lang === 'zh') return `${missing.join('、')}没有公布的数，不作比较。`
  return `No value is published for ${missing.join(' or ')}, so the two are not compared.`
}
