import { expect, test } from 'vitest'
import { applyExceptions } from '../../../src/portal/exceptions.ts'
import { checkText, contractOf, makeColumn } from '../small.ts'

const makeContract = (as: 'percent' | 'ratio') =>
  contractOf({ rate: makeColumn({ kind: 'percent', as }, '率'), x: makeColumn({ kind: 'text' }, '乙') })

function rulesOf(values: string[], as: 'percent' | 'ratio' = 'percent'): string[] {
  const text = `率,乙\n${values.map((value, index) => `${value},${index}\n`).join('')}`
  return checkText(makeContract(as), text).all.map((problem) => problem.rule)
}

test.each([
  ['signs and ratios', ['95%', '0.87', '91%'], ['percent-mixed']],
  ['percentages and ratios', ['95', '0.87', '91'], ['percent-mixed']],
  ['ratios alone', ['0.95', '0.87', '0.91'], ['percent-all-ratio']],
  ['ratios with a whole', ['1', '0.87', '0'], ['percent-all-ratio']],
  ['noughts and wholes', ['0', '1', '1'], []],
  ['two small values', ['0.5', '0.8'], []],
  ['small values that bear their sign', ['0.5%', '0.8%', '0.9%'], []],
  ['values on both sides of 1, near each other', ['0.9', '1.4', '2.5'], []],
  ['signs here and there', ['95%', '87', '91%'], []],
])('%s', (_told, values, rules) => {
  expect(rulesOf(values)).toEqual(rules)
})

test('a column that is declared to hold ratios may hold them', () => {
  expect(rulesOf(['0.95', '0.87', '91%'], 'ratio')).toEqual([])
})

test('percentages that are truly below 1 are listed as exceptions', () => {
  const { all } = checkText(makeContract('percent'), '率,乙\n0.95,1\n0.87,2\n0.91,3\n')
  const own = {
    dataset: 'small',
    where: '2026-10',
    key: '',
    reason: '差错率本就很低',
    until: '2027-12-31',
    owner: '',
    row: 2,
  }
  const listAt = (where: string) => applyExceptions(all, [{ ...own, where, rule: 'percent-all-ratio' }], '2026-11-23')
  const taken = ['2026-10', 'raw/small/2026-10.csv'].map((where) => listAt(where).map(({ level }) => level))
  expect(taken).toEqual([['warning'], ['warning']])
})
