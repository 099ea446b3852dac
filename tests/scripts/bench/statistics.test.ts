import { expect, test } from 'vitest'
import { divide, medianOf, spreadOf } from '../../../scripts/bench/statistics.ts'

test.each([
  [[], null],
  [[4], 4],
  [[9, 1, 4], 4],
  [[10, 1, 3, 2], 2.5],
])('the median of %j is %j', (values, median) => {
  expect(medianOf(values)).toBe(median)
})

test('a spread of numbers, and of none', () => {
  expect(spreadOf([10, 1, 3, 2])).toEqual({ count: 4, min: 1, median: 2.5, max: 10 })
  expect(spreadOf([])).toEqual({ count: 0, min: null, median: null, max: null })
})

test('a ratio to nothing is not known', () => {
  expect([divide(1, 4), divide(0, 4), divide(1, 0), divide(null, 4), divide(1, null)]).toEqual([
    0.25,
    0,
    null,
    null,
    null,
  ])
})
