import { comparePeriods, getPeriodBefore, getYearBefore } from '../../calendar/period.ts'
import { addressOf, type Figured, makeReference, type Rich, rich } from '../../compose/rich.ts'
import { cityOf } from '../../compose/site.ts'
import { describeWithdrawal } from '../../compose/withdrawal-words.ts'
import type { Measure } from '../../contracts/contract.ts'
import { protectionOf } from '../../contracts/count-protection.ts'
import type { Headline } from '../../contracts/presentation.ts'
import { computeChangePercent, computePointsChange } from '../../measure/change.ts'
import { hasPublishedBounds, isApart } from '../../measure/rate-interval.ts'
import { findCell, findTable } from '../../measure/select.ts'
import { roundTo } from '../../text/decimal.ts'
import { formatNumber, formatPeriod } from '../../text/format.ts'
import { capitalise, lowerFirst } from '../../text/join-names.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { namePeriodBefore, nameYearBefore } from '../../text/period-before.ts'
import { choosePlural } from '../../text/plural.ts'
import { composeListSentence } from './headline-list.ts'
import {
  findHeadlineValue,
  formatBeside,
  type HeadlineScope,
  intervalOf,
  listOpen,
  measureIn,
  nameOfHeadline,
  pickOf,
  specOf,
} from './headline-scope.ts'

/** Fewer than this, and the interval of a rate is printed even where the rate is of a complete count. */
const SMALL_N = 100

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
  const isShown =
    interval !== null &&
    (hasPublishedBounds(specOf(scope), scope.headline.measure) || (interval.n.value ?? 0) < SMALL_N)
  if (!isShown || interval.low.value === null || interval.high.value === null) return []
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
  const before = findHeadlineValue(scope, scope.headline.measure, other)
  if (before === null) return []
  if (isWithinRounding(scope, value - before))
    return lang === 'zh' ? rich`，与${name.zh}大致持平` : rich`, about the same as ${name.en}`
  if (before === value) return lang === 'zh' ? rich`，与${name.zh}持平` : rich`, the same as ${name.en}`
  const [now, then] = [intervalOf(scope, scope.period), intervalOf(scope, other)]
  if (now && then && !isApart(now, then))
    return lang === 'zh' ? rich`，与${name.zh}没有明显差别` : rich`, not clearly different from ${name.en}`
  const size = makeReference(describeSize(scope, value, before, lang))
  const isUp = value > before
  if (now && then) {
    const worth = CHANGE_WORDS[lang][appraiseDirection(scope.headline, isUp)]
    return lang === 'zh'
      ? rich`，比${name.zh}${isUp ? '高' : '低'}${size}${worth}`
      : rich`, ${size} ${isUp ? 'above' : 'below'} ${name.en}${worth}`
  }
  const isClear = isCount(measureIn(scope, scope.headline.measure)) && areCountsApart(value, before)
  const worth = isClear ? CHANGE_WORDS[lang][appraiseDirection(scope.headline, isUp)] : ''
  return lang === 'zh'
    ? rich`，比${name.zh}${isUp ? '增加' : '减少'}${size}${worth}`
    : rich`, ${isUp ? 'up' : 'down'} ${size} on ${name.en}${worth}`
}

/** Printed counts of people that differ by no more than their rounding may be one person apart, or the same. */
function isWithinRounding(scope: HeadlineScope, difference: number): boolean {
  const base = protectionOf(scope.contract)?.base ?? 0
  return base > 0 && isCount(measureIn(scope, scope.headline.measure)) && Math.abs(difference) <= base
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

/** A whole number of things; a median or a share without an interval is not compared. */
function isCount(measure: Measure): boolean {
  return 'count' in measure || 'sum' in measure || 'plus' in measure
}

/**
 * True where two counts differ by more than chance would let counts of this size differ: 1.96 standard deviations of the
 * difference of two Poisson counts. Small counts are not compared at all.
 */
function areCountsApart(a: number, b: number): boolean {
  return Math.min(a, b) >= SMALL_N && Math.abs(a - b) > 1.96 * Math.sqrt(a + b)
}

/** Percentage points of a percentage; of a count 3.1%, or the difference itself below a hundred, where a percentage is falsely precise. */
function describeSize(scope: HeadlineScope, value: number, before: number, lang: Lang): string {
  const measure = measureIn(scope, scope.headline.measure)
  if (measure.unit === '%') {
    const points = formatNumber(Math.abs(computePointsChange(value, before) ?? 0), 1)
    return lang === 'zh' ? `${points}个百分点` : `${points} points`
  }
  const percent = computeChangePercent(value, before)
  if (!('rate' in measure) && percent !== null && percent !== 0 && Math.min(value, before) >= 100)
    return `${formatNumber(Math.abs(percent), 1)}%`
  const difference = roundTo(Math.abs(value - before), measure.decimals ?? 0)
  // Behind “up” an English unit would be said a second time.
  return lang === 'zh' ? formatBeside(difference, measure, '', lang) : formatNumber(difference, measure.decimals ?? 0)
}

/** How a rate compares with that of the city, beyond chance only; nothing for the city itself and for counts. */
function composeAgainstCity(scope: HeadlineScope, lang: Lang): Rich {
  const city = scope.site.settings.city === undefined ? null : cityOf(scope.site)
  if (!city || scope.place === null || scope.place.code === city.code) return []
  const whole = { ...scope, place: city }
  const [own, all] = [intervalOf(scope, scope.period), intervalOf(whole, scope.period)]
  const cell = findCell(scope.site.published, pickOf(whole, scope.headline.measure), scope.period)
  if (!own || !all || cell.value === null) return []
  const number = buildFigured(whole, scope.headline.measure, cell.value, '', lang)
  const value = findHeadlineValue(scope, scope.headline.measure) ?? 0
  const isUp = value > cell.value
  if (!isApart(own, all))
    return lang === 'zh'
      ? rich`，与全市（${number}）没有明显差别`
      : rich`, not clearly different from the city as a whole (${number})`
  const worth = COMPARISON_WORDS[lang][appraiseDirection(scope.headline, isUp)]
  return lang === 'zh'
    ? rich`，明显${isUp ? '高' : '低'}于全市（${number}）${worth}`
    : rich`, clearly ${isUp ? 'above' : 'below'} the city as a whole (${number})${worth}`
}
