import { addMonths, monthsUntil } from '../calendar/months.ts'
import { areApart, computeChangePercent, computePointsChange, findRun } from '../measure/change.ts'
import { findCell, type Pick, pointsOf, selectPointsWithBounds } from '../measure/select.ts'
import type { Point } from '../measure/series.ts'
import { nameOfMonth } from '../text/chinese.ts'
import { formatNumber, formatPeriod, formatValue } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { measureOf } from './figures/describe-figure.ts'
import { oncePerSite } from './once.ts'
import { type Figured, makeFigured, makeReference, type Rich, rich } from './rich.ts'
import { has, type Site } from './site.ts'

/** A published number ready for a sentence. */
export function say(site: Site, pick: Pick, period: string, lang: Lang): Figured {
  const spec = measureOf(site, pick.dataset, pick.table, pick.measure)
  const cell = findCell(site.published, pick, period)
  return makeFigured({ cell, pick, period, unit: spec.unit, decimals: spec.decimals ?? 0, lang })
}

/** The month in sentences: cases, on-time rate, satisfaction. A department that has not reported is named. */
export const composeMonthLead = oncePerSite((site, code: string, month: string): Record<Lang, Rich> => {
  const place = site.places.get(code)
  if (!place) throw new Error(`views: no place ${code}`)
  return describeRich((lang) => [
    ...(has(site, 'cases', 'flow') ? composeCasesSentence(site, place, month, lang) : []),
    ...(has(site, 'satisfaction', 'ratings') ? composeSatisfactionSentence(site, code, month, lang) : []),
  ])
})

function describeRich(make: (lang: Lang) => Rich): Record<Lang, Rich> {
  return { zh: make('zh'), en: make('en') }
}

export function composeCasesSentence(
  site: Site,
  place: { code: string; names: LocalText },
  month: string,
  lang: Lang,
): Rich {
  const pick = (measure: string): Pick => ({ dataset: 'cases', table: 'flow', measure, where: { place: place.code } })
  const number = (measure: string) => say(site, pick(measure), month, lang)
  const accepted = findCell(site.published, pick('accepted'), month).value
  const when = lang === 'zh' ? nameOfMonth(Number(month.slice(5))) : formatPeriod(month, lang)
  if (accepted === null) {
    return lang === 'zh' ? rich`${when}的网格事件数据未报。` : rich`Case figures for ${when} have not been reported. `
  }
  const before = findCell(site.published, pick('accepted'), addMonths(month, -1)).value
  const change = describeChange(accepted, before, lang)
  const trend = describeTrend(findRun(pointsOf(site.published, pick('on_time_rate'), monthsUntil(month, 12))), lang)
  return lang === 'zh'
    ? rich`${when}${place.names.zh}受理网格事件${number('accepted')}${change}；应结${number('due')}，按期办结${number('closed_on_time')}，按期办结率${number('on_time_rate')}${trend}。`
    : rich`In ${when} ${place.names.en} accepted ${number('accepted')}${change}. Of ${number('due')} due, ${number('closed_on_time')} were closed on time, a rate of ${number('on_time_rate')}${trend}. `
}

function describeChange(now: number, before: number | null, lang: Lang): Rich {
  const change = computeChangePercent(now, before)
  if (change === null) return []
  const size = describeSize(now, before, change, lang)
  if (now === before) return lang === 'zh' ? rich`，与上月持平` : rich`, as many as the month before`
  // So small a change that its first decimal is zero.
  if (change === 0) return lang === 'zh' ? rich`，与上月大致持平` : rich`, about as many as the month before`
  if (lang === 'zh') return change > 0 ? rich`，比上月多${size}` : rich`，比上月少${size}`
  return change > 0 ? rich`, ${size} more than the month before` : rich`, ${size} fewer than the month before`
}

/** Below a hundred cases a percentage is falsely precise: the difference itself is given. */
function describeSize(now: number, before: number | null, change: number, lang: Lang): Figured {
  if (before === null || Math.max(now, before) >= 100) return makeReference(`${formatNumber(Math.abs(change), 1)}%`)
  return makeReference(
    formatValue({ value: Math.abs(now - before), status: 'final' }, lang === 'zh' ? '件' : '', 0, lang),
  )
}

function describeTrend({ direction, steps }: ReturnType<typeof findRun>, lang: Lang): string {
  if (steps < 2) return ''
  if (lang === 'zh') return `，连续${steps}个月${direction === 'up' ? '上升' : '下降'}`
  return direction === 'up' ? `, up for ${steps} months running` : `, down for ${steps} months running`
}

export function composeSatisfactionSentence(site: Site, place: string, month: string, lang: Lang): Rich {
  const pick = (measure: string): Pick => ({ dataset: 'satisfaction', table: 'ratings', measure, where: { place } })
  const [before, now] = selectPointsWithBounds(
    site.published,
    { ...pick('top2_rate'), low: 'top2_low', high: 'top2_high' },
    [addMonths(month, -1), month],
  )
  if (!now || now.cell.value === null) return describeNoRate(now?.cell.status === 'not-applicable', lang)
  const rated = say(site, pick('rated'), month, lang)
  const rate = say(site, pick('top2_rate'), month, lang)
  const than =
    before && before.cell.value !== null
      ? describeComparison(areApart(now, before), computePointsChange(now.cell.value, before.cell.value), lang)
      : ''
  return lang === 'zh'
    ? rich`回访收到有效评价${rated}，其中满意和非常满意占${rate}${describeInterval(now, lang)}${than}。`
    : rich`Of ${rated} with a rating, ${rate} were satisfied or very satisfied${describeInterval(now, lang)}${than}.`
}

/** Nobody answered is not the same as nothing was reported. */
function describeNoRate(isReported: boolean, lang: Lang): Rich {
  if (isReported)
    return lang === 'zh' ? rich`本月回访没有收到有效评价。` : rich`No callback this month received a rating.`
  return lang === 'zh' ? rich`本月满意度回访数据未报。` : rich`Satisfaction for this month has not been reported.`
}

function describeInterval({ low, high }: Point, lang: Lang): Rich {
  const bounds = [low?.value, high?.value].flatMap((value) =>
    typeof value === 'number' ? [formatNumber(value, 1)] : [],
  )
  if (bounds.length < 2) return []
  return lang === 'zh'
    ? rich`（95%区间${makeReference(bounds.map((bound) => `${bound}%`).join('—'))}）`
    : rich` (95% interval ${makeReference(`${bounds.join('–')}%`)})`
}

function describeComparison(isApart: boolean, change: number | null, lang: Lang): string {
  if (!isApart || change === null)
    return lang === 'zh' ? '，与上月没有明显差别' : ', not clearly different from the month before'
  const size = formatNumber(Math.abs(change), 1)
  if (lang === 'zh') return `，比上月${change > 0 ? '高' : '低'}${size}个百分点`
  return `, ${size} percentage points ${change > 0 ? 'above' : 'below'} the month before`
}

/** Who was asked at all: asked, reached, and how many gave a rating. */
export function composeAskedSentence(site: Site, place: string, month: string, lang: Lang): Rich {
  const pick = (measure: string): Pick => ({ dataset: 'satisfaction', table: 'ratings', measure, where: { place } })
  const number = (measure: string) => say(site, pick(measure), month, lang)
  if (findCell(site.published, pick('asked'), month).value === null) {
    return lang === 'zh' ? rich`本月满意度回访数据未报。` : rich`Satisfaction for this month has not been reported.`
  }
  return lang === 'zh'
    ? rich`本月回访${number('asked')}，接通${number('reached')}，得到有效评价${number('rated')}，应答率${number('response_rate')}（有效评价÷回访）。没有作答的不计入满意率的分母。`
    : rich`${number('asked')} were made this month; ${number('reached')} got through and ${number('rated')} ended with a rating, a response rate of ${number('response_rate')} of those asked. Silence is left out of the satisfaction rate.`
}
