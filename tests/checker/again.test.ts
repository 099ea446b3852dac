import { expect, test } from 'vitest'
import { type PutIn, replacements, saidBefore } from '../../src/checker/again.ts'

const file = (name: string, go: number, more: Partial<PutIn> = {}): PutIn => ({
  ...{ name, go, dataset: 'cases', period: '2026-10' },
  ...more,
})

test.each(['10月.csv', '10月.csv.检查.xlsx', '10月 (1).csv', '10月.csv.检查 (2).xlsx'])(
  'a file that was corrected and put in again as %s stands for the first',
  (name) => {
    const [first, second] = [file('10月.csv', 1), file(name, 2)]
    expect([...replacements([first, second])]).toEqual([[first, second]])
  },
)

test('of files corrected twice the last one stands', () => {
  const three = [1, 2, 3].map((go) => file('10月.csv', go))
  expect([...replacements(three)].map(([one, by]) => [one.go, by.go])).toEqual([
    [1, 3],
    [2, 3],
  ])
})

test('a file that was nothing yet gives way to one of its name', () => {
  const [first, second] = [file('10月.csv', 1, { dataset: null, period: null }), file('10月.csv', 2)]
  expect(replacements([first, second]).size).toBe(1)
})

test('files of one name stay side by side when put in at once, or of another dataset or period', () => {
  const first = file('10月.csv', 1)
  const others = [
    file('10月.csv', 1),
    file('10月.csv', 2, { dataset: 'permits' }),
    file('10月.csv', 2, { period: '2026-09' }),
    file('11月.csv', 2),
  ]
  for (const other of others) expect(replacements([first, other]).size).toBe(0)
})

test('what the clerk said of a file counts again where the corrected one does not tell it', () => {
  const before = { dataset: 'permits', period: '2026-10' }
  const judged = { dataset: 'permits', period: null, typed: null }
  expect(saidBefore(judged, before)).toEqual(before)
  expect(saidBefore({ ...judged, dataset: null }, before)).toEqual(before)
  expect(saidBefore({ ...judged, dataset: 'cases' }, before)).toBeNull()
  expect(saidBefore({ ...judged, period: '2026-09' }, before)).toBeNull()
  expect(saidBefore({ ...judged, typed: '十月' }, before)).toBeNull()
})
