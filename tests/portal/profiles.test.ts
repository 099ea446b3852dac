import { describe, expect, test } from 'vitest'
import { mergeProfiles } from '../../src/contracts/profile.ts'
import { withProfile } from '../../src/portal/read-profile.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { contractOf, makeColumn } from '../check/small.ts'

const contract = contractOf({
  place: makeColumn({ kind: 'place' }, '地区'),
  beds: makeColumn({ kind: 'integer' }, '床位', { unit: '张' }),
  beds_occupied: makeColumn({ kind: 'integer' }, '入住', { unit: '张' }),
})
const open = (text: string) => withProfile(contract, new TextEncoder().encode(text), 'raw/small/profile.yaml')
const report = (text: string) =>
  open(text).problems.map(
    ({ rule, row, columnName, found, expected }) =>
      `${rule}@${row} ${columnName ?? ''} ${found ?? ''} → ${expected ?? ''}`,
  )

describe('a profile that is not right says which line, which key, and what is expected', () => {
  test.each([
    ['columns：\n  beds: 床位总数\n', 'profile-yaml@1  columns： → '],
    ['columns:\n\tbeds: 床位总数\n', 'profile-yaml@2  beds: 床位总数 → '],
    ['ignore: [备注]\nignore: [环比]\n', 'profile-yaml@2  ignore: [环比] → '],
    ['', 'profile-empty@null profile.yaml  → columns: {beds: 床位总数}'],
    ['- 地区\n', 'profile-empty@null profile.yaml  → columns: {beds: 床位总数}'],
    ['# 说明\nheaderRows: "2"\n', 'profile-invalid@2 headerRows "2" → headerRows: 2'],
    ['ignore: 备注\n', 'profile-invalid@1 ignore "备注" → ignore: [备注]'],
    ['columns:\n  place: 区\n  beds: 5\n', 'profile-invalid@3 beds 5 → columns: {beds: 床位总数}'],
    ['skipRow: 1\n', 'profile-key-unknown@1 skipRow  → skipRows | skipBelow | groupRows'],
    ['columns:\n  bed: 床位总数\n', 'profile-column-unknown@2 bed bed → beds（床位） | beds_occupied（入住）'],
    ['units:\n  床位数: 张\n', 'profile-column-unknown@2 床位数 床位数 → beds（床位）'],
    ['constants: {kind: 甲}\n', 'profile-column-unknown@1 kind kind → beds_occupied（入住）'],
    [
      'wide: {into: age, value: beds, headers: {甲: a}}\n',
      'profile-column-unknown@1 age age → place（地区） | beds_occupied（入住）',
    ],
  ])('%j', (text, expected) => expect(report(text)).toEqual([expected]))

  test('in words, without the text of a trace', () => {
    const { problems } = open('columns：\n  beds: 床位总数\n')
    expect(printProblems(problems, 'zh').split('\n')).toHaveLength(3)
    expect(printProblems(problems, 'zh')).toContain('冒号用半角“:”')
  })

  test('one that is', () => {
    const { contract: own, problems } = open('columns:\n  beds: 床位总数\n')
    expect(problems).toEqual([])
    expect(own.profile).toEqual({ columns: { beds: '床位总数' } })
  })
})

test('a profile is laid over the contract’s own key by key', () => {
  const wide = { into: 'band', value: 'persons', headers: { '0-4岁': '0-4', '5-9岁': '5-9' }, total: '合计' }
  const own = { columns: { beds: '床位' }, units: { beds: '张' }, constants: { kind: '甲' }, ignore: ['备注'], wide }
  const given = {
    columns: { place: '区' },
    units: { beds: '万张' },
    ignore: ['环比'],
    wide: { into: 'band', value: 'persons', headers: { '0～4岁': '0-4' } },
  }
  expect(mergeProfiles(own, given)).toEqual({
    columns: { beds: '床位', place: '区' },
    units: { beds: '万张' },
    constants: { kind: '甲' },
    ignore: ['环比'],
    wide: { ...wide, headers: { ...wide.headers, '0～4岁': '0-4' } },
  })
  expect(mergeProfiles(undefined, given)).toEqual(given)
  const other = { wide: { into: 'year', value: 'persons', headers: { '2012': '2012' } } }
  expect(mergeProfiles(own, other).wide).toEqual(other.wide)
})
