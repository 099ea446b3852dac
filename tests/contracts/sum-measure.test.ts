import { expect, test } from 'vitest'
import { findSumMeasure } from '../../src/contracts/sum-measure.ts'
import { satisfaction } from '../../src/datasets/satisfaction/satisfaction-contract.ts'

test('the measure that is the sum of some others comes from the identities', () => {
  const table = satisfaction.tables['ratings']
  if (!table) throw new Error('no table')
  expect(findSumMeasure(table, ['b', 'a'])).toBe('satisfied')
  expect(findSumMeasure(table, ['a', 'b', 'c', 'd'])).toBe('rated')
  expect(findSumMeasure(table, ['a', 'c'])).toBeUndefined()
  expect(findSumMeasure({ ...table, identities: [] }, ['a', 'b'])).toBeUndefined()
})
