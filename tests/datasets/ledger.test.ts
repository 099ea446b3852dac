import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { expect, test } from 'vitest'

const { data: rows } = Papa.parse<Record<string, string>>(readFileSync('data/raw/ledger/2026-11.csv', 'utf8'), {
  header: true,
  skipEmptyLines: true,
})
const byId = new Map(rows.map((row) => [row['编号'] ?? '', row]))

test('holds every figure but that beside a private name', () => {
  const all = Array.from({ length: 378 }, (_, n) => `F${String(n + 1).padStart(3, '0')}`)
  expect(all.filter((id) => !byId.has(id))).toEqual(['F135'])
  expect(rows).toHaveLength(377)
})

test.each([
  ['F003', '2010', '13.75', '13.75', '结果或现状', '确数'],
  ['F013', '2010', '110', '1100000', '结果或现状', '确数'],
  ['F018', '2020', '25', '25', '预测', '约数'],
  ['F027', '2020', '81.5', '81.5', '预测', '确数'],
  ['F035', '1998', '283', '283', '结果或现状', '确数'],
  ['F092', '', '90', '90', '不低于', '不低于'],
  ['F221', '2013', '2-5', '', '目标', '区间'],
  ['F249', '2012', '80', '80', '目标', '不低于'],
  ['F300', '', '1', '1', '不高于', '不高于'],
  ['F356', '', '96105', '', '号码', '确数'],
])('%s', (id, year, stated, number, nature, bound) => {
  const row = byId.get(id)
  expect([row?.['年份'], row?.['原文数值'], row?.['数值'], row?.['性质'], row?.['界限']]).toEqual([
    year,
    stated,
    number,
    nature,
    bound,
  ])
})

test('a forecast, a target or a bound is never a result', () => {
  for (const row of rows) {
    const qualifier = row['原文限定词'] ?? ''
    if (/预测|目标|建议|以上|不少于|超过/.test(qualifier)) expect(row['性质'], row['编号']).not.toBe('结果或现状')
  }
})

test('a range has both ends and no single number', () => {
  for (const row of rows) {
    const isRange = row['界限'] === '区间'
    expect([row['区间下限'] !== '', row['区间上限'] !== ''], row['编号']).toEqual([isRange, isRange])
    if (isRange) expect(row['数值']).toBe('')
  }
})

test('a note is in both languages', () => {
  for (const row of rows) expect(row['说明'] === '', row['编号']).toBe(row['说明（英文）'] === '')
})

test('names no person and no file', () => {
  expect(rows.filter((row) => /\.txt|\.csv|_[0-9a-f]{8}/.test(Object.values(row).join()))).toEqual([])
})
