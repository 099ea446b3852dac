import { expect, test } from 'vitest'
import { addMonths, listMonthsBetween, listMonthsUntil } from '../../src/calendar/months.ts'

test.each([
  ['2026-10', 0, '2026-10'],
  ['2026-10', 1, '2026-11'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-10', -12, '2025-10'],
  ['2026-03', -27, '2023-12'],
  ['2024-02', 12, '2025-02'],
])('%s and %i months is %s', (month, count, expected) => {
  expect(addMonths(month, count)).toBe(expected)
})

test('months until one end with it and cross the year', () => {
  expect(listMonthsUntil('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(listMonthsUntil('2026-02', 1)).toEqual(['2026-02'])
  expect(listMonthsUntil('2026-02', 0)).toEqual([])
})

test('months between hold both ends and every month that nobody reported', () => {
  expect(listMonthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(listMonthsBetween('2026-02', '2026-02')).toEqual(['2026-02'])
  expect(listMonthsBetween('2026-03', '2026-02')).toEqual([])
})
