import { describe, expect, test } from 'vitest'
import { makeTextParser } from '../../src/check/values/text.ts'
import { checkText, contractOf, makeColumn, parseOutcome } from './small.ts'

const number = { kind: 'number' } as const
const integer = { kind: 'integer' } as const
const month = { kind: 'month' } as const
const date = { kind: 'date' } as const
const datetime = { kind: 'datetime' } as const
const place = { kind: 'place' } as const
const list = {
  kind: 'list',
  items: [
    { code: '01001', zh: '井盖', en: 'Manhole', also: ['窨井盖·缺失'] },
    { code: '01002', zh: '路灯', en: 'Lamp' },
  ],
} as const
const items = {
  kind: 'list' as const,
  items: list.items.map((item) => ({ ...item, also: [...('also' in item ? item.also : [])] })),
}

describe('the quirks of Chinese exports: accepted, accepted with a note, or refused', () => {
  test.each([
    ['full-width digits', integer, '１２３', '123 cell-width'],
    ['no-break space', integer, '\u00A0123', '123 cell-trimmed'],
    ['zero-width space in a name', place, '锦\u200B北区', '990101 cell-invisible'],
    ['three middle dots are one', items, '窨井盖・缺失', '01001'],
    ['grouped by three', integer, '1,234', '1234 number-grouped'],
    ['grouped otherwise', integer, '1,23,4', 'number-format'],
    ['a space within', integer, '1 234', 'number-format'],
    ['万 in the cell', integer, '12万', '120000 number-scaled'],
    ['a qualifier', integer, '约200', 'number-qualified'],
    ['以上', integer, '200以上', 'number-qualified'],
    ['a formula error', integer, '#DIV/0!', 'cell-error'],
    ['a fraction where counts stand', integer, '1.5', 'number-not-integer'],
    ['a percent sign', { kind: 'percent', as: 'ratio' } as const, '95%', '95'],
    ['a ratio', { kind: 'percent', as: 'ratio' } as const, '0.95', '95'],
    ['a percentage where ratios stand', { kind: 'percent', as: 'ratio' } as const, '95', 'percent-not-ratio'],
    ['more than all', { kind: 'percent', as: 'percent' } as const, '101', 'number-out-of-range'],
    ['a month in words', month, '2026年10月', '2026-10 month-form'],
    ['January or October', month, '2026.1', 'month-ambiguous'],
    ['a month as decimal', month, '2026.3', '2026-03 month-dotted'],
    ['a month without year', month, '10月', 'month-format'],
    ['a quarter in a column of months', month, '2026年第三季度', 'value-form'],
    ['a day number', date, '46296', '2026-10-01 date-serial'],
    ['slashes', date, '2026/10/1', '2026-10-01 date-form'],
    ['a compact date', date, '20261001', '2026-10-01 date-form'],
    ['no such day', date, '2026-02-29', 'date-nonexistent'],
    ['day or month first', date, '03/10/2026', 'date-order'],
    ['words', date, '去年上半年', 'date-format'],
    ['minutes without zeros', datetime, '2026/10/1 9:05', '2026-10-01 09:05 date-form'],
    ['Chinese clock', datetime, '2026年10月1日9时5分', '2026-10-01 09:05 date-form'],
    ['a day without its hour', datetime, '2026-10-01', 'datetime-without-time'],
    ['hour 24', datetime, '2026-10-01 24:00', 'time-24'],
    ['an alias', place, '栖云', '990102 place-alias'],
    ['an unknown place', place, '锦南区', 'place-unknown'],
    ['a place of the past', place, '高泽县', 'place-not-valid'],
    ['leading zeros lost', items, '1001', 'code-zeros-lost'],
    ['unlisted', items, '信号灯', 'value-unlisted'],
    ['a code as a number', { kind: 'credit-code' } as const, '3.20102E+17', 'digits-lost'],
    ['the last digits are zeros', { kind: 'credit-code' } as const, '913201130000000000', 'digits-lost'],
    ['lower case', { kind: 'credit-code' } as const, '91130200699229617x', '91130200699229617X code-lower-case'],
    [
      'a space within a code',
      { kind: 'credit-code' } as const,
      '911302006992296 17X',
      '91130200699229617X code-spaced',
    ],
    [
      'full-width code',
      { kind: 'credit-code' } as const,
      '９１１３０２００６９９２２９６１７Ｘ',
      '91130200699229617X cell-width',
    ],
    ['a Cyrillic letter in a code', { kind: 'credit-code' } as const, '91130200699229617Х', 'cell-homoglyph'],
    ['stars cover a value', integer, '***', 'value-covered'],
    ['blank', integer, '', 'value-missing'],
  ])('%s', (_name, type, text, expected) => expect(parseOutcome(type, text)).toBe(expected))

  test.each([
    ['-', 'missing-mark'],
    ['—', 'missing-mark'],
    ['——', 'missing-mark'],
    ['/', 'missing-mark'],
    ['…', 'missing-mark'],
    ['暂无', 'missing-mark'],
    ['未监测', 'missing-reason'],
    ['不适用', 'missing-reason'],
    ['*', 'missing-covered'],
  ])('%s is missing where a blank is allowed, and noted', (text, note) => {
    expect(parseOutcome(number, text, { optional: true })).toBe(`null ${note}`)
    expect(parseOutcome(number, '0', { optional: true })).toBe('0')
  })

  test('marks of a profile, and a day that comes first', () => {
    expect(parseOutcome(number, '缺', { optional: true }, { missing: ['缺'] })).toBe('null missing-mark')
    expect(parseOutcome(date, '03/10/2026', {}, { dayFirst: true })).toBe('2026-10-03 date-form')
  })
})

test.each([
  ['110105194912310021', '110105194912310000', '110105194912310016'],
  ['320102194910010013', '320102194910010000', '320102194910009984'],
  ['913502001234567890', '913502001234567000', '913502001234567936'],
  ['6222020000000000001', '6222020000000000000', '6222020000000000000'],
])('%s cut to 15 digits, or made a number, has lost its digits', (whole, cut, double) => {
  const keyed = contractOf({ code: makeColumn({ kind: 'text' }, '编号') }, { key: ['code'] })
  expect(checkText(keyed, `编号\n${whole}\n`).problems).toEqual([])
  expect(checkText(keyed, `编号\n${cut}\n`).problems).toMatchObject([{ rule: 'digits-lost' }])
  expect(makeTextParser(true)(double, 'number')).toMatchObject({ rule: 'digits-lost' })
})

describe('columns as a whole', () => {
  const share = contractOf({ x: makeColumn({ kind: 'percent', as: 'percent' }, '率') })
  test('0.95 and 95 in one column', () => {
    expect(checkText(share, '率\n0.95\n95\n').problems.map((problem) => problem.rule)).toEqual(['percent-mixed'])
    expect(checkText(share, '率\n0.8\n1.2\n5\n').problems).toEqual([])
    expect(checkText(share, '率\n0.8%\n95\n').problems).toEqual([])
  })

  test('40,000 repairs give one note with their count', () => {
    const { problems } = checkText(contractOf({ x: makeColumn(integer, '数') }), `数\n${'１\n'.repeat(40_000)}`)
    expect(problems.map(({ rule, row, params }) => [rule, row, params['count']])).toEqual([['cell-width', 2, 40_000]])
  })

  test('100,000 problems leave a thousand and a count', () => {
    const checked = checkText(contractOf({ x: makeColumn(integer, '数') }), `数\n${'甲\n'.repeat(100_000)}`)
    expect(checked.problems).toHaveLength(1001)
    expect([checked.rowsRead, checked.rowsUsed, checked.rowsRefused]).toEqual([100_000, 0, 100_000])
  })
})

describe('units', () => {
  const people = contractOf({ x: makeColumn(number, '人口', { unit: '人' }) })
  test.each([
    ['人口（万人）\n4.1\n', '41000 unit-scaled'],
    ['人口(人)\n4\n', '4'],
    ['人口（万元）\n4\n', 'unit-other'],
    ['人口（万人）\n4万\n', 'unit-scaled unit-twice'],
    ['单位：万人,\n人口,\n4,\n', 'preamble-left-out unit-undeclared'],
    ['人口\n4户\n', 'unit-other'],
  ])('%j → %s', (text, expected) => {
    const { rows, all } = checkText(people, text)
    const rules = all
      .map((problem) => problem.rule)
      .toSorted()
      .join(' ')
    expect(rows[0] ? `${rows[0].values['x']} ${rules}`.trim() : rules).toBe(expected)
  })

  test('a profile states the unit', () => {
    const stated = { ...people, profile: { units: { x: '万人' } } }
    expect(checkText(stated, '人口\n4.1\n').rows[0]?.values['x']).toBe(41_000)
  })
})
