/** First and last month of the monthly files, `2023-11` to `2026-10`. */
export const MONTHS: readonly string[] = monthsFrom('2023-11', 36)

/** `count` months from `first` on. */
export function monthsFrom(first: string, count: number): string[] {
  const [year, month] = first.split('-').map(Number) as [number, number]
  return Array.from({ length: count }, (_, n) => {
    const index = year * 12 + month - 1 + n
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}

/** Days since 1970-01-01. */
export function dayNumber(date: string): number {
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
export function monthStart(month: string): number {
  return dayNumber(`${month}-01`) * 1440
}

/** Minutes since 1970 at the end of a month: the start of the next. */
export function monthEnd(month: string): number {
  return monthStart(monthsFrom(month, 2)[1] ?? month)
}

/** The last day of a term of five years: 2024-09-10 → 2029-09-09. No term of the demonstration starts on 29 February. */
export function fiveYearsLess1(day: number): number {
  const start = dateOf(day)
  return dayNumber(`${Number(start.slice(0, 4)) + 5}${start.slice(4)}`) - 1
}
