import { expect, test } from 'vitest'
import { type Contract, contract as contractShape } from '../../src/contracts/contract.ts'
import { DATASETS } from '../../src/datasets/index.ts'
import { checkUnits } from '../../src/portal/check-units.ts'
import { CONTRACT_EXAMPLE } from '../../src/portal/reference/reference-examples.ts'
import { printProblems } from '../../src/problems/print-problems.ts'

/** The contract of the reference with the units of a column and of a measure replaced. */
function withUnits(unit: string): Contract {
  const copy = contractShape.parse(CONTRACT_EXAMPLE)
  const { place } = copy.columns
  const lamps = copy.tables['lamps']?.measures['lamps']
  if (!place || !lamps) throw new Error('the example has other names')
  place.unit = unit
  lamps.unit = unit
  return copy
}

test('the built-in contracts and the example have units in both languages', () => {
  for (const dataset of [...DATASETS, contractShape.parse(CONTRACT_EXAMPLE)])
    expect(checkUnits(dataset, 'c.ts')).toEqual([])
})

test.each(['', '%', '小时', 'kg', '℃', 'µg/m³'])('“%s” needs no words of its own', (unit) => {
  expect(checkUnits(withUnits(unit), 'c.ts')).toEqual([])
})

test('a counter without English is named where it stands, with what to write', () => {
  const problems = checkUnits(withUnits('床'), 'contracts/beds.ts')
  expect(problems).toMatchObject([
    { rule: 'contract-unit-unknown', level: 'warning', columnName: 'columns.place.unit', found: '床' },
    { columnName: 'tables.lamps.measures.lamps.unit', expected: "{ zh: '床', en: { one: '…', other: '…' } }" },
  ])
  expect(printProblems(problems, 'zh')).toMatchInlineSnapshot(`
    "! 数据约定的“columns.place.unit”写着单位“床”，没有它的英文   contract-unit-unknown
      contracts/beds.ts   实为 床
      计数用的单位请两种语言都写：{ zh: '床', en: { one: '…', other: '…' } }；计量单位写名称即可，已知的有：人 岁 年 月 天 日 周 个月 小时 分钟 秒 % ‰ 百分点 元 万元 亿元 公顷 亩 平方米 平方公里 立方米 米 公里 千米 厘米 毫米 升 克 千克 公斤 吨 毫克/升 微克/立方米 毫克/立方米 千瓦 千瓦时 分贝。

    ! 数据约定的“tables.lamps.measures.lamps.unit”写着单位“床”，没有它的英文   contract-unit-unknown
      contracts/beds.ts   实为 床
      计数用的单位请两种语言都写：{ zh: '床', en: { one: '…', other: '…' } }；计量单位写名称即可，已知的有：人 岁 年 月 天 日 周 个月 小时 分钟 秒 % ‰ 百分点 元 万元 亿元 公顷 亩 平方米 平方公里 立方米 米 公里 千米 厘米 毫米 升 克 千克 公斤 吨 毫克/升 微克/立方米 毫克/立方米 千瓦 千瓦时 分贝。"
  `)
  expect(printProblems(problems, 'en')).toMatchInlineSnapshot(`
    "! “columns.place.unit” of the contract states the unit “床”, which has no known English name   contract-unit-unknown
      contracts/beds.ts   found 床
      Write what is counted in both languages: { zh: '床', en: { one: '…', other: '…' } }. A unit of measurement is written by its name alone; known units: 人 岁 年 月 天 日 周 个月 小时 分钟 秒 % ‰ 百分点 元 万元 亿元 公顷 亩 平方米 平方公里 立方米 米 公里 千米 厘米 毫米 升 克 千克 公斤 吨 毫克/升 微克/立方米 毫克/立方米 千瓦 千瓦时 分贝.

    ! “tables.lamps.measures.lamps.unit” of the contract states the unit “床”, which has no known English name   contract-unit-unknown
      contracts/beds.ts   found 床
      Write what is counted in both languages: { zh: '床', en: { one: '…', other: '…' } }. A unit of measurement is written by its name alone; known units: 人 岁 年 月 天 日 周 个月 小时 分钟 秒 % ‰ 百分点 元 万元 亿元 公顷 亩 平方米 平方公里 立方米 米 公里 千米 厘米 毫米 升 克 千克 公斤 吨 毫克/升 微克/立方米 毫克/立方米 千瓦 千瓦时 分贝."
  `)
})

test('a misspelt unit of measurement is answered with its neighbours', () => {
  expect(checkUnits(withUnits('小是'), 'c.ts')[0]?.params).toMatchObject({ known: '小时' })
})
