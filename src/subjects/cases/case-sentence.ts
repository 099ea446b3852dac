import { addMonths, listMonthsUntil } from '../../calendar/months.ts'
import { type Figured, makeReference, type Rich, rich } from '../../compose/rich.ts'
import { say } from '../../compose/say.ts'
import type { Site } from '../../compose/site.ts'
import { describeWithdrawal } from '../../compose/withdrawal-words.ts'
import type { Cell } from '../../contracts/table.ts'
import { computeChangePercent } from '../../measure/change.ts'
import { compareCells, findRun, mayCall } from '../../measure/compare.ts'
import { findCell, type Pick } from '../../measure/select.ts'
import { nameOfMonth } from '../../text/chinese.ts'
import { roundTo } from '../../text/decimal.ts'
import { formatNumber, formatPeriod, formatValue } from '../../text/format.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { findOnTimeRate } from './on-time-title.ts'

/** Cases accepted and due in a month, and the rate closed on time. Cases not yet reported are named. */
export function composeCasesSentence(
  site: Site,
  place: { code: string; names: LocalText },
  month: string,
  lang: Lang,
): Rich {
  const pick = (measure: string): Pick => ({ dataset: 'cases', table: 'flow', measure, where: { place: place.code } })
  const figureOf = (measure: string) => say(site, pick(measure), month, lang)
  const accepted = findCell(site.published, pick('accepted'), month)
  const when = lang === 'zh' ? nameOfMonth(Number(month.slice(5))) : formatPeriod(month, lang)
  const gone = describeWithdrawal(site, { dataset: 'cases', table: 'flow', period: month })
  if (accepted.value === null && gone) {
    return lang === 'zh' ? rich`${when}的网格事件数据${gone.zh}。` : rich`Case figures for ${when} were ${gone.en}. `
  }
  if (accepted.value === null) {
    return lang === 'zh' ? rich`${when}的网格事件数据未报。` : rich`Case figures for ${when} have not been reported. `
  }
  const before = findCell(site.published, pick('accepted'), addMonths(month, -1))
  const change = describeChange({ now: accepted, before }, lang)
  const rates = listMonthsUntil(month, 12).map((earlier) => findOnTimeRate(site, place.code, earlier))
  const trend = describeTrend(findRun(rates), lang)
  return lang === 'zh'
    ? rich`${when}${place.names.zh}受理网格事件${figureOf('accepted')}${change}；应结${figureOf('due')}，按期办结${figureOf('closed_on_time')}，按期办结率${figureOf('on_time_rate')}${trend}。`
    : rich`In ${when} ${place.names.en} accepted ${figureOf('accepted')}${change}. Of ${figureOf('due')} due, ${figureOf('closed_on_time')} were closed on time, a rate of ${figureOf('on_time_rate')}${trend}. `
}

/** Of few cases both numbers are given, and no direction. */
function describeChange({ now, before }: Record<'now' | 'before', Cell>, lang: Lang): Rich {
  const [value, other] = [now.value, before.value]
  if (value === null || other === null) return []
  const step = compareCells(now, before)
  if (step === 'same') return lang === 'zh' ? rich`，与上月持平` : rich`, as many as the month before`
  if (step === 'level') return lang === 'zh' ? rich`，与上月大致持平` : rich`, about as many as the month before`
  if (!mayCall(step))
    return lang === 'zh'
      ? rich`（上月${formatCases(other, lang)}）`
      : rich` (${formatCases(other, lang)} the month before)`
  if (value >= other * 2 && other >= 100) return describeMultiple(value, other, lang)
  const size = describeSize(value, other, lang)
  if (lang === 'zh') return step === 'up' ? rich`，比上月多${size}` : rich`，比上月少${size}`
  return step === 'up' ? rich`, ${size} more than the month before` : rich`, ${size} fewer than the month before`
}

/** From twice as many on, a multiple is read more easily than a percentage. */
function describeMultiple(now: number, before: number, lang: Lang): Rich {
  const times = formatNumber(roundTo(now / before, 1), 1)
  return lang === 'zh'
    ? rich`，是上月的${makeReference(`${times}倍`)}`
    : rich`, ${makeReference(`${times} times`)} as many as the month before`
}

/** Below a hundred cases a percentage is falsely precise: the difference itself is given. */
function describeSize(now: number, before: number, lang: Lang): Figured {
  const change = computeChangePercent(now, before)
  if (change !== null && Math.max(now, before) >= 100) return makeReference(`${formatNumber(Math.abs(change), 1)}%`)
  return formatCases(Math.abs(now - before), lang)
}

function formatCases(value: number, lang: Lang): Figured {
  return makeReference(formatValue({ value, status: 'final' }, lang === 'zh' ? '件' : '', 0, lang))
}

function describeTrend({ direction, steps }: ReturnType<typeof findRun>, lang: Lang): string {
  if (steps < 2) return ''
  if (lang === 'zh') return `，连续${steps}个月${direction === 'up' ? '上升' : '下降'}`
  return direction === 'up' ? `, up for ${steps} months running` : `, down for ${steps} months running`
}
