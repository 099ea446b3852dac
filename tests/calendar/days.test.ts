import { expect, test } from 'vitest'
import { addDays, dateOfDay, dayOf, endOfYears, minutesOf, toDayNumber } from '../../src/calendar/days.ts'

test('days and dates', () => {
  expect(toDayNumber('1970-01-01')).toBe(0)
  expect(toDayNumber('1900-02-29')).toBeNull()
  expect(toDayNumber('2000-02-29')).toBe(11016)
  expect(toDayNumber('2026-1-01')).toBeNull()
  expect(dateOfDay(20454)).toBe('2026-01-01')
})

test.each([
  ['2026-10-31', 1, '2026-11-01'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-10-31', 0, '2026-10-31'],
  ['2026-10-31', 15, '2026-11-15'],
])('%s and %i days is %s', (date, count, expected) => {
  expect(addDays(date, count)).toBe(expected)
})

test('nothing is added to a date that does not exist', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow('invalid date: 2026-02-30')
})

test('five years end the day before', () => {
  expect(endOfYears('2024-09-10', 5)).toBe('2029-09-09')
  expect(endOfYears('2024-02-29', 5)).toBe('2029-02-28')
  expect(endOfYears('2024-03-01', 4)).toBe('2028-02-29')
  expect(endOfYears('2024-02-30', 5)).toBeNull()
})

test('minutes between two times, across the end of a leap February, by the publisher’s own clock', () => {
  expect(minutesOf('2024-03-01 00:10') - minutesOf('2024-02-28 23:50')).toBe(24 * 60 + 20)
  expect(minutesOf('2026-10-13') - minutesOf('2026-10-12')).toBe(24 * 60)
  expect(minutesOf('2026-10-12 09:30') - minutesOf('2026-10-12')).toBe(570)
})

test('the day of a moment is that of the clerk’s calendar', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})
