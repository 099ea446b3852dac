import { expect, test } from 'vitest'
import { findSpokenDirections } from '../../src/compose/bound/spoken-directions.ts'

const listTexts = (line: string, lang: 'zh' | 'en', allowed: string[] = []) =>
  findSpokenDirections(line, lang, allowed).map(({ text }) => text)

test.each<[string, string[]]>([
  ['按期办结率比上月上升，用时下降', ['上升', '下降']],
  ['栖云区最低，绫湾区最高，垃圾最多', ['最低', '最高', '最多']],
  ['由升至降，高于全市，件数居首', ['升至', '高于', '居首']],
  ['不少于十件的才比较；在最大限度内', []],
  ['最低生活保障和最低工资标准', []],
  ['事情来得集中，雨后，市民纷纷来电', []],
])('%s', (line, found) => {
  expect(listTexts(line, 'zh')).toEqual(found)
})

test.each<[string, string[]]>([
  ['The rate rose, and Qiyun had the lowest', ['rose', 'lowest']],
  ['More than before; higher than in June; peaked', ['More than', 'higher', 'peaked']],
  ['at least ten, at most twenty; no longer in force; fallen trees', []],
  ['Autumn calls for a closer eye on roads', []],
])('%s', (line, found) => {
  expect(listTexts(line, 'en')).toEqual(found)
})

test('an end of a list is no change, and a phrase of the head is let be', () => {
  expect(findSpokenDirections('最高、上升', 'zh', []).map(({ column, isEnd }) => [column, isEnd])).toEqual([
    [1, true],
    [4, false],
  ])
  expect(listTexts('不说谁高于谁', 'zh', ['谁高于谁'])).toEqual([])
})
