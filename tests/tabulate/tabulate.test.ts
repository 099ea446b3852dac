import { expect, test } from 'vitest'
import type { Measure } from '../../src/contracts/contract.ts'
import type { Value } from '../../src/contracts/row.ts'
import { composeLines, contractOf, list, makeColumn, measured } from './two-districts.ts'

const place = makeColumn({ kind: 'place' })
const count: Measure = { ...measured, count: 'rows' }

function repeatRow(many: number, values: Record<string, Value>): Record<string, Value>[] {
  return Array.from({ length: many }, () => values)
}

test('rows count for their place and for all that it lies in; a place without rows has none, not nothing', () => {
  const contract = contractOf(
    { place },
    { dimensions: [{ column: 'place', levels: ['city', 'district', 'subdistrict'] }], measures: { n: count } },
  )
  expect(composeLines(contract, [{ place: '9902001' }, { place: '9902001' }, { place: '9902' }])).toEqual([
    '99 | 3',
    '9901 | 0',
    '9902 | 3',
    '9902001 | 2',
  ])
})

test('a place that had ended is not in the table, and one that had not is', () => {
  const contract = contractOf(
    { place },
    { dimensions: [{ column: 'place', levels: ['district'] }], measures: { n: count } },
  )
  expect(composeLines(contract, [{ place: '9903' }], '2013-12')).toEqual(['9901 | 0', '9902 | 0', '9903 | 1'])
  expect(composeLines(contract, [])).toEqual(['9901 | 0', '9902 | 0'])
})

test('every combination of closed lists appears, in the order of the lists; open columns show what they hold', () => {
  const contract = contractOf(
    { class: list('key', 'simple'), sex: list('male', 'female'), year: makeColumn({ kind: 'year' }) },
    {
      dimensions: [{ column: 'year' }, { column: 'class' }, { column: 'sex' }],
      where: [[{ column: 'class', not: 'none' }]],
      measures: { n: count },
    },
  )
  expect(composeLines(contract, [{ year: '2027', class: 'simple', sex: 'male' }])).toEqual([
    '2027, key, male | 0',
    '2027, key, female | 0',
    '2027, simple, male | 1',
    '2027, simple, female | 0',
  ])
})

test('a code that the table’s own conditions rule out gets no empty row', () => {
  const contract = contractOf(
    { class: list('key', 'simple', 'registered') },
    { dimensions: [{ column: 'class' }], where: [[{ column: 'class', not: 'registered' }]], measures: { n: count } },
  )
  expect(composeLines(contract, [{ class: 'registered' }])).toEqual(['key | 0', 'simple | 0'])
})

test('on time is closed by the due time, of those due in the month: 930 of 1,040, not of the 990 closed', () => {
  const moment = makeColumn({ kind: 'datetime' }, 'quasi')
  const contract = contractOf(
    { due: moment, closed: moment },
    {
      dimensions: [],
      measures: {
        due: { ...measured, count: 'rows', where: [[{ column: 'due', when: 'in-period' }]] },
        closed: { ...measured, count: 'rows', where: [[{ column: 'closed', when: 'in-period' }]] },
        on_time: {
          ...measured,
          count: 'rows',
          where: [
            [
              { column: 'due', when: 'in-period' },
              { column: 'closed', notAfter: 'due' },
            ],
          ],
        },
        rate: { ...measured, decimals: 1, rate: { numerator: 'on_time', denominator: 'due', times: 100 } },
        open: { ...measured, plus: ['due'], minus: ['closed'] },
      },
    },
  )
  const due = '2026-10-20 18:00'
  const rows = [
    ...repeatRow(930, { due, closed: '2026-10-20 18:00' }),
    ...repeatRow(60, { due, closed: '2026-10-20 18:01' }),
    ...repeatRow(50, { due, closed: null }),
    ...repeatRow(3, { due: '2026-11-01 00:00', closed: null }),
  ]
  expect(composeLines(contract, rows)).toEqual(['1040, 990, 930, 89.4, 50'])
})

test('satisfaction: A and B of the valid answers, with its interval; silence is not consent', () => {
  const countBands = (...codes: string[]): Measure => ({
    ...measured,
    count: 'rows',
    where: [[{ column: 'rating', is: codes }]],
  })
  const contract = contractOf(
    { rating: list('A', 'B', 'C', 'D') },
    {
      dimensions: [],
      measures: {
        asked: count,
        rated: countBands('A', 'B', 'C', 'D'),
        top2: countBands('A', 'B'),
        response_rate: { ...measured, decimals: 1, rate: { numerator: 'rated', denominator: 'asked', times: 100 } },
        top2_rate: { ...measured, decimals: 1, rate: { numerator: 'top2', denominator: 'rated', times: 100 } },
        low: { ...measured, decimals: 1, wilson: { rate: 'top2_rate', bound: 'low' } },
        high: { ...measured, decimals: 1, wilson: { rate: 'top2_rate', bound: 'high' } },
      },
    },
  )
  const rows = [
    ...repeatRow(412, { rating: 'A' }),
    ...repeatRow(371, { rating: 'B' }),
    ...repeatRow(96, { rating: 'C' }),
    ...repeatRow(31, { rating: 'D' }),
    ...repeatRow(690, { rating: null }),
  ]
  expect(composeLines(contract, rows)).toEqual(['1600, 910, 783, 56.9, 86, 83.6, 88.1'])
})

test('ageing of a district in the census of 2020, with both dependency ratios and both ageing indices', () => {
  const people: Measure = { ...measured, sum: 'persons' }
  const makeRate = (numerator: string, denominator: string): Measure => ({
    ...measured,
    decimals: 2,
    rate: { numerator, denominator, times: 100 },
  })
  const makeAges = (...codes: string[]): Measure => ({ ...people, where: [[{ column: 'age', is: codes }]] })
  const contract = contractOf(
    { age: list('0-14', '15-59', '60-64', '65+'), persons: makeColumn({ kind: 'integer' }, 'count') },
    {
      dimensions: [],
      measures: {
        total: people,
        age_0_14: makeAges('0-14'),
        age_15_59: makeAges('15-59'),
        age_15_64: makeAges('15-59', '60-64'),
        age_60_plus: makeAges('60-64', '65+'),
        age_65_plus: makeAges('65+'),
        share_60_plus: makeRate('age_60_plus', 'total'),
        share_65_plus: makeRate('age_65_plus', 'total'),
        dependency_60: makeRate('age_60_plus', 'age_15_59'),
        dependency_65: makeRate('age_65_plus', 'age_15_64'),
        index_60: makeRate('age_60_plus', 'age_0_14'),
        index_65: makeRate('age_65_plus', 'age_0_14'),
      },
    },
  )
  const rows = [
    { age: '0-14', persons: 59993 },
    { age: '15-59', persons: 368757 },
    { age: '60-64', persons: 30198 },
    { age: '65+', persons: 78877 },
  ]
  expect(composeLines(contract, rows)).toEqual([
    '537825, 59993, 368757, 398955, 109075, 78877, 20.28, 14.67, 29.58, 19.77, 181.81, 131.48',
  ])
})

test('a rate of nothing and a median of nothing are not applicable; a sum that nobody reported is not zero', () => {
  const moment = makeColumn({ kind: 'datetime' })
  const contract = contractOf(
    { place, from: moment, to: moment },
    {
      dimensions: [{ column: 'place', levels: ['district'] }],
      measures: {
        n: count,
        hours_median: { ...measured, decimals: 1, quantile: 0.5, between: { from: 'from', to: 'to', in: 'hours' } },
        rate: { ...measured, decimals: 1, rate: { numerator: 'n', denominator: 'n', times: 100 } },
      },
    },
  )
  expect(composeLines(contract, [{ place: '9902', from: '2026-10-31 23:00', to: '2026-11-01 00:30' }])).toEqual([
    '9901 | 0, null not-applicable, null not-applicable',
    '9902 | 1, 1.5, 100',
  ])
  const sums = contractOf(
    { place, persons: makeColumn({ kind: 'integer' }, 'count') },
    {
      dimensions: [{ column: 'place', levels: ['district'] }],
      measures: {
        total: { ...measured, sum: 'persons' },
        share: { ...measured, rate: { numerator: 'total', denominator: 'total', times: 100 } },
      },
    },
  )
  expect(composeLines(sums, [{ place: '9902', persons: 5 }])).toEqual([
    '9901 | null not-reported, null not-reported',
    '9902 | 5, 100',
  ])
})

test('a figure made of a forecast is a forecast, whatever else went into it', () => {
  const contract = contractOf(
    { year: makeColumn({ kind: 'year' }), n: makeColumn({ kind: 'integer' }, 'count') },
    { dimensions: [], measures: { n: { ...measured, sum: 'n' } } },
    { statuses: [{ where: [[{ column: 'year', from: '2027' }]], status: 'forecast' }] },
  )
  expect(composeLines(contract, [{ year: '2026', n: 1 }])).toEqual(['1'])
  expect(
    composeLines(contract, [
      { year: '2026', n: 1 },
      { year: '2027', n: 2 },
    ]),
  ).toEqual(['3 forecast'])
})

test('measures made of each other are refused', () => {
  const contract = contractOf(
    {},
    { dimensions: [], measures: { a: { ...measured, plus: ['b'] }, b: { ...measured, plus: ['a'] } } },
  )
  expect(() => composeLines(contract, [])).toThrow('a → b → a')
})

test('a sum that lacks a place whose rows are required is provisional, and the place itself is not reported', () => {
  const contract = contractOf(
    { place: makeColumn({ kind: 'place', levels: ['district'] }), n: makeColumn({ kind: 'integer' }, 'count') },
    { dimensions: [{ column: 'place', levels: ['city', 'district'] }], measures: { n: { ...measured, sum: 'n' } } },
    { key: ['place'], complete: ['place'] },
  )
  expect(composeLines(contract, [{ place: '9902', n: 3 }])).toEqual([
    '99 | 3 provisional',
    '9901 | null not-reported',
    '9902 | 3',
  ])
  const both = [
    { place: '9901', n: 2 },
    { place: '9902', n: 3 },
  ]
  expect(composeLines(contract, both)).toEqual(['99 | 5', '9901 | 2', '9902 | 3'])
})
