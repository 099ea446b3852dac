import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DueDay } from '../../src/calendar/due.ts'
import { computeDutyDueDay, type DutyDay } from '../../src/calendar/duty-due.ts'
import { holidaysOf } from '../portal/list-texts.ts'

const { holidays } = holidaysOf(readFileSync('data/holidays.csv', 'utf8'))

test.each<[DutyDay | null, string, DueDay]>([
  [null, '2026-10-H1', { day: '2026-10-15' }],
  [null, '2026-W44', { day: '2026-11-01' }],
  [{ dayOfMonth: 25 }, '2026-10', { day: '2026-10-25' }],
  [{ dayOfMonth: 31 }, '2026-02', { day: '2026-02-28' }],
  [{ weekday: 2 }, '2026-W40', { day: '2026-09-29' }],
  [{ monthDay: '11-28' }, '2026', { day: '2026-11-28' }],
  [{ lastWorkingDayOf: 'month' }, '2026-10', { day: '2026-10-30' }],
  [{ lastWorkingDayOf: 'quarter' }, '2027-Q1', { unpublished: 2027 }],
])('a duty with %o is met in %s by %o', (due, period, expected) => {
  expect(computeDutyDueDay(due, period, holidays)).toEqual(expected)
})
