import { expect, test } from 'vitest'
import { checkText, column, contractOf } from '../small.ts'

const homes = contractOf({
  place: column({ kind: 'place', levels: ['district'] }, '地区', { privacy: 'dimension' }),
  beds: column({ kind: 'integer' }, '床位', { privacy: 'count' }),
  staff: column({ kind: 'integer' }, '护理员', { privacy: 'count' }),
})
const report = (row: string) =>
  checkText(homes, `地区,床位,护理员\n锦北区,1,2\n${row}\n`).all.map((problem) => problem.rule)

test.each([
  ['中心城区,,', ['row-no-record']],
  ['*含开发区。,,', ['place-none']],
  ['*栖云区含开发区,,', ['row-no-record']],
  // A place that has reported nothing is a record, and what it lacks is told.
  ['栖云区,,', ['value-missing', 'value-missing']],
  ['栖云区,3,', ['value-missing']],
])('%s', (row, rules) => expect(report(row)).toEqual(rules))

test('a mean stands in no place', () => {
  const named = contractOf({ name: column({ kind: 'text' }, '站点'), ...homes.columns })
  const { all } = checkText(named, '站点,地区,床位,护理员\n甲,锦北区,1,2\n全市平均,,1,2\n')
  expect(all).toMatchObject([{ rule: 'row-no-record', row: 3, column: 1, found: '全市平均' }])
})

test('a mean is no record, though each of its cells is filled', () => {
  const columns = {
    name: column({ kind: 'text' }, '单位'),
    beds: column({ kind: 'integer' }, '件数', { privacy: 'count' }),
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

test('the sum of a part is told under the name of the part', () => {
  const streets = contractOf({ place: column({ kind: 'place', levels: ['street'] }, '地区') })
  const sums = ['云锦市', '锦北区'].map((text) => checkText(streets, `地区\n${text}\n`).all[0]?.params['sum'])
  expect(sums).toEqual(['合计', '锦北区小计'])
})
