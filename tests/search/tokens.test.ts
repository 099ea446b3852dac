import { expect, test } from 'vitest'
import { buildHanData } from '../../src/search/han.ts'
import { removeStopWords } from '../../src/search/stop-words.ts'
import { tokenise, tokeniseMetadata } from '../../src/search/tokens.ts'

test.each([
  ['排污许可证', '排污 污许 许可 可证'],
  ['2026年10月排污许可', '2026年10月 排污 污许 许可'],
  ['区', '区'],
  ['10月 公报', '10月 公报'],
  ['13.75%', '1375'],
  ['1,284 件', '1284 件'],
  ['on-time rate', 'on time rate'],
  ['91990101ma0012345x001p', '91990101ma0012345x001p'],
  ['60岁及以上', '60 岁及 及以 以上'],
  ['满意满意', '满意 意满'],
  ['……', ''],
])('%s → %s', (text, expected) => {
  expect(tokenise(text).join(' ')).toBe(expected)
})

test('a title is also found by the end of a word and by the parts of its date', () => {
  expect(tokeniseMetadata('玄武区2026年10月网格').join(' ')).toBe('玄武 武区 区 2026年10月 2026年 10月 网格 格')
})

test.each([
  ['怎么下载数据？', '下载数据？'],
  ['企业有没有排污许可证', '企业 排污许可证'],
  ['how is the on-time rate measured', 'on-time rate measured'],
  ['island', 'island'],
])('%s is about %s', (question, expected) => {
  expect(removeStopWords(question, buildHanData().stopWords)).toBe(expected)
})
