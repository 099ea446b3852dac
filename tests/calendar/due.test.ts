import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { computeDueDay, type DueDay, type DueRule } from '../../src/calendar/due.ts'
import { holidaysOf } from '../portal/list-texts.ts'

const { holidays } = holidaysOf(readFileSync('data/holidays.csv', 'utf8'))

test.each<[DueRule, string, DueDay]>([
  [{ workingDaysAfterEnd: 5 }, '2026-09', { day: '2026-10-13' }],
  [{ workingDaysAfterEnd: 20 }, '2026-10', { day: '2026-11-27' }],
  [{ workingDaysAfterEnd: 1 }, '2026-W40', { day: '2026-10-08' }],
  [{ workingDaysAfterEnd: 3 }, '2026-10-H1', { day: '2026-10-20' }],
  [{ workingDaysAfterEnd: 20 }, '2026-12', { unpublished: 2027 }],
  [{ workingDaysAfterEnd: 20 }, '2022-11', { beforeTable: 2022 }],
  [{ daysAfterEnd: 5 }, '2026-10', { day: '2026-11-05' }],
  [{ daysAfterEnd: 90 }, '2025', { day: '2026-03-31' }],
  // Rules of plain days ask no list of holidays.
  [{ daysAfterEnd: 5 }, '2026-12', { day: '2027-01-05' }],
  [{ dayOfNextMonth: 25 }, '2026-10', { day: '2026-11-25' }],
  [{ dayOfNextMonth: 25 }, '2026-12', { day: '2027-01-25' }],
  [{ dayOfNextMonth: 31 }, '2027-01', { day: '2027-02-28' }],
  [{ dayOfNextMonth: 10 }, '2026-Q3', { day: '2026-10-10' }],
  [{ dayOfNextMonth: 10 }, '2026-W40', { day: '2026-11-10' }],
  [{ lastWorkingDayOf: 'month' }, '2026-10', { day: '2026-10-30' }],
  [{ lastWorkingDayOf: 'quarter' }, '2026-Q3', { day: '2026-09-30' }],
  [{ lastWorkingDayOf: 'quarter' }, '2026-07', { day: '2026-09-30' }],
  [{ lastWorkingDayOf: 'half-year' }, '2023-04', { day: '2023-06-30' }],
  [{ lastWorkingDayOf: 'year' }, '2026', { day: '2026-12-31' }],
  [{ lastWorkingDayOf: 'quarter' }, '2027-Q1', { unpublished: 2027 }],
  [{ lastWorkingDayOf: 'month' }, '2022-12', { beforeTable: 2022 }],
])('by %j, the file of %s is due: %j', (rule, period, due) => {
  expect(computeDueDay(rule, period, holidays)).toEqual(due)
})
