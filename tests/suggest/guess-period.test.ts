import { expect, test } from 'vitest'
import { read } from '../../src/read/index.ts'
import { guessPeriod, parseTypedPeriod, periodOfName } from '../../src/suggest/guess-period.ts'
import { contractOf, makeColumn } from '../check/small.ts'

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
  ['周报2026-W40.csv', 'week', '2026-W40'],
  ['2026年第40周周报.xlsx', 'week', '2026-W40'],
  ['2026年第7周.xlsx', 'week', '2026-W07'],
  ['2026年第四十周.xlsx', 'week', '2026-W40'],
  ['2025年第53周.xlsx', 'week', null],
  ['2026-10.csv', 'week', null],
  ['2026-10-H1.csv', 'half-month', '2026-10-H1'],
  ['道路保洁2026年9月下半月.xlsx', 'half-month', '2026-09-H2'],
  ['2026年10月.xlsx', 'half-month', null],
  ['2026-H1.csv', 'half-year', '2026-H1'],
  ['2026年下半年.xlsx', 'half-year', '2026-H2'],
  ['2026-10-H1.csv', 'half-year', null],
  ['2026-10-H1.csv', 'month', '2026-10'],
  ['台账2026年10月上半月.csv', 'occasional', '2026-10-H1'],
  ['台账2026年第40周.csv', 'occasional', '2026-W40'],
  ['台账2026年上半年.csv', 'occasional', '2026-H1'],
  ['台账2026年三季度.csv', 'occasional', '2026-Q3'],
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
  ['2026-W40', 'week', '2026-W40'],
  ['2026w7', 'week', '2026-W07'],
  ['2026年第40周', 'week', '2026-W40'],
  ['第40周', 'week', null],
  ['2025-W53', 'week', null],
  ['2026年10月上半月', 'half-month', '2026-10-H1'],
  ['2026-10-H2', 'half-month', '2026-10-H2'],
  ['2026-10', 'half-month', null],
  ['2026年上半年', 'half-year', '2026-H1'],
  ['2026H2', 'half-year', '2026-H2'],
  ['2026-H1', 'month', null],
  ['2026年下半年', 'occasional', '2026-H2'],
] as const)('%s, typed as the period of each %s, is %s', (typed, frequency, period) => {
  expect(parseTypedPeriod(typed, { frequency })).toBe(period)
})

test.each([
  ['week', ['2026-09-29', '2026年9月30日', '2026/10/4'], '2026-W40'],
  ['half-month', ['2026-10-16', '2026-10-31'], '2026-10-H2'],
  ['half-month', ['2026-10', '2026-10'], null],
  ['half-year', ['2026-06-30', '2026-01'], '2026-H1'],
  ['quarter', ['2026-09-30'], '2026-Q3'],
] as const)('the rows of each %s of a file without a name are dated %j: %s', (frequency, dates, period) => {
  const contract = contractOf({ day: makeColumn({ kind: 'date' }, '日期') }, { frequency })
  const [sheet] = read(new TextEncoder().encode(`日期\n${dates.join('\n')}\n`), '导出.csv').sheets
  expect(sheet && guessPeriod(contract, sheet)).toBe(period)
})
