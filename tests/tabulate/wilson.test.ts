import { expect, test } from 'vitest'
import { computeWilsonInterval } from '../../src/tabulate/wilson.ts'

test.each([
  [7, 20, 0.1812, 0.5671],
  [19, 20, 0.7639, 0.9911],
  [20, 20, 0.8389, 1],
  [0, 20, 0, 0.1611],
  [95, 100, 0.8882, 0.9785],
  [475, 500, 0.9272, 0.9659],
  [950, 1000, 0.9347, 0.9619],
  [9500, 10000, 0.9456, 0.9541],
  [1, 1, 0.2065, 1],
  [783, 910, 0.8364, 0.8814],
])('%d of %d lies between %d and %d', (hits, n, low, high) => {
  expect(computeWilsonInterval({ hits, n, times: 1, decimals: 4 })).toEqual({ low, high })
})

test('in per cent, as a page prints it', () => {
  expect(computeWilsonInterval({ hits: 783, n: 910, times: 100, decimals: 1 })).toEqual({ low: 83.6, high: 88.1 })
})
