import { describe, expect, test } from 'vitest'
import { QUIRKS } from '../../src/problems/quirks.ts'
import { safeText } from '../../src/release/csv.ts'
import { QUIRK_CASES } from './quirks.ts'

const quirks = QUIRKS.flatMap((one) => one.quirks)

test('every quirk has cases, and every case a quirk', () => {
  expect(Object.keys(QUIRK_CASES).toSorted()).toEqual(quirks.map((one) => one.id).toSorted())
})

describe.each(quirks)('$id: $title.zh', ({ id, outcome, rules }) => {
  test.each([...(QUIRK_CASES[id] ?? []).entries()])(`case %i: ${outcome}`, (_index, make) => {
    const { problems, used } = make()
    const told = problems.map((one) => one.rule)
    const refused = problems.filter((one) => one.level !== 'note').map((one) => one.rule)
    if (outcome === 'refuse') {
      expect(
        refused.some((rule) => rules.some((one) => one === rule)),
        told.join(),
      ).toBe(true)
      return
    }
    expect(refused).toEqual([])
    expect(used).toBe(true)
    if (outcome === 'accept') expect(told).toEqual([])
    else
      expect(
        rules.some((rule) => told.includes(rule)),
        told.join(),
      ).toBe(true)
  })
})

test('a text that a spreadsheet would run as a formula is written out with an apostrophe', () => {
  expect(['=1+1', '+86', '-', '@某', '甲'].map(safeText)).toEqual(["'=1+1", "'+86", "'-", "'@某", '甲'])
})
