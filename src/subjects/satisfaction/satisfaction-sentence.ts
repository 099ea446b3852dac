import { addMonths } from '../../calendar/months.ts'
import { makeReference, type Rich, rich } from '../../compose/rich.ts'
import { say } from '../../compose/say.ts'
import type { Site } from '../../compose/site.ts'
import type { Status } from '../../contracts/table.ts'
import { areApart, computePointsChange } from '../../measure/change.ts'
import { findCell, type Pick, selectPointsWithBounds } from '../../measure/select.ts'
import type { Point } from '../../measure/series.ts'
import { formatNumber } from '../../text/format.ts'
import type { Lang } from '../../text/local-text.ts'

/** Ratings of a month and the rate of satisfied, which is compared with the month before only beyond chance. */
export function composeSatisfactionSentence(site: Site, place: string, month: string, lang: Lang): Rich {
  const pick = (measure: string): Pick => ({ dataset: 'satisfaction', table: 'ratings', measure, where: { place } })
  const [before, now] = selectPointsWithBounds(
    site.published,
    { ...pick('top2_rate'), low: 'top2_low', high: 'top2_high' },
    [addMonths(month, -1), month],
  )
  if (!now || now.cell.value === null) return describeNoRate(now?.cell.status, lang)
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
function describeNoRate(status: Status | undefined, lang: Lang): Rich {
  if (status === 'withheld')
    return lang === 'zh' ? rich`本月满意度回访数据不予公开。` : rich`Satisfaction for this month is withheld.`
  if (status === 'not-applicable')
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
  const figureOf = (measure: string) => say(site, pick(measure), month, lang)
  const asked = findCell(site.published, pick('asked'), month)
  if (asked.value === null) return describeNoRate(asked.status, lang)
  return lang === 'zh'
    ? rich`本月回访${figureOf('asked')}，接通${figureOf('reached')}，得到有效评价${figureOf('rated')}，应答率${figureOf('response_rate')}（有效评价÷回访）。没有作答的不计入满意率的分母。`
    : rich`${figureOf('asked')} were made this month; ${figureOf('reached')} got through and ${figureOf('rated')} ended with a rating, a response rate of ${figureOf('response_rate')} of those asked. Callbacks without a rating are left out of the satisfaction rate.`
}
