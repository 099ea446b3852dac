import { expect, test } from 'vitest'
import { CATALOGUE } from '../../src/problems/catalogue.ts'
import { escapeFormula } from '../../src/store/table-csv.ts'
import { QUIRK_CASES } from './quirk-cases.ts'
import { RULES_WITHOUT_ROW } from './rules-without-row.ts'
import { ALL_QUIRKS, LARGE, testQuirks } from './test-quirks.ts'

test('every quirk has cases, and every case a quirk', () => {
  expect(Object.keys(QUIRK_CASES).toSorted()).toEqual(ALL_QUIRKS.map((quirk) => quirk.id).toSorted())
})

testQuirks(ALL_QUIRKS.filter(({ id }) => !LARGE.includes(id)))

test('every rule of the catalogue has a row whose case raises it, or a reason why it has none', () => {
  const named = ALL_QUIRKS.flatMap((quirk) => quirk.rules)
  const excused = RULES_WITHOUT_ROW.flatMap((item) => item.rules)
  expect([...new Set(named), ...excused].toSorted()).toEqual(Object.keys(CATALOGUE).toSorted())
})

test('a text that a spreadsheet would run as a formula is written out with an apostrophe', () => {
  expect(['=1+1', '+86', '-', '@某', '甲'].map(escapeFormula)).toEqual(["'=1+1", "'+86", "'-", "'@某", '甲'])
})
