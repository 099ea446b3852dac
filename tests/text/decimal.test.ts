import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ExactSum,
  halfUnitOf,
  isEqual,
  isWithin,
  roundRatio,
  roundTo,
  subtract,
  sumExactly,
  tidy,
  toleranceOfSum,
} from '../../src/text/decimal.ts'

const computePercent = (numerator: number, denominator: number, decimals: number) =>
  roundRatio({ numerator, denominator, times: 100, decimals })

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
  expect(computePercent(numerator, denominator, decimals)).toBe(expected)
})

test('numbers beyond the exact whole numbers of a double are divided exactly too', () => {
  expect(computePercent(865_000_000_000_001, 1_000_000_000_000_000, 4)).toBe(86.5)
})

test('per mille with decimal operands', () => {
  expect(roundRatio({ numerator: 0.3, denominator: 0.7, times: 1000, decimals: 2 })).toBe(428.57)
})

test.each([
  [2.5, 0, 3],
  [-2.5, 0, -2],
  [-2.6, 0, -3],
  [1.005, 2, 1.01],
  [8.345, 2, 8.35],
])('%d by one to %d decimals is %d: halves go up, as on paper', (numerator, decimals, expected) => {
  expect(roundRatio({ numerator, denominator: 1, times: 1, decimals })).toBe(expected)
})

test('a sum of decimals does not drift', () => {
  const sum = new ExactSum()
  for (const value of [0.1, 0.2, 3, 0.7]) sum.add(value)
  expect(sum.value).toBe(4)
})

test.each([
  [1.005, 2, 1.01],
  [-1.005, 2, -1.01],
  [0.05, 1, 0.1],
  [-0.05, 1, -0.1],
  [2.5, 0, 3],
  [0.04, 1, 0],
  // No sign is left where nothing is.
  [-0.04, 1, 0],
  [1234.5678, 3, 1234.568],
  [1.5e-7, 7, 2e-7],
  // What arithmetic leaves of an exact half: 12.45, and 1.15 less 0.1.
  [12.449999999999999, 1, 12.5],
  [1.15 - 0.1, 1, 1.1],
])('%s at %i decimals is %s: a rise and a fall of one size read alike', (value, decimals, expected) => {
  expect(roundTo(value, decimals)).toBe(expected)
})

test('a change is the same whichever of the two rules rounds it, but for falls by an exact half', () => {
  const count = fc.integer({ min: 1, max: 2_000_000 })
  fc.assert(
    fc.property(count, count, (now, before) => {
      const ratio = { numerator: now - before, denominator: before, times: 100, decimals: 1 }
      const isHalf = (Math.abs(now - before) * 2000) % (2 * before) === before
      fc.pre(now >= before || !isHalf)
      expect(roundTo(((now - before) / before) * 100, 1)).toBe(roundRatio(ratio) + 0)
    }),
  )
})

test.each([
  [[0.1, 0.2], 0.3],
  [[0.1, 0.2, 3, 0.7], 4],
  [Array.from({ length: 1000 }, () => 0.1), 100],
  // Twelve figures are not enough for ten thousand million yuan and their fen.
  [[12_345_678_901.23, 0.02], 12_345_678_901.25],
  [[0.1234567, 0.2], 0.3234567],
  [[120, 30, -20], 130],
  [[], 0],
])('%j add up to %d', (terms, expected) => {
  expect(sumExactly(terms)).toBe(expected)
})

test('two numbers are one where they differ by what binary fractions leave, and not by a single thing', () => {
  expect(isEqual(0.1 + 0.2, 0.3)).toBe(true)
  expect(isEqual(0, 0)).toBe(true)
  expect(isEqual(0, 1e-9)).toBe(false)
  expect(isEqual(1_412_600_000, 1_412_600_001)).toBe(false)
  expect(isEqual(100.000001, 100)).toBe(false)
})

test.each([
  [5.2, 5.25, 0.05, true],
  [5.19, 5.25, 0.05, false],
  // 0.3 − 0.25 is 0.04999…, and 0.35 − 0.3 a trace more than a twentieth.
  [0.3, 0.35, 0.05, true],
])('%d is %d within %d: %s', (a, b, tolerance, expected) => {
  expect(isWithin(a, b, tolerance)).toBe(expected)
})

test('rounding moves a number by half of its last digit, and a sum by as many halves as it has parts', () => {
  expect([0, 1, 2, -4].map(halfUnitOf)).toEqual([0.5, 0.05, 0.005, 5000])
  expect(toleranceOfSum(3, 1)).toBe(0.15)
  expect(toleranceOfSum(7, 2)).toBe(0.035)
})

test('a number has twelve figures', () => {
  expect(tidy(0.30000000000000004)).toBe(0.3)
  expect(tidy(22.999999999999996)).toBe(23)
  expect(subtract(4.1, 4)).toBe(0.1)
})
