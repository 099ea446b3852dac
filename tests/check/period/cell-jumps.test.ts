import { describe, expect, test } from 'vitest'
import { findCellJumps } from '../../../src/check/period/cell-jumps.ts'
import { checkText, contractOf, makeColumn, PLACES } from '../small.ts'
import { shapeOf } from './shape-of.ts'

const count = (zh: string) => makeColumn({ kind: 'integer' }, zh, { privacy: 'count' })
const contract = contractOf(
  { name: makeColumn({ kind: 'text' }, '街道', { privacy: 'dimension' }), men: count('男'), women: count('女') },
  { key: ['name'], frequency: 'year' },
)
const NAMES = ['甲', '乙', '丙', '丁', '戊', '己']
const MEN = [5120, 830, 2410, 9075, 1333, 3300]
const WOMEN = [4800, 910, 2666, 8200, 1490, 2900]
const grow = (numbers: readonly number[]) => numbers.map((number) => Math.round(number * 1.02))

const fileOf = (period: string, men: readonly number[], women: readonly number[]) => {
  const text = `街道,男,女\n${NAMES.map((name, index) => `${name},${men[index]},${women[index]}`).join('\n')}\n`
  return {
    path: `raw/small/${period}.csv`,
    period,
    shape: shapeOf(contract, checkText(contract, text, period).rows, period),
  }
}
const before = fileOf('2025', MEN, WOMEN)
const listAsked = (men: readonly number[], women: readonly number[]) =>
  findCellJumps(contract, [fileOf('2026', men, women), before], PLACES).map(
    ({ rule, level, row, columnName, found }) => `${level} ${rule} ${row} ${columnName} ${found}`,
  )
const replace = (numbers: readonly number[], index: number, value: number) =>
  numbers.map((number, at) => (at === index ? value : number))

describe('counts are put against the same cells of the period before', () => {
  test('a year of growth', () => expect(listAsked(grow(MEN), grow(WOMEN))).toEqual([]))

  test.each([
    ['ten times', 9075 * 10, 'warning cell-jump 5 男 90750'],
    ['a thousandth', 9, 'warning cell-jump 5 男 9'],
    ['a digit lost', 907, 'warning cell-jump 5 男 907'],
  ])('one cell %s of what it was', (_name, value, expected) => {
    expect(listAsked(replace(grow(MEN), 3, value), grow(WOMEN))).toEqual([expected])
  })

  test('a small count that chance moves', () => {
    const small = replace(MEN, 1, 3)
    const [now, then] = [fileOf('2026', replace(grow(MEN), 1, 18), WOMEN), fileOf('2025', small, WOMEN)]
    expect(findCellJumps(contract, [now, then], PLACES)).toEqual([])
  })

  test('a column sorted by itself', () => {
    const sorted = grow(MEN).sort((a, b) => a - b)
    expect(listAsked(sorted, grow(WOMEN))).toEqual([`warning column-misaligned null 男 ${sorted.join(' | ')}`])
  })

  test('two columns whose headers were swapped', () => {
    const [few, many] = [MEN, WOMEN.map((number) => number * 3)]
    const then = fileOf('2025', few, many)
    const found = findCellJumps(contract, [fileOf('2026', grow(many), grow(few)), then], PLACES)
    expect(found.map(({ rule, columnName, params }) => [rule, columnName, params['other']])).toEqual([
      ['columns-swapped', '男', { zh: '女', en: '女' }],
    ])
  })

  test('counts of persons by their names are not kept', () => {
    const own = contractOf(
      { name: makeColumn({ kind: 'text' }, '姓名', { privacy: 'personal' }), men: count('次数') },
      { key: ['name'] },
    )
    expect(shapeOf(own, checkText(own, '姓名,次数\n甲,1\n').rows, '2026-10').counts).toBeNull()
  })
})
