import { expect, test } from 'vitest'
import { formatChineseMonth, nameOfMonth } from '../../src/text/chinese.ts'

test.each([
  ['2026-10', '二〇二六年十月'],
  ['2026-01', '二〇二六年一月'],
  ['2023-11', '二〇二三年十一月'],
  ['1998-12', '一九九八年十二月'],
  ['2030-09', '二〇三〇年九月'],
])('%s is written %s', (month, expected) => {
  expect(formatChineseMonth(month)).toBe(expected)
})

test('the months of a year have their names', () => {
  expect(Array.from({ length: 12 }, (_, index) => nameOfMonth(index + 1)).join(' ')).toBe(
    '一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月',
  )
})
