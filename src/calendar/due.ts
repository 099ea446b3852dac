import { addDays, countDaysInMonth } from './days.ts'
import { addMonths } from './months.ts'
import { getLastDay, type PeriodKind, periodOf } from './period.ts'
import type { UnknownYear, WorkCalendar } from './working-days.ts'

/** Spans whose last working day may be a due day. */
export const DUE_SPANS = ['month', 'quarter', 'half-year', 'year'] as const satisfies readonly PeriodKind[]

/** By when the file of a period is due. */
export type DueRule =
  | { workingDaysAfterEnd: number }
  | { daysAfterEnd: number }
  | { dayOfNextMonth: number }
  | { lastWorkingDayOf: (typeof DUE_SPANS)[number] }

/** The day by which a file is due, or the year that the list of holidays does not cover. */
export type DueDay = { day: string } | UnknownYear

/**
 * Last day on which the file of a period is in time. 2026-10 is due, by `{ workingDaysAfterEnd: 5 }`, on 2026-11-06; by
 * `{ dayOfNextMonth: 25 }` on 2026-11-25, and on the last of a month that has no such day; by `{ lastWorkingDayOf: 'quarter' }`
 * on the last working day of the quarter in which it ends. Only rules of working days ask the list of holidays.
 */
export function computeDueDay(rule: DueRule, period: string, calendar: WorkCalendar): DueDay {
  const end = getLastDay(period)
  if ('workingDaysAfterEnd' in rule) return calendar.addWorkingDays(end, rule.workingDaysAfterEnd)
  if ('daysAfterEnd' in rule) return { day: addDays(end, rule.daysAfterEnd) }
  if ('lastWorkingDayOf' in rule) return calendar.getLastWorkingDay(getLastDay(periodOf(end, rule.lastWorkingDayOf)))
  const month = addMonths(end.slice(0, 7), 1)
  const date = Math.min(rule.dayOfNextMonth, countDaysInMonth(Number(month.slice(0, 4)), Number(month.slice(5))))
  return { day: `${month}-${String(date).padStart(2, '0')}` }
}
