import { describe, expect, test } from 'vitest'
import { checkTables } from '../../../src/check/table/check-tables.ts'
import type { Identity } from '../../../src/contracts/contract.ts'
import type { Table } from '../../../src/contracts/table.ts'
import { contractOf, makeColumn } from '../small.ts'

const measure = (zh: string) => ({ names: { zh, en: zh }, unit: '件', count: 'rows' as const })

/** What is said of a running total over periods: `[period, 累计, 当月]`. */
function report(of: 'own' | undefined, ...figures: [string, number, number][]): string[] {
  const identity: Identity = { kind: 'cumulative', measure: 'all', ...(of ? { of } : {}) }
  const contract = contractOf(
    { place: makeColumn({ kind: 'place' }, '地区', { privacy: 'dimension' }) },
    {
      tables: {
        flow: {
          title: { zh: '受理', en: 'In' },
          kind: 'figures',
          dimensions: [{ column: 'place' }],
          measures: { all: measure('累计'), own: measure('当月') },
          identities: [identity],
        },
      },
    },
  )
  const tables = figures.map(
    ([period, all, own]): Table => ({
      dataset: 'small',
      table: 'flow',
      period,
      rows: [
        {
          key: { place: '990101' },
          text: {},
          cells: { all: { value: all, status: 'final' }, own: { value: own, status: 'final' } },
        },
      ],
    }),
  )
  return checkTables(contract, tables, new Map()).map(
    ({ rule, found, expected, params }) => `${rule} ${params['period']} ${found} ${expected}`,
  )
}

describe('a running total', () => {
  test('never falls within a year, and starts again in January', () => {
    expect(report(undefined, ['2025-12', 90, 9], ['2026-01', 5, 5], ['2026-02', 5, 0], ['2026-03', 9, 4])).toEqual([])
    expect(report(undefined, ['2026-02', 50, 0], ['2026-03', 49, 4])).toEqual(['table-cumulative 2026-03 49 ≥ 50'])
  })

  test('grows by the month’s own figure, where that is declared', () => {
    expect(report('own', ['2026-01', 5, 5], ['2026-02', 12, 7])).toEqual([])
    expect(report('own', ['2026-01', 5, 5], ['2026-02', 7, 12])).toEqual(['table-cumulative 2026-02 7 5 + 12 = 17'])
    expect(report('own', ['2026-01', 6, 5])).toEqual(['table-cumulative 2026-01 6 0 + 5 = 5'])
  })

  test('after a gap it may have grown by more, and still not fallen', () => {
    expect(report('own', ['2026-01', 5, 5], ['2026-03', 30, 7])).toEqual([])
    expect(report('own', ['2026-01', 5, 5], ['2026-03', 4, 7])).toEqual(['table-cumulative 2026-03 4 ≥ 5'])
  })
})
