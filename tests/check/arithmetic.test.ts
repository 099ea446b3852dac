import { describe, expect, test } from 'vitest'
import type { Column } from '../../src/contracts/contract.ts'
import { checkText, contractOf, makeColumn } from './small.ts'

const integer: Column['type'] = { kind: 'integer' }
const number: Column['type'] = { kind: 'number' }
const count = (type: Column['type'], zh: string) => makeColumn(type, zh, { privacy: 'count' })

describe('a rate that a file prints is recomputed', () => {
  const makeRated = (as: 'percent' | 'ratio' = 'percent') =>
    contractOf(
      {
        name: makeColumn({ kind: 'text' }, '单位'),
        done: count(integer, '办结'),
        all: count(integer, '应办'),
        rate: makeColumn({ kind: 'percent', as }, '办结率'),
      },
      { rules: [{ kind: 'rate', rate: 'rate', numerator: 'done', denominator: 'all', times: 100 }] },
    )
  const report = (row: string, as?: 'percent' | 'ratio') =>
    checkText(makeRated(as), `单位,办结,应办,办结率\n${row}\n`).problems.map(
      ({ rule, found, expected, params }) => `${rule} ${found} ${expected} ±${params['tolerance']}`,
    )

  test.each([
    ['甲,207,3942,4.11%', ['rate 4.11 207 ÷ 3942 × 100 = 5.2511 ±0.005']],
    ['甲,207,3942,5.25%', []],
    ['甲,48,49,99%', ['rate 99 48 ÷ 49 × 100 = 97.96 ±0.5']],
    ['甲,48,49,98%', []],
    ['甲,48,49,97.9', ['rate 97.9 48 ÷ 49 × 100 = 97.959 ±0.05']],
    ['甲,48,49,98.00', ['rate 98 48 ÷ 49 × 100 = 97.9592 ±0.005']],
    ['甲,0,0,0%', ['rate 0 0 ÷ 0 × 100 = ∅ ±0.5']],
  ])('%s', (row, expected) => expect(report(row)).toEqual(expected))

  test('a ratio has the decimals that it has as a percentage', () => {
    expect(report('甲,48,49,0.98', 'ratio')).toEqual([])
    expect(report('甲,48,49,0.981', 'ratio')).toEqual(['rate 98.1 48 ÷ 49 × 100 = 97.959 ±0.05'])
  })

  test('the rate of the 合计 row is made of its own numbers, not of the rates above', () => {
    const composeText = (rate: string) => `单位,办结,应办,办结率\n甲,1,2,50%\n乙,9,9,100%\n合计,10,11,${rate}\n`
    expect(checkText(makeRated(), composeText('91%')).problems.map((problem) => problem.rule)).toEqual([
      'rows-taken-out',
    ])
    expect(checkText(makeRated(), composeText('75%')).problems[0]).toMatchObject({
      rule: 'total-mismatch',
      row: 4,
      columnName: '办结率',
      found: '75%',
      params: { sum: '10 ÷ 11 × 100 = 90.91', difference: -15.91, tolerance: 0.5 },
    })
  })
})

describe('a total that a file prints is recomputed', () => {
  const makeChannels = (type: Column['type'], zh = '件数') =>
    contractOf({
      name: makeColumn({ kind: 'text' }, '渠道'),
      x: makeColumn(type, zh, { privacy: 'count', unit: '人' }),
    })

  test('channels that add up to 3,909 against a stated 3,942', () => {
    const { problems } = checkText(makeChannels(integer), '渠道,件数\n电话,3001\n网页,707\n信访,201\n合计,3942\n')
    expect(problems[0]).toMatchObject({
      rule: 'total-mismatch',
      found: '3942',
      expected: '3909',
      params: { stated: 3942, sum: '3001 + 707 + 201 = 3909', difference: 33, tolerance: 0 },
    })
  })

  test.each([
    ['1.3\n1.3\n1.3\n合计,4.0', []],
    ['1.3\n1.3\n1.3\n合计,4.1', ['total-mismatch ±0.15']],
    ['1.33\n1.33\n合计,2.67', []],
    ['1.33\n1.33\n合计,2.68', ['total-mismatch ±0.01']],
  ])('rounded parts: %j, within half a unit for each part', (rows, expected) => {
    const lines = rows.split('\n').map((row) => (row.includes(',') ? row : `甲,${row}`))
    const { problems } = checkText(makeChannels(number), `渠道,件数\n${lines.join('\n')}\n`)
    const found = problems.filter((problem) => problem.level === 'error')
    expect(found.map(({ rule, params }) => `${rule} ±${params['tolerance']}`)).toEqual(expected)
  })

  test('in 万人 the unit that is halved is a thousand', () => {
    const { problems } = checkText(makeChannels(integer), '渠道,件数（万人）\n甲,1.3\n乙,1.3\n合计,2.8\n')
    expect(problems.find((problem) => problem.level === 'error')?.params).toMatchObject({
      difference: 2000,
      tolerance: 1000,
    })
  })
})

describe('the sum rule between the columns of a row', () => {
  const makeParts = (type: Column['type']) =>
    contractOf(
      { a: count(type, '甲'), b: count(type, '乙'), all: count(type, '共') },
      { rules: [{ kind: 'sum', total: 'all', parts: ['a', 'b'] }] },
    )
  test.each([
    [integer, '1,2,4', ['sum ±0']],
    [integer, '1,2,3', []],
    [number, '1.26,1.26,2.53', []],
    [number, '1.26,1.26,2.54', ['sum ±0.01']],
  ])('%o %s', (type, row, expected) => {
    const { problems } = checkText(makeParts(type), `甲,乙,共\n${row}\n`)
    expect(problems.map(({ rule, params }) => `${rule} ±${params['tolerance']}`)).toEqual(expected)
  })
})

describe('what occurs twice', () => {
  const keyed = contractOf(
    { id: makeColumn({ kind: 'text' }, '编号'), x: makeColumn({ kind: 'text' }, '内容') },
    { key: ['id'] },
  )
  const free = contractOf({ x: makeColumn({ kind: 'text' }, '内容'), y: makeColumn({ kind: 'text' }, '备注') })
  const makeBlock = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => `${from + index},内容${from + index}`)
  const report = (contract: typeof keyed, header: string, rows: string[]) =>
    checkText(contract, `${header}\n${rows.join('\n')}\n`).problems.map(
      ({ rule, row, params }) => `${rule} ${row}${params['last'] ? `–${params['last']}` : ''} = ${params['earlier']}`,
    )

  test('a block pasted twice is one finding with both places', () => {
    expect(report(keyed, '编号,内容', [...makeBlock(1, 9), ...makeBlock(3, 6)])).toEqual(['block-duplicate 11–16 = 4'])
  })

  test('single rows are reported one by one', () => {
    expect(report(keyed, '编号,内容', [...makeBlock(1, 9), ...makeBlock(3, 2), '5,别的'])).toEqual([
      'row-duplicate 11 = 4',
      'row-duplicate 12 = 5',
      'key-duplicate 13 = 6',
    ])
  })

  test('without a key, equal rows may be true, and only a block is reported', () => {
    expect(report(free, '内容,备注', ['a,b', 'a,b', 'a,b'])).toEqual([])
    expect(report(free, '内容,备注', [...makeBlock(1, 9), ...makeBlock(3, 6)])).toEqual(['block-duplicate 11–16 = 4'])
  })
})
