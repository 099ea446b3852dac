import { expect, test } from 'vitest'
import { mendUnicodeMap, openMender } from '../../../scripts/pdf/unicode-map.ts'

test.each([
  ['⺠', '居民', '民'],
  ['⽼', '老人', '老'],
  ['―', '81%—87%', '—'],
  ['⺠', '部首⺠', '⺠'],
  ['⺠', '没有这个字', '⺠'],
])('%s of a PDF of “%s” is %s', (character, text, written) => {
  expect(openMender(text)(character)).toBe(written)
})

const hexOf = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()

test('single glyphs and ranges are mended; what is right keeps its form', () => {
  const map = `2 beginbfchar
<01> <${hexOf('⺠')}>
<02> <${hexOf('云锦')}>
endbfchar
2 beginbfrange
<03> <04> <${hexOf('⻓')}>
<05> <06> <${hexOf('一')}>
endbfrange`
  expect(mendUnicodeMap(map, openMender('居民长门'))).toBe(`2 beginbfchar
<01> <${hexOf('民')}>
<02> <${hexOf('云锦')}>
endbfchar
2 beginbfrange
<03> <04> [<${hexOf('长')}> <${hexOf('门')}>]
<05> <06> <${hexOf('一')}>
endbfrange`)
})
