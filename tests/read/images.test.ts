import { expect, test } from 'vitest'
import { read } from '../../src/read/index.ts'

test.each([
  ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
  ['JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]],
])('%s is no table, and is called by its name', (found, bytes) => {
  const { sheets, problems } = read(Uint8Array.from(bytes), 'a.csv')
  expect(sheets).toEqual([])
  expect(problems.map((problem) => [problem.rule, problem.found])).toEqual([['file-not-a-table', found]])
})
