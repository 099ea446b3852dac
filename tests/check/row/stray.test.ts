import { describe, expect, test } from 'vitest'
import { checkText, contractOf, makeColumn } from '../small.ts'

const homes = contractOf({
  place: makeColumn({ kind: 'place', levels: ['district'] }, '地区', { privacy: 'dimension' }),
  beds: makeColumn({ kind: 'integer' }, '床位', { privacy: 'count' }),
  staff: makeColumn({ kind: 'integer' }, '护理员', { privacy: 'count' }),
})
const report = (row: string) =>
  checkText(homes, `地区,床位,护理员\n锦北区,1,2\n${row}\n`).all.map((problem) => problem.rule)

test.each([
  ['中心城区,,', ['row-no-record']],
  ['*含开发区。,,', ['place-none']],
  ['*栖云区含开发区,,', ['row-no-record']],
  // A place that has reported nothing is a record, and what it lacks is reported.
  ['栖云区,,', ['value-missing', 'value-missing']],
  ['栖云区,3,', ['value-missing']],
])('%s', (row, rules) => expect(report(row)).toEqual(rules))

test('a mean is in no place', () => {
  const named = contractOf({ name: makeColumn({ kind: 'text' }, '站点'), ...homes.columns })
  const { all } = checkText(named, '站点,地区,床位,护理员\n甲,锦北区,1,2\n全市平均,,1,2\n')
  expect(all).toMatchObject([{ rule: 'row-no-record', row: 3, column: 1, found: '全市平均' }])
})

test('a mean is no record, though each of its cells is filled', () => {
  const columns = {
    name: makeColumn({ kind: 'text' }, '单位'),
    beds: makeColumn({ kind: 'integer' }, '件数', { privacy: 'count' }),
  }
  const report = (name: string) =>
    checkText(contractOf(columns, { key: ['name'] }), `单位,件数\n甲,1\n${name},1\n`).all.map((problem) => problem.rule)
  expect(['平均', '各单位平均', '平均值', '平均科技公司'].map(report)).toEqual([
    ['row-no-record'],
    ['row-no-record'],
    ['row-no-record'],
    [],
  ])
})

test('the sum of a part is reported under the name of the part', () => {
  const streets = contractOf({ place: makeColumn({ kind: 'place', levels: ['street'] }, '地区') })
  const sums = ['云锦市', '锦北区'].map((text) => checkText(streets, `地区\n${text}\n`).all[0]?.params['sum'])
  expect(sums).toEqual(['合计', '锦北区小计'])
})

describe('where every value is optional', () => {
  const optional = { privacy: 'count', optional: true } as const
  const table = contractOf(
    {
      name: makeColumn({ kind: 'text' }, '指标', { privacy: 'dimension' }),
      old: makeColumn({ kind: 'integer' }, '2020', optional),
      new: makeColumn({ kind: 'integer' }, '2021', optional),
    },
    { key: ['name'] },
  )
  const checkUsed = (rows: string) => {
    const { all, rowsUsed } = checkText(table, `指标,2020,2021\n全国人口,141212,141260\n${rows}`)
    return [rowsUsed, ...all.map(({ rule, row }) => `${rule}@${row}`)].join(' ')
  }

  test.each([
    ['（以下空白）,,\n', '1 footnotes-left-out@3'],
    ['此页无正文,,\n', '1 footnotes-left-out@3'],
    ['数据截止2026年10月31日,,\n', '1 row-no-record@3'],
    ['2.历次普查总人口数据包括现役军人。,,\n', '1 row-no-record@3'],
    ['*含开发区,,\n城镇人口,5,6\n', '2 row-no-record@3'],
    ['一、按城乡分,,\n城镇人口,5,6\n', '2 row-no-record@3'],
    // A name between other records, of which nothing is reported, is a record.
    ['乡村人口,,\n城镇人口,5,6\n', '3'],
    ['乡村人口,—,—\n', '2 missing-mark@3 missing-mark@3'],
  ])('%s', (rows, expected) => expect(checkUsed(rows)).toBe(expected))

  test('a table of names alone is one of records', () => {
    const names = contractOf({
      name: makeColumn({ kind: 'text' }, '名称'),
      note: makeColumn({ kind: 'text' }, '备注', { optional: true }),
    })
    expect(checkText(names, '名称,备注\n甲院,\n乙院,\n').rowsUsed).toBe(2)
  })
})
