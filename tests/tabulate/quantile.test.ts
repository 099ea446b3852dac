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
  expect(quantileOf(Float64Array.from(minutes), { quantile, in: 'hours', decimals: 1 })).toBe(expected)
})

test('every position of many values is what sorting gives', () => {
  const minutes = Array.from({ length: 301 }, (_, index) => ((index * 7919) % 101) * 60)
  const sorted = minutes.toSorted((a, b) => a - b)
  for (let nth = 0; nth <= 300; nth += 1) {
    const of = { quantile: nth / 300, in: 'hours', decimals: 4 } as const
    const position = (300 * Math.round(of.quantile * 1000)) / 1000
    const [low = 0, high = low] = [sorted[Math.floor(position)], sorted[Math.floor(position) + 1]]
    const expected = (low + (position % 1) * (high - low)) / 60
    expect(quantileOf(Float64Array.from(minutes), of)).toBeCloseTo(expected, 3)
  }
})

test('a day of days', () => {
  expect(quantileOf(Float64Array.of(7200, 1440, 2880), { quantile: 0.5, in: 'days', decimals: 1 })).toBe(2)
})
