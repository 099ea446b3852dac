import { describe, expect, test } from 'vitest'
import { findStoppedFiles } from '../../../src/check/period/stopped-files.ts'
import { checkText, contractOf, makeColumn, PLACES } from '../small.ts'
import { shapeOf } from './shape-of.ts'

const kind = makeColumn(
  {
    kind: 'list',
    items: [
      { code: 'a', zh: '甲', en: 'A' },
      { code: 'b', zh: '乙', en: 'B' },
    ],
  },
  '类别',
  { privacy: 'dimension' },
)
const contract = contractOf(
  { kind, opened: makeColumn({ kind: 'date' }, '受理') },
  { rules: [{ kind: 'belongs-to-period', columns: ['opened'] }] },
)

/** A month with as many records a day until its last day, every other record of kind 乙. */
const monthOf = (period: string, { perDay = 2, days = 30, kinds = ['甲', '乙'] } = {}) => {
  const rows = Array.from({ length: days * perDay }, (_, index) => {
    const day = String(Math.floor(index / perDay) + 1).padStart(2, '0')
    return `${kinds[index % kinds.length]},${period}-${day}`
  })
  const { rows: checked } = checkText(contract, `类别,受理\n${rows.join('\n')}\n`, period)
  return { path: `raw/small/${period}.csv`, period, shape: shapeOf(contract, checked, period) }
}
const whole = ['2026-06', '2026-08', '2026-09'].map((period) => monthOf(period))
const listAsked = (last: ReturnType<typeof monthOf>, before = whole) =>
  findStoppedFiles(contract, [last, ...before], PLACES).map(({ rule, level, file, found }) => [
    rule,
    level,
    file,
    found,
  ])

describe('a file that stops before its period does', () => {
  test('a whole month is not asked about', () => expect(listAsked(monthOf('2026-10'))).toEqual([]))

  test('half a month lacks rows and days', () => {
    expect(listAsked(monthOf('2026-10', { days: 15 }))).toEqual([
      ['file-fewer-rows', 'warning', 'raw/small/2026-10.csv', '30'],
      ['file-stops-early', 'warning', 'raw/small/2026-10.csv', '2026-10-15'],
    ])
  })

  test('a month of as many rows may stop early too', () => {
    expect(listAsked(monthOf('2026-10', { days: 20, perDay: 3 })).map(([rule]) => rule)).toEqual(['file-stops-early'])
  })

  test('a weekend at the end is no stop', () => expect(listAsked(monthOf('2026-10', { days: 27 }))).toEqual([]))

  test('a class that every month had is gone', () => {
    expect(listAsked(monthOf('2026-10', { kinds: ['甲'] })).map(([rule]) => rule)).toEqual(['class-gone'])
  })

  test('with one month before nothing is usual yet', () => {
    expect(listAsked(monthOf('2026-10', { days: 15 }), whole.slice(0, 1))).toEqual([])
  })

  test('where months differ much, fewer rows are usual', () => {
    const before = [monthOf('2026-08', { perDay: 6 }), monthOf('2026-09', { perDay: 2 })]
    expect(listAsked(monthOf('2026-10', { perDay: 1 }), before).map(([rule]) => rule)).toEqual([])
  })
})
