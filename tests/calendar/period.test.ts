import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/calendar/days.ts'
import {
  comparePeriods,
  formatLike,
  getFirstDay,
  getLastDay,
  getPeriodAfter,
  getPeriodBefore,
  getYearBefore,
  isPeriod,
  kindOf,
  monthsOf,
  PERIOD_KINDS,
  parsePeriod,
  periodOf,
} from '../../src/calendar/period.ts'

test.each([
  ['2026-01', '2025-12', '2026-02', '2025-01'],
  ['2026-12', '2026-11', '2027-01', '2025-12'],
  ['2026-Q1', '2025-Q4', '2026-Q2', '2025-Q1'],
  ['2026-Q4', '2026-Q3', '2027-Q1', '2025-Q4'],
  ['2026-H1', '2025-H2', '2026-H2', '2025-H1'],
  ['2026-H2', '2026-H1', '2027-H1', '2025-H2'],
  ['2026', '2025', '2027', '2025'],
  ['2026-10-H1', '2026-09-H2', '2026-10-H2', '2025-10-H1'],
  ['2026-12-H2', '2026-12-H1', '2027-01-H1', '2025-12-H2'],
  ['2026-01-H1', '2025-12-H2', '2026-01-H2', '2025-01-H1'],
  ['2026-W40', '2026-W39', '2026-W41', '2025-W40'],
  ['2026-W01', '2025-W52', '2026-W02', '2025-W01'],
  ['2027-W01', '2026-W53', '2027-W02', '2026-W01'],
  ['2021-W01', '2020-W53', '2021-W02', '2020-W01'],
  // 2025 has 52 weeks.
  ['2026-W53', '2026-W52', '2027-W01', null],
])('%s lies between %s and %s, a year after %s', (period, before, after, earlier) => {
  expect([getPeriodBefore(period), getPeriodAfter(period), getYearBefore(period)]).toEqual([before, after, earlier])
})

test.each([
  ['2026-10', '2026-10-01', '2026-10-31'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-Q3', '2026-07-01', '2026-09-30'],
  ['2026-H1', '2026-01-01', '2026-06-30'],
  ['2026-H2', '2026-07-01', '2026-12-31'],
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-10-H1', '2026-10-01', '2026-10-15'],
  ['2026-10-H2', '2026-10-16', '2026-10-31'],
  ['2026-02-H2', '2026-02-16', '2026-02-28'],
  ['2024-02-H2', '2024-02-16', '2024-02-29'],
  ['2026-W40', '2026-09-28', '2026-10-04'],
  ['2026-W01', '2025-12-29', '2026-01-04'],
  ['2026-W53', '2026-12-28', '2027-01-03'],
])('%s is from %s to %s', (period, first, last) => {
  expect([getFirstDay(period), getLastDay(period)]).toEqual([first, last])
})

test.each(['2026-13', '2025-W53', '', 'patrol', '2026-10-31'])('%j has no days, being no period', (text) => {
  for (const ask of [getFirstDay, getLastDay, getPeriodBefore, getPeriodAfter, getYearBefore, kindOf]) {
    expect(() => ask(text)).toThrow(`invalid period: ${text}`)
  }
})

test.each([
  ['2026-10', { kind: 'month', year: 2026, nth: 10 }, 24_321],
  ['2026-Q3', { kind: 'quarter', year: 2026, nth: 3 }, 24_318],
  ['2026-H2', { kind: 'half-year', year: 2026, nth: 2 }, 24_318],
  ['2026', { kind: 'year', year: 2026, nth: 1 }, 24_312],
  ['2026-10-H1', { kind: 'half-month', year: 2026, nth: 19 }, 24_321],
  ['2026-11-H2', { kind: 'half-month', year: 2026, nth: 22 }, 24_322.5],
  // 28 September, and 29 December of the year before.
  ['2026-W40', { kind: 'week', year: 2026, nth: 40 }, 24_320 + 27 / 30],
  ['2026-W01', { kind: 'week', year: 2026, nth: 1 }, 24_311 + 28 / 31],
  ['2026-13', null, null],
  ['2026-Q5', null, null],
  ['2026-H3', null, null],
  ['2026-10-H3', null, null],
  ['2026-W00', null, null],
  ['2026-W53', { kind: 'week', year: 2026, nth: 53 }, 24_323 + 27 / 31],
  ['2025-W53', null, null],
  ['2026-W54', null, null],
  ['2026-W7', null, null],
  ['patrol', null, null],
])('%s is %j', (text, parts, month) => {
  expect(parsePeriod(text)).toEqual(parts)
  expect(monthsOf(text)).toBe(month)
})

describe('the shape of a period', () => {
  test.each([
    ['week', ['2026-W40', '2026-W53'], ['2025-W53', '2026-W4', '2026-10', '2026W40']],
    ['half-month', ['2026-10-H1', '2026-10-H2'], ['2026-10', '2026-H1', '2026-10-H3', '2026-13-H1']],
    ['month', ['2026-10'], ['2026', '2026-Q3', '2026-13', '2026-1', '2026-10-H1']],
    ['quarter', ['2026-Q3'], ['2026', '2026-10', '2026-Q5']],
    ['half-year', ['2026-H1'], ['2026', '2026-H3', '2026-10-H1']],
    ['year', ['2026'], ['2026-10', '26']],
    ['occasional', ['2026', '2026-10', '2026-Q3', '2026-H1', '2026-10-H2', '2026-W40'], ['2026-10-31', '', '2025-W53']],
  ] as const)('of a dataset of every %s', (frequency, good, bad) => {
    for (const period of good) expect(isPeriod(period, { frequency })).toBe(true)
    for (const period of [...bad, null]) expect(isPeriod(period, { frequency })).toBe(false)
  })
})

test.each([
  ['2026-10-04', ['2026-W40', '2026-10-H1', '2026-10', '2026-Q4', '2026-H2', '2026']],
  ['2026-06-30', ['2026-W27', '2026-06-H2', '2026-06', '2026-Q2', '2026-H1', '2026']],
  ['2026-02-15', ['2026-W07', '2026-02-H1', '2026-02', '2026-Q1', '2026-H1', '2026']],
  ['2026-02-16', ['2026-W08', '2026-02-H2', '2026-02', '2026-Q1', '2026-H1', '2026']],
  ['2027-01-01', ['2026-W53', '2027-01-H1', '2027-01', '2027-Q1', '2027-H1', '2027']],
])('%s lies in %j', (day, periods) => {
  expect(PERIOD_KINDS.map((kind) => periodOf(day, kind))).toEqual(periods)
})

test('quarters begin in January, April, July and October', () => {
  const months = ['01', '03', '04', '06', '07', '09', '10', '12']
  const quarters = months.map((month) => periodOf(`2026-${month}-01`, 'quarter').slice(5))
  expect(quarters).toEqual(['Q1', 'Q1', 'Q2', 'Q2', 'Q3', 'Q3', 'Q4', 'Q4'])
})

test.each([
  ['2026-09-30', '2026-10', '2026-09'],
  ['2026-09-30 08:15', '2026-10', '2026-09'],
  ['2026-09-30', '2026-Q4', '2026-Q3'],
  ['2026-09', '2026-Q4', '2026-Q3'],
  ['2026-Q2', '2026-Q4', '2026-Q2'],
  ['2025-12-31', '2026', '2025'],
  ['2026-Q2', '2025', '2026'],
  ['2026-09-30', '2026-W41', '2026-W40'],
  ['2026-09-30', '2026-10-H1', '2026-09-H2'],
  ['2026-09-30', '2026-H1', '2026-H2'],
  ['2026-Q1', '2026-H2', '2026-H1'],
  ['2026-W40', '2026', '2026'],
  // What reaches over several of the other's kind stays what it is, and so does what is no time.
  ['2026-09', '2026-W40', '2026-09'],
  ['2026-W40', '2026-10', '2026-W40'],
  ['2026', '2026-10', '2026'],
  ['本月', '2026-10', '本月'],
])('%s, beside %s, is %s', (text, period, expected) => {
  expect(formatLike(text, period)).toBe(expected)
})

test('periods of all kinds are in the order in which they end, the longer of two before the shorter', () => {
  const ordered = [
    '2026-W39',
    '2026-09',
    '2026-09-H2',
    '2026-W40',
    '2026-10-H1',
    '2026',
    '2026-H2',
    '2026-Q4',
    '2026-12',
  ]
  expect(ordered.toReversed().sort(comparePeriods)).toEqual(ordered)
  expect(comparePeriods('2026-10', '2026-10')).toBe(0)
})

describe('for every period from 2000 to 2100', () => {
  const day = fc.integer({ min: 0, max: 36_889 }).map((count) => addDays('2000-01-01', count))
  const period = fc.tuple(day, fc.constantFrom(...PERIOD_KINDS)).map(([text, kind]) => periodOf(text, kind))
  const expectHolds = (check: (text: string) => void) =>
    fc.assert(fc.property(period, check), { seed: 1, numRuns: 2_000 })

  test('before and after undo each other', () =>
    expectHolds((text) => {
      expect(getPeriodAfter(getPeriodBefore(text))).toBe(text)
      expect(getPeriodBefore(getPeriodAfter(text))).toBe(text)
    }))

  test('the next begins on the day after the last', () =>
    expectHolds((text) => {
      expect(getFirstDay(text) <= getLastDay(text)).toBe(true)
      expect(getFirstDay(getPeriodAfter(text))).toBe(addDays(getLastDay(text), 1))
      expect(comparePeriods(text, getPeriodAfter(text))).toBeLessThan(0)
    }))

  test('its days lie in it, and it is written as a dataset of its kind writes it', () =>
    expectHolds((text) => {
      const kind = kindOf(text)
      expect([getFirstDay(text), getLastDay(text)].map((text) => periodOf(text, kind))).toEqual([text, text])
      expect(isPeriod(text, { frequency: kind })).toBe(true)
    }))

  test('it begins later than the period before it on an axis of months', () =>
    expectHolds((text) => {
      expect(monthsOf(text)).toBeGreaterThan(monthsOf(getPeriodBefore(text)) ?? Number.POSITIVE_INFINITY)
    }))
})
