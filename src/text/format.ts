import { parsePeriod } from '../calendar/period.ts'
import type { Cell } from '../contracts/table.ts'
import { unitAfter } from './units.ts'
import type { Lang } from './words.ts'

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

/** A value with its unit: `1,284件`, `1,284 cases`, `89.4%`; `—` where there is none. */
export function formatValue(cell: Cell, unit: string, decimals: number, lang: Lang): string {
  return cell.value === null ? '—' : formatAmount(formatNumber(cell.value, decimals), cell.value, unit, lang)
}

/** A count with its thousands grouped: `1,284`. */
export function formatCount(value: number, lang: Lang): string {
  return grouped(lang).format(value)
}

/** A number short enough for an axis or a label, three figures at most: `12.8万` / `128k`, `1.28亿` / `128m`. */
export function formatShort(value: number, lang: Lang): string {
  return shorten(value, lang, 3)
}

/**
 * A number as a sentence says it: in 万 and 亿 where people count so, four figures at most; else with all its decimals.
 * `figures` makes them exactly so many, for values that stand side by side: 1.970万 and 2.092万.
 */
export function formatSaid(cell: Cell, unit: string, decimals: number, lang: Lang, figures?: number): string {
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

/** `2026年10月` / `October 2026`, `2026年第三季度` / `Q3 2026`, `2026年` / `2026`. Anything else comes back as it is. */
export function formatPeriod(period: string, lang: Lang): string {
  const parsed = parsePeriod(period)
  if (parsed === null) return period
  const { year, month, quarter } = parsed
  if (month) return lang === 'zh' ? `${year}年${month}月` : `${MONTHS[month - 1]} ${year}`
  if (quarter) return lang === 'zh' ? `${year}年第${QUARTERS[quarter - 1]}季度` : `Q${quarter} ${year}`
  return lang === 'zh' ? `${year}年` : String(year)
}

/** A day: `2026-10-31` → `2026年10月31日` / `31 October 2026`. */
export function formatDay(day: string, lang: Lang): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) throw new RangeError(`invalid date: ${day}`)
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number]
  return lang === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`
}

/** A tick of a time axis: `10月` / `Oct`, `三季度` / `Q3`; the year at January and at the first quarter. */
export function formatTick(period: string, lang: Lang): string {
  const parsed = parsePeriod(period)
  if (parsed === null) return period
  const { year, month, quarter } = parsed
  if (month && month > 1) return formatMonth(month, lang)
  if (quarter && quarter > 1) return lang === 'zh' ? `${QUARTERS[quarter - 1]}季度` : `Q${quarter}`
  return String(year)
}

/** The name of a month of any year, from 1: `10月` / `Oct`. */
export function formatMonth(month: number, lang: Lang): string {
  return lang === 'zh' ? `${month}月` : (MONTHS[month - 1] ?? '').slice(0, 3)
}

/** A number with fixed decimals and grouped thousands: `1,284.0`. */
export function formatNumber(value: number, decimals: number): string {
  return fixed(decimals).format(value)
}

function formatAmount(number: string, value: number, unit: string, lang: Lang): string {
  // An index names its base (女=100); behind a value that would read as an equation.
  if (unit.includes('=')) return number
  const word = unitAfter(value, unit)[lang]
  // 89.4%, 1,284件, 12.8万人, but 1,284 kWh and 12.8k cases. Between digits and Chinese the style sheet sets the gap.
  const isClose = /^[%‰]?$/.test(word) || (lang === 'zh' && /^\p{Script=Han}/u.test(word))
  return isClose ? number + word : `${number} ${word}`
}

function shorten(value: number, lang: Lang, figures: number, least = 1): string {
  if (Math.abs(value) < 1e4) return formatCount(value, lang)
  // Rounded before the step is chosen, so that 999,999 is 1m and not 1,000k.
  const rounded = Number(value.toPrecision(figures))
  for (const { step, word } of STEPS[lang]) {
    if (Math.abs(rounded) >= step) return `${significant(figures, least).format(rounded / step)}${word}`
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

function grouped(lang: Lang): Intl.NumberFormat {
  return format(`grouped ${lang}`, { maximumFractionDigits: 10 })
}

function fixed(decimals: number): Intl.NumberFormat {
  return format(`fixed ${decimals}`, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

function significant(figures: number, least: number): Intl.NumberFormat {
  const digits = { minimumSignificantDigits: least, maximumSignificantDigits: figures }
  return format(`significant ${least} ${figures}`, digits)
}
