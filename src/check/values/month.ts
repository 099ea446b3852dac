import { readChineseNumber, readChineseYear } from '../../calendar/chinese-date.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import { readSerialDay } from '../../read/serial.ts'
import { normalise } from './normalise-cell.ts'
import type { ParseResult } from './parse-result.ts'
import { accept, reject } from './parse-result.ts'

/** Excel's day numbers of 2000-01-01 and 2100-01-01: a number outside is no date. */
export const SERIAL_MIN = 36_526
export const SERIAL_MAX = 73_050

interface MonthForm {
  date1904: boolean
  /** The file's period, where the contract says that the column names it: then `10月` and 本月 have their year. */
  ownPeriod: string | null
}

const PLAIN: MonthForm = { date1904: false, ownPeriod: null }

/**
 * A month or quarter as exports write it → `2026-10` or `2026-Q3`. `2026.1` is refused: a numeric cell turns 2026.10 into
 * it, so that it is January or October.
 */
export function parseMonth(raw: string, { date1904, ownPeriod }: MonthForm = PLAIN): ParseResult {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(raw)) return accept(raw)
  const { text, notes } = normalise(raw)
  const compact = text.replace(/\s/g, '').replace(/份$/, '')
  if (/^\d{4}\.1$/.test(compact)) {
    const year = compact.slice(0, 4)
    return reject('month-ambiguous', `${year}-01 | ${year}-10`, { january: `${year}-01`, october: `${year}-10` })
  }
  const quarter = /^(\d{4})(?:年第?([一二三四1-4])季度?|-?Q([1-4]))$/i.exec(compact)
  if (quarter) return accept(`${quarter[1]}-Q${readChineseNumber(quarter[2] ?? quarter[3] ?? '')}`, notes)
  if (/^\d{5}$/.test(compact)) return parseSerial(Number(compact), date1904)
  const dotted = /^(\d{4})\.(\d)$/.exec(compact)
  if (dotted) return parseParts(Number(dotted[1]), Number(dotted[2]), [...notes, 'month-dotted'])
  if (/^\d{6}$/.test(compact)) {
    return parseParts(Number(compact.slice(0, 4)), Number(compact.slice(4)), [...notes, 'month-form'])
  }
  // A workbook stores a month as its first day.
  const parts = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/]0?1)?$/.exec(compact)
  if (parts) return parseParts(Number(parts[1]), Number(parts[2]), [...notes, 'month-form'])
  if (ownPeriod !== null && /^\d{4}-\d{2}$/.test(ownPeriod)) {
    const alone = /^(?:(\d{1,2})月|本月|当月)$/.exec(compact)
    const month = Number(alone?.[1] ?? ownPeriod.slice(5))
    if (alone) return parseParts(Number(ownPeriod.slice(0, 4)), month, [...notes, 'month-by-period'])
  }
  const chinese = /^([〇○零一二三四五六七八九]{4}|\d{4})年([一二三四五六七八九十]{1,3})月$/.exec(compact)
  if (!chinese) return reject('month-format', 'YYYY-MM')
  return parseParts(readChineseYear(chinese[1] ?? ''), readChineseNumber(chinese[2] ?? ''), [...notes, 'month-form'])
}

function parseParts(year: number, month: number, notes: readonly RuleId[]): ParseResult {
  if (!(month >= 1 && month <= 12)) return reject('month-format', 'YYYY-MM')
  return accept(`${year}-${String(month).padStart(2, '0')}`, notes)
}

function parseSerial(serial: number, date1904: boolean): ParseResult {
  if (date1904) return reject('date-serial-1904', 'YYYY-MM')
  if (serial < SERIAL_MIN || serial > SERIAL_MAX) return reject('month-format', 'YYYY-MM')
  return accept(readSerialDay(serial, false).slice(0, 7), ['date-serial'])
}
