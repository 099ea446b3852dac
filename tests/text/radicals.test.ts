import { expect, test } from 'vitest'
import { removeInvisible } from '../../src/text/invisible.ts'
import { foldRadicals } from '../../src/text/radicals.ts'

test('112 of the 113 characters that NFKC leaves are folded', () => {
  const supplement = Array.from({ length: 0x2ef4 - 0x2e80 }, (_, index) => String.fromCharCode(0x2e80 + index))
  const assigned = supplement.filter((character) => /\p{Assigned}/u.test(character))
  const left = assigned.filter((character) => character.normalize('NFKC') === character)
  expect(left).toHaveLength(113)
  expect(left.filter((character) => foldRadicals(character) === character)).toEqual(['\u2E80'])
})

test.each([
  ['⻓者⻝堂', '长者食堂'],
  ['⺠政', '民政'],
  ['居⺠', '居民'],
  ['⻋站', '车站'],
  ['⻔诊', '门诊'],
  ['⽼⼈', '老人'],
  ['⼾口', '户口'],
  ['云锦市', '云锦市'],
])('%s → %s', (text, folded) => expect(foldRadicals(text)).toBe(folded))

test.each([
  ['marks of direction', '\u202E甲\u2066\u061C\u200F', '甲'],
  ['controls', '甲\u0007\u0085乙', '甲\n乙'],
  ['an order to a terminal, whole', '\u001B[31m甲\u001B[0m', '甲'],
  ['tags and variation selectors', '葛\u{E0100}\uFE0F\u{E0041}', '葛'],
  ['separators of lines', '甲\u2028乙\u2029', '甲\n乙\n'],
  ['not the breaks that people type', '甲\t乙\r\n', '甲\t乙\r\n'],
])('%s', (_name, text, left) => expect(removeInvisible(text)).toBe(left))
