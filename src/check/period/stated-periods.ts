import { readChineseNumber, toWesternDigits } from '../../calendar/chinese-date.ts'
import { addDays, toDayNumber } from '../../calendar/days.ts'
import { formatLike, getLastDay, kindOf, type PeriodKind, parsePeriod } from '../../calendar/period.ts'
import { getWeekday } from '../../calendar/weeks.ts'

/**
 * Periods of a file's own kind that a title or the name of a sheet states; of a span the last: 2026年1—10月 is 2026-10.
 * Titles of other documents (《…》, 〔2024〕12号) state none, and a day does only where it closes a period: 截至9月30日.
 */
export function listPeriodsIn(text: string, period: string): string[] {
  // A space between figures parts them: 表2 2026年9月.
  const close = removeEvents(removeDocuments(text.normalize('NFKC'))).replace(/(?<=\d)\s+(?=\d{2})/g, '#')
  const plain = toWesternDigits(close.replace(/\s/g, ''))
  const days = listClosingDays(plain, period)
  const rest = plain.replace(DAY, '#')
  const stated = [...days.map((day) => getPeriodAround(day, period)), ...FINDERS[kindOf(period)](rest, period)]
  return stated.filter((candidate) => parsePeriod(candidate) !== null)
}

const FINDERS: Record<PeriodKind, (text: string, period: string) => string[]> = {
  week: listWeeks,
  'half-month': listHalfMonths,
  month: listMonths,
  quarter: listQuarters,
  'half-year': listHalfYears,
  year: listYears,
}

/** The period of a day; of a day that does not exist, as 9月31日, that of its month. */
function getPeriodAround(day: string, period: string): string {
  return formatLike(toDayNumber(day) === null ? day.slice(0, 7) : day, period)
}

function removeDocuments(text: string): string {
  return text.replace(/《[^《》]*》/g, '').replace(/[〔[(【](?:19|20)\d{2}[〕\])】]\s*(?:第\s*)?\d+\s*号/g, '')
}

/** Times of what is spoken of and not of the table: 自2024年起, 2023年修订, 根据2026年9月30日会议. */
function removeEvents(text: string): string {
  const time = '(?:19|20)\\d{2}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?'
  return text
    .replace(new RegExp(`(?:根据|依据|按照?|较|比)${time}`, 'g'), '#')
    .replace(
      new RegExp(`自?${time}(?:第\\d+次)?(?:修订|修正|印发|发布|公布|施行|实施|审议|通过|以来|起(?![至到])|版)`, 'g'),
      '#',
    )
}

const YEAR = '(?<!\\d)((?:19|20)\\d{2})'
/** No month and no day follows; the number of a hotline may: 2026年10月12345热线. */
const NO_MORE = '(?!\\d{1,2}(?!\\d))'
const DAY = new RegExp(
  `${YEAR}(?:年(\\d{1,2})月(\\d{1,2})日?(?!\\d)|([-/.])(\\d{1,2})\\4(\\d{1,2})(?!\\d)|(0[1-9]|1[0-2])([0-3]\\d)(?!\\d))`,
  'g',
)
/** The end of a span whose year, or month, is that of its beginning: 2026年9月1日至30日. */
const SHORT_END = /^(?:[-—–~至到]+)(?:(\d{1,2})月)?(\d{1,2})日/

/** Days that close a period, as ISO: after 截至, at the end of a span, or the last of a month that the file's time includes. */
function listClosingDays(text: string, period: string): string[] {
  return [...text.matchAll(DAY)].flatMap((match) => {
    const [whole, year = '', m1, d1, , m2, d2, m3, d3] = match
    const [month = '', day = ''] = [m1 ?? m2 ?? m3, d1 ?? d2 ?? d3]
    const after = text.slice(match.index + whole.length)
    const end = SHORT_END.exec(after)
    if (end) return [formatIso(year, end[1] ?? month, end[2] ?? '')]
    // 0时 of a day ends the day before it.
    const date = /^日?(?:0?0[时点:]|零[时点])/.test(after)
      ? getDayBefore(formatIso(year, month, day))
      : formatIso(year, month, day)
    const before = text.slice(Math.max(0, match.index - 2), match.index)
    const isEnd = /(截[至止]|止于|[-—–~至到])$/.test(before) || /^(止|时点)/.test(after)
    return isEnd || (isClosing(date, kindOf(period)) && date <= getLastDay(period)) ? [date] : []
  })
}

/** Days on which a table is closed rather than made: Sundays for weeks, else the ends of months and of their first halves. */
function isClosing(day: string, kind: PeriodKind): boolean {
  if (toDayNumber(day) === null) return false
  if (kind === 'week') return getWeekday(day) === 7
  return addDays(day, 1).endsWith('-01') || (kind === 'half-month' && day.endsWith('-15'))
}

function getDayBefore(day: string): string {
  return toDayNumber(day) === null ? day : addDays(day, -1)
}

function formatIso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function listYears(text: string): string[] {
  const said = [
    ...text.matchAll(new RegExp(`${YEAR}年${NO_MORE}`, 'g')),
    ...text.matchAll(new RegExp(`${YEAR}年?12月`, 'g')),
  ]
  const alone = new RegExp(`^${YEAR}(?!\\d|年|[-/.])`).exec(text)
  return [...said, ...(alone ? [alone] : [])].map(([, year = '']) => year)
}

function listQuarters(text: string): string[] {
  const found = text.matchAll(new RegExp(`${YEAR}(?:年(?:第|前)?([一二三四1-4])个?季|年?-?Q([1-4]))`, 'gi'))
  return [...found].map(([, year, said = '', short]) => `${year}-Q${short ?? ('一二三四'.indexOf(said) + 1 || said)}`)
}

function listHalfYears(text: string): string[] {
  const found = text.matchAll(new RegExp(`${YEAR}(?:年([上下])半年|年?-?H([12])(?!\\d))`, 'gi'))
  const halves = [...found].map(([, year, said, short]) => `${year}-H${short ?? (said === '上' ? 1 : 2)}`)
  // 2026年1—6月: of spans of months only a half-year.
  const spans = text.matchAll(new RegExp(`${YEAR}年(?:(0?1月?[-—–~至到]0?6)|0?7月?[-—–~至到]12)月`, 'g'))
  return [...halves, ...[...spans].map(([, year, first]) => `${year}-H${first === undefined ? 2 : 1}`)]
}

function listHalfMonths(text: string, period: string): string[] {
  const said = new RegExp(`${YEAR}年(\\d{1,2})月份?([上下])半月`, 'g')
  const short = new RegExp(`${YEAR}-(\\d{2})-H([12])`, 'gi')
  const found = [...text.matchAll(said), ...text.matchAll(short)].map(([, ...parts]) => parts)
  // 10月上半月情况: the year is the file's.
  const alone = /^(\d{1,2})月份?([上下])半月/.exec(text)
  if (alone) found.push([period.slice(0, 4), ...alone.slice(1)])
  return found.map(([year, month = '', half = '']) => {
    const number = '上下'.indexOf(half) + 1 || half
    return `${year}-${month.padStart(2, '0')}-H${number}`
  })
}

function listWeeks(text: string, period: string): string[] {
  // Of a span of weeks the last: 2026年第39—40周.
  const week = '第?(?:\\d{1,2}周?[-—–~至到]第?)?(\\d{1,2}|[一二三四五六七八九十]{1,3})周'
  const said = new RegExp(`${YEAR}年(?:度)?${week}`, 'g')
  const short = new RegExp(`${YEAR}年?-?W(\\d{1,2})(?!\\d)`, 'gi')
  const found = [...text.matchAll(said), ...text.matchAll(short)].map(([, ...parts]) => parts)
  // 第40周情况: the year is the file's.
  const alone = new RegExp(`^${week.replace('第?', '第')}`).exec(text)
  if (alone) found.push([period.slice(0, 4), alone[1] ?? ''])
  return found.map(([year, number = '']) => `${year}-W${getWeekDigits(number)}`)
}

/** `7` → `07`, `四十` → `40`. */
function getWeekDigits(number: string): string {
  const value = /\d/.test(number) ? Number(number) : readChineseNumber(number)
  return String(value).padStart(2, '0')
}

function listMonths(text: string, period: string): string[] {
  const span = '(?:\\d{1,2}月?[-—–~至到])?'
  const said = new RegExp(`${YEAR}[年.]${span}(\\d{1,2})月${NO_MORE}`, 'g')
  // 2026-09, 2026/9, 2026.09, 202609: in figures alone. 2026.1 may be October.
  const short = new RegExp(`${YEAR}(?:[-/](\\d{1,2})|\\.(0[1-9]|1[0-2])|(0[1-9]|1[0-2]))(?![\\d.%号])`, 'g')
  const found = [...text.matchAll(said), ...text.matchAll(short)].map(([, year, a, b, c]) => [year, a ?? b ?? c ?? ''])
  // 9月份情况: the year is the file's.
  const alone = new RegExp(`^${span}(\\d{1,2})月份?${NO_MORE}`).exec(text)
  if (alone) found.push([period.slice(0, 4), alone[1] ?? ''])
  return found.flatMap(([year, month = '']) => {
    const isMonth = Number(month) >= 1 && Number(month) <= 12
    return isMonth ? [`${year}-${month.padStart(2, '0')}`] : []
  })
}
