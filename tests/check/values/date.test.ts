import { expect, test } from 'vitest'
import { parseOutcome } from '../small.ts'

test.each([
  ['2025-10-07', '2025-10-07'],
  ['2025年10月7日', '2025-10-07 date-form'],
  ['2025-10-07 00:00:00', '2025-10-07 date-form'],
  ['二〇二五年十月七日', '2025-10-07 date-form'],
  ['二○二五年十月三十一日', '2025-10-31 date-form'],
  ['2025年10月7号', '2025-10-07 date-form'],
  ['二〇二五年十三月七日', 'date-nonexistent'],
  ['20251007', '2025-10-07 date-form'],
  ['20251007 09:30', '2025-10-07 date-time-dropped date-form'],
  ['2025年10月7日9时30分', '2025-10-07 date-time-dropped date-form'],
  ['2025年10月7日16时', '2025-10-07 date-time-dropped date-form'],
  ['2025/10/7 下午 3:21', '2025-10-07 date-time-dropped date-form'],
  // 7 October 2025 was a Tuesday.
  ['2025年10月7日 星期二', '2025-10-07 date-form'],
  ['2025-10-07(周二) 09:30', '2025-10-07 date-time-dropped date-form'],
  ['2025年10月7日星期三', 'date-format'],
  // 16:00 of Greenwich is the next day in Beijing; a midnight of Beijing may be written as the evening before.
  ['2025-10-07T16:00:00Z', '2025-10-08 date-time-dropped time-zone'],
  ['2025-12-31T16:00:00.000Z', '2026-01-01 date-time-dropped time-zone'],
  ['2025-10-07T00:30:00+14:00', '2025-10-06 date-time-dropped time-zone'],
  ['2025-10-07T16:00:00+08:00', '2025-10-07 date-time-dropped date-form'],
  ['2025-10-07T16:00:00+25:00', 'date-format'],
  ['2024-09-10 至2029-09-09', 'date-span'],
  ['2024年9月10日起至长期', 'date-span'],
  ['20250101至20300101', 'date-span'],
  ['2026-05-14（补正后2026-09-01）', 'date-span'],
  ['20250101001', 'date-format'],
  ['202501011', 'date-format'],
  ['20251007162130', '2025-10-07 date-time-dropped date-form'],
  ['20251007162561', 'date-format'],
  ['2025-10-0716:00', 'date-format'],
  ['2025-06-01 待定', 'date-format'],
  ['2025-06-01待定', 'date-format'],
  ['2025/6/1 25:99', 'date-format'],
  ['2025-06-31', 'date-nonexistent'],
])('%s in a column of dates: %s', (text, expected) => {
  expect(parseOutcome({ kind: 'date' }, text)).toBe(expected)
})

test.each([
  ['2025-10-07 16:00:00.123', '2025-10-07 16:00 datetime-seconds-dropped'],
  ['2025-10-07 16:00:00.000', '2025-10-07 16:00'],
  ['2025-10-07T16:00:00Z', '2025-10-08 00:00 time-zone'],
  ['2025-10-07T16:00:00+0800', '2025-10-07 16:00 date-form'],
  ['2025/10/7 下午 12:05', '2025-10-07 12:05 date-form'],
  ['2025/10/7 上午 12:05', '2025-10-07 00:05 date-form'],
  ['2025/10/7 下午 15:05', 'datetime-format'],
  ['20251007162130', '2025-10-07 16:21 datetime-seconds-dropped date-form'],
  ['20251399162130', 'date-nonexistent'],
  ['46000.5', '2025-12-09 12:00 date-serial'],
  // A day is no minute, however it is written.
  ['46000', 'datetime-without-time'],
  ['2025-10-07', 'datetime-without-time'],
  ['2025年10月7日16时', 'datetime-format'],
  ['2025-10-07 24:00', 'time-24'],
  ['2025-10-07 09:30至2025-10-08 10:00', 'date-span'],
])('%s in a column of times: %s', (text, expected) => {
  expect(parseOutcome({ kind: 'datetime' }, text)).toBe(expected)
})

test('the day may come first where the profile says so', () => {
  expect(parseOutcome({ kind: 'date' }, '03/10/2026')).toBe('date-order')
  expect(parseOutcome({ kind: 'date' }, '03/10/2026', {}, { dayFirst: true })).toBe('2026-10-03 date-form')
})
