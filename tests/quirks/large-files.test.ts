import { expect, test } from 'vitest'
import { ALL_QUIRKS, LARGE, testQuirks } from './test-quirks.ts'

const large = ALL_QUIRKS.filter(({ id }) => LARGE.includes(id))

test('each is a quirk', () => {
  expect(large.map(({ id }) => id).toSorted()).toEqual([...LARGE].toSorted())
})

testQuirks(large)
