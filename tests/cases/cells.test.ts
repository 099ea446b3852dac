import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { cases } from '../../src/datasets/cases/cases-contract.ts'
import { lifeExpectancy } from '../../src/datasets/life-expectancy/life-expectancy-contract.ts'
import { permits } from '../../src/datasets/permits/permits-contract.ts'
import { satisfaction } from '../../src/datasets/satisfaction/satisfaction-contract.ts'
import { readPlaces } from '../../src/portal/read-places.ts'
import { describeProblem } from '../../src/problems/describe-problem.ts'
import { read } from '../../src/read/index.ts'
import { contractOf, makeColumn } from '../check/small.ts'
import { THINGS } from './cells/things.ts'

const folder = new URL('cells/', import.meta.url)
const { places } = readPlaces(readFileSync(new URL('places.csv', folder)))
const long = contractOf(
  { name: makeColumn({ kind: 'text' }, '编号'), body: makeColumn({ kind: 'text' }, '内容', { privacy: 'free-text' }) },
  { frequency: 'year' },
)

/** One file of a public bug report's kind, read and checked as its dataset. */
function checkCase(path: string, contract: Contract = THINGS) {
  const period = /\/([\d-]+)\./.exec(path)?.[1] ?? ''
  const { sheets, problems } = read(readFileSync(new URL(path, folder)), `raw/${path}`)
  const checked = check(contract, sheets, { period, places })
  const all = [...problems, ...checked.problems]
  const errors = all.filter(({ level }) => level === 'error')
  return { ...checked, all, errors: errors.map(({ rule, row, column }) => [rule, row, column]) }
}

describe('a cell that shows something else than it holds, or whose figure would be read wrong, is refused', () => {
  test.each([
    ['supdigits3/2026-10.csv', THINGS, 'cell-footnote-mark'],
    ['superscript/2026-10.xlsx', THINGS, 'cell-footnote-mark'],
    ['le/2025.csv', lifeExpectancy, 'cell-footnote-mark'],
    ['le-xlsx/2025.xlsx', lifeExpectancy, 'cell-footnote-mark'],
    ['autodate58/2026-10.xlsx', THINGS, 'text-was-date'],
    ['fmt31count/2026-10.xlsx', THINGS, 'number-format'],
    ['fmtwan/2026-10.xlsx', THINGS, 'cell-shown-otherwise'],
    ['fmtsupp/2026-10.xlsx', THINGS, 'cell-shown-otherwise'],
    ['hidefmt/2026-10.xlsx', THINGS, 'cell-shown-otherwise'],
    ['zerodate/2026-10.xlsx', THINGS, 'cell-zero-date'],
    ['dispimg/2026-10.xlsx', THINGS, 'cell-picture'],
    ['streaming-formula-zero/2026-10.xlsx', THINGS, 'cell-formula-empty'],
    ['streaming-total-zero/2026-10.xlsx', THINGS, 'cell-formula-empty'],
    ['case-id/2026-10.csv', satisfaction, 'key-case'],
  ])('%s', (path, contract, rule) => {
    const { errors } = checkCase(path, contract)
    expect(errors).not.toEqual([])
    expect([...new Set(errors.map(([name]) => name))]).toEqual([rule])
  })
})

test('radicals are read as the characters that they look like', () => {
  const { rows, errors, all } = checkCase('radicals/2026-10.csv')
  expect(errors).toEqual([])
  expect(JSON.stringify(rows.map(({ values }) => values))).not.toMatch(/[⺀-⿕]/)
  expect(all.some(({ rule }) => rule === 'text-radicals')).toBe(true)
})

test('the name of a holder has no radical, and keeps what its sign says', () => {
  const { rows } = checkCase('permit-name/2026-10.csv', permits)
  expect(rows.map(({ values }) => values['holder'])).toEqual(['云锦市长江（集团）有限公司', '云锦市民生①厂'])
})

test('entities and line breaks of web pages become text', () => {
  const { rows, errors } = checkCase('entity/2026-10.csv')
  expect(errors).toEqual([])
  expect(rows.map(({ values }) => [values['name'], values['remark']])).toEqual([['麦㑿镇站', '甲&乙 \n丙']])
})

test('nothing invisible reaches a published name', () => {
  const { rows, all } = checkCase('invisible/2026-10.csv', permits)
  expect(rows.map(({ values }) => values['holder']).join('')).not.toMatch(/[^\p{Script=Han}]/u)
  expect(all.map(({ rule, row }) => [rule, row])).toContainEqual(['text-no-character', 6])
  expect(rows).toHaveLength(4)
})

test('garbled text is one message with its cause', () => {
  const { all } = checkCase('mojibake/2026-10.csv', cases)
  expect(all.filter(({ level }) => level !== 'note').map(({ rule }) => rule)).toEqual(['text-garbled'])
})

test('personal numbers are masked in every message', () => {
  const { errors, all } = checkCase('masked/2026-10.csv', cases)
  expect(errors).toEqual([['value-unlisted', 3, 4]])
  expect(JSON.stringify(all)).not.toMatch(/13800138000|110101189903077658/)
})

test('a text that is too long is reported with its limit', () => {
  const { all } = checkCase('too-long/2025.csv', long)
  const problem = all.find(({ rule }) => rule === 'text-too-long')
  expect(problem && describeProblem(problem).remedy).toEqual({
    zh: '请缩短到≤ 2000字；确需更长的，可在数据约定中调高这一列的max。',
    en: 'Shorten it to ≤ 2000 characters, or raise “max” of the column in the contract.',
  })
})
