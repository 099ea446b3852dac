import { expect, test } from 'vitest'
import type { DueDay, DueRule } from '../../src/calendar/due.ts'
import { describeDueRule, formatDueDay } from '../../src/text/describe-due.ts'

test.each<[DueRule, string, string]>([
  [{ workingDaysAfterEnd: 20 }, '期末后20个工作日内', 'within 20 working days after the period ends'],
  [{ workingDaysAfterEnd: 1 }, '期末后1个工作日内', 'within 1 working day after the period ends'],
  [{ daysAfterEnd: 5 }, '期末后5天内', 'within 5 days after the period ends'],
  [{ dayOfNextMonth: 25 }, '不晚于期末次月25日', 'by the 25th of the month after the period ends'],
  [{ dayOfNextMonth: 3 }, '不晚于期末次月3日', 'by the 3rd of the month after the period ends'],
  [{ dayOfNextMonth: 11 }, '不晚于期末次月11日', 'by the 11th of the month after the period ends'],
  [{ dayOfNextMonth: 22 }, '不晚于期末次月22日', 'by the 22nd of the month after the period ends'],
  [{ dayOfNextMonth: 31 }, '不晚于期末次月31日', 'by the 31st of the month after the period ends'],
  [{ lastWorkingDayOf: 'month' }, '不晚于当月最后一个工作日', 'by the last working day of the month'],
  [{ lastWorkingDayOf: 'quarter' }, '不晚于当季最后一个工作日', 'by the last working day of the quarter'],
  [{ lastWorkingDayOf: 'half-year' }, '不晚于当半年最后一个工作日', 'by the last working day of the half-year'],
  [{ lastWorkingDayOf: 'year' }, '不晚于当年最后一个工作日', 'by the last working day of the year'],
])('%j is %s / %s', (rule, zh, en) => expect(describeDueRule(rule)).toEqual({ zh, en }))

test.each<[DueDay, string, string]>([
  [{ day: '2026-11-06' }, '2026年11月6日', '6 November 2026'],
  [{ unpublished: 2027 }, '放假安排未公布', 'the holidays of 2027 are not yet published'],
  [{ beforeTable: 2022 }, '未载节假日表', 'the holidays of 2022 are not in the list'],
])('%j is %s / %s', (due, zh, en) => {
  expect([formatDueDay(due, 'zh'), formatDueDay(due, 'en')]).toEqual([zh, en])
})
