import { z } from 'zod'
import { DUE_SPANS } from '../calendar/due.ts'
import { isPeriod, PERIOD_SHAPES } from '../calendar/period.ts'
import type { DueFields } from './due-rule-of.ts'

/** By when the file of a period is due. */
export const dueRule = z.union(
  [
    /** So many working days after the last day of the period: 5 → 2026-11-06 for 2026-10. Needs `holidays.csv`. */
    z.strictObject({ workingDaysAfterEnd: z.int().min(1).max(250) }),
    /** So many days after the last day of the period, worked or not. */
    z.strictObject({ daysAfterEnd: z.int().min(0).max(1000) }),
    /** This day of the month after the month in which the period ends; its last day where the month is shorter. */
    z.strictObject({ dayOfNextMonth: z.int().min(1).max(31) }),
    /** The last working day of the month, quarter, half-year or year in which the period ends. Needs `holidays.csv`. */
    z.strictObject({ lastWorkingDayOf: z.enum(DUE_SPANS) }),
  ],
  {
    error: `one of { workingDaysAfterEnd: 1–250 }, { daysAfterEnd: 0–1000 }, { dayOfNextMonth: 1–31 }, { lastWorkingDayOf: ${DUE_SPANS.join(' | ')} }`,
  },
)

/** Adds an issue for each field that contradicts another. */
export function checkDue({ frequency, due, dueFrom, dueDays }: DueFields, { addIssue }: z.RefinementCtx): void {
  const complain = (field: string, message: string, zh: string) =>
    addIssue({ code: 'custom', path: [field], message, params: { zh } })
  if (due !== undefined && dueDays !== undefined)
    complain('dueDays', 'due already states it; leave out dueDays', '已写due，不必再写dueDays')
  if (frequency === 'occasional') {
    const rejectDue = (field: string) =>
      complain(
        field,
        `an occasional dataset has no due date; leave out ${field}`,
        `不定期的数据集没有期限，不写${field}`,
      )
    if (due !== undefined) rejectDue('due')
    if (dueFrom !== undefined) rejectDue('dueFrom')
  } else if (dueFrom !== undefined && !isPeriod(dueFrom, { frequency })) {
    const shape = PERIOD_SHAPES[frequency]
    complain(
      'dueFrom',
      `“${dueFrom}” is not a period of each ${frequency}: ${shape}`,
      `“${dueFrom}”不是${frequency}的期次，应形如${shape}`,
    )
  }
}
