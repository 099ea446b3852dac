import { westernDigits } from '../../calendar/chinese-date.ts'
import { addDays, dayNumber } from '../../calendar/days.ts'
import { lastDay, quarterOf } from '../../calendar/period.ts'

/**
 * Periods of a file's own kind that a title or the name of a sheet states; of a span the last: 2026年1—10月 is 2026-10.
 * Titles of other documents (《…》, 〔2024〕12号) state none, and a day does only where it closes a period: 截至9月30日.
 */
export function periodsIn(text: string, period: string): string[] {
  // A space between figures parts them: 表2 2026年9月.
  const close = withoutEvents(withoutDocuments(text.normalize('NFKC'))).replace(/(?<=\d)\s+(?=\d{2})/g, '#')
  const plain = westernDigits(close.replace(/\s/g, ''))
  const days = closingDays(plain, period)
  const rest = plain.replace(DAY, '#')
  if (period.length === 4) return [...days.map((day) => day.slice(0, 4)), ...years(rest)]
  if (period.includes('Q')) return [...days.map(quarterOf), ...quarters(rest)]
  return [...days.map((day) => day.slice(0, 7)), ...months(rest, period)]
}

function withoutDocuments(text: string): string {
  return text.replace(/《[^《》]*》/g, '').replace(/[〔[(【](?:19|20)\d{2}[〕\])】]\s*(?:第\s*)?\d+\s*号/g, '')
}

/** Times of what is spoken of and not of the table: 自2024年起, 2023年修订, 根据2026年9月30日会议. */
function withoutEvents(text: string): string {
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
function closingDays(text: string, period: string): string[] {
  return [...text.matchAll(DAY)].flatMap((match) => {
    const [whole, year = '', m1, d1, , m2, d2, m3, d3] = match
    const [month = '', day = ''] = [m1 ?? m2 ?? m3, d1 ?? d2 ?? d3]
    const after = text.slice(match.index + whole.length)
    const end = SHORT_END.exec(after)
    if (end) return [iso(year, end[1] ?? month, end[2] ?? '')]
    // 0时 of a day ends the day before it.
    const date = /^日?(?:0?0[时点:]|零[时点])/.test(after) ? dayBefore(iso(year, month, day)) : iso(year, month, day)
    const before = text.slice(Math.max(0, match.index - 2), match.index)
    const isEnd = /(截[至止]|止于|[-—–~至到])$/.test(before) || /^(止|时点)/.test(after)
    const isLast = date === lastDay(date.slice(0, 7)) && date <= lastDay(period)
    return isEnd || isLast ? [date] : []
  })
}

function dayBefore(day: string): string {
  return dayNumber(day) === null ? day : addDays(day, -1)
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function years(text: string): string[] {
  const said = [
    ...text.matchAll(new RegExp(`${YEAR}年${NO_MORE}`, 'g')),
    ...text.matchAll(new RegExp(`${YEAR}年?12月`, 'g')),
  ]
  const alone = new RegExp(`^${YEAR}(?!\\d|年|[-/.])`).exec(text)
  return [...said, ...(alone ? [alone] : [])].map(([, year = '']) => year)
}

function quarters(text: string): string[] {
  const found = text.matchAll(new RegExp(`${YEAR}(?:年(?:第|前)?([一二三四1-4])个?季|年?-?Q([1-4]))`, 'gi'))
  return [...found].map(([, year, said = '', short]) => `${year}-Q${short ?? ('一二三四'.indexOf(said) + 1 || said)}`)
}

function months(text: string, period: string): string[] {
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
