import { describe, expect, test } from 'vitest'
import { toDayNumber } from '../../src/calendar/days.ts'
import { binDates, binNumbers } from '../../src/check-report/bins.ts'

const listOnes = (...values: number[]) => values.map((value) => ({ value, rows: 1 }))

describe('numbers in equal steps', () => {
  test('few whole numbers are a bin each', () => {
    expect(binNumbers(listOnes(0, 1, 3))).toEqual([
      { from: '0', to: '0', rows: 1 },
      { from: '1', to: '1', rows: 1 },
      { from: '2', to: '2', rows: 0 },
      { from: '3', to: '3', rows: 1 },
    ])
  })

  test('a single value is one bin', () => {
    expect(binNumbers([{ value: 7.5, rows: 4 }])).toEqual([{ from: '7.5', to: '7.5', rows: 4 }])
  })

  test.each([
    { values: listOnes(-5, 0, 1_000_000) },
    { values: listOnes(0.1, 0.2, 0.35) },
    { values: listOnes(1, 13, 99, 99, 100) },
  ])('no row is lost, no edge is out of step: %j', ({ values }) => {
    const bins = binNumbers(values)
    expect(bins.reduce((sum, bin) => sum + bin.rows, 0)).toBe(values.length)
    expect(bins.length).toBeLessThanOrEqual(14)
    for (const [index, bin] of bins.slice(1).entries()) expect(bin.from).toBe(bins[index]?.to)
    expect(Number(bins[0]?.from)).toBeLessThanOrEqual(Math.min(...values.map(({ value }) => value)))
  })
})

describe('dates by day, month or year', () => {
  const listDates = (...texts: string[]) =>
    texts.map((text) => ({ text, day: toDayNumber(`${text}-01-01`.slice(0, 10)) ?? 0, rows: 1 }))

  test('days of one month, with those of no row between them', () => {
    expect(binDates(listDates('2026-10-30', '2026-11-02'))).toEqual([
      { from: '2026-10-30', to: '2026-10-30', rows: 1 },
      { from: '2026-10-31', to: '2026-10-31', rows: 0 },
      { from: '2026-11-01', to: '2026-11-01', rows: 0 },
      { from: '2026-11-02', to: '2026-11-02', rows: 1 },
    ])
  })

  test('months of two years, years beyond', () => {
    expect(binDates(listDates('2025-01-05', '2025-03-07')).map(({ from }) => from)).toEqual([
      '2025-01',
      '2025-02',
      '2025-03',
    ])
    expect(binDates(listDates('2019-01-05', '2025-03-07'))).toHaveLength(7)
    expect(binDates(listDates('2024', '2026')).map(({ from, rows }) => [from, rows])).toEqual([
      ['2024', 1],
      ['2025', 0],
      ['2026', 1],
    ])
  })
})
