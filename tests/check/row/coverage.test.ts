import { describe, expect, test } from 'vitest'
import { population } from '../../../src/datasets/population/population-contract.ts'
import { checkText, contractOf, makeColumn } from '../small.ts'

const SEX = [
  { code: 'm', zh: '男', en: 'Male' },
  { code: 'f', zh: '女', en: 'Female' },
]
const returns = contractOf(
  {
    place: makeColumn({ kind: 'place', levels: ['district'] }, '地区', { privacy: 'dimension' }),
    sex: makeColumn({ kind: 'list', items: SEX }, '性别', { privacy: 'dimension' }),
    n: makeColumn({ kind: 'integer' }, '人数', { privacy: 'count' }),
  },
  { key: ['place', 'sex'], complete: ['place', 'sex'] },
)
const WHOLE = ['锦北区,男,1', '锦北区,女,2', '栖云区,男,3', '栖云区,女,4', '高泽区,男,0', '高泽区,女,0']
const checkLines = (lines: readonly string[], period?: string) =>
  checkText(returns, `地区,性别,人数\n${lines.join('\n')}\n`, period).problems.map((problem) => [
    problem.rule,
    problem.params['key'],
  ])

describe('a return of which nothing may be left out', () => {
  test('is whole with every place of its time and every class, zeros included', () => {
    expect(checkLines(WHOLE)).toEqual([])
  })

  test('lacks a place that exists in its period, and none that had ended', () => {
    expect(checkLines(WHOLE.slice(0, 4))).toEqual([['place-not-reported', '990118']])
    expect(checkLines([...WHOLE.slice(0, 4), '高泽县,男,1', '高泽县,女,1'], '2012-10')).toEqual([])
  })

  test('lacks a whole class, which is reported once and not for every place', () => {
    expect(checkLines(WHOLE.filter((line) => line.includes('男')))).toEqual([['class-not-reported', 'f']])
  })

  test('lacks a single row, which may be a zero that nobody wrote', () => {
    expect(checkLines(WHOLE.slice(0, 5))).toEqual([['row-not-reported', '990118 f']])
  })

  test('of which a row was refused is not called incomplete beside', () => {
    expect(checkLines([...WHOLE.slice(0, 5), '高泽区,女,若干']).map(([rule]) => rule)).toEqual(['number-format'])
  })
})

test('events are not required: a district may have none', () => {
  const events = { ...returns, complete: undefined }
  expect(checkText(events, '地区,性别,人数\n锦北区,男,1\n').problems).toEqual([])
})

test('the age groups of a population file are required whatever a profile maps', () => {
  expect(population.complete).toEqual(['place', 'sex', 'band'])
})
