import { addMonths } from '../../calendar/months.ts'
import type { Site } from '../../compose/site.ts'
import { describeWithdrawal } from '../../compose/withdrawal-words.ts'
import type { Cell } from '../../contracts/table.ts'
import { COMPARISON_LIMITS, compareCells, findRun, mayCall } from '../../measure/compare.ts'
import { findCell, NOT_REPORTED, type Pick } from '../../measure/select.ts'
import { roundTo } from '../../text/decimal.ts'
import { formatNumber, formatValue } from '../../text/format.ts'
import type { LocalText } from '../../text/local-text.ts'

/** Of the cases due in a month, the rate that was closed on time. */
export function findOnTimeRate(site: Site, place: string, month: string): Cell {
  return findCell(site.published, pickFlow(place, 'on_time_rate'), month)
}

export function pickFlow(place: string, measure: string): Pick {
  return { dataset: 'cases', table: 'flow', measure, where: { place } }
}

/** What the rate of the last month may be said to have done, against the month before and the year before. */
export function composeOnTimeTitle(site: Site, place: string, rates: readonly Cell[], month: string): LocalText {
  const now = rates.at(-1)
  const before = rates.at(-2)
  if (now === undefined || now.value === null) return composeMissingTitle(site, place, month)
  const step = compareCells(now, findOnTimeRate(site, place, addMonths(month, -12)))
  if (!isEnough(now) && !mayCall(step) && !mayCall(compareCells(now, before)))
    return composeYearTitle(site, place, month) ?? composeFewTitle(now)
  const opening = composeMonthTitle(rates)
  if (step === 'same' || step === 'level') {
    const { zh, en } = LEVEL[step]
    const and = before?.value == null ? ', ' : ' and is '
    return { zh: `${opening.zh}，与上年同月${zh}`, en: `${opening.en}${and}${en} a year earlier` }
  }
  if (!mayCall(step)) return opening
  const turn = turnOf(findRun(rates).direction, step)
  const [zh, en] = step === 'up' ? ['高于', 'above'] : ['低于', 'below']
  return { zh: `${opening.zh}，${turn.zh}${zh}上年同月`, en: `${opening.en}${turn.en} ${en} a year earlier` }
}

/** A month that was taken out was reported; one in which no case was due has no rate. */
function composeMissingTitle(site: Site, place: string, month: string): LocalText {
  const gone = describeWithdrawal(site, { dataset: 'cases', table: 'flow', period: month })
  if (gone)
    return { zh: `按期办结率：本月数据${gone.zh}`, en: `On-time rate: the figures of this month were ${gone.en}` }
  if (findCell(site.published, pickFlow(place, 'due'), month).value === 0)
    return { zh: '按期办结率：本月没有应结的事件', en: 'On-time rate: no case was due this month' }
  return { zh: '按期办结率：本月未报', en: 'On-time rate: not reported this month' }
}

/** How the step by a year compares with that by a month. */
const PLAIN: LocalText = { zh: '', en: ' and is' }
const ALONG: LocalText = { zh: '也', en: ' and is also' }
const AGAINST: LocalText = { zh: '仍', en: ', but is still' }

function turnOf(direction: 'up' | 'down' | 'flat', step: 'up' | 'down'): LocalText {
  if (direction === 'flat') return PLAIN
  return direction === step ? ALONG : AGAINST
}

/** Rates are printed to a tenth of a point: those that are printed alike are called the same. */
const LEVEL: Record<'same' | 'level', LocalText> = {
  same: { zh: '持平', en: 'the same as' },
  level: { zh: '大致持平', en: 'about the same as' },
}

function composeMonthTitle(rates: readonly Cell[]): LocalText {
  const now = rates.at(-1)
  const step = compareCells(now, rates.at(-2))
  const { steps } = findRun(rates)
  if (step === 'same' || step === 'level') {
    const { zh, en } = LEVEL[step]
    return { zh: `按期办结率与上月${zh}`, en: `The on-time rate is ${en} in the previous month` }
  }
  if (!mayCall(step)) {
    const describeIn = (lang: 'zh' | 'en') => formatValue(now ?? NOT_REPORTED, '%', 1, lang)
    return { zh: `按期办结率为${describeIn('zh')}`, en: `The on-time rate is ${describeIn('en')}` }
  }
  const [zh, en] = step === 'up' ? ['上升', 'rose'] : ['下降', 'fell']
  if (steps < 2) return { zh: `按期办结率比上月${zh}`, en: `The on-time rate ${en} this month` }
  return { zh: `按期办结率连续${steps}个月${zh}`, en: `The on-time rate ${en} for ${steps} months running` }
}

/** Too few cases in a month are enough in a year: from January on, beside the same months of the year before. */
function composeYearTitle(site: Site, place: string, month: string): LocalText | null {
  const last = Number(month.slice(5))
  const year = month.slice(0, 4)
  const now = sumOnTime(site, place, year, last)
  const before = sumOnTime(site, place, String(Number(year) - 1), last)
  if (now === null || before === null || !isEnough(now) || !isEnough(before) || last < 2) return null
  const parts = [now, before].map(({ value, hits, due }) => ({
    rate: `${formatNumber(value ?? 0, 1)}%`,
    of: `${formatNumber(hits, 0)}÷${formatNumber(due, 0)}`,
  }))
  const [a, b] = parts
  if (!a || !b) return null
  return {
    zh: `1—${last}月按期办结率${a.rate}（${a.of}），上年同期${b.rate}（${b.of}）`,
    en: `On-time rate from January on: ${a.rate} (${a.of}), against ${b.rate} (${b.of}) a year earlier`,
  }
}

/** A rate computed over several months. */
type YearRate = Cell & Record<'hits' | 'due', number>

/** The months of a year up to a given month, added from what is published; null where one of them was not reported. */
function sumOnTime(site: Site, place: string, year: string, last: number): YearRate | null {
  let [due, hits] = [0, 0]
  for (let number = 1; number <= last; number += 1) {
    const month = `${year}-${String(number).padStart(2, '0')}`
    const findValue = (measure: string) => findCell(site.published, pickFlow(place, measure), month).value
    const [of, closed] = [findValue('due'), findValue('closed_on_time')]
    if (of === null || closed === null) return null
    due += of
    hits += closed
  }
  if (due === 0) return null
  const basis = { kind: 'rate' as const, of: due, isPercent: true }
  return { value: roundTo((hits / due) * 100, 1), status: 'final', basis, hits, due }
}

/** Below so many cases the year so far says more than the month. */
function isEnough({ basis }: Cell): boolean {
  return basis?.kind === 'rate' && (basis.of ?? 0) >= COMPARISON_LIMITS.casesEnough
}

function composeFewTitle({ basis }: Cell): LocalText {
  const said = formatNumber((basis?.kind === 'rate' && basis.of) || 0, 0)
  return {
    zh: `应结${said}件，件数少，本月升降不作比较`,
    en: `${said} cases due this month: too few to call a rise or a fall`,
  }
}
