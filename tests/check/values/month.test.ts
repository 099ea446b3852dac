import { describe, expect, test } from 'vitest'
import { parseMonth } from '../../../src/check/values/month.ts'
import { readSerialDay } from '../../../src/read/serial.ts'

describe('months', () => {
  test.each([
    ['2026年10月', '2026-10', 'month-form'],
    ['2026年１０月', '2026-10', 'cell-width month-form'],
    ['2026.10', '2026-10', 'month-form'],
    ['2026.1', 'month-ambiguous', ''],
    ['2026.3', '2026-03', 'month-dotted'],
    ['2026-10', '2026-10', ''],
    ['2026/9', '2026-09', 'month-form'],
    ['202610', '2026-10', 'month-form'],
    ['202613', 'month-format', ''],
    ['二〇二六年十月', '2026-10', 'month-form'],
    ['2026年十月', '2026-10', 'month-form'],
    ['二〇二六年十二月', '2026-12', 'month-form'],
    ['2026年10月份 ', '2026-10', 'cell-trimmed month-form'],
    ['2026年第三季度', '2026-Q3', ''],
    ['10月', 'month-format', ''],
    ['26.10', 'month-format', ''],
    ['2026年13月', 'month-format', ''],
    ['46296', '2026-10', 'date-serial'],
    ['2026-10-01', '2026-10', 'month-form'],
    ['2026-10-02', 'month-format', ''],
  ])('%s → %s %s', (text, expected, notes) => {
    const result = parseMonth(text)
    expect(result.is === 'value' ? result.value : result.rule).toBe(expected)
    if (result.is === 'value') expect(result.notes.join(' ')).toBe(notes)
  })

  test('a bare day number is not believed where days count from 1904', () => {
    expect(parseMonth('46296', { date1904: true, ownPeriod: null })).toMatchObject({
      is: 'refused',
      rule: 'date-serial-1904',
    })
  })
})

test.each([
  [45931, '2025-10-01', '2029-10-02'],
  [46296, '2026-10-01', '2030-10-02'],
  [60, '1900-02-29', '1904-03-01'],
  [61, '1900-03-01', '1904-03-02'],
  [1, '1900-01-01', '1904-01-02'],
  [46266, '2026-09-01', '2030-09-02'],
])('day number %i is %s, or %s from 1904', (serial, from1900, from1904) => {
  expect(readSerialDay(serial, false)).toBe(from1900)
  expect(readSerialDay(serial, true)).toBe(from1904)
})
