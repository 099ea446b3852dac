import { describe, expect, test } from 'vitest'
import type { Column } from '../../src/contracts/contract.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { checkText, contractOf, makeColumn } from './small.ts'

const count = (zh: string, more: Partial<Column> = {}) =>
  makeColumn({ kind: 'integer', min: 0 }, zh, { privacy: 'count', unit: '人', ...more })
const people = contractOf(
  {
    year: makeColumn({ kind: 'year' }, '年份'),
    place: makeColumn({ kind: 'place' }, '区划代码', { privacy: 'dimension', headers: ['地区'] }),
    sex: makeColumn({ kind: 'text' }, '性别'),
    band: makeColumn({ kind: 'text' }, '年龄组', { privacy: 'dimension' }),
    persons: count('人数'),
  },
  {
    key: ['place', 'sex', 'band'],
    profile: { wide: { into: 'band', value: 'persons', headers: { '0-4岁': '0-4', '5-9岁': '5-9' }, total: '合计' } },
  },
)
const HEADER = '年份,区划代码,地区,性别,0-4岁,5-9岁,合计\n'
const report = (text: string, contract = people) => {
  const { rowsUsed, rowsRefused, all } = checkText(contract, text)
  return [
    `${rowsUsed}+${rowsRefused}`,
    ...all.map(({ rule, row, column: at, found }) => `${rule}@${row}:${at} ${found}`),
  ]
}

describe('a place is named twice in its row', () => {
  test.each([
    ['锦北区', ['1+0']],
    ['云锦市锦北区', ['1+0']],
    ['云锦市-锦北区', ['1+0']],
    ['雲錦市錦北區', ['1+0']],
    ['', ['1+0']],
    ['栖云区', ['0+1', 'place-name-differs@2:3 栖云区']],
    ['锦南区', ['0+1', 'place-name-differs@2:3 锦南区']],
  ])('990101 beside %j', (name, expected) => {
    expect(report(`${HEADER}2026,990101,${name},男,1,2,3\n`)).toEqual(expected)
  })

  test('what a clerk reads', () => {
    const { problems } = checkText(people, `${HEADER}2026,990101,栖云区,男,1,2,3\n`)
    expect(printProblems(problems, 'zh')).toContain('代码990101是“锦北区”。')
  })
})

describe('the headers of a wide table', () => {
  const items = [
    { code: '0-4', zh: '0—4岁', en: '0–4', also: ['0至4岁'] },
    { code: '5-9', zh: '5—9岁', en: '5–9' },
  ]
  const listed = {
    ...people,
    columns: { ...people.columns, band: makeColumn({ kind: 'list', items }, '年龄组', { privacy: 'dimension' }) },
  }
  test.each(['0—4岁,5—9岁', '0-4,5-9', '0至4岁,5—9岁（人）'])('are spelt as the contract’s list: %s', (headers) =>
    expect(report(`年份,区划代码,性别,${headers}\n2026,990101,男,1,2\n`, listed)).toEqual(['1+0']),
  )

  test('a file that is long already is read as it is', () => {
    const long = checkText(listed, '年份,地区,性别,年龄组,人数\n2026,锦北区,男,0—4岁,1\n2026,锦北区,男,5-9,2\n')
    expect(long).toMatchObject({
      all: [],
      rows: [{ values: { band: '0-4', persons: 1 } }, { values: { band: '5-9' } }],
    })
    expect(report('年份,地区,性别,年龄组\n2026,锦北区,男,0—4岁\n', listed)).not.toEqual(['1+0'])
  })
})

describe('a wide table states the sum of its row', () => {
  test.each([
    ['3', ['1+0']],
    ['', ['1+0']],
    ['4', ['0+1', 'row-total-mismatch@2:7 4']],
    ['三', ['0+1', 'number-format@2:7 三']],
  ])('1 + 2 beside %j', (sum, expected) => {
    expect(report(`${HEADER}2026,990101,锦北区,男,1,2,${sum}\n`)).toEqual(expected)
  })

  test('both numbers are reported', () => {
    const { problems } = checkText(people, `${HEADER}2026,990101,,男,1,2,4\n`)
    expect(problems[0]).toMatchObject({ expected: '3', params: { stated: 4, sum: 3, difference: 1, tolerance: 0 } })
  })

  test('a file may do without it', () => {
    expect(report('年份,区划代码,性别,0-4岁,5-9岁\n2026,990101,男,1,2\n')).toEqual(['1+0'])
  })
})

describe('a unit above a wide table', () => {
  const text = '单位：万人,,,,\n年份,区划代码,性别,0-4岁,5-9岁\n2026,990101,男,1.2,2\n'

  test('is refused where no profile states it', () => {
    expect(report(text)).toEqual(['0+1', 'unit-undeclared@null:4 万人', 'preamble-left-out@1:null 单位：万人'])
  })

  test('is applied where a profile does', () => {
    const stated = { ...people, profile: { ...people.profile, units: { persons: '万人' } } }
    const { rows, problems } = checkText(stated, text)
    expect(rows.map((row) => row.values['persons'])).toEqual([12_000, 20_000])
    expect(problems.map((problem) => problem.rule)).toEqual(['unit-scaled', 'preamble-left-out'])
  })
})

describe('合计 may be in any cell left of the counts', () => {
  const row = '2026,990101,锦北区,男,1,2,3\n'
  test.each([
    ['the year', '合计,,,,1,2,3\n', ['1+0', 'rows-taken-out@3:null 合计']],
    ['the code', '2026,合计,,,1,2,3\n', ['1+0', 'rows-taken-out@3:null 合计']],
    ['the name', '2026,,合计,,1,2,3\n', ['1+0', 'rows-taken-out@3:null 合计']],
    ['a sum that is wrong', '合计,,,,1,9,3\n', ['1+0', 'total-mismatch@3:6 9', 'rows-taken-out@3:null 合计']],
    ['the sum of sums', '合计,,,,1,2,9\n', ['1+0', 'total-mismatch@3:7 9', 'rows-taken-out@3:null 合计']],
  ])('%s', (_name, total, expected) => expect(report(`${HEADER}${row}${total}`)).toEqual(expected))

  test('a column of numbers that nobody reads', () => {
    const cases = contractOf({ id: makeColumn({ kind: 'text' }, '编号'), times: count('次数') }, { key: ['id'] })
    expect(report('序号,编号,次数\n1,a,2\n合计,,9\n', cases)).toEqual([
      '1+0',
      'total-mismatch@3:3 9',
      'rows-taken-out@3:null 合计',
    ])
  })
})

test.each([
  ['a header and nothing below', HEADER],
  ['a header and blank rows', `${HEADER},,,,,,\n`],
  ['a header and a sum', `${HEADER}合计,,,,0,0,0\n`],
])('%s is not a month of zeros', (_name, text) => {
  expect(checkText(people, text).problems.map((problem) => problem.rule)).toContain('file-no-rows')
})

describe('personal data in a column that would be published', () => {
  const makeHolder = (privacy: Column['privacy']) =>
    contractOf({ holder: makeColumn({ kind: 'text' }, '单位名称', { privacy }) })

  test('is refused, and is not repeated in the problem', () => {
    const { rows, problems } = checkText(
      makeHolder('public'),
      '单位名称\n张某（13800138000，身份证110101190001310009）\n',
    )
    expect(rows).toEqual([])
    expect(problems).toMatchObject([{ rule: 'personal-data', row: 2, found: '138******00 | 110***********0009' }])
    expect(JSON.stringify(problems)).not.toMatch(/13800138000|110101190001310009/)
    expect(printProblems(problems, 'zh')).toContain('含有手机号、身份证号')
    expect(printProblems(problems, 'en')).toContain('mobile number, resident ID')
  })

  test('may be in a column that never leaves the check', () => {
    expect(checkText(makeHolder('personal'), '单位名称\n13800138000\n').problems).toEqual([])
  })
})

describe('rows that are no data are listed', () => {
  test('title, form fields and notes, with their rows', () => {
    const text = `人口情况表,,,,,,\n制表人：某,,,,,,\n${HEADER}2026,990101,,男,1,2,3\n注：电话13800138000,,,,,,\n`
    const { problems } = checkText(people, text)
    expect(problems.map(({ rule, row, found, params }) => [rule, row, found, params['rows']])).toEqual([
      ['preamble-left-out', 1, '人口情况表 ⏎ 制表人：某', '1–2'],
      ['footnotes-left-out', 5, '注：电话138******00', '5'],
    ])
  })

  test('a row of column groups that nobody declared is refused with what was seen', () => {
    const { problems } = checkText(people, `基本,,,,人口,,\n${HEADER}2026,990101,,男,1,2,3\n`)
    expect(problems).toMatchObject([{ rule: 'header-rows-undeclared', row: 1, params: { levels: 2 } }])
    // Two fields above a title are no names of columns.
    const titled = '内部资料,,民统表\n养老情况表,,\n'
    const reported = checkText(people, `${titled}${HEADER}2026,990101,锦北区,男,1,2,3\n`).problems.map(
      (problem) => problem.rule,
    )
    expect(reported).toEqual(['preamble-left-out'])
    expect(problems[0]?.found).toBe(
      '1: 基本 |  |  |  | 人口 |  |  ⏎ 2: 年份 | 区划代码 | 地区 | 性别 | 0-4岁 | 5-9岁 | 合计',
    )
  })

  test('a profile may say that the rows above are none', () => {
    const skipping = { ...people, profile: { ...people.profile, skipRows: 1 } }
    const { rowsUsed, problems } = checkText(skipping, `基本,,,,人口,,\n${HEADER}2026,990101,,男,1,2,3\n`)
    expect([rowsUsed, ...problems.map((problem) => problem.rule)]).toEqual([1, 'preamble-left-out'])
  })
})

describe('what would be accepted instead', () => {
  const list = (names: string[]) =>
    contractOf({
      x: makeColumn({ kind: 'list', items: names.map((zh) => ({ code: zh, zh, en: zh })) }, '类别', {
        privacy: 'dimension',
      }),
    })
  const findRemedy = (names: string[], text: string) => {
    const { problems } = checkText(list(names), `类别\n${text}\n`)
    return printProblems(problems, 'zh')
  }

  test.each([
    ['a short list is told whole', ['甲', '乙'], '外', '可填：甲 | 乙。'],
    ['of a long one the nearest', [...'甲乙丙丁戊己庚辛'].map((text) => `${text}类`), '甲种', '共8项。'],
    ['or the first where nothing is near', [...'甲乙丙丁戊己庚辛'], '外', '可填：甲 | 乙 | 丙 | 丁 | 戊 | 己……共8项。'],
  ])('%s', (_name, names, text, expected) => expect(findRemedy(names, text)).toContain(expected))

  test.each([
    [{ kind: 'integer', min: 0 } as const, '-1', '≥ 0'],
    [{ kind: 'integer', max: 9 } as const, '10', '≤ 9'],
    [{ kind: 'number', min: 0, max: 9 } as const, '10', '0–9'],
  ])('a range: %j', (type, text, expected) => {
    const { problems } = checkText(contractOf({ x: makeColumn(type, '数') }), `数\n${text}\n`)
    expect(problems).toMatchObject([{ rule: 'number-out-of-range', expected }])
  })

  test.each(['date', 'datetime'] as const)('2026.1 is no %s, and the reason is given', (kind) => {
    const { problems } = checkText(contractOf({ x: makeColumn({ kind }, '时间') }), '时间\n2026.1\n')
    expect(problems).toMatchObject([{ rule: 'date-fragment' }])
  })

  test('a column that is not there yet is named before one that is', () => {
    const both = contractOf({
      source: makeColumn({ kind: 'text' }, '问题来源'),
      kind: makeColumn({ kind: 'text' }, '事件类型', { headers: ['事件来源'] }),
    })
    const { problems } = checkText(both, '事件类型,事件来原\na,b\n')
    expect(problems.find((problem) => problem.rule === 'header-unknown')?.expected?.split(' | ')[0]).toBe('问题来源')
  })
})
