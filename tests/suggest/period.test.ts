import { expect, test } from 'vitest'
import { periodOfName, periodTyped } from '../../src/suggest/period.ts'

test.each([
  ['2026-10.csv', 'month', '2026-10'],
  ['网格案件2026年9月.xlsx', 'month', '2026-09'],
  ['网格案件２０２６年１０月（终）.xlsx', 'month', '2026-10'],
  ['cases_202610_v2.csv', 'month', '2026-10'],
  ['2026.3.csv', 'month', null],
  ['20261001导出.csv', 'month', null],
  ['导出.csv', 'month', null],
  ['2026-13.csv', 'month', null],
  ['2026-Q3.csv', 'quarter', '2026-Q3'],
  ['2026年第三季度.xlsx', 'quarter', '2026-Q3'],
  ['2026年4季度.xlsx', 'quarter', '2026-Q4'],
  ['养老机构2025年.xlsx', 'year', '2025'],
  ['2025-12.csv', 'year', '2025'],
  ['台账2026-11.csv', 'occasional', '2026-11'],
  ['台账2026.csv', 'occasional', '2026'],
] as const)('%s of each %s belongs to %s', (name, frequency, period) => {
  expect(periodOfName(name, frequency)).toBe(period)
})

test.each([
  ['2026-10', 'month', '2026-10'],
  ['2026年10月', 'month', '2026-10'],
  ['2026年9月份', 'month', '2026-09'],
  [' ２０２６－１０ ', 'month', '2026-10'],
  ['202610', 'month', '2026-10'],
  ['2026/9', 'month', '2026-09'],
  ['2026.10', 'month', '2026-10'],
  ['20261', 'month', null],
  ['2026-13', 'month', null],
  ['2026-10-01', 'month', null],
  ['2026', 'month', null],
  ['10月', 'month', null],
  ['2026年第三季度', 'quarter', '2026-Q3'],
  ['2026q3', 'quarter', '2026-Q3'],
  ['2025年度', 'year', '2025'],
  ['2025-12', 'year', null],
  ['2026年11月', 'occasional', '2026-11'],
  ['2026年', 'occasional', '2026'],
] as const)('%s, typed as the period of each %s, is %s', (typed, frequency, period) => {
  expect(periodTyped(typed, { frequency })).toBe(period)
})
