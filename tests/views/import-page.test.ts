import { expect, test } from 'vitest'
import { QUIRKS } from '../../src/quirks/quirks.ts'
import { sum } from '../../src/text/sum.ts'
import { buildImportFrame, groupQuirks } from '../../src/views/import-page.ts'

test('the page lists every quirk once, with the words of its outcome and the level of its rules', () => {
  const lines = groupQuirks().flatMap((group) => group.lines)
  expect(lines.map((line) => line.id)).toEqual(QUIRKS.flatMap((quirk) => quirk.quirks.map(({ id }) => id)))
  expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length)
  expect(lines.find((line) => line.id === 'jump')).toMatchObject({
    outcome: { zh: '须核准', en: 'Must be accepted' },
    rules: [
      { id: 'figure-jump', level: 'warning', acceptable: 'before-publishing' },
      { id: 'figure-unit-slip', level: 'warning', acceptable: 'before-publishing' },
    ],
  })
  for (const { example, rules, outcome } of lines) {
    expect(example).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(rules.length > 0, example).toBe(outcome.en !== 'Accepted')
  }
})

test('the counts of the lead are those of the list', () => {
  const numbers = buildImportFrame().description.zh.match(/\d+/g)?.map(Number) ?? []
  const [all = 0, ...outcomes] = numbers
  expect(outcomes).toHaveLength(5)
  expect(sum(outcomes)).toBe(all)
  expect(buildImportFrame().description.en.match(/\d+/g)?.map(Number)).toEqual(numbers)
})
