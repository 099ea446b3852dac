import { comparePeriods, getPeriodBefore, getYearBefore } from '../../calendar/period.ts'
import { addressOf, type Figured, makeReference, type Rich, rich } from '../../compose/rich.ts'
import { cityOf } from '../../compose/site.ts'
import { describeWithdrawal } from '../../compose/withdrawal-words.ts'
import type { Headline } from '../../contracts/presentation.ts'
import { computeStepSize } from '../../measure/change.ts'
import { compareCells, isBeyondChance, mayCall, type Step } from '../../measure/compare.ts'
import { findTable } from '../../measure/select.ts'
import { formatNumber, formatPeriod } from '../../text/format.ts'
import { capitalise, lowerFirst } from '../../text/join-names.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { namePeriodBefore, nameYearBefore } from '../../text/period-before.ts'
import { choosePlural } from '../../text/plural.ts'
import { composeListSentence } from './headline-list.ts'
import {
  findHeadlineCell,
  findHeadlineValue,
  formatBeside,
  type HeadlineScope,
  intervalOf,
  listOpen,
  measureIn,
  nameOfHeadline,
  pickOf,
} from './headline-scope.ts'

/**
 * A headline in words: a count with its change, a rate with its numerator and denominator, the items of a list side by
 * side. [] where the table has nothing of this place.
 */
export function composeHeadline(scope: HeadlineScope, lang: Lang): Rich {
  const [list, ...others] = listOpen(scope)
  if (others.length > 0) return []
  if (list !== undefined) return composeListSentence(scope, list, { lang, composeRemark })
  const { measure } = scope.headline
  const value = findHeadlineValue(scope, measure)
  if (value === null) return composeMissing(scope, lang)
  return 'rate' in measureIn(scope, measure) ? composeRate(scope, value, lang) : composeCount(scope, value, lang)
}

/** What follows a number: the parts of a rate, and how it compares. */
function composeRemark(scope: HeadlineScope, value: number, lang: Lang): Rich {
  return [...composeParts(scope, lang), ...composeChanges(scope, value, lang)]
}

/** A period that was not reported is named; a place that the table has no rows of is not. */
function composeMissing(scope: HeadlineScope, lang: Lang): Rich {
  const { contract, headline, period, site } = scope
  const table = findTable(site.published, contract.id, headline.table)
  const first = table?.periods[0]
  if (!table || first === undefined || table.periods.includes(period) || comparePeriods(period, first) < 0) return []
  const when = formatPeriod(period, lang)
  const gone = describeWithdrawal(site, { dataset: contract.id, table: headline.table, period })
  if (gone) {
    return lang === 'zh'
      ? rich`${when}的${contract.title.zh}数据${gone.zh}。`
      : rich`${contract.title.en}: the figures for ${when} were ${gone.en}.`
  }
  return lang === 'zh'
    ? rich`${when}的${contract.title.zh}数据未报。`
    : rich`${contract.title.en}: the figures for ${when} have not been reported.`
}

function buildFigured(scope: HeadlineScope, measure: string, value: number, name: string, lang: Lang): Figured {
  const text = formatBeside(value, measureIn(scope, measure), name, lang)
  return { text, role: 'now', cell: addressOf(pickOf(scope, measure), scope.period) }
}

function composeCount(scope: HeadlineScope, value: number, lang: Lang): Rich {
  const { headline, period } = scope
  const when = formatPeriod(period, lang)
  const place = scope.place?.names[lang] ?? ''
  const change = composeChanges(scope, value, lang)
  const { verb } = headline
  if (verb) {
    const number = buildFigured(scope, headline.measure, value, '', lang)
    if (lang === 'zh') return rich`${when}${place}${verb.zh}${number}${change}。`
    const said = typeof verb.en === 'string' ? verb.en : choosePlural(value, verb.en)
    return rich`In ${when}, ${number} ${said}${place && ` in ${place}`}${change}.`
  }
  const name = nameOfHeadline(scope)[lang]
  const number = buildFigured(scope, headline.measure, value, name, lang)
  return lang === 'zh'
    ? rich`${when}${place}${name}${isBare(number) ? '为' : ''}${number}${change}。`
    : rich`${capitalise(name)}${place && ` in ${place}`} came to ${number} in ${when}${change}.`
}

/** A number without a unit needs a verb before it. */
function isBare({ text }: Figured): boolean {
  return /\d$/.test(text)
}

function composeRate(scope: HeadlineScope, value: number, lang: Lang): Rich {
  const { headline, period } = scope
  const when = formatPeriod(period, lang)
  const place = scope.place?.names[lang] ?? ''
  const name = nameOfHeadline(scope)[lang]
  const number = buildFigured(scope, headline.measure, value, name, lang)
  const remark = composeRemark(scope, value, lang)
  return lang === 'zh'
    ? rich`${when}${place}${name}为${number}${remark}。`
    : rich`${capitalise(name)}${place && ` in ${place}`} was ${number} in ${when}${remark}.`
}

/** （亮灯盏数1,976÷月末盏数2,000）/ (lit lamps 1,976 ÷ lamps at end 2,000), with the interval of a small number. */
function composeParts(scope: HeadlineScope, lang: Lang): Rich {
  const measure = measureIn(scope, scope.headline.measure)
  if (!('rate' in measure)) return []
  const composePart = (id: string): Rich => {
    const value = findHeadlineValue(scope, id)
    const { names } = measureIn(scope, id)
    const name = lang === 'zh' ? names.zh : lowerFirst(names.en)
    return value === null
      ? [name]
      : rich`${name}${lang === 'zh' ? '' : ' '}${buildFigured(scope, id, value, name, lang)}`
  }
  const [above, below] = [composePart(measure.rate.numerator), composePart(measure.rate.denominator)]
  const interval = composeInterval(scope, lang)
  if (lang === 'zh') return rich`（${above}÷${below}${interval}）`
  return rich` (${above} ÷ ${below}${interval})`
}

function composeInterval(scope: HeadlineScope, lang: Lang): Rich {
  const interval = intervalOf(scope, scope.period)
  if (interval === null || interval.low.value === null || interval.high.value === null) return []
  const [low, high] = [formatNumber(interval.low.value, 1), formatNumber(interval.high.value, 1)]
  return lang === 'zh'
    ? rich`，95%区间${makeReference(`${low}%—${high}%`)}`
    : rich`; 95% interval ${makeReference(`${low}–${high}%`)}`
}

function composeChanges(scope: HeadlineScope, value: number, lang: Lang): Rich {
  const { compare = ['period-before'] } = scope.headline
  return compare.flatMap((comparison) => {
    if (comparison === 'city') return composeAgainstCity(scope, lang)
    const other = comparison === 'year-before' ? getYearBefore(scope.period) : getPeriodBefore(scope.period)
    const name = comparison === 'year-before' ? nameYearBefore(scope.period) : namePeriodBefore(scope.period)
    return other === null ? [] : composeChange(scope, { value, other, name }, lang)
  })
}

function composeChange(
  scope: HeadlineScope,
  { value, other, name }: { value: number; other: string; name: LocalText },
  lang: Lang,
): Rich {
  const { measure } = scope.headline
  const [now, then] = [scope.period, other].map((period) => findHeadlineCell(scope, measure, period))
  if (!now || !then || then.value === null) return []
  const step = compareCells(now, then)
  if (!mayCall(step)) return describeLevel(step, { name, before: then.value, scope }, lang)
  const size = makeReference(describeSize(scope, value, then.value, lang))
  const isUp = step === 'up'
  const worth = isBeyondChance(now, then) ? CHANGE_WORDS[lang][appraiseDirection(scope.headline, isUp)] : ''
  if (measureIn(scope, measure).unit === '%') {
    return lang === 'zh'
      ? rich`，比${name.zh}${isUp ? '高' : '低'}${size}${worth}`
      : rich`, ${size} ${isUp ? 'above' : 'below'} ${name.en}${worth}`
  }
  return lang === 'zh'
    ? rich`，比${name.zh}${isUp ? '增加' : '减少'}${size}${worth}`
    : rich`, ${isUp ? 'up' : 'down'} ${size} on ${name.en}${worth}`
}

/** What is said where no difference may be spoken of; of few cases the other number, so that a reader has both. */
function describeLevel(
  step: Exclude<Step, 'up' | 'down'>,
  { name, before, scope }: { name: LocalText; before: number; scope: HeadlineScope },
  lang: Lang,
): Rich {
  const isChinese = lang === 'zh'
  switch (step) {
    case 'same':
      return isChinese ? rich`，与${name.zh}持平` : rich`, the same as ${name.en}`
    case 'level':
      return isChinese ? rich`，与${name.zh}大致持平` : rich`, about the same as ${name.en}`
    case 'chance':
      return isChinese ? rich`，与${name.zh}没有明显差别` : rich`, not clearly different from ${name.en}`
    case 'few': {
      const other = makeReference(formatBeside(before, measureIn(scope, scope.headline.measure), '', lang))
      return isChinese ? rich`，${name.zh}为${other}` : rich`, against ${other} ${name.en}`
    }
    case 'unknown':
      return []
  }
}

type Worth = 'better' | 'worse' | 'neither'

/** Whether a rise or a fall of the headline is an improvement, as its contract says. */
function appraiseDirection({ better }: Headline, isUp: boolean): Worth {
  if (better === 'neither') return 'neither'
  return (better === 'higher') === isUp ? 'better' : 'worse'
}

const CHANGE_WORDS: Record<Lang, Record<Worth, string>> = {
  zh: { better: '，有所改善', worse: '，有所转差', neither: '' },
  en: { better: ', an improvement', worse: ', a deterioration', neither: '' },
}

const COMPARISON_WORDS: Record<Lang, Record<Worth, string>> = {
  zh: { better: '，情况较好', worse: '，情况较差', neither: '' },
  en: { better: ', which is better', worse: ', which is worse', neither: '' },
}

/** A step as a sentence says it; behind “up” an English unit would be said a second time. */
function describeSize(scope: HeadlineScope, value: number, before: number, lang: Lang): string {
  const measure = measureIn(scope, scope.headline.measure)
  const { kind, amount } = computeStepSize(measure, value, before)
  if (kind === 'points')
    return lang === 'zh' ? `${formatNumber(amount, 1)}个百分点` : `${formatNumber(amount, 1)} points`
  if (kind === 'percent') return `${formatNumber(amount, 1)}%`
  return lang === 'zh' ? formatBeside(amount, measure, '', lang) : formatNumber(amount, measure.decimals ?? 0)
}

/** How a rate compares with that of the city, beyond chance only; nothing for the city itself and for counts. */
function composeAgainstCity(scope: HeadlineScope, lang: Lang): Rich {
  const city = scope.site.settings.city === undefined ? null : cityOf(scope.site)
  if (!city || scope.place === null || scope.place.code === city.code) return []
  const whole = { ...scope, place: city }
  const { measure } = scope.headline
  const [own, cell] = [scope, whole].map((of) => findHeadlineCell(of, measure, scope.period))
  if (!own || !cell || cell.value === null || !('rate' in measureIn(scope, measure))) return []
  const number = buildFigured(whole, scope.headline.measure, cell.value, '', lang)
  const step = compareCells(own, cell)
  if (step === 'few' || step === 'unknown')
    return lang === 'zh' ? rich`，全市为${number}` : rich`; ${number} in the city as a whole`
  if (!mayCall(step))
    return lang === 'zh'
      ? rich`，与全市（${number}）没有明显差别`
      : rich`, not clearly different from the city as a whole (${number})`
  const isUp = step === 'up'
  if (!isBeyondChance(own, cell))
    return lang === 'zh'
      ? rich`，${isUp ? '高' : '低'}于全市（${number}）`
      : rich`, ${isUp ? 'above' : 'below'} the city as a whole (${number})`
  const worth = COMPARISON_WORDS[lang][appraiseDirection(scope.headline, isUp)]
  return lang === 'zh'
    ? rich`，明显${isUp ? '高' : '低'}于全市（${number}）${worth}`
    : rich`, clearly ${isUp ? 'above' : 'below'} the city as a whole (${number})${worth}`
}
