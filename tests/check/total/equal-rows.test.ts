import { describe, expect, test } from 'vitest'
import type { Contract } from '../../../src/contracts/contract.ts'
import { checkText, contractOf, makeColumn } from '../small.ts'

const count = (zh: string) => makeColumn({ kind: 'integer' }, zh, { privacy: 'count', optional: true, absent: true })
const name = makeColumn({ kind: 'text' }, '名称', { privacy: 'dimension' })
const place = makeColumn({ kind: 'place' }, '地区', { privacy: 'dimension' })
const homes = contractOf({ name, beds: count('床位'), staff: count('人员') }, { key: ['name'] })
const districts = contractOf({ place, beds: count('床位') }, { key: ['place'] })
const kind = makeColumn(
  {
    kind: 'list',
    items: [
      { code: 'total', zh: '合计', en: 'Total' },
      { code: 'a', zh: '甲', en: 'A' },
      { code: 'b', zh: '乙', en: 'B' },
    ],
  },
  '种类',
  { privacy: 'dimension' },
)
const year = makeColumn({ kind: 'year' }, '年份', { privacy: 'dimension' })

const listAsked = (contract: Contract, text: string) =>
  checkText(contract, text)
    .problems.filter(({ rule }) => rule === 'row-equals-others')
    .map(({ row, found }) => `${found}@${row}`)

describe('a row that equals the sum of the others in every count is asked about', () => {
  test.each([
    ['the last row', '名称,床位,人员\n甲院,10,3\n乙院,20,4\n本辖区,30,7\n', ['本辖区@4']],
    ['the first row', '名称,床位,人员\nGesamt,30,7\n甲院,10,3\n乙院,20,4\n', ['Gesamt@2']],
    ['a row between', '名称,床位,人员\n甲院,10,3\n全部,30,7\n乙院,20,4\n', ['全部@3']],
    ['one count of three', '名称,床位,人员\n甲院,10,3\n乙院,20,4\n丙院,30,8\n', []],
    ['counts that the row leaves blank', '名称,床位,人员\n甲院,10,3\n乙院,20,4\n全部,30,\n', ['全部@4']],
    ['a lone count inside, small enough for chance', '名称,床位\n甲院,10\n乙院,30\n丙院,20\n', []],
    ['two equal rows', '名称,床位\n甲院,30\n乙院,30\n丙院,0\n', []],
    ['small numbers', '名称,床位\n甲院,1\n乙院,2\n丙院,3\n', []],
  ])('%s', (_name, text, expected) => expect(listAsked(homes, text)).toEqual(expected))

  test('a place that holds all the others is their sum, and meant', () => {
    expect(listAsked(districts, '地区,床位\n云锦市,300\n锦北区,100\n栖云区,200\n')).toEqual([])
    expect(listAsked(districts, '地区,床位\n高泽区,300\n锦北区,100\n栖云区,200\n')).toEqual(['高泽区@2'])
  })

  test('an item of a list that is called a sum is meant', () => {
    const contract = contractOf({ kind, beds: count('床位') }, { key: ['kind'] })
    expect(listAsked(contract, '种类,床位\n甲,100\n乙,200\n合计,300\n')).toEqual([])
  })

  test('within each year of a file of several', () => {
    const contract = contractOf({ year, name, beds: count('床位') }, { key: ['name', 'year'] })
    const text = '年份,名称,床位\n2024,甲,100\n2024,乙,200\n2024,全部,300\n2025,甲,110\n2025,乙,205\n2025,全部,315\n'
    expect(listAsked(contract, text)).toEqual(['全部@4', '全部@7'])
  })
})
