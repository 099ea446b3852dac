import { expect, test } from 'vitest'
import { findTypedNumbers } from '../../src/compose/bound/typed-numbers.ts'

const listTexts = (line: string, lang: 'zh' | 'en', allowed: string[] = []) =>
  findTypedNumbers(line, lang, allowed).map(({ text }) => text)

test.each<[string, string[]]>([
  ['按期办结率为99.9%，受理12,345件', ['99.9%', '12,345']],
  ['全市有十二件未办结', ['十二']],
  ['占三成，近九成满意', ['三成', '近九成']],
  ['是上月的两倍，翻番', ['两倍', '翻番']],
  ['三分之二的街道，百分之五十', ['三分之二', '百分之五十']],
  ['4,465.9万人', ['4,465.9万']],
  ['两个区低于全市', ['两个']],
  // No figures: dates, numbers of documents and issues, headings, names.
  ['2026年10月、7月8日、十月三十一日、二〇二六年、1—10月、第三季度、2026-10', []],
  ['国办发〔2017〕47号，第36期，GB/T 47678-2026，HJ 608-2017', []],
  ['一、基本情况', []],
  ['拨打12345热线；60岁及以上；95%区间', []],
  ['一般来说，一个办法统一不了，十分要紧，中位数和第九十百分位数', []],
])('%s', (line, found) => {
  expect(listTexts(line, 'zh')).toEqual(found)
})

test.each<[string, string[]]>([
  ['The rate was 99.9% of 12,345 cases', ['99.9%', '12,345']],
  ['twelve cases, twice as many, two thirds of them', ['twelve', 'twice', 'two thirds']],
  ['On 8 July 2025, in October 2026, in Q3 2026, since 2014', []],
  ['The 12345 hotline, people aged 60 and over, a 95% interval', []],
  ['one of the districts', []],
])('%s', (line, found) => {
  expect(listTexts(line, 'en')).toEqual(found)
})

test('a phrase of the head is no figure, and only that phrase', () => {
  expect(listTexts('两个区间重叠，两个区没有报', 'zh', ['两个区间'])).toEqual(['两个'])
})

test('what a number says is known where it says it exactly', () => {
  const read = (line: string) => findTypedNumbers(line, 'zh', []).map(({ value, isPercent }) => [value, isPercent])
  expect(read('一千零六十五件')).toEqual([[1065, false]])
  expect(read('三成')).toEqual([[30, true]])
  expect(read('近九成')).toEqual([[null, true]])
  expect(read('1.2万张')).toEqual([[12_000, false]])
  expect(read('88.2%')).toEqual([[88.2, true]])
})
