import { expect, test } from 'vitest'
import { quantileOf } from '../../src/tabulate/quantile.ts'

// Expected values are R's quantile(x, p, type = 7).
test.each([
  [[60, 120, 180, 240], 0.5, 2.5],
  [[60, 120, 180, 240], 0.9, 3.7],
  [[240, 60, 180, 120, 300], 0.5, 3],
  [[90], 0.9, 1.5],
  [[0, 6000], 0.25, 25],
  [[1, 2], 0.5, 0],
])('quantile of %j at %d is %d hours', (minutes, quantile, expected) => {
  expect(quantileOf([...minutes], { quantile, in: 'hours', decimals: 1 })).toBe(expected)
})

test('a day of days', () => {
  expect(quantileOf([1440, 2880, 7200], { quantile: 0.5, in: 'days', decimals: 1 })).toBe(2)
})
