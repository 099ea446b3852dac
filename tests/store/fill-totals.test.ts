import { describe, expect, test } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import type { Status, Table } from '../../src/contracts/table.ts'
import { fillAllTotals, removeTotals } from '../../src/store/fill-totals.ts'
import { contractOf, list, measured } from '../tabulate/two-districts.ts'

const makeContract = (more: Partial<Contract>) =>
  contractOf(
    { answer: list('yes', 'no') },
    {
      dimensions: [{ column: 'answer' }],
      measures: {
        n: { ...measured, count: 'rows' },
        total: { ...measured, cumulative: { of: 'n' } },
        total_low: { ...measured, cumulative: { of: 'n', bound: 'low' } },
        total_high: { ...measured, cumulative: { of: 'n', bound: 'high' } },
      },
      ladder: [{}],
    },
    { class: 'P', ...more },
  )

const cellOf = (printed: number | Status) =>
  typeof printed === 'number' ? { value: printed, status: 'final' as const } : { value: null, status: printed }

/** One row a period, as it is printed. */
const tableOf = (period: string, printed: number | Status): Table => ({
  dataset: 'd',
  table: 't',
  period,
  rows: [{ key: { answer: 'yes' }, text: {}, cells: { n: cellOf(printed) } }],
})

/** 累计 with its range, by period: `2026-02 30 [26, 34]`. */
function fill(
  printed: Record<string, number | Status>,
  more: Partial<Contract> = {},
  isPublic: (period: string) => boolean = () => true,
) {
  const contract = makeContract(more)
  const tables = Object.entries(printed).map(([period, own]) => ({ contract, table: tableOf(period, own) }))
  return fillAllTotals(tables, ({ table }) => isPublic(table.period)).map(({ table: { period, rows } }) => {
    const print = (id: string) => rows[0]?.cells[id]?.value ?? rows[0]?.cells[id]?.status
    return `${period} ${print('total')} [${print('total_low')}, ${print('total_high')}]`
  })
}

describe('累计 of people', () => {
  test('adds up what is printed since January, each rounded count with what it can stand for', () => {
    expect(fill({ '2026-01': 10, '2026-02': 20, '2026-03': 0 })).toEqual([
      '2026-01 10 [8, 12]',
      '2026-02 30 [26, 34]',
      '2026-03 30 [26, 34]',
    ])
  })

  test('has a range only where a period is hidden, which counts 1 to 4, and 0 to 9 where zeros are hidden', () => {
    expect(fill({ '2026-01': 10, '2026-02': 'withheld' })).toEqual(['2026-01 10 [8, 12]', '2026-02 withheld [9, 16]'])
    expect(fill({ '2026-Q1': 20, '2026-Q2': 'withheld' }, { class: 'S' })).toEqual([
      '2026-Q1 20 [15, 24]',
      '2026-Q2 withheld [15, 33]',
    ])
  })

  test('does not round down below what is hidden: 5 stands for 5 to 7', () => {
    expect(fill({ '2026-01': 5 })).toEqual(['2026-01 5 [5, 7]'])
  })

  test('begins again each year, and is not there where a period lacks', () => {
    expect(fill({ '2025-12': 10, '2026-01': 10, '2026-03': 10, '2026-04': 'not-reported' })).toEqual([
      '2025-12 not-reported [not-reported, not-reported]',
      '2026-01 10 [8, 12]',
      '2026-03 not-reported [not-reported, not-reported]',
      '2026-04 not-reported [not-reported, not-reported]',
    ])
  })

  test('leaves out no period silently: with one that was taken out there is no sum', () => {
    expect(fill({ '2026-01': 10, '2026-02': 10, '2026-03': 10 }, {}, (period) => period !== '2026-02')).toEqual([
      '2026-01 10 [8, 12]',
      '2026-02 20 [16, 24]',
      '2026-03 not-reported [not-reported, not-reported]',
    ])
  })

  test('of exact counts is exact, and is hidden where one of them is, which may be any number', () => {
    expect(fill({ '2026-01': 11, '2026-02': 12, '2026-03': 'withheld' }, { exact: true })).toEqual([
      '2026-01 11 [11, 11]',
      '2026-02 23 [23, 23]',
      '2026-03 withheld [withheld, withheld]',
    ])
  })

  test('that changes through an earlier period is no correction of its own', () => {
    const spec = makeContract({}).tables['t']
    const change = (column: string) => ({ column, key: ['yes'], before: '10', after: '15' })
    const cells = ['total', 'total_high_status', 'n'].map(change)
    if (!spec) throw new Error('no table')
    expect(removeTotals({ cells, columnsAdded: [], columnsRemoved: [] } as never, spec).cells).toEqual([change('n')])
  })
})
