import { expect, test } from 'vitest'
import { crc32 } from '../../../src/checker/worker/crc32.ts'

test('the checksum is the standard one', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})
