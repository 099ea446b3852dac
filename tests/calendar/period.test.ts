import { describe, expect, test } from 'vitest'
import {
  dataDayOf,
  firstDay,
  isPeriod,
  lastDay,
  likeShape,
  monthsOf,
  parsePeriod,
  periodAfter,
  periodBefore,
  quarterOf,
  yearBefore,
} from '../../src/calendar/period.ts'

test.each([
  ['2026-01', '2025-12', '2026-02', '2025-01'],
  ['2026-12', '2026-11', '2027-01', '2025-12'],
  ['2026-Q1', '2025-Q4', '2026-Q2', '2025-Q1'],
  ['2026-Q4', '2026-Q3', '2027-Q1', '2025-Q4'],
  ['2026', '2025', '2027', '2025'],
])('%s lies between %s and %s, a year after %s', (period, before, after, earlier) => {
  expect([periodBefore(period), periodAfter(period), yearBefore(period)]).toEqual([before, after, earlier])
})

test.each([
  ['2026-10', '2026-10-01', '2026-10-31'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-Q3', '2026-07-01', '2026-09-30'],
  ['2026', '2026-01-01', '2026-12-31'],
])('%s is from %s to %s', (period, first, last) => {
  expect([firstDay(period), lastDay(period)]).toEqual([first, last])
})

test('the data date is the last day of whatever reaches farthest', () => {
  expect(dataDayOf(['2026-Q3', '2026-08', '2025'])).toBe('2026-09-30')
  expect(dataDayOf([])).toBe('')
})

test.each([
  ['2026-10', { year: 2026, month: 10, quarter: null }, 24_321],
  ['2026-Q3', { year: 2026, month: null, quarter: 3 }, 24_318],
  ['2026', { year: 2026, month: null, quarter: null }, 24_312],
  ['2026-13', null, null],
  ['2026-Q5', null, null],
  ['patrol', null, null],
])('%s is made of %j', (text, parts, month) => {
  expect(parsePeriod(text)).toEqual(parts)
  expect(monthsOf(text)).toBe(month)
})

describe('the shape of a period', () => {
  test.each([
    ['month', ['2026-10'], ['2026', '2026-Q3', '2026-13', '2026-1']],
    ['quarter', ['2026-Q3'], ['2026', '2026-10', '2026-Q5']],
    ['year', ['2026'], ['2026-10', '26']],
    ['occasional', ['2026', '2026-10', '2026-Q3'], ['2026-10-31', '']],
  ] as const)('of a dataset of every %s', (frequency, good, bad) => {
    for (const period of good) expect(isPeriod(period, { frequency })).toBe(true)
    for (const period of [...bad, null]) expect(isPeriod(period, { frequency })).toBe(false)
  })
})

test.each([
  ['2026-09-30', '2026-10', '2026-09'],
  ['2026-09-30', '2026-Q4', '2026-Q3'],
  ['2026-Q2', '2026-Q4', '2026-Q2'],
  ['2025-12-31', '2026', '2025'],
])('%s, beside %s, is %s', (text, period, expected) => {
  expect(likeShape(text, period)).toBe(expected)
})

test('quarters begin in January, April, July and October', () => {
  const months = ['01', '03', '04', '06', '07', '09', '10', '12']
  expect(months.map((month) => quarterOf(`2026-${month}`).slice(5))).toEqual([
    'Q1',
    'Q1',
    'Q2',
    'Q2',
    'Q3',
    'Q3',
    'Q4',
    'Q4',
  ])
})
