import { addDays, countDaysInMonth } from './days.ts'
import { computeDueDay, type DueDay } from './due.ts'
import { getFirstDay, getLastDay } from './period.ts'
import type { WorkCalendar } from './working-days.ts'

/** A day that a duty names within its period; 1 is Monday. */
export type DutyDay =
  | { dayOfMonth: number }
  | { lastWorkingDayOf: 'month' | 'quarter' }
  | { monthDay: string }
  | { weekday: number }

/**
 * The last day on which a duty is met in time for a period. `{ dayOfMonth: 25 }` of 2026-10 is 2026-10-25, `{ weekday: 2 }`
 * of 2026-W40 is 2026-09-29, `{ monthDay: '11-28' }` of 2026 is 2026-11-28; without a day it is the last of the period.
 */
export function computeDutyDueDay(due: DutyDay | null, period: string, calendar: WorkCalendar): DueDay {
  if (due === null) return { day: getLastDay(period) }
  if ('lastWorkingDayOf' in due) return computeDueDay(due, period, calendar)
  const first = getFirstDay(period)
  if ('weekday' in due) return { day: addDays(first, due.weekday - 1) }
  if ('monthDay' in due) return { day: `${first.slice(0, 4)}-${due.monthDay}` }
  const date = Math.min(due.dayOfMonth, countDaysInMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7))))
  return { day: `${first.slice(0, 7)}-${String(date).padStart(2, '0')}` }
}
