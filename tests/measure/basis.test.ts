import { expect, test } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import type { Table } from '../../src/contracts/table.ts'
import { compareCells } from '../../src/measure/compare.ts'
import { findCell } from '../../src/measure/select.ts'
import { contractOf, list, measured } from '../tabulate/two-districts.ts'
import { publishedOf } from '../views/publish-tables.ts'

const CONTRACT: Contract = contractOf(
  { answer: list('yes') },
  {
    dimensions: [{ column: 'answer' }],
    measures: {
      a: { ...measured, count: 'rows' },
      b: { ...measured, count: 'rows' },
      both: { ...measured, plus: ['a', 'b'] },
      total: { ...measured, cumulative: { of: 'a' } },
      low: { ...measured, cumulative: { of: 'a', bound: 'low' } },
      high: { ...measured, cumulative: { of: 'a', bound: 'high' } },
    },
    ladder: [{}],
  },
  { class: 'P' },
)

const makeTable = (period: string, a: number): Table => {
  const cells = Object.fromEntries(
    Object.entries({ a, b: 30, both: a + 30 }).map(([id, value]) => [id, { value, status: 'final' as const }]),
  )
  return { dataset: CONTRACT.id, table: 't', period, rows: [{ key: { answer: 'yes' }, text: {}, cells }] }
}

const published = publishedOf(
  [CONTRACT],
  [makeTable('2026-01', 40), makeTable('2026-02', 40), makeTable('2026-03', 45)],
)
const find = (measure: string, period: string) =>
  findCell(published, { dataset: CONTRACT.id, table: 't', measure, where: { answer: 'yes' } }, period)

test.each([
  ['a', '2026-03', 5],
  ['both', '2026-03', 10],
  ['total', '2026-01', 5],
  ['total', '2026-03', 15],
  ['high', '2026-02', 10],
])('%s of %s is a count that each printed count in it makes less sharp', (measure, period, step) => {
  expect(find(measure, period).basis).toEqual({ kind: 'count', step })
})

test('a sum of rounded counts has risen only beyond the rounding of all of them', () => {
  const total = find('total', '2026-03')
  expect(total.value).toBe(125)
  expect(compareCells({ ...total, value: 140 }, total)).toBe('level')
  expect(compareCells({ ...total, value: 145 }, total)).toBe('up')
})
