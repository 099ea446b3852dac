import { expect, test } from 'vitest'
import { findReplacements, type PutIn, recallSettings } from '../../src/checker/again.ts'

const makeFile = (name: string, go: number, more: Partial<PutIn> = {}): PutIn => ({
  ...{ name, go, dataset: 'cases', period: '2026-10' },
  ...more,
})

test.each(['10月.csv', '10月.csv.核对.xlsx', '10月 (1).csv', '10月.csv.核对 (2).xlsx'])(
  'a file that was corrected and put in again as %s stands for the first',
  (name) => {
    const [first, second] = [makeFile('10月.csv', 1), makeFile(name, 2)]
    expect([...findReplacements([first, second])]).toEqual([[first, second]])
  },
)

test('of files corrected twice the last counts', () => {
  const three = [1, 2, 3].map((go) => makeFile('10月.csv', go))
  expect([...findReplacements(three)].map(([putIn, by]) => [putIn.go, by.go])).toEqual([
    [1, 3],
    [2, 3],
  ])
})

test('a file that was nothing yet gives way to one of its name', () => {
  const [first, second] = [makeFile('10月.csv', 1, { dataset: null, period: null }), makeFile('10月.csv', 2)]
  expect(findReplacements([first, second]).size).toBe(1)
})

test('files of one name stay side by side when put in at once, or of another dataset or period', () => {
  const first = makeFile('10月.csv', 1)
  const others = [
    makeFile('10月.csv', 1),
    makeFile('10月.csv', 2, { dataset: 'permits' }),
    makeFile('10月.csv', 2, { period: '2026-09' }),
    makeFile('11月.csv', 2),
  ]
  for (const other of others) expect(findReplacements([first, other]).size).toBe(0)
})

test('what the clerk said of a file counts again where the corrected file does not state it', () => {
  const before = { dataset: 'permits', period: '2026-10' }
  const checked = { dataset: 'permits', period: null, typed: null }
  expect(recallSettings(checked, before)).toEqual(before)
  expect(recallSettings({ ...checked, dataset: null }, before)).toEqual(before)
  expect(recallSettings({ ...checked, dataset: 'cases' }, before)).toBeNull()
  expect(recallSettings({ ...checked, period: '2026-09' }, before)).toBeNull()
  expect(recallSettings({ ...checked, typed: '十月' }, before)).toBeNull()
})
