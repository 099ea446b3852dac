import { expect, test } from 'vitest'
import { escapeText, foldLine } from '../../src/views/calendar-text.ts'

test.each([
  ['a line of 75 octets', 'a'.repeat(75), ['a'.repeat(75)]],
  ['one octet more', 'a'.repeat(76), ['a'.repeat(75), ' a']],
  ['a character of three octets at the edge', `${'a'.repeat(73)}区b`, ['a'.repeat(73), ' 区b']],
  ['a character of two code units', `${'a'.repeat(72)}𠮷𠮷`, ['a'.repeat(72), ' 𠮷𠮷']],
  ['a third line', '区'.repeat(60), ['区'.repeat(25), ` ${'区'.repeat(24)}`, ` ${'区'.repeat(11)}`]],
])('folds %s', (_, line, expected) => expect(foldLine(line).split('\r\n')).toEqual(expected))

test('a text value escapes what would end it', () => {
  expect(escapeText('a,b;c\\d\ne：f')).toBe('a\\,b\\;c\\\\d\\ne：f')
})
