import { expect, test } from 'vitest'
import { checkText, contractOf, makeColumn, parseOutcome } from '../small.ts'

const text = { kind: 'text' } as const

test.each(['NULL', 'null', 'None', 'nan', 'NaN', '(null)', '\\N', 'N/A', '-', '——'])('%s is no text', (mark) => {
  expect(parseOutcome(text, mark, { optional: true })).toBe('null missing-mark')
  expect(parseOutcome(text, mark)).toBe('value-missing')
})

test('无 is an answer in prose and no name', () => {
  expect(parseOutcome(text, '无')).toBe('value-missing')
  expect(parseOutcome(text, '无', { optional: true })).toBe('无')
  expect(parseOutcome(text, '无', { privacy: 'free-text' })).toBe('无')
})

test('what a code list says is a value, whatever its case', () => {
  const list = { kind: 'list', items: [{ code: 'none', zh: '未处罚', en: 'None' }] } as const
  expect(parseOutcome({ ...list, items: [...list.items] }, 'NONE')).toBe('none')
})

test.each([
  ['#REF', 'cell-error'],
  ['#REF!', 'cell-error'],
  ['#1楼', '#1楼'],
  ["'乙院", '乙院 cell-apostrophe'],
  ["'乙院'分部", "'乙院'分部"],
  ["O'Brien院", "O'Brien院"],
])('%s: %s', (raw, expected) => {
  expect(parseOutcome(text, raw)).toBe(expected)
})

test('an apostrophe before a number or a mark is none of it', () => {
  expect(parseOutcome({ kind: 'number' }, "'123")).toBe('123 cell-apostrophe')
  expect(parseOutcome({ kind: 'number' }, "'-", { optional: true })).toBe('null missing-mark cell-apostrophe')
})

test('a value that an export has wrapped is named without its wrapping', () => {
  const { problems } = checkText(contractOf({ x: makeColumn(text, '甲') }), '甲\n"=""03甲院"""\n')
  expect(problems.map(({ rule, expected }) => [rule, expected])).toEqual([['cell-wrapped', '03甲院']])
})

test('names that differ by a space, an apostrophe or width are one key', () => {
  const contract = contractOf({ x: makeColumn(text, '甲'), n: makeColumn({ kind: 'integer' }, '乙') }, { key: ['x'] })
  const { problems, rows } = checkText(contract, "甲,乙\n甲院,1\n甲 院,2\n'甲院,3\nSt Mary院,1\n")
  const refused = problems.filter((problem) => problem.level === 'error').map(({ rule, row }) => [rule, row])
  expect(refused).toEqual([
    ['key-duplicate', 3],
    ['key-duplicate', 4],
  ])
  expect(rows.map(({ values }) => values['x'])).toContain('St Mary院')
})
