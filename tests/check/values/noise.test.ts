import { expect, test } from 'vitest'
import { roundOffNoise } from '../../../src/check/values/noise.ts'
import { parseOutcome } from '../small.ts'

test.each([
  ['0.30000000000000004', 0.3],
  ['1.1500000000000001', 1.15],
  ['-0.19999999999999998', -0.2],
  // What says something is kept to its last digit.
  ['89.42307692307692', 89.42307692307692],
  ['33.333333333333336', 33.333333333333336],
  ['1000000000000.001', 1000000000000.001],
  ['0.1', 0.1],
  ['1000000000000001', 1000000000000001],
])('%s is %s', (text, expected) => {
  expect(roundOffNoise(text, Number(text), false)).toBe(expected)
})

test.each([
  ['22.999999999999996', '23 number-noise'],
  ['99.99999999999986', '100 number-noise'],
  ['1000000000.5', 'number-not-integer'],
  ['22.9999', 'number-not-integer'],
  ['23', '23'],
  ['23.0', '23'],
])('%s things are %s', (text, expected) => {
  expect(parseOutcome({ kind: 'integer' }, text)).toBe(expected)
})

test('the number that is published has no tail', () => {
  expect(parseOutcome({ kind: 'number' }, '0.30000000000000004')).toBe('0.3 number-noise')
  expect(parseOutcome({ kind: 'percent', as: 'percent' }, '89.60000000000001')).toBe('89.6 number-noise')
})
