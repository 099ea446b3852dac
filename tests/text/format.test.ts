import { expect, test } from 'vitest'
import type { Cell } from '../../src/contracts/table.ts'
import {
  figuresOf,
  formatCount,
  formatPeriod,
  formatSaid,
  formatShort,
  formatTick,
  formatValue,
} from '../../src/text/format.ts'
import { describeUnit } from '../../src/text/units.ts'

const CASES = { zh: '件', en: { one: 'case', other: 'cases' } }

const makeFinal = (value: number): Cell => ({ value, status: 'final' })

test.each([
  [1284, CASES, 0, '1,284件', '1,284 cases'],
  [1, CASES, 0, '1件', '1 case'],
  [0, CASES, 0, '0件', '0 cases'],
  [-3, '人', 0, '-3人', '-3 people'],
  [89.4, '%', 1, '89.4%', '89.4%'],
  [89, '%', 1, '89.0%', '89.0%'],
  [4.11, '‰', 2, '4.11‰', '4.11‰'],
  [31.25, '小时', 1, '31.3小时', '31.3 hours'],
  [1234567, '人', 0, '1,234,567人', '1,234,567 people'],
  [12, '每千人', 0, '12每千人', '12 每千人'],
  [1.5, '', 1, '1.5', '1.5'],
])('a value %d %s with %d decimals reads %s / %s', (value, unit, decimals, zh, en) => {
  expect(formatValue(makeFinal(value), unit, decimals, 'zh')).toBe(zh)
  expect(formatValue(makeFinal(value), unit, decimals, 'en')).toBe(en)
})

test('a missing value is a dash, never a zero', () => {
  expect(formatValue({ value: null, status: 'withheld' }, CASES, 0, 'zh')).toBe('—')
  expect(formatSaid({ value: null, status: 'not-reported' }, CASES, 0, 'en')).toBe('—')
})

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1284, '1,284', '1,284'],
  [9999, '9,999', '9,999'],
  [10000, '1万', '10k'],
  [12840, '1.28万', '12.8k'],
  [128431, '12.8万', '128k'],
  [8650000, '865万', '8.65m'],
  [100000000, '1亿', '100m'],
  [1284310000, '12.8亿', '1.28bn'],
  [-20000, '-2万', '-20k'],
  [999999, '100万', '1m'],
  [0.5, '0.5', '0.5'],
])('%d is short for an axis: %s / %s', (value, zh, en) => {
  expect(formatShort(value, 'zh')).toBe(zh)
  expect(formatShort(value, 'en')).toBe(en)
})

test.each([
  [128431, '人', 0, '12.84万人', '128,431 people'],
  [8650000, CASES, 0, '865万件', '8,650,000 cases'],
  [9999, CASES, 0, '9,999件', '9,999 cases'],
  [89.4, '%', 1, '89.4%', '89.4%'],
])('%d %s with %d decimals is said as %s / %s', (value, unit, decimals, zh, en) => {
  expect(formatSaid(makeFinal(value), unit, decimals, 'zh')).toBe(zh)
  expect(formatSaid(makeFinal(value), unit, decimals, 'en')).toBe(en)
})

test('values that are side by side have equally many figures', () => {
  const values = [19_700, 20_920, 410]
  const figures = figuresOf(values)
  expect(values.map((value) => formatSaid(makeFinal(value), '人', 0, 'zh', figures))).toEqual([
    '1.970万人',
    '2.092万人',
    '410人',
  ])
  expect(figuresOf([410_000, 520_000])).toBe(2)
  expect(figuresOf([9999, -12])).toBe(1)
  expect(formatSaid(makeFinal(371_000), '人', 0, 'en', 3)).toBe('371,000 people')
})

test.each([
  ['2026-10', '2026年10月', 'October 2026', '10月', 'Oct'],
  ['2026-01', '2026年1月', 'January 2026', '2026', '2026'],
  ['2026-Q3', '2026年第三季度', 'Q3 2026', '三季度', 'Q3'],
  ['2026-Q1', '2026年第一季度', 'Q1 2026', '2026', '2026'],
  ['2026', '2026年', '2026', '2026', '2026'],
  ['2026-H1', '2026年上半年', 'H1 2026', '2026', '2026'],
  ['2026-H2', '2026年下半年', 'H2 2026', '下半年', 'H2'],
  ['2026-01-H1', '2026年1月上半月', '1–15 January 2026', '2026', '2026'],
  ['2026-10-H1', '2026年10月上半月', '1–15 October 2026', '10月上', '1–15 Oct'],
  ['2026-02-H2', '2026年2月下半月', '16–28 February 2026', '2月下', '16–28 Feb'],
  ['2026-W40', '2026年第40周（9月28日—10月4日）', 'Week 40 of 2026 (28 September – 4 October)', '第40周', 'W40'],
  ['2026-W41', '2026年第41周（10月5日—11日）', 'Week 41 of 2026 (5–11 October)', '第41周', 'W41'],
  [
    '2026-W01',
    '2026年第1周（2025年12月29日—2026年1月4日）',
    'Week 1 of 2026 (29 December 2025 – 4 January 2026)',
    '2026',
    '2026',
  ],
  ['2025-W53', '2025-W53', '2025-W53', '2025-W53', '2025-W53'],
  ['80-84', '80-84', '80-84', '80-84', '80-84'],
  ['2026-13', '2026-13', '2026-13', '2026-13', '2026-13'],
])('period %s is %s / %s, its tick %s / %s', (period, zh, en, tickZh, tickEn) => {
  expect(formatPeriod(period, 'zh')).toBe(zh)
  expect(formatPeriod(period, 'en')).toBe(en)
  expect(formatTick(period, 'zh')).toBe(tickZh)
  expect(formatTick(period, 'en')).toBe(tickEn)
})

test('counts are grouped in both languages', () => {
  expect(formatCount(1234567, 'zh')).toBe('1,234,567')
  expect(formatCount(1234567, 'en')).toBe('1,234,567')
})

test('units have words in both languages, an unknown unit its own', () => {
  expect(describeUnit(CASES)).toEqual({ zh: '件', en: 'cases' })
  expect(describeUnit('担')).toEqual({ zh: '担', en: '担' })
})
