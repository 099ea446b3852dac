import { expect, test } from 'vitest'
import type { Column } from '../../../src/contracts/contract.ts'
import { parseOutcome } from '../small.ts'

const list: Column['type'] = {
  kind: 'list',
  items: [
    { code: 'phone', zh: '电话', en: 'Phone' },
    { code: 'dry', zh: '干', en: 'Dry' },
    { code: 'heaven', zh: '乾', en: 'Heaven' },
  ],
}

test.each([
  ['電話', 'phone name-traditional'],
  ['电话', 'phone'],
  ['乾', 'heaven'],
  // Both 干 and 乾 are 干 in simplified characters, and so is 幹.
  ['幹', 'value-unlisted'],
])('%s: %s', (text, expected) => {
  expect(parseOutcome(list, text)).toBe(expected)
})

test('yes, no, marks and units are read in traditional characters', () => {
  expect(parseOutcome({ kind: 'yes-no' }, '沒有')).toBe('no')
  expect(parseOutcome({ kind: 'number' }, '暫無', { optional: true })).toBe('null missing-mark')
  expect(parseOutcome({ kind: 'number' }, '4.1萬張', { unit: '张' })).toBe('41000 name-traditional number-scaled')
})
