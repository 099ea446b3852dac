import { describe, expect, test } from 'vitest'
import type { Profile } from '../../../src/contracts/contract.ts'
import { checkText, contractOf, makeColumn } from '../small.ts'

const number = { kind: 'number' } as const
const text = { kind: 'text' } as const
const makeBeds = (profile: Profile = {}) =>
  contractOf(
    {
      place: makeColumn(text, '地区'),
      beds: makeColumn(number, '床位', { unit: '张' }),
      people: makeColumn(number, '人口', { unit: '人' }),
    },
    { profile },
  )
/** The values of the first row, or the errors that stop it, and the rules of units that spoke. */
const read = (lines: string, profile: Profile = {}) => {
  const { rows, all } = checkText(makeBeds(profile), lines)
  const reported = all.filter((problem) => /^unit|header/.test(problem.rule)).map((problem) => problem.rule)
  return [rows[0]?.values['beds'] ?? null, rows[0]?.values['people'] ?? null, ...reported]
}

describe('a unit around the table', () => {
  const checkUnder = (stated: string, profile: Profile = {}) => read(`${stated},,\n地区,床位,人口\n甲,3,4\n`, profile)

  test.each([
    '单位：张、人',
    '单位：见表头',
    '单位：无',
    '单位：',
    '填报单位：云锦市民政局',
    '单位：云锦市民政局',
    '单位（盖章）：云锦市民政局',
    '报送单位（万人以上填）：民政局',
    '养老情况（不含家庭床位）',
    '计量单位：张',
    '各单位：请于月底前报送',
    '事业单位：5个',
    '单位：锦北第一小学',
    '单位：个',
    '（单位：张/人）',
    '单位：床位（张）、人口（人）',
    '注：单位：张。床位为核定数。',
    '单位：张、人、公顷',
  ])('%s changes nothing', (stated) => expect(checkUnder(stated)).toEqual([3, 4]))

  test.each([
    ['单位：百张', ['unit-undeclared']],
    ['单位：万张、万人', ['unit-undeclared', 'unit-undeclared']],
    ['单位：张，万人', ['unit-undeclared']],
    ['单位：人 百张', ['unit-undeclared']],
    ['单位：公顷', ['unit-unknown']],
    ['单位：床位（百张）、人口（人）', ['unit-undeclared']],
  ])('%s is refused', (stated, rules) => expect(checkUnder(stated)).toEqual([null, null, ...rules]))

  test('a note below counts as much', () =>
    expect(read('地区,床位,人口\n甲,3,4\n注：人口单位为万人,,\n')).toEqual([null, null, 'unit-undeclared']))

  test('the remedies work as they are written', () => {
    expect(checkUnder('单位：百张', { units: { beds: '百张' } })).toEqual([300, 4, 'unit-scaled'])
    expect(checkUnder('单位：百张', { units: { beds: '张' } })).toEqual([3, 4])
    expect(checkUnder('单位：公顷', { units: { beds: '张', people: '人' } })).toEqual([3, 4])
    const { problems } = checkText(makeBeds(), '单位：公顷,,\n地区,床位,人口\n甲,3,4\n')
    const unknown = problems.find((problem) => problem.rule === 'unit-unknown')
    expect(unknown?.params['units']).toBe('units: {beds: 张, people: 人}')
    // A bare % is no value in YAML.
    const rates = contractOf({ x: makeColumn(number, '增长', { unit: '%' }), y: makeColumn(text, '名称') })
    const { problems: reported } = checkText(rates, '单位：公顷,\n增长,名称\n3,甲\n')
    expect(reported.find((problem) => problem.rule === 'unit-unknown')?.params['units']).toBe('units: {x: "%"}')
  })

  test('headers that print their own units settle it', () =>
    expect(read('单位：公顷,,\n地区,床位（张）,人口[人]\n甲,3,4\n')).toEqual([3, 4]))
})

describe('a unit in a header', () => {
  const checkHeaded = (header: string, profile: Profile = {}) => read(`地区,"${header}",人口\n甲,3,4\n`, profile)

  test.each([
    ['床位（张）', 3, []],
    ['床位【张】', 3, []],
    ['床位/张', 3, []],
    ['床位 张', 3, []],
    ['床位[万张]', 30_000, ['unit-scaled']],
    ['床位\n（万张）', 30_000, ['unit-scaled']],
    ['床位，单位：百张', 300, ['unit-scaled']],
    ['床位（千张）', 3000, ['unit-scaled']],
  ])('%j', (header, value, rules) => {
    expect(checkHeaded(header)).toEqual([value, 4, ...rules])
    // The same where the whole header is in the profile.
    expect(checkHeaded(header, { columns: { beds: header } })).toEqual([value, 4, ...rules])
  })

  test('in the profile’s own words too', () => {
    expect(checkHeaded('核定床位[百张]', { columns: { beds: '核定床位[百张]' } })).toEqual([300, 4, 'unit-scaled'])
    expect(checkHeaded('核定床位（万张）（年末）', { columns: { beds: '核定床位（万张）（年末）' } })[0]).toBe(30_000)
    expect(checkHeaded('床位（%）', { columns: { beds: '床位（%）' } })).toEqual([null, null, 'unit-other'])
    expect(checkHeaded('床位（万人）', { columns: { beds: '床位（万人）' } })).toEqual([null, null, 'unit-other'])
  })

  test('a remark in brackets is none', () =>
    expect(checkHeaded('床位（不含家庭）', { columns: { beds: '床位（不含家庭）' } })).toEqual([3, 4]))

  test('what follows a space or a slash is a unit only where it is one', () =>
    expect(checkHeaded('床位 备注')).toEqual([null, null, 'header-unknown', 'header-missing']))

  test('a unit that the profile denies', () => {
    expect(checkHeaded('床位（万张）', { units: { beds: '张' } })).toEqual([null, null, 'unit-contradiction'])
    expect(checkHeaded('床位（万张）', { units: { beds: '万张' } })).toEqual([30_000, 4, 'unit-scaled'])
  })

  test('a rate in ‰ is no percentage', () => {
    const rates = contractOf({ x: makeColumn({ kind: 'percent', as: 'percent' }, '率') })
    expect(checkText(rates, '率（‰）\n3\n').all.map((problem) => problem.rule)).toEqual(['unit-other'])
    expect(checkText(rates, '率（%）\n3\n').rows[0]?.values['x']).toBe(3)
  })
})

describe('a column that counts in a power of ten', () => {
  const checkBudget = (header: string, cell: string, above = '') => {
    const contract = contractOf({
      name: makeColumn(text, '部门'),
      sum: makeColumn(number, '支出', { unit: '万元' }),
    })
    const { rows, all } = checkText(contract, `${above}部门,${header}\n甲,"${cell}"\n`)
    return [
      rows[0]?.values['sum'] ?? null,
      ...all.map((problem) => problem.rule).filter((rule) => rule !== 'preamble-left-out'),
    ]
  }
  test.each([
    ['支出', '12.5万元', [12.5, 'number-scaled']],
    ['支出', '125000元', [12.5, 'number-scaled']],
    ['支出（元）', '125000', [12.5, 'unit-scaled']],
    ['支出（亿元）', '1.25', [12_500, 'unit-scaled']],
    ['支出（人民币万元）', '12.5', [12.5]],
    ['支出（万）', '12.5', [12.5]],
    // 12.5 万元, or 12.5 万 of them.
    ['支出', '12.5万', [null, 'unit-twice']],
    ['支出（元）', '12.5万元', [null, 'unit-twice', 'unit-scaled']],
    ['支出（亿元）', '5元', [null, 'unit-twice', 'unit-scaled']],
  ])('%s: %s', (header, cell, expected) => {
    const [value, ...rules] = checkBudget(header, cell)
    expect([value, ...rules.toSorted()]).toEqual([expected[0], ...expected.slice(1).toSorted()])
  })

  test('is rounded as it is printed', () => {
    const makeThirdColumn = (zh: string) => makeColumn(number, zh, { unit: '万元' })
    const parts = contractOf(
      { a: makeThirdColumn('基本'), b: makeThirdColumn('项目'), c: makeThirdColumn('支出') },
      { rules: [{ kind: 'sum', total: 'c', parts: ['a', 'b'] }] },
    )
    const listRules = (line: string) =>
      checkText(parts, `基本,项目,支出\n${line}\n`).problems.map((problem) => problem.rule)
    expect(listRules('1.2万元,3.4万元,4.6万元')).not.toContain('sum')
    expect(listRules('1.2万元,3.4万元,9.6万元')).toContain('sum')
  })

  test.each(['单位：人民币万元', '单位：人民币（万元）', '单位：万元、%'])('%s above it', (stated) =>
    expect(checkBudget('支出', '12.5', `${stated},\n`)).toEqual([12.5]),
  )
})

test.each(['μg/m³', 'ug/m3', '微克/立方米'])('%s and 微克/立方米 are one unit', (unit) => {
  const air = contractOf({ x: makeColumn(number, 'PM2.5', { unit: '微克/立方米' }) })
  expect(checkText(air, `PM2.5（${unit}）\n3\n`)).toMatchObject({ rows: [{ values: { x: 3 } }], all: [] })
})

describe('units across', () => {
  const wide = contractOf(
    {
      place: makeColumn(text, '地区'),
      year: makeColumn({ kind: 'year' }, '年份'),
      people: makeColumn({ kind: 'integer' }, '人口', { unit: '人' }),
    },
    {
      profile: {
        wide: { into: 'year', value: 'people', headers: { '2012年': '2012', '2013年': '2013' }, total: '合计' },
      },
    },
  )
  const listValues = (lines: string) => {
    const { rows, all } = checkText(wide, lines)
    return [...rows.map((row) => row.values['people']), ...all.map((problem) => problem.rule)]
  }

  test('each header its own', () => {
    expect(listValues('地区,2012年（万人）,2013年（万人）\n甲,1,2\n')).toEqual([10_000, 20_000, 'unit-scaled'])
    expect(listValues('地区,2012年（万人）,2013年\n甲,1,2\n')).toEqual([10_000, 2, 'unit-scaled'])
    expect(listValues('地区,2012年,2013年,合计（万人）\n甲,11000,12000,2.3\n')).toEqual([11_000, 12_000, 'unit-scaled'])
    expect(listValues('地区,2012年,2013年,合计（万人）\n甲,11000,12000,2.9\n')).toContain('row-total-mismatch')
  })

  test('a profile that names the header whole', () => {
    const own = { ...wide, profile: { wide: { into: 'year', value: 'people', headers: { '12年（万人）': '2012' } } } }
    expect(checkText(own, '地区,12年（万人）\n甲,1\n').rows[0]?.values['people']).toBe(10_000)
  })
})
