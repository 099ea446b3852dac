import { toDayNumber } from '../../../src/calendar/days.ts'
import { findMark } from '../../../src/check/values/footnote-marks.ts'
import { type OurCell, readAs } from './our-cells.ts'
import type { TypedCell } from './typed-by-calamine.ts'

/*
 * The rule: what a person saw may differ from what is read in rounding, grouping, zero padding and a stated unit, and
 * nothing else; percentages, dates and times are read as what they show.
 */

/** Days before 1 March 1900, which LibreOffice counts without the 29 February that Excel's calendar has. */
const OLD_DAY = /^1900-0[12]-/

/** True where our cell says what LibreOffice shows. */
export function saysWhatIsShown(ours: OurCell, shown: string): boolean {
  if (simplifyText(ours.text) === simplifyText(shown)) return true
  // A raised figure is no figure of the number, which neither of the two others can see.
  if (findMark(ours.text) !== null && simplifyText(foldText(ours.text)) === simplifyText(shown)) return true
  if (OLD_DAY.test(ours.text)) return true
  const number = findNumber(shown)
  if (number !== null) {
    const own = readAs('number', { ...ours, text: removeUnit(ours.text, number.unit) })
    if (typeof own === 'number' && isNear(own, number)) return true
    // A percentage that is shown is read as a percentage: 12.5% is 12.5 in a column of percentages.
    return number.isPercent && simplifyText(ours.text).endsWith('%') && isNear(Number.parseFloat(ours.text), number)
  }
  // Excel rounds to seconds, as ours are; LibreOffice cuts them off.
  return saysMoment(ours.text, shown) || saysMoment(subtractSecond(ours.text), shown)
}

/** True where our cell is of the type and value that calamine finds; it knows nothing of what formats show. */
export function isAsTyped(ours: OurCell, { type, value }: TypedCell): boolean {
  switch (type) {
    case 'empty':
      return simplifyText(ours.text) === ''
    case 'text':
      return (
        simplifyText(ours.text) === simplifyText(value) ||
        simplifyText(foldText(ours.text)) === simplifyText(foldText(value))
      )
    case 'boolean':
      return ours.text === value
    case 'number':
      return isNumber(ours, Number(value))
    case 'moment':
      return isMoment(ours.text, value)
    case 'duration':
      return saysDuration(ours.text, Number(value))
  }
}

/** A percentage is written with its sign, and a unit with its number. */
function isNumber({ text }: OurCell, value: number): boolean {
  const own = /^-?[\d.]+(?:e[+-]?\d+)?/i.exec(text)?.[0]
  if (own === undefined) return false
  const number = Number(own)
  const isNear = (other: number) => Math.abs(number - other) <= Math.abs(other) * 1e-12 + 1e-12
  return isNear(value) || (text.endsWith('%') && isNear(value * 100))
}

/** `135.03人` of which `135人` is shown. */
function removeUnit(text: string, unit: string): string {
  return unit !== '' && unit !== '%' && text.endsWith(unit) ? text.slice(0, -unit.length) : text
}

/** Spaces at the ends and line breaks are no letters. */
function simplifyText(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Raised figures as plain figures: calamine does not tell them apart. */
function foldText(text: string): string {
  return text.normalize('NFKC')
}

interface ShownNumber {
  value: number
  /** Half a unit of the last figure that is shown. */
  tolerance: number
  isPercent: boolean
  unit: string
}

/** `¥1,234.50`, `(12)`, `12人`, `1.2E+05`, `95.5%`, `12.3万`: the number that a person reads; null where it is none. */
export function findNumber(shown: string): ShownNumber | null {
  const fraction = /^(-)?(?:(\d+) )?(\d+)\/(\d+)$/.exec(simplifyText(shown))
  if (fraction) return fractionOf(fraction)
  const text = simplifyText(shown).replace(/[¥￥$\s]/g, '')
  const match = /^(-|\()?([\d,]*\d(?:\.\d*)?|\.\d+)(E[+-]?\d+)?\)?([%‰]|[\p{Script=Han}]{1,4})?-?$/u.exec(text)
  if (!match) return null
  const [, sign, digits = '', power = '', unit = ''] = match
  if (/[年月日时分秒]/.test(unit)) return null
  const scale = SCALES[unit] ?? 1
  const decimals = /\.(\d*)$/.exec(digits)?.[1]?.length ?? 0
  const exponent = Number(power.slice(1) || 0)
  const value = Number(digits.replaceAll(',', '')) * 10 ** exponent * scale
  // General shows eleven characters at most, however many figures are stored.
  const tolerance = 0.5000001 * 10 ** (exponent - decimals) * scale
  return { value: sign === undefined ? value : -value, tolerance, isPercent: unit === '%', unit }
}

/** `45230 5/7`: the nearest fraction with a small denominator. */
function fractionOf([, sign, whole = '0', above = '', below = '']: RegExpExecArray): ShownNumber {
  const value = Number(whole) + Number(above) / Number(below)
  return { value: sign === undefined ? value : -value, tolerance: 0.5 / Number(below), isPercent: false, unit: '' }
}

const SCALES: Readonly<Record<string, number>> = { 万: 10_000, 千: 1_000, 百万: 1_000_000, 亿: 100_000_000 }

function isNear(value: number, { value: shown, tolerance }: ShownNumber): boolean {
  return Math.abs(value - shown) <= tolerance + Math.abs(shown) * 1e-14
}

/** True where every figure of a date or time that is shown is in ours, at its place; names of months are figures too. */
function saysMoment(ours: string, shown: string): boolean {
  const own = /^(?:(\d{4})-(\d{2})-(\d{2}))?[ T]?(?:(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(ours.trim())
  if (!own || ours.trim() === '') return false
  const [year, month, day, hour = 0, minute = 0, second = 0] = own.slice(1).map((part) => Number(part ?? 0))
  const parts = [year, (year ?? 0) % 100, month, day, hour, hour > 12 ? hour - 12 : hour, minute, second]
  const named = MONTHS.reduce((all, name, index) => all.replace(name, `${index + 1} `), simplifyText(shown))
  const text = named.replace(/(:\d{2})\.\d+/, '$1')
  const figures = text.match(/\d+/g)?.map(Number) ?? []
  // A weekday or a word alone says no date.
  return figures.length >= 2 && figures.every((figure) => parts.includes(figure) || (figure === 12 && hour === 0))
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map(
  (name) => new RegExp(`${name}[a-z]*`, 'i'),
)

function subtractSecond(text: string): string {
  const [, start = '', clock = ''] = /^(.*?)(\d{2}:\d{2}:\d{2})$/.exec(text) ?? []
  const seconds = secondsOf(clock)
  if (seconds === null || seconds === 0) return text
  const parts = [Math.floor((seconds - 1) / 3600), Math.floor((seconds - 1) / 60) % 60, (seconds - 1) % 60]
  return start + parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** The same moment to the second, to which ours are rounded. A time of day alone has no day. */
function isMoment(text: string, value: string): boolean {
  const [own, other] = [text, value].map((moment) => secondsOf(moment.replace('T', ' ')))
  return own !== undefined && other !== undefined && own !== null && other !== null && Math.abs(own - other) <= 1
}

function secondsOf(text: string): number | null {
  const match = /^(?:(\d{4}-\d{2}-\d{2}))?\s?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?$/.exec(text.trim())
  if (!match || text.trim() === '') return null
  const [, day, hour = '0', minute = '0', second = '0'] = match
  const days = day === undefined ? 0 : (toDayNumber(day) ?? Number.NaN)
  return days * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second)
}

function saysDuration(text: string, seconds: number): boolean {
  const parts = text.replace(/^-/, '').split(':').map(Number)
  if (parts.length < 2 || parts.some(Number.isNaN)) return false
  const [first = 0, second = 0, third = 0] = parts
  const readings =
    parts.length === 3 ? [first * 3600 + second * 60 + third] : [first * 3600 + second * 60, first * 60 + second]
  return readings.some((reading) => Math.abs(Math.abs(seconds) - Math.abs(reading)) < 60)
}
