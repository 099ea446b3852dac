import { expect, test } from 'vitest'
import { findDateKind, printDuration, printWeekday } from '../../src/read/date-format.ts'

test.each([
  ['yyyy-mm-dd', 'moment'],
  ['m"月"d"日"', 'moment'],
  ['上午/下午h"时"mm"分"', 'moment'],
  ['h:mm AM/PM', 'moment'],
  ['[$-404]e/m/d', 'moment'],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', 'moment'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'moment'],
  ['[$-804]aaaa;@', 'weekday'],
  ['aaa', 'weekday'],
  ['dddd', 'weekday'],
  ['[h]:mm', 'duration'],
  ['[mm]:ss', 'duration'],
  ['General', null],
  ['0.00E+00', null],
  ['"日"0', null],
  ['0"天"', null],
  ['[Red]#,##0', null],
])('%s: %s', (format, kind) => expect(findDateKind(format)).toBe(kind))

test('a length of time is printed as it is shown', () => {
  expect(printDuration('[h]:mm', 1.5035)).toBe('36:05')
  expect(printDuration('[h]"小时"mm"分"', 1.5)).toBe('36小时00分')
  expect(printDuration('[mm]:ss', 0.5)).toBe('720:00')
  expect(printDuration('[s]', 1 / 86_400)).toBe('1')
})

test('1 October 2026 was a Thursday in both calendars', () => {
  expect(printWeekday(46_296, false)).toBe('星期四')
  expect(printWeekday(46_296 - 1462, true)).toBe('星期四')
})
