import { expect, test } from 'vitest'
import { nameAnnotatedCopy } from '../../src/annotate/name.ts'

test.each([
  ['raw/cases/2026-10.xlsx', '2026-10.核对.xlsx'],
  ['10月.CSV', '10月.CSV.核对.xlsx'],
  ['10月.CSV.核对.xlsx', '10月.CSV.核对.xlsx'],
  // As older releases named it.
  ['10月.CSV.检查.xlsx', '10月.CSV.核对.xlsx'],
])('%s is saved as %s', (file, name) => {
  expect(nameAnnotatedCopy(file)).toBe(name)
})
