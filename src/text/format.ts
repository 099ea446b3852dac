import { getFirstDay, getLastDay, type ParsedPeriod, parsePeriod } from '../calendar/period.ts'
import type { Cell } from '../contracts/table.ts'
import type { Lang } from './local-text.ts'
import { formatUnitAfter, nameOfUnit, type Unit } from './units.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
// Most figures of a number in 万 or 亿 in a sentence.
const SAID_FIGURES = 4
const QUARTERS = ['一', '二', '三', '四']
const STEPS: Record<Lang, { step: number; word: string }[]> = {
  zh: [
    { step: 1e8, word: '亿' },
    { step: 1e4, word: '万' },
  ],
  en: [
    { step: 1e9, word: 'bn' },
    { step: 1e6, word: 'm' },
    { step: 1e3, word: 'k' },
  ],
}

/** A value with its unit: `1,284件`, `1,284 cases`, `89.4%`, `≤5%`; `—` where there is none. */
export function formatValue(cell: Cell, unit: Unit, decimals: number, lang: Lang): string {
  if (cell.value === null) return '—'
  return chooseEndSign(cell) + formatAmount(formatNumber(cell.value, decimals), cell.value, unit, lang)
}

/** `≤` or `≥` before a rate of which no more is said than that it lies beyond the value. */
export function chooseEndSign({ status }: Pick<Cell, 'status'>): '' | '≤' | '≥' {
  if (status === 'at-most') return '≤'
  return status === 'at-least' ? '≥' : ''
}

/** A count with its thousands grouped: `1,284`. */
export function formatCount(value: number, lang: Lang): string {
  return createGrouped(lang).format(value)
}

/** A number short enough for an axis or a label, three figures at most: `12.8万` / `128k`, `1.28亿` / `128m`. */
export function formatShort(value: number, lang: Lang): string {
  return shorten(value, lang, 3)
}

/**
 * A number as a sentence says it: in 万 and 亿 where people count so, four figures at most; else with all its decimals.
 * `figures` makes them exactly so many, for values side by side: 1.970万 and 2.092万.
 */
export function formatSaid(cell: Cell, unit: Unit, decimals: number, lang: Lang, figures?: number): string {
  if (cell.value === null) return '—'
  const isLong = lang === 'zh' && Math.abs(cell.value) >= 1e4
  if (!isLong) return formatValue(cell, unit, decimals, lang)
  return formatAmount(shorten(cell.value, lang, figures ?? SAID_FIGURES, figures), cell.value, unit, lang)
}

/** As many figures as the finest of these values needs in 万 or 亿, four at most: 4 for 19,700 and 20,920. */
export function figuresOf(values: Iterable<number>): number {
  let most = 1
  for (const value of values) {
    if (Math.abs(value) < 1e4) continue
    const digits = Math.abs(value).toPrecision(SAID_FIGURES).replace(/e.*$/, '').replace('.', '').replace(/0+$/, '')
    most = Math.max(most, digits.length)
  }
  return most
}

/**
 * `2026年10月` / `October 2026`, `2026年第三季度` / `Q3 2026`, `2026年` / `2026`, `2026年上半年` / `H1 2026`, `2026年10月上半月` /
 * `1–15 October 2026`, `2026年第40周（9月28日—10月4日）` / `Week 40 of 2026 (28 September – 4 October)`. Anything else comes back
 * as it is.
 */
export function formatPeriod(period: string, lang: Lang): string {
  const parsed = parsePeriod(period)
  if (parsed === null) return period
  const { kind, year, nth } = parsed
  const isChinese = lang === 'zh'
  switch (kind) {
    case 'week':
      return formatWeek(period, parsed, lang)
    case 'half-month': {
      const month = Math.ceil(nth / 2)
      if (isChinese) return `${year}年${month}月${nth % 2 === 1 ? '上' : '下'}半月`
      return `${formatDates(period)} ${MONTHS[month - 1]} ${year}`
    }
    case 'month':
      return isChinese ? `${year}年${nth}月` : `${MONTHS[nth - 1]} ${year}`
    case 'quarter':
      return isChinese ? `${year}年第${QUARTERS[nth - 1]}季度` : `Q${nth} ${year}`
    case 'half-year':
      return isChinese ? `${year}年${nth === 1 ? '上' : '下'}半年` : `H${nth} ${year}`
    case 'year':
      return isChinese ? `${year}年` : String(year)
  }
}

/** The days of a week follow its number, with their years where one of them is not the year of the week. */
function formatWeek(period: string, { year, nth }: ParsedPeriod, lang: Lang): string {
  const [from, to] = [getFirstDay(period), getLastDay(period)]
  const isWithinYear = [from, to].every((day) => Number(day.slice(0, 4)) === year)
  const say = (day: string) => {
    const [ofYear, month = 1, date] = day.split('-').map(Number)
    if (lang === 'zh') return `${isWithinYear ? '' : `${ofYear}年`}${month}月${date}日`
    return `${date} ${MONTHS[month - 1]}${isWithinYear ? '' : ` ${ofYear}`}`
  }
  const isWithinMonth = from.slice(0, 7) === to.slice(0, 7)
  if (lang === 'zh') {
    const end = isWithinMonth ? `${Number(to.slice(8))}日` : say(to)
    return `${year}年第${nth}周（${say(from)}—${end}）`
  }
  const days = isWithinMonth ? `${Number(from.slice(8))}–${say(to)}` : `${say(from)} – ${say(to)}`
  return `Week ${nth} of ${year} (${days})`
}

/** The dates of a period within one month: `1–15`, `16–28`. */
function formatDates(period: string): string {
  return `${Number(getFirstDay(period).slice(8))}–${Number(getLastDay(period).slice(8))}`
}

/** A day: `2026-10-31` → `2026年10月31日` / `31 October 2026`. */
export function formatDay(day: string, lang: Lang): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) throw new RangeError(`invalid date: ${day}`)
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number]
  return lang === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`
}

/**
 * A tick of a time axis: `10月` / `Oct`, `三季度` / `Q3`, `第40周` / `W40`, `10月下` / `16–31 Oct`, `下半年` / `H2`; the year at
 * the first of each kind.
 */
export function formatTick(period: string, lang: Lang): string {
  const parsed = parsePeriod(period)
  if (parsed === null) return period
  const { kind, year, nth } = parsed
  if (nth === 1) return String(year)
  const isChinese = lang === 'zh'
  switch (kind) {
    case 'week':
      return isChinese ? `第${nth}周` : `W${nth}`
    case 'half-month': {
      const month = formatMonth(Math.ceil(nth / 2), lang)
      return isChinese ? `${month}${nth % 2 === 1 ? '上' : '下'}` : `${formatDates(period)} ${month}`
    }
    case 'month':
      return formatMonth(nth, lang)
    case 'quarter':
      return isChinese ? `${QUARTERS[nth - 1]}季度` : `Q${nth}`
    case 'half-year':
      return isChinese ? '下半年' : 'H2'
    case 'year':
      return String(year)
  }
}

/** The name of a month of any year, from 1: `10月` / `Oct`. */
export function formatMonth(month: number, lang: Lang): string {
  return lang === 'zh' ? `${month}月` : (MONTHS[month - 1] ?? '').slice(0, 3)
}

/** A number with fixed decimals and grouped thousands: `1,284.0`. */
export function formatNumber(value: number, decimals: number): string {
  return createFixed(decimals).format(value)
}

function formatAmount(number: string, value: number, unit: Unit, lang: Lang): string {
  // An index names its base (女=100); behind a value that would read as an equation.
  if (nameOfUnit(unit).includes('=')) return number
  const word = formatUnitAfter(value, unit)[lang]
  // 89.4%, 1,284件, 12.8万人, but 1,284 kWh and 12.8k cases. Between digits and Chinese the style sheet sets the gap.
  const isClose = /^[%‰]?$/.test(word) || (lang === 'zh' && /^\p{Script=Han}/u.test(word))
  return isClose ? number + word : `${number} ${word}`
}

function shorten(value: number, lang: Lang, figures: number, least = 1): string {
  if (Math.abs(value) < 1e4) return formatCount(value, lang)
  // Rounded before the step is chosen, so that 999,999 is 1m and not 1,000k.
  const rounded = Number(value.toPrecision(figures))
  for (const { step, word } of STEPS[lang]) {
    if (Math.abs(rounded) >= step) return `${createSignificant(figures, least).format(rounded / step)}${word}`
  }
  return formatCount(value, lang)
}

// Number formats are slow to make and quick to use, so each is made once. Both languages group by comma.
const formats = new Map<string, Intl.NumberFormat>()

function format(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const made = formats.get(key) ?? new Intl.NumberFormat('en-US', options)
  formats.set(key, made)
  return made
}

function createGrouped(lang: Lang): Intl.NumberFormat {
  return format(`grouped ${lang}`, { maximumFractionDigits: 10 })
}

function createFixed(decimals: number): Intl.NumberFormat {
  return format(`fixed ${decimals}`, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

function createSignificant(figures: number, least: number): Intl.NumberFormat {
  const digits = { minimumSignificantDigits: least, maximumSignificantDigits: figures }
  return format(`significant ${least} ${figures}`, digits)
}
