/** First and last month of the monthly files, `2023-11` to `2026-10`. */
export const MONTHS: readonly string[] = listMonthsFrom('2023-11', 36)

/** `count` months from `first` on. */
export function listMonthsFrom(first: string, count: number): string[] {
  const [year, month] = first.split('-').map(Number) as [number, number]
  return Array.from({ length: count }, (_, n) => {
    const index = year * 12 + month - 1 + n
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}

/** Days since 1970-01-01. */
export function toDayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86400000
}

/** `YYYY-MM-DD` of a day number. */
export function dateOf(day: number): string {
  return new Date(day * 86400000).toISOString().slice(0, 10)
}

/** `YYYY-MM-DD HH:mm` of minutes since 1970, without any time zone. */
export function timeOf(minutes: number): string {
  return new Date(minutes * 60000).toISOString().slice(0, 16).replace('T', ' ')
}

/** Minutes since 1970 at the start of a month. */
export function getMonthStart(month: string): number {
  return toDayNumber(`${month}-01`) * 1440
}

/** Minutes since 1970 at the end of a month: the start of the next. */
export function getMonthEnd(month: string): number {
  return getMonthStart(listMonthsFrom(month, 2)[1] ?? month)
}

/** The last day of a term of five years: 2024-09-10 → 2029-09-09. No term of the demonstration starts on 29 February. */
export function addFiveYearsLessOneDay(day: number): number {
  const start = dateOf(day)
  return toDayNumber(`${Number(start.slice(0, 4)) + 5}${start.slice(4)}`) - 1
}
