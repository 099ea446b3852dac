import { expect, test } from 'vitest'
import {
  findCell,
  findRow,
  findTable,
  NOT_REPORTED,
  type Pick,
  periodsOf,
  pointsOf,
  selectPointsWithBounds,
} from '../../src/measure/select.ts'
import { CONTRACT, makeRow, makeTable } from '../store/edition.ts'
import { publishedOf } from '../views/publish-tables.ts'

const COUNT = { kind: 'count', step: 0 }

/** September is missing; in October the rate has nothing to be a rate of. */
const published = publishedOf(
  [CONTRACT],
  [makeTable('2026-10', makeRow('甲', 0, null)), makeTable('2026-08', makeRow('甲', 12))],
)
const closed: Pick = { dataset: 'cases', table: 'flow', measure: 'closed', where: { place: '9901' } }

test('periods of a table are ascending; of a table that is not published there are none', () => {
  expect(periodsOf(published, 'cases', 'flow')).toEqual(['2026-08', '2026-10'])
  expect(periodsOf(published, 'cases', 'level')).toEqual([])
  expect(findTable(published, 'cases', 'level')).toBeNull()
})

test('a row is found by all its dimensions, in whatever order they are named', () => {
  const flow = findTable(published, 'cases', 'flow')
  if (!flow) throw new Error('cases/flow was published above')
  expect(findRow(flow, '2026-08', { place: '9901' })?.text).toEqual({ name: '甲' })
  expect(findRow(flow, '2026-08', { place: '9902' })).toBeNull()
  expect(findRow(flow, '2026-08', {})).toBeNull()
  expect(findRow(flow, '2026-09', { place: '9901' })).toBeNull()
  const twoKeys = { ...makeRow('乙', 1), key: { place: '9901', class: 'key' } }
  const two = findTable(publishedOf([CONTRACT], [makeTable('2026-10', twoKeys)]), 'cases', 'flow')
  expect(two && findRow(two, '2026-10', { class: 'key', place: '9901' })?.text).toEqual({ name: '乙' })
})

test.each([
  ['what is there', closed, '2026-08', { value: 12, status: 'final', basis: COUNT }],
  ['a zero, which is a value', closed, '2026-10', { value: 0, status: 'final', basis: COUNT }],
  ['why a value is missing', { ...closed, measure: 'rate' }, '2026-10', { value: null, status: 'not-applicable' }],
  ['not reported, for a month without a file', closed, '2026-09', NOT_REPORTED],
  ['not reported, for a place without a row', { ...closed, where: { place: '9902' } }, '2026-08', NOT_REPORTED],
  ['not reported, for a table that is not published', { ...closed, table: 'level' }, '2026-08', NOT_REPORTED],
])('a cell says %s', (_, pick, period, expected) => {
  expect(findCell(published, pick, period)).toEqual(expected)
})

test('a measure that the table does not have is a fault of the page that asks', () => {
  expect(() => findCell(published, { ...closed, measure: 'opened' }, '2026-08')).toThrow(
    'measure: cases/flow has no opened',
  )
})

test('points keep the order of their periods and show a missing month as a gap', () => {
  expect(pointsOf(published, closed, ['2026-08', '2026-09', '2026-10'])).toEqual([
    { x: '2026-08', cell: { value: 12, status: 'final', basis: COUNT } },
    { x: '2026-09', cell: NOT_REPORTED },
    { x: '2026-10', cell: { value: 0, status: 'final', basis: COUNT } },
  ])
})

test('points with bounds take them from the measures that are named', () => {
  const pick = { ...closed, measure: 'rate', low: 'closed', high: 'rate' }
  expect(selectPointsWithBounds(published, pick, ['2026-08'])).toEqual([
    {
      x: '2026-08',
      cell: { value: 89.4, status: 'final', basis: { kind: 'rate', of: 12, isPercent: true } },
      low: { value: 12, status: 'final', basis: COUNT },
      high: { value: 89.4, status: 'final', basis: { kind: 'rate', of: 12, isPercent: true } },
    },
  ])
})

test('a hidden count of people is known to be small, and of a hidden rate nothing is known', () => {
  const hidden = { value: null, status: 'withheld' as const }
  const small = { ...makeRow('甲', 0), cells: { closed: hidden, rate: hidden } }
  const listCells = (contract: typeof CONTRACT) =>
    ['closed', 'rate'].map((measure) =>
      findCell(publishedOf([contract], [makeTable('2026-10', small)]), { ...closed, measure }, '2026-10'),
    )
  expect(listCells({ ...CONTRACT, class: 'P' })).toEqual([{ ...hidden, below: 5 }, hidden])
  expect(listCells({ ...CONTRACT, class: 'S' })).toEqual([{ ...hidden, below: 10 }, hidden])
})
