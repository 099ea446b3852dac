import { expect, test } from 'vitest'
import { countWeeks, getWeekday, mondayOf, weekOf } from '../../src/calendar/weeks.ts'

test.each([
  ['2026-09-28', 2026, 40, 1],
  ['2026-10-04', 2026, 40, 7],
  ['2026-10-05', 2026, 41, 1],
  ['2025-12-29', 2026, 1, 1],
  ['2026-01-04', 2026, 1, 7],
  ['2027-01-01', 2026, 53, 5],
  ['2027-01-03', 2026, 53, 7],
  ['2027-01-04', 2027, 1, 1],
  ['2021-01-03', 2020, 53, 7],
  ['2024-12-30', 2025, 1, 1],
  ['1969-12-31', 1970, 1, 3],
])('%s lies in week %d-%d, on weekday %d', (day, year, week, nth) => {
  expect(weekOf(day)).toEqual({ year, week })
  expect(getWeekday(day)).toBe(nth)
})

test.each([
  [2020, '2019-12-30', 53],
  [2024, '2024-01-01', 52],
  [2025, '2024-12-30', 52],
  [2026, '2025-12-29', 53],
  [2027, '2027-01-04', 52],
])('%d begins with the week of %s and has %d weeks', (year, monday, weeks) => {
  expect(mondayOf(year, 1)).toBe(monday)
  expect(countWeeks(year)).toBe(weeks)
})

test('a date that does not exist lies in no week', () => {
  expect(() => weekOf('2026-02-30')).toThrow('invalid date: 2026-02-30')
  expect(() => getWeekday('2026-13-01')).toThrow(RangeError)
})
