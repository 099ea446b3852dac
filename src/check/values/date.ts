import { dayNumber } from '../../codes/days.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import { dateText, serialDay } from '../../read/serial.ts'
import { SERIAL_MAX, SERIAL_MIN } from './month.ts'
import { normalise } from './normalise.ts'
import type { Verdict } from './verdict.ts'
import { accept, refuse } from './verdict.ts'

export interface DateForm {
  /** The profile says that 03/10 is 3 October. */
  dayFirst: boolean
  date1904: boolean
}

/** A day as exports write it → `YYYY-MM-DD`. */
export function parseDate(raw: string, form: DateForm): Verdict {
  if (ISO_DATE.test(raw)) return existing(raw, [])
  const { text, notes } = normalise(raw)
  if (/^\d{5}$/.test(text)) return ofSerial(text, form, notes)
  if (FRAGMENT.test(text)) return refuse('date-fragment', 'YYYY-MM-DD')
  const parts = split(text, form)
  if (parts === 'order') return refuse('date-order', 'YYYY-MM-DD')
  if (!parts) return refuse('date-format', 'YYYY-MM-DD')
  if (!isMidnight(parts.time)) notes.push('date-time-dropped')
  return existing(parts.date, parts.date === text ? notes : [...notes, 'date-form'])
}

/** A minute as exports write it → `YYYY-MM-DD HH:mm`. `isDateCell`: the cell is a true date of a workbook. */
export function parseDatetime(raw: string, form: DateForm & { isDateCell: boolean }): Verdict {
  if (ISO_MINUTE.test(raw)) return existing(raw, [])
  const { text, notes } = normalise(raw)
  if (/^\d{5}(\.\d+)?$/.test(text)) return ofSerial(text, form, notes, true)
  if (FRAGMENT.test(text)) return refuse('date-fragment', 'YYYY-MM-DD HH:mm')
  const parts = split(text, form)
  if (parts === 'order') return refuse('date-order', 'YYYY-MM-DD HH:mm')
  if (!parts) return refuse('datetime-format', 'YYYY-MM-DD HH:mm')
  if (parts.time === '' && !form.isDateCell) return refuse('datetime-without-time', 'YYYY-MM-DD HH:mm')
  const clock = CLOCK.exec(parts.time === '' ? '00:00' : parts.time)
  if (!clock || Number(clock[1]) > 23 || Number(clock[2]) > 59 || Number(clock[3] ?? 0) > 59) {
    return refuse('datetime-format', 'YYYY-MM-DD HH:mm')
  }
  if (Number(clock[3] ?? 0) !== 0) notes.push('datetime-seconds-dropped')
  const isUsual = /^[\d-]{10} \d\d:\d\d(:00)?$/.test(text)
  const value = `${parts.date} ${String(clock[1]).padStart(2, '0')}:${clock[2]}`
  return existing(value, isUsual || form.isDateCell ? notes : [...notes, 'date-form'])
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/
/** A month written as a decimal: 2026.1 is what a numeric cell leaves of 2026.10, and no day. */
const FRAGMENT = /^\d{4}\.\d{1,2}$/
const ISO_MINUTE = /^\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d$/
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?$/
const DATE = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[ T]+(.*))?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[ T]?(.*))?$/
const DAY_LAST_YEAR = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T]+(.*))?$/

function split(text: string, form: DateForm): { date: string; time: string } | 'order' | null {
  const joined = text.replace(/日(?=\d)/, '日 ').replace(/(\d{1,2})[时点](\d{1,2})分(?:(\d{1,2})秒)?$/, clockOf)
  const parts = DATE.exec(joined) ?? COMPACT.exec(joined)
  if (parts) return { date: iso(parts[1], parts[2], parts[3]), time: parts[4] ?? '' }
  const last = DAY_LAST_YEAR.exec(joined)
  if (!last) return null
  return form.dayFirst ? { date: iso(last[3], last[2], last[1]), time: last[4] ?? '' } : 'order'
}

function clockOf(_all: string, hour: string, minute: string, second: string | undefined): string {
  return `${hour}:${minute.padStart(2, '0')}${second === undefined ? '' : `:${second.padStart(2, '0')}`}`
}

function iso(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function isMidnight(time: string): boolean {
  return /^(0?0:00(:00(\.0+)?)?)?$/.test(time)
}

function existing(value: string, notes: readonly RuleId[]): Verdict {
  return dayNumber(value.slice(0, 10)) === null ? refuse('date-nonexistent') : accept(value, notes)
}

/** A day number that lost its date format. Only plausible ones are believed, and never where days count from 1904. */
function ofSerial(text: string, form: DateForm, notes: readonly RuleId[], isMinute = false): Verdict {
  const serial = Number(text)
  if (form.date1904) return refuse('date-serial-1904', 'YYYY-MM-DD')
  if (serial < SERIAL_MIN || serial > SERIAL_MAX) return refuse('date-format', 'YYYY-MM-DD')
  if (!isMinute) return accept(serialDay(serial, false), [...notes, 'date-serial'])
  const full = dateText(serial, false)
  return accept(full.length === 10 ? `${full} 00:00` : full.slice(0, 16), [...notes, 'date-serial'])
}
