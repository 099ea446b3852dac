import { expect, test } from 'vitest'
import { ExactSum, roundedRatio } from '../../src/text/decimal.ts'

const percent = (numerator: number, denominator: number, decimals: number) =>
  roundedRatio({ numerator, denominator, times: 100, decimals })

test.each([
  // Cases that real bulletins got wrong, and the throughput and satisfaction examples of the field.
  [207, 3942, 2, 5.25],
  [48, 49, 1, 98],
  [930, 1040, 1, 89.4],
  [930, 990, 1, 93.9],
  [783, 910, 1, 86],
  [910, 1600, 1, 56.9],
  [1, 3, 4, 33.3333],
  [2, 3, 0, 67],
  [1, 8, 1, 12.5],
  [1, 800, 2, 0.13],
  [0, 7, 1, 0],
  // Halves go up: 0.45 % and 0.125 %.
  [9, 2000, 1, 0.5],
  [1, 800, 1, 0.1],
  [5, 1000, 0, 1],
])('%d of %d to %d decimals is %d %%', (numerator, denominator, decimals, expected) => {
  expect(percent(numerator, denominator, decimals)).toBe(expected)
})

test('numbers beyond the exact whole numbers of a double are divided exactly too', () => {
  expect(percent(865_000_000_000_001, 1_000_000_000_000_000, 4)).toBe(86.5)
})

test('per mille with decimal operands', () => {
  expect(roundedRatio({ numerator: 0.3, denominator: 0.7, times: 1000, decimals: 2 })).toBe(428.57)
})

test.each([
  [2.5, 0, 3],
  [-2.5, 0, -2],
  [-2.6, 0, -3],
  [1.005, 2, 1.01],
  [8.345, 2, 8.35],
])('%d by one to %d decimals is %d: halves go up, as on paper', (numerator, decimals, expected) => {
  expect(roundedRatio({ numerator, denominator: 1, times: 1, decimals })).toBe(expected)
})

test('a sum of decimals does not drift', () => {
  const sum = new ExactSum()
  for (const value of [0.1, 0.2, 3, 0.7]) sum.add(value)
  expect(sum.value).toBe(4)
})
