import { describe, expect, test } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import type { Value } from '../../src/contracts/row.ts'
import { protect } from '../../src/protect/index.ts'
import { tabulate } from '../../src/tabulate/index.ts'
import { withholdTables } from '../../src/withhold/withhold-tables.ts'
import { contractOf, list, makeColumn, measured, PLACES } from '../tabulate/two-districts.ts'

const columns = { place: makeColumn({ kind: 'place' }), answer: list('yes', 'no') }

const answersOf = (ladder: NonNullable<Contract['tables'][string]['ladder']>, more: Partial<Contract> = {}) =>
  contractOf(
    columns,
    {
      dimensions: [{ column: 'place', levels: ['city', 'district'] }],
      measures: {
        all: { ...measured, count: 'rows' },
        yes: { ...measured, count: 'rows', where: [[{ column: 'answer', is: 'yes' }]] },
        rate: { ...measured, unit: '%', rate: { numerator: 'yes', denominator: 'all', times: 100 } },
      },
      ladder,
    },
    { class: 'P', ...more },
  )

const repeatPeople = (place: string, yes: number, no: number): Record<string, Value>[] => [
  ...Array.from({ length: yes }, () => ({ place, answer: 'yes' })),
  ...Array.from({ length: no }, () => ({ place, answer: 'no' })),
]

/** What is published of the files of each period, row by row: `2026-Q3 9901 | 60 | 20 | 33`. */
function publish(contract: Contract, files: Record<string, Record<string, Value>[]>) {
  const tables = Object.entries(files).flatMap(([period, rows]) => {
    const raw = rows.map((values, at) => ({ values, file: 'f', sheet: null, row: at + 2 }))
    return tabulate(contract, protect(contract, raw), { period, places: PLACES })
  })
  const made = withholdTables(contract, tables, { places: PLACES })
  const lines = made.tables.flatMap(({ table }) =>
    table.rows.map(({ key, cells }) =>
      [
        `${table.period} ${Object.values(key)}`,
        ...Object.values(cells).map(({ value, status }) => value ?? status),
      ].join(' | '),
    ),
  )
  return { lines, unsafe: made.unsafe, from: made.tables.map(({ from }) => from) }
}

const JULY = [...repeatPeople('9901', 20, 40), ...repeatPeople('9902001', 3, 9)]

describe('tables of people', () => {
  test('have hidden and rounded counts, and rates of those alone', () => {
    expect(publish(answersOf([{}]), { '2026-07': JULY }).lines).toEqual([
      '2026-07 99 | 70 | 25 | 36',
      '2026-07 9901 | 60 | 20 | 33',
      '2026-07 9902 | 10 | withheld | withheld',
    ])
  })

  test('are put together into quarters when all months are there, and a quarter that lacks one is not published', () => {
    const month = [...repeatPeople('9901', 10, 20), ...repeatPeople('9902001', 2, 2)]
    const { lines, from } = publish(answersOf([{ period: 'quarter' }]), {
      '2026-06': month,
      '2026-07': month,
      '2026-08': month,
      '2026-09': month,
      '2026-10': month,
    })
    expect(lines).toEqual([
      '2026-Q3 99 | 100 | 35 | 35',
      '2026-Q3 9901 | 90 | 30 | 33',
      '2026-Q3 9902 | 10 | 5 | withheld',
    ])
    expect(from).toEqual([['2026-07', '2026-08', '2026-09']])
  })

  test('keep the levels of a step only', () => {
    const step = { dimensions: [{ column: 'place', levels: ['city'] }] }
    expect(publish(answersOf([step]), { '2026-07': JULY }).lines).toEqual(['2026-07 99 | 70 | 25 | 36'])
  })
})

describe('people in exact counts', () => {
  test('are printed as they are where no count is small', () => {
    const rows = [...repeatPeople('9901', 20, 41), ...repeatPeople('9902001', 6, 9)]
    expect(publish(answersOf([{}], { exact: true }), { '2026-07': rows }).lines).toEqual([
      '2026-07 99 | 76 | 26 | 34',
      '2026-07 9901 | 61 | 20 | 33',
      '2026-07 9902 | 15 | 6 | withheld',
    ])
  })

  test('go up the ladder for a small count, and are refused by name where it ends', () => {
    const city = { dimensions: [{ column: 'place', levels: ['city'] }] }
    expect(publish(answersOf([{}, city], { exact: true }), { '2026-07': JULY }).lines).toEqual([
      '2026-07 99 | 72 | 23 | 32',
    ])
    const refused = publish(answersOf([{}], { exact: true }), { '2026-07': JULY })
    expect(refused.lines).toEqual([])
    expect(refused.unsafe).toEqual([{ table: 't', period: '2026-07', key: ['9902'], measure: 'yes' }])
  })
})

test('tables of things come back as they are', () => {
  const things = contractOf(columns, {
    dimensions: [{ column: 'place', levels: ['city'] }],
    measures: { all: { ...measured, count: 'rows' } },
  })
  expect(publish(things, { '2026-07': repeatPeople('9901', 1, 1) }).lines).toEqual(['2026-07 99 | 2'])
})

test('values that are merged are one row of the table', () => {
  const merge = [{ code: 'any', zh: '任一', en: 'Any', of: ['yes', 'no'] }]
  const contract = contractOf(
    { ...columns, answer: { ...list('yes', 'no', 'none'), merge } },
    { dimensions: [{ column: 'answer' }], measures: { all: { ...measured, count: 'rows' } } },
  )
  expect(publish(contract, { '2026-07': repeatPeople('9901', 2, 3) }).lines).toEqual([
    '2026-07 any | 5',
    '2026-07 none | 0',
  ])
})
