import { expect, test } from 'vitest'
import type { TableSpec } from '../../src/contracts/contract.ts'
import type { TableRow } from '../../src/contracts/table.ts'
import { withShares } from '../../src/tabulate/shares.ts'

const words = { names: { zh: '办结', en: 'Closed' }, unit: '件' }
const spec: TableSpec = {
  title: { zh: '层级', en: 'Level' },
  kind: 'figures',
  dimensions: [{ column: 'place' }, { column: 'level' }],
  measures: {
    share: { ...words, decimals: 1, share: { of: 'closed', across: 'level' } },
    closed: { ...words, count: 'rows' },
  },
}

function makeRow(place: string, level: string, value: number | null): TableRow {
  return {
    key: { place, level },
    text: {},
    cells: { closed: { value, status: value === null ? 'withheld' : 'final' } },
  }
}

test('a share is its part of all levels of its own place, rounded half up', () => {
  const rows = withShares(spec, [
    makeRow('a', 'low', 207),
    makeRow('a', 'high', 3735),
    makeRow('b', 'low', 1),
    makeRow('b', 'high', 7),
  ])
  expect(rows.map((row) => row.cells.share?.value)).toEqual([5.3, 94.7, 12.5, 87.5])
})

test('cells are in the order of the contract', () => {
  expect(Object.keys(withShares(spec, [makeRow('a', 'low', 1)])[0]?.cells ?? {})).toEqual(['share', 'closed'])
})

test('of nothing there is no share, and of an unknown whole none is known', () => {
  const none = withShares(spec, [makeRow('a', 'low', 0), makeRow('a', 'high', 0)])
  expect(none.map((row) => row.cells.share)).toEqual([
    { value: null, status: 'not-applicable' },
    { value: null, status: 'not-applicable' },
  ])
  const hidden = withShares(spec, [makeRow('a', 'low', 5), makeRow('a', 'high', null)])
  expect(hidden.map((row) => row.cells.share)).toEqual([
    { value: null, status: 'withheld' },
    { value: null, status: 'withheld' },
  ])
})
