/** Days since 1970-01-01 of a date `YYYY-MM-DD`; null where the date does not exist. */
export function toDayNumber(date: string): number | null {
  if (date.length !== 10 || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))]
  if (month < 1 || month > 12 || day < 1 || day > countDaysInMonth(year, month)) return null
  return Date.UTC(year, month - 1, day) / DAY
}

/** Months count from 1. */
export function countDaysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** `YYYY-MM-DD` of a number of days since 1970-01-01. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** The day `count` days later, or earlier. Throws where the date does not exist. */
export function addDays(date: string, count: number): string {
  const day = toDayNumber(date)
  if (day === null) throw new RangeError(`invalid date: ${date}`)
  return dateOfDay(day + count)
}

/** Minutes of `2026-10-12 09:30` or `2026-10-12` since 1970, in the publisher's own clock; both forms may be mixed. */
export function minutesOf(day: string): number {
  const year = digitsAt(day, 0) * 100 + digitsAt(day, 2)
  const minute = day.length > 10 ? digitsAt(day, 11) * 60 + digitsAt(day, 14) : 0
  return countDaysBefore(year, digitsAt(day, 5), digitsAt(day, 8)) * MINUTES_A_DAY + minute
}

/** `2026-10-12 09:30` of the minutes that `minutesOf` counts. */
export function formatMinute(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ')
}

/** The number that two digits of a text make; NaN where the text ends before them. */
function digitsAt(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO
}

const ZERO = '0'.charCodeAt(0)
const MINUTES_A_DAY = 24 * 60

/** Days since 1970 of a date that exists: whole eras of 400 years of 146,097 days, which begin with March. */
export function countDaysBefore(year: number, month: number, day: number): number {
  const march = month > 2 ? year : year - 1
  const era = Math.floor(march / 400)
  const ofEra = march - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

/** The day before the same date `years` later: 2024-09-10 and 5 → 2029-09-09. From 29 February, 28 February. */
export function endOfYears(from: string, years: number): string | null {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  if (toDayNumber(from) === null) return null
  // 29 February is no day of the end year: the term then ends with that February.
  const sameDay = Math.min(day, countDaysInMonth(year + years, month))
  const isCut = sameDay !== day
  return dateOfDay(Date.UTC(year + years, month - 1, sameDay) / DAY - (isCut ? 0 : 1))
}

const DAY = 86_400_000

/** The day of a moment in the zone of this computer: the day on the clerk's calendar. */
export function dayOf(moment: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
}
