import { expect, test } from 'vitest'
import { Departments } from '../../src/codes/departments.ts'
import { checkByEngine } from '../../src/line/check-by-engine.ts'
import { FILE_BYTES_MAX } from '../../src/read/limits.ts'
import { EVERY_KIND, PLACES_OF_EVERY_KIND } from '../accept/every-kind.ts'

test('a file past the limit is refused before it is opened, and no engine is asked', async () => {
  const fail = () => {
    throw new Error('not to be called')
  }
  const file = {
    path: 'raw/every-kind/2026-10.csv',
    dataset: 'every-kind',
    period: '2026-10',
    bytes: FILE_BYTES_MAX + 1,
  }
  const places = { places: PLACES_OF_EVERY_KIND, departments: new Departments([]), acceptedCells: new Set<string>() }
  const checked = await checkByEngine(
    [{ file, contract: EVERY_KIND, ...places }],
    { run: fail },
    { read: fail, hash: fail },
  )
  expect(checked.map(({ problems }) => problems.map(({ rule }) => rule))).toEqual([['file-too-large']])
})
