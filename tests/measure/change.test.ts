import { expect, test } from 'vitest'
import type { Cell } from '../../src/contracts/table.ts'
import { computeChangePercent, computePointsChange, isKnown, rankByValue } from '../../src/measure/change.ts'
import type { Point } from '../../src/measure/series.ts'

function makeCell(value: number | null): Cell {
  return { value, status: value === null ? 'not-reported' : 'final' }
}

/** One point a month from January on. */
function makePoints(...values: (number | null)[]): Point[] {
  return values.map((value, index) => ({ x: `2026-${String(index + 1).padStart(2, '0')}`, cell: makeCell(value) }))
}

test.each([
  [110, 100, 10],
  [90, 100, -10],
  [100, 100, 0],
  [0, 100, -100],
  [1065, 1077, -1.1],
  [1000, 3, 33_233.3],
  // Half away from zero, on both sides.
  [1125, 1000, 12.5],
  [200.25, 200, 0.1],
  [2001, 2000, 0.1],
  [1999, 2000, -0.1],
  // From nothing there is no rate of growth, and a missing month is not zero.
  [5, 0, null],
  [0, 0, null],
  [null, 100, null],
  [100, null, null],
])('%s after %s: by %s percent', (now, before, expected) => {
  expect(computeChangePercent(now, before)).toBe(expected)
})

test.each([
  [89.4, 88.2, 1.2],
  [88.2, 89.4, -1.2],
  [88.2, 88.2, 0],
  [5, 0, 5],
  [null, 88.2, null],
  [88.2, null, null],
])('%s percent after %s: by %s points', (now, before, expected) => {
  expect(computePointsChange(now, before)).toBe(expected)
})

test('what has a value is known, zero included', () => {
  expect(isKnown(makePoints(3, null, 0))).toEqual([
    { x: '2026-01', value: 3 },
    { x: '2026-03', value: 0 },
  ])
})

test('ranked: highest first, equal values in their order, what is not there left out', () => {
  const items = [
    { id: 'a', cell: makeCell(2) },
    { id: 'b', cell: makeCell(null) },
    { id: 'c', cell: makeCell(5) },
    { id: 'd', cell: makeCell(2) },
    { id: 'e', cell: makeCell(0) },
  ]
  expect(rankByValue(items).map((item) => `${item.id} ${item.value}`)).toEqual(['c 5', 'a 2', 'd 2', 'e 0'])
})
