import { getPeriodBefore, kindOf } from '../../calendar/period.ts'
import { makeReference, type Rich, rich } from '../../compose/rich.ts'
import { say } from '../../compose/say.ts'
import type { Site } from '../../compose/site.ts'
import { describeWithdrawal } from '../../compose/withdrawal-words.ts'
import type { Status } from '../../contracts/table.ts'
import { computePointsChange } from '../../measure/change.ts'
import { compareCells, isFew, mayCall } from '../../measure/compare.ts'
import { findCell, type Pick, selectPointsWithBounds } from '../../measure/select.ts'
import type { Point } from '../../measure/series.ts'
import { formatPeriod } from '../../text/format.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { pluralise } from '../../text/plural.ts'
import { ratingsOf } from './rating-tables.ts'

/** Ratings of a period and the rate of satisfied, which is compared with the period before only beyond chance. */
export function composeSatisfactionSentence(site: Site, place: string, period: string, lang: Lang): Rich {
  const table = ratingsOf(site, place)
  const pick = (measure: string): Pick => ({ dataset: 'satisfaction', table, measure, where: { place } })
  const [before, now] = selectPointsWithBounds(
    site.published,
    { ...pick('top2_rate'), low: 'top2_low', high: 'top2_high' },
    [getPeriodBefore(period), period],
  )
  if (!now || now.cell.value === null) {
    const gone = describeWithdrawal(site, { dataset: 'satisfaction', table, period })
    return describeNoRate({ status: now?.cell.status, gone }, period, lang)
  }
  const rated = say(site, pick('rated'), period, lang)
  const rate = say(site, pick('top2_rate'), period, lang)
  const than = before ? describeComparison(now, before, lang) : ''
  const when = isMonth(period) ? '' : formatPeriod(period, lang)
  return lang === 'zh'
    ? rich`${when}回访收到有效评价${rated}，其中满意和非常满意占${rate}${describeInterval(now, lang)}${than}。`
    : rich`${when === '' ? 'Of' : `In ${when}, of`} ${rated} with a rating, ${rate} were satisfied or very satisfied${describeInterval(now, lang)}${than}.`
}

function isMonth(period: string): boolean {
  return kindOf(period) === 'month'
}

/** Nobody answered is not the same as nothing was reported, and neither as too few to be published. */
function describeNoRate(
  { status, gone }: { status: Status | undefined; gone: LocalText | null },
  period: string,
  lang: Lang,
): Rich {
  const [zh, en] = isMonth(period) ? ['本月', 'this month'] : [formatPeriod(period, 'zh'), formatPeriod(period, 'en')]
  const isChinese = lang === 'zh'
  if (gone) return isChinese ? rich`${zh}回访满意度数据${gone.zh}。` : rich`Satisfaction for ${en} was ${gone.en}.`
  switch (status) {
    case 'withheld':
      return isChinese
        ? rich`${zh}有效评价过少，为保护个人隐私，不公开满意率。`
        : rich`Too few callbacks were rated in ${en} to publish a rate without exposing people.`
    case 'not-applicable':
      return isChinese ? rich`${zh}回访没有收到有效评价。` : rich`No callback received a rating in ${en}.`
    default:
      return isChinese ? rich`${zh}回访满意度数据未报。` : rich`Satisfaction for ${en} has not been reported.`
  }
}

function describeInterval({ low, high }: Point, lang: Lang): Rich {
  const bounds = [low?.value, high?.value].flatMap((value) => (typeof value === 'number' ? [`${value}`] : []))
  if (bounds.length < 2) return []
  return lang === 'zh'
    ? rich`（95%区间${makeReference(bounds.map((bound) => `${bound}%`).join('—'))}）`
    : rich` (95% interval ${makeReference(`${bounds.join('–')}%`)})`
}

/** Nothing is compared with a rate of which only an end is known. */
function describeComparison(now: Point, before: Point, lang: Lang): string {
  if (now.low?.value == null || before.low?.value == null) return ''
  const [last, then] = isMonth(now.x) ? ['上月', 'the month before'] : ['上一季度', 'the quarter before']
  const change = computePointsChange(now.cell.value, before.cell.value)
  const step = compareCells(now.cell, before.cell)
  if (step === 'few') {
    const isNow = isFew(now.cell)
    if (lang === 'zh') return isNow ? '，评价少，不作比较' : `，${last}评价少，不作比较`
    return isNow ? '; too few ratings to compare' : `; too few ratings in ${then} to compare`
  }
  if (!mayCall(step) || change === null) {
    return lang === 'zh' ? `，与${last}没有明显差别` : `, not clearly different from ${then}`
  }
  const size = Math.abs(change)
  if (lang === 'zh') return `，比${last}${step === 'up' ? '高' : '低'}${size}个百分点`
  return `, ${pluralise(size, 'percentage point')} ${step === 'up' ? 'above' : 'below'} ${then}`
}

/** Who was asked at all: asked, reached, and how many gave a rating. */
export function composeAskedSentence(site: Site, place: string, month: string, lang: Lang): Rich {
  const pick = (measure: string): Pick => ({ dataset: 'satisfaction', table: 'ratings', measure, where: { place } })
  const figureOf = (measure: string) => say(site, pick(measure), month, lang)
  const asked = findCell(site.published, pick('asked'), month)
  if (asked.value === null) {
    const gone = describeWithdrawal(site, { dataset: 'satisfaction', table: 'ratings', period: month })
    return describeNoRate({ status: asked.status, gone }, month, lang)
  }
  return lang === 'zh'
    ? rich`本月回访${figureOf('asked')}，接通${figureOf('reached')}，应答率${figureOf('response_rate')}（有效评价÷回访）。没有作答的不计入满意率的分母。`
    : rich`${figureOf('asked')} were made this month and ${figureOf('reached')} got through; the response rate, ratings over callbacks, was ${figureOf('response_rate')}. Callbacks without a rating are left out of the satisfaction rate.`
}
