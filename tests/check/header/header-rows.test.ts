import { describe, expect, test } from 'vitest'
import { checkText, contractOf, makeColumn } from '../small.ts'

const beds = contractOf(
  {
    place: makeColumn({ kind: 'place' }, '地区', { privacy: 'dimension' }),
    homes: makeColumn({ kind: 'integer' }, '机构', { privacy: 'count', unit: '家' }),
    persons: makeColumn({ kind: 'number' }, '老人', { privacy: 'count', unit: '人' }),
  },
  { key: ['place'] },
)
const HEAD = '地区,机构,老人\n'
const DATA = '锦北区,1,2\n栖云区,3,4\n'
const report = (text: string) => {
  const { rowsUsed, rowsRefused, all } = checkText(beds, text)
  return [`${rowsUsed}+${rowsRefused}`, ...all.map(({ rule, row }) => `${rule} ${row}`)]
}

describe('a row of words where numbers belong is one problem', () => {
  test.each([
    ['units', `${HEAD},家,人\n${DATA}`, ['2+1', 'header-unit-row 2']],
    ['units in brackets, with a power', `${HEAD}单位,(家),（万人）\n${DATA}`, ['2+1', 'header-unit-row 2']],
    ['the header in English', `${HEAD}Place,Homes,Persons of 60+\n${DATA}`, ['2+1', 'header-second 2']],
    [
      'units and English',
      `${HEAD}Place,Homes,Persons\n,家,人\n${DATA}`,
      ['2+2', 'header-second 2', 'header-unit-row 3'],
    ],
    ['a further table', `${HEAD}${DATA}附表,,\n街道,处数,面积\n甲,1,2\n`, ['2+3', 'sheet-second-table 4']],
  ])('%s', (_name, text, expected) => expect(report(text)).toEqual(expected))

  test('the remedy for units works', () => {
    const { all } = checkText(beds, `${HEAD},家,万人\n${DATA}`)
    expect(all[0]?.params).toEqual({ example: '机构（家）' })
    const { rows } = checkText(beds, `地区,机构（家）,老人（万人）\n${DATA}`)
    expect(rows[0]?.values).toMatchObject({ homes: 1, persons: 20_000 })
  })
})

test('the unit of a percentage is a unit', () => {
  const rates = contractOf({
    place: makeColumn({ kind: 'place' }, '地区'),
    homes: makeColumn({ kind: 'integer' }, '机构', { unit: '家' }),
    rate: makeColumn({ kind: 'percent', as: 'percent' }, '入住率'),
  })
  const { all } = checkText(rates, '地区,机构,入住率\n,家,%\n锦北区,1,90%\n')
  expect(all.map(({ rule, row }) => `${rule} ${row}`)).toEqual(['header-unit-row 2'])
})

test('a row of a known place is data, whatever is in its cells', () => {
  expect(report(`${HEAD}锦北区,保密,保密\n栖云区,3,4\n`)).toEqual(['1+1', 'number-format 2', 'number-format 2'])
  expect(report(`${HEAD}锦北区,暂无,暂无\n`)).toEqual(['0+1', 'value-missing 2', 'value-missing 2'])
})
