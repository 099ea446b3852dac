import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/calendar/days.ts'
import { WorkCalendar } from '../../src/calendar/working-days.ts'
import { holidaysOf } from '../portal/list-texts.ts'

const { holidays } = holidaysOf(readFileSync('data/holidays.csv', 'utf8'))
const NONE = new WorkCalendar([])

describe('the arrangements of the State Council for 2026', () => {
  test.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    '%s is a weekend day that is worked',
    (day) => expect(holidays.isWorkingDay(day)).toBe(true),
  )

  test.each([
    ['2026-02-14', true],
    ['2026-02-15', false],
    ['2026-02-16', false],
    ['2026-02-18', false],
    ['2026-02-20', false],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-10-08', true],
    ['2026-10-07', false],
    ['2026-10-11', false],
    ['2026-10-12', true],
  ])('%s is worked: %s', (day, isWorked) => expect(holidays.isWorkingDay(day)).toBe(isWorked))

  test('six weekend days are worked, and no other', () => {
    const worked = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01', index)).filter((day) => {
      const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
      return isWeekend && holidays.isWorkingDay(day) === true
    })
    expect(worked).toHaveLength(6)
  })
})

test.each([
  ['2026-09-30', 5, '2026-10-13'],
  ['2026-01-31', 10, '2026-02-13'],
  ['2026-01-31', 12, '2026-02-24'],
  ['2026-02-13', 1, '2026-02-14'],
  ['2026-02-14', 1, '2026-02-24'],
  ['2025-12-31', 1, '2026-01-04'],
  ['2026-10-31', 20, '2026-11-27'],
  ['2026-10-31', 0, '2026-10-31'],
])('from %s, %d working days later, it is %s', (day, count, later) => {
  expect(holidays.addWorkingDays(day, count)).toEqual({ day: later })
})

describe('years of which nothing is known', () => {
  test.each([
    ['2027-01-04', { unpublished: 2027 }],
    // A Saturday too: it may be worked.
    ['2027-02-06', { unpublished: 2027 }],
    ['2022-12-30', { beforeTable: 2022 }],
  ])('%s: %j', (day, unknown) => expect(holidays.isWorkingDay(day)).toEqual(unknown))

  test('a count that runs into such a year stops there', () => {
    expect(holidays.addWorkingDays('2026-12-25', 4)).toEqual({ day: '2026-12-31' })
    expect(holidays.addWorkingDays('2026-12-25', 5)).toEqual({ unpublished: 2027 })
    expect(holidays.addWorkingDays('2022-12-30', 1)).toEqual({ beforeTable: 2022 })
    expect(holidays.getLastWorkingDay('2027-03-31')).toEqual({ unpublished: 2027 })
  })

  test('any line of a year makes it published', () => {
    const calendar = new WorkCalendar([{ date: '2027-01-01', kind: 'rest', name: '元旦' }])
    expect(calendar.isWorkingDay('2027-12-31')).toBe(true)
    expect(calendar.isWorkingDay('2028-01-03')).toEqual({ unpublished: 2028 })
    expect(calendar.isWorkingDay('2026-12-31')).toEqual({ beforeTable: 2026 })
  })

  test('an empty list knows no year', () => {
    expect(NONE.isWorkingDay('2026-10-12')).toEqual({ beforeTable: 2026 })
    expect(NONE.addWorkingDays('2026-10-12', 1)).toEqual({ beforeTable: 2026 })
  })
})

test.each([
  ['2026-10-31', '2026-10-30'],
  ['2026-10-30', '2026-10-30'],
  ['2026-02-28', '2026-02-28'],
  ['2026-02-22', '2026-02-14'],
  ['2023-09-30', '2023-09-28'],
])('the last working day up to %s is %s', (day, last) => {
  expect(holidays.getLastWorkingDay(day)).toEqual({ day: last })
})

test('between a day and its nth working day lie n working days', () => {
  const start = fc.integer({ min: 0, max: 1300 }).map((count) => addDays('2023-01-01', count))
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 40 }), (from, count) => {
      const later = holidays.addWorkingDays(from, count)
      if (!('day' in later)) throw new Error(`nothing is known after ${from}`)
      let worked = 0
      for (let day = addDays(from, 1); day <= later.day; day = addDays(day, 1)) {
        if (holidays.isWorkingDay(day) === true) worked += 1
      }
      expect(worked).toBe(count)
      expect(holidays.isWorkingDay(later.day)).toBe(true)
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('a date that does not exist is neither worked nor free', () => {
  expect(() => holidays.isWorkingDay('2026-02-30')).toThrow('invalid date: 2026-02-30')
})
