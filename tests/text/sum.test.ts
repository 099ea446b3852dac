import { expect, test } from 'vitest'
import { sum } from '../../src/text/sum.ts'

test.each([
  [[], 0],
  [[3, 4, 5], 12],
  [[-1, 1], 0],
  [[0.1, 0.2, 0.3], 0.6000000000000001],
])('the sum of %j is %d, added from the left', (numbers, total) => {
  expect(sum(numbers)).toBe(total)
})

test('any iterable is summed', () => {
  expect(sum(new Set([1, 2]))).toBe(3)
})
