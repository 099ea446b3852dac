import { readChineseDay } from '../../calendar/chinese-date.ts'
import { dateOfDay, toDayNumber } from '../../calendar/days.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import { formatSerialDate, readSerialDay } from '../../read/serial.ts'
import type { Clock } from './clock.ts'
import { BEIJING, isHour, parseClock, toBeijing } from './clock.ts'
import { SERIAL_MAX, SERIAL_MIN } from './month.ts'
import { normalise } from './normalise-cell.ts'
import type { ParseResult } from './parse-result.ts'
import { accept, reject } from './parse-result.ts'

interface DateForm {
  /** The profile says that 03/10 is 3 October. */
  dayFirst: boolean
  date1904: boolean
}

/** A day as exports write it → `YYYY-MM-DD`. A time of day may follow and is dropped; nothing else may follow. */
export function parseDate(raw: string, form: DateForm): ParseResult {
  if (ISO_DATE.test(raw)) return checkExists(raw, [])
  const { text, notes } = normalise(raw)
  if (/^\d{5}$/.test(text)) return parseSerial(text, form, notes)
  if (FRAGMENT.test(text)) return reject('date-fragment', DAY)
  const written = readChineseDay(text) ?? text.replace(/(?<=月\d{1,2})号$/, '日')
  const parts = split(written.replace(STAMP, '$1 $2:$3:$4'), form)
  if (typeof parts === 'string') return reject(parts, DAY)
  const { date, time } = parts
  if (toDayNumber(date) === null) return reject('date-nonexistent')
  if (PLACEHOLDERS.has(date)) return reject('date-placeholder')
  if (time === '') return accept(date, date === text ? notes : [...notes, 'date-form'])
  if (isHour(time)) return accept(date, [...notes, 'date-time-dropped', 'date-form'])
  const clock = parseClock(time)
  if (!clock) return MIDNIGHT.test(time) ? rejectMidnight(date) : reject('date-format', DAY)
  const isMidnight = clock.hour === 0 && clock.minute === 0 && !clock.hasSeconds
  if (!isMidnight) notes.push('date-time-dropped')
  return accept(toBeijing(date, clock).date, [...notes, isElsewhere(clock) ? 'time-zone' : 'date-form'])
}

/** A minute as exports write it → `YYYY-MM-DD HH:mm`. `isDateCell`: the cell is a true date of a workbook. */
export function parseDatetime(raw: string, form: DateForm & { isDateCell: boolean }): ParseResult {
  if (ISO_MINUTE.test(raw)) return checkExists(raw, [])
  const { text, notes } = normalise(raw)
  if (/^\d{5}(\.\d+)?$/.test(text)) return parseSerial(text, form, notes, true)
  if (FRAGMENT.test(text)) return reject('date-fragment', MINUTE)
  const parts = split(text.replace(STAMP, '$1 $2:$3:$4'), form)
  if (typeof parts === 'string') return reject(parts === 'date-format' ? 'datetime-format' : parts, MINUTE)
  const { date, time } = parts
  if (toDayNumber(date) === null) return reject('date-nonexistent')
  if (PLACEHOLDERS.has(date)) return reject('date-placeholder')
  if (time === '' && !form.isDateCell) return reject('datetime-without-time', MINUTE)
  const clock = parseClock(time === '' ? '00:00' : time)
  if (!clock && MIDNIGHT.test(time)) return rejectMidnight(date)
  if (!clock) return reject('datetime-format', MINUTE)
  if (clock.hasSeconds) notes.push('datetime-seconds-dropped')
  const { date: day, hour, minute } = toBeijing(date, clock)
  const value = `${day} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  if (isElsewhere(clock)) return accept(value, [...notes, 'time-zone'])
  return accept(value, USUAL_MINUTE.test(text) || form.isDateCell ? notes : [...notes, 'date-form'])
}

/** Days that databases and programs write where there is none: their zeros, and their greatest. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['0001-01-01', '1753-01-01', '1899-12-30', '1899-12-31', '1900-01-01', '1901-01-01', '1970-01-01'],
  '9999-12-31',
])

/** The end of a day, which is the beginning of the next day. */
const MIDNIGHT = /^24(?::00(?::00)?|[时点](?:00?分)?整?)$/

function rejectMidnight(date: string): ParseResult {
  return reject('time-24', `${dateOfDay((toDayNumber(date) ?? 0) + 1)} 00:00`)
}

const DAY = 'YYYY-MM-DD'
const MINUTE = 'YYYY-MM-DD HH:mm'
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/
/** A month written as a decimal: 2026.1 is what a numeric cell leaves of 2026.10, and no day. */
const FRAGMENT = /^\d{4}\.\d{1,2}$/
const ISO_MINUTE = /^\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d$/
const USUAL_MINUTE = /^[\d-]{10} \d\d:\d\d(?::\d\d(?:\.\d+)?)?$/
const DATE = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?!\d)(.*)$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)(.*)$/
/** A time stamp of a database: 20251007160512. */
const STAMP = /^((?:19|20)\d{6})([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/
const DAY_LAST_YEAR = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)(.*)$/
/** What follows a date is separated from it. */
const BEHIND = /^(?:日 *|(?:日?[ T]+)?)(?:(?<=[日 T])(\S.*))?$/
/** Behind a date: 至2029-09-09, 起至长期, or a second date in brackets. */
const SECOND_DATE =
  /^\s*起?\s*(?:至|到|[-—–~/、,;])\s*(?:\d|今|长期|永久)|\d{4}[-/.年]\d{1,2}[-/.月]\d|(?<!\d)(?:19|20)\d{6}(?!\d)/

/** The day, and what follows it. */
function split(
  text: string,
  form: DateForm,
): { date: string; time: string } | 'date-order' | 'date-span' | 'date-format' {
  const parts = DATE.exec(text) ?? COMPACT.exec(text)
  const last = parts ? null : DAY_LAST_YEAR.exec(text)
  const rest = (parts ?? last)?.[4] ?? ''
  if (SECOND_DATE.test(rest.replace(/^日/, ''))) return 'date-span'
  if (last && !form.dayFirst) return 'date-order'
  const date = parts ? formatIso(parts[1], parts[2], parts[3]) : formatIso(last?.[3], last?.[2], last?.[1])
  const behind = parts || last ? BEHIND.exec(removeWeekday(rest, date)) : null
  return behind ? { date, time: behind[1] ?? '' } : 'date-format'
}

/** A weekday after a date is dropped where it is right; a wrong one stays, so that the date is refused. */
function removeWeekday(rest: string, date: string): string {
  const [, before = '', name = '', after = ''] = WEEKDAY.exec(rest) ?? []
  // Day 0 was a Thursday.
  return name !== '' && name.replace('天', '日') === '日一二三四五六'[((toDayNumber(date) ?? 0) + 4) % 7]
    ? before + after
    : rest
}

const WEEKDAY = /^(日?) ?\(?(?:星期|周)([一二三四五六日天])\)?(.*)$/

function formatIso(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** True where the zone that is written is not Beijing's. */
function isElsewhere({ zone }: Clock): boolean {
  return zone !== null && zone !== BEIJING
}

function checkExists(value: string, notes: readonly RuleId[]): ParseResult {
  if (PLACEHOLDERS.has(value.slice(0, 10))) return reject('date-placeholder')
  return toDayNumber(value.slice(0, 10)) === null ? reject('date-nonexistent') : accept(value, notes)
}

/** A day number that lost its date format: without a fraction it has no time of day. Only plausible days are believed, and never where days count from 1904. */
function parseSerial(text: string, form: DateForm, notes: readonly RuleId[], isMinute = false): ParseResult {
  const serial = Number(text)
  if (form.date1904) return reject('date-serial-1904', DAY)
  if (serial < SERIAL_MIN || serial > SERIAL_MAX) return reject('date-format', DAY)
  if (!isMinute) return accept(readSerialDay(serial, false), [...notes, 'date-serial'])
  const full = formatSerialDate(serial, false)
  if (full.length === 10) return reject('datetime-without-time', MINUTE)
  return accept(full.slice(0, 16), [...notes, 'date-serial'])
}
