import { addMonths } from '../../calendar/months.ts'
import type { Site } from '../../compose/site.ts'
import { describeWithdrawal } from '../../compose/withdrawal-words.ts'
import type { Cell } from '../../contracts/table.ts'
import { type CountedRate, compareRates, findRateRun, isFew } from '../../measure/compare-rates.ts'
import { findCell } from '../../measure/select.ts'
import { roundTo } from '../../text/decimal.ts'
import { formatNumber, formatValue } from '../../text/format.ts'
import type { LocalText } from '../../text/local-text.ts'

export const UNREPORTED: Cell = { value: null, status: 'not-reported' }

/** Cases due in a month and the rate of them that was closed on time. */
export function findOnTimeRate(site: Site, place: string, month: string): CountedRate {
  const cellOf = (measure: string) =>
    findCell(site.published, { dataset: 'cases', table: 'flow', measure, where: { place } }, month)
  return { rate: cellOf('on_time_rate'), n: cellOf('due') }
}

/** What the rate of the last month may be said to have done, against the month before and the year before. */
export function composeOnTimeTitle(site: Site, place: string, rates: readonly CountedRate[], month: string): LocalText {
  const now = rates.at(-1)
  const before = rates.at(-2)
  if (now === undefined || now.rate.value === null) return composeMissingTitle(site, month, now)
  if (isFew(now)) return composeYearTitle(site, place, month) ?? composeFewTitle(now)
  const opening = composeMonthTitle(rates)
  const step = compareRates(now, findOnTimeRate(site, place, addMonths(month, -12)))
  if (step !== 'up' && step !== 'down' && step !== 'level') return opening
  if (step === 'level') {
    const year = findOnTimeRate(site, place, addMonths(month, -12))
    const { zh, en } = nameLevel(now, year)
    const and = before?.rate.value == null ? ', ' : ' and is '
    return { zh: `${opening.zh}，与上年同月${zh}`, en: `${opening.en}${and}${en} a year earlier` }
  }
  const turn = turnOf(findRateRun(rates).direction, step)
  const [zh, en] = step === 'up' ? ['高于', 'above'] : ['低于', 'below']
  return { zh: `${opening.zh}，${turn.zh}${zh}上年同月`, en: `${opening.en}${turn.en} ${en} a year earlier` }
}

/** A month that was taken out was reported; one in which no case was due has no rate. */
function composeMissingTitle(site: Site, month: string, now: CountedRate | undefined): LocalText {
  const gone = describeWithdrawal(site, { dataset: 'cases', table: 'flow', period: month })
  if (gone)
    return { zh: `按期办结率：本月数据${gone.zh}`, en: `On-time rate: the figures of this month were ${gone.en}` }
  if (now?.n.value === 0)
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
function nameLevel(now: CountedRate | undefined, before: CountedRate | undefined): LocalText {
  return now?.rate.value === before?.rate.value
    ? { zh: '持平', en: 'the same as' }
    : { zh: '大致持平', en: 'about the same as' }
}

function composeMonthTitle(rates: readonly CountedRate[]): LocalText {
  const now = rates.at(-1)
  const step = compareRates(now, rates.at(-2))
  const { steps } = findRateRun(rates)
  if (step === 'level') {
    const { zh, en } = nameLevel(now, rates.at(-2))
    return { zh: `按期办结率与上月${zh}`, en: `The on-time rate is ${en} in the previous month` }
  }
  if (step !== 'up' && step !== 'down') {
    const describeIn = (lang: 'zh' | 'en') => formatValue(now?.rate ?? UNREPORTED, '%', 1, lang)
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
  if (now === null || before === null || isFew(now) || isFew(before) || last < 2) return null
  const parts = [now, before].map(({ rate, n, hits }) => ({
    rate: `${formatNumber(rate.value ?? 0, 1)}%`,
    of: `${formatNumber(hits, 0)}÷${formatNumber(n.value ?? 0, 0)}`,
  }))
  const [a, b] = parts
  if (!a || !b) return null
  return {
    zh: `1—${last}月按期办结率${a.rate}（${a.of}），上年同期${b.rate}（${b.of}）`,
    en: `On-time rate from January on: ${a.rate} (${a.of}), against ${b.rate} (${b.of}) a year earlier`,
  }
}

/** The months of a year up to a given month, added from what is published; null where one of them was not reported. */
function sumOnTime(site: Site, place: string, year: string, last: number): (CountedRate & { hits: number }) | null {
  let [due, hits] = [0, 0]
  for (let number = 1; number <= last; number += 1) {
    const month = `${year}-${String(number).padStart(2, '0')}`
    const findValue = (measure: string) =>
      findCell(site.published, { dataset: 'cases', table: 'flow', measure, where: { place } }, month).value
    const [of, closed] = [findValue('due'), findValue('closed_on_time')]
    if (of === null || closed === null) return null
    due += of
    hits += closed
  }
  if (due === 0) return null
  return { rate: { value: roundTo((hits / due) * 100, 1), status: 'final' }, n: { value: due, status: 'final' }, hits }
}

function composeFewTitle({ n }: CountedRate): LocalText {
  const said = formatNumber(n.value ?? 0, 0)
  return {
    zh: `应结${said}件，件数少，升降不作比较`,
    en: `${said} cases due: too few to call a rise or a fall`,
  }
}
