import { dateOfDay, toDayNumber } from './days.ts'

/** 1970-01-05, in days since 1970-01-01: the Monday from which weeks are counted. */
const FIRST_MONDAY = 4

/** Monday of a week of ISO 8601: 2026 and 1 → `2025-12-29`. Week 1 is the week that holds 4 January. */
export function mondayOf(year: number, week: number): string {
  return dateOfDay(findMondayBefore(Date.UTC(year, 0, 4) / DAY) + (week - 1) * 7)
}

/** 52, or 53 where the year begins or ends on a Thursday (ISO 8601, 5.7.8). */
export function countWeeks(year: number): number {
  return (numberOf(mondayOf(year + 1, 1)) - numberOf(mondayOf(year, 1))) / 7
}

/** Week of a day, with the year that it is counted in: `2026-01-01` → 2026 and 1, `2027-01-02` → 2026 and 53. */
export function weekOf(day: string): { year: number; week: number } {
  const monday = findMondayBefore(numberOf(day))
  // A week belongs to the year that its Thursday lies in.
  const year = Number(dateOfDay(monday + 3).slice(0, 4))
  return { year, week: (monday - numberOf(mondayOf(year, 1))) / 7 + 1 }
}

/** 1 for Monday to 7 for Sunday. Throws where the date does not exist. */
export function getWeekday(day: string): number {
  const number = numberOf(day)
  return number - findMondayBefore(number) + 1
}

const DAY = 86_400_000

/** The Monday on or before a day, both in days since 1970-01-01. */
function findMondayBefore(day: number): number {
  return Math.floor((day - FIRST_MONDAY) / 7) * 7 + FIRST_MONDAY
}

function numberOf(day: string): number {
  const number = toDayNumber(day)
  if (number === null) throw new RangeError(`invalid date: ${day}`)
  return number
}
