import { expect, test } from 'vitest'
import { readChineseDay, readChineseNumber, readChineseYear, toWesternDigits } from '../../src/calendar/chinese-date.ts'

test.each([
  ['二〇二六年十月一日', '2026-10-01'],
  ['二○二六年十二月三十一号', '2026-12-31'],
  ['二零二六年二月二十日', '2026-02-20'],
  ['二〇二六年十月', null],
  ['2026年10月1日', null],
])('%s is %s', (text, expected) => {
  expect(readChineseDay(text)).toBe(expected)
})

test.each([
  ['三', 3],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三十一', 31],
  ['7', 7],
  ['二十十', Number.NaN],
  ['两', Number.NaN],
])('%s is %d', (text, expected) => {
  expect(readChineseNumber(text)).toBe(expected)
})

test.each(['二〇二六', '二○二六', '二零二六', '2026'])('%s is a year', (text) => {
  expect(readChineseYear(text)).toBe(2026)
})

test('the times of a title in figures, its other words as they are', () => {
  expect(toWesternDigits('二〇二六年十月三十一日十二区第三次汇总')).toBe('2026年10月31日十二区第三次汇总')
})
