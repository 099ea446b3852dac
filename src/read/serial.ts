import { dateOfDay } from '../calendar/days.ts'

/** Excel's day number → `YYYY-MM-DD`, or `YYYY-MM-DD HH:mm:ss` with a fraction; `HH:mm:ss` for a time of day alone. */
export function formatSerialDate(serial: number, date1904: boolean): string {
  // Rounded to seconds: a fraction of a day is never exact.
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400)
  const whole = Math.floor(serial) + (seconds === 86_400 ? 1 : 0)
  const rest = seconds % 86_400
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
  if (whole === 0 && serial > 0) return clock
  const day = readSerialDay(whole, date1904)
  return rest === 0 ? day : `${day} ${clock}`
}

/**
 * Day of a whole serial. The 1900 system counts a 29 February 1900 that never was (serial 60): it is written as such, so
 * that whoever checks dates refuses it.
 */
export function readSerialDay(serial: number, date1904: boolean): string {
  if (!Number.isInteger(serial) || serial < 0 || serial > 2_958_465) return String(serial)
  if (date1904) return dateOfDay(serial - 24_107)
  if (serial === 60) return '1900-02-29'
  return dateOfDay(serial - (serial < 60 ? 25_568 : 25_569))
}

/** 0.955 → `95.5%`, without the tail of binary fractions. */
export function formatRatio(value: number): string {
  return `${Number((value * 100).toPrecision(15))}%`
}
