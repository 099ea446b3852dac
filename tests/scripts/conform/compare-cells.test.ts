import { describe, expect, test } from 'vitest'
import { findNumber, isAsTyped, saysWhatIsShown } from '../../../scripts/conform/cells/agree.ts'
import { compareBook } from '../../../scripts/conform/cells/compare-cells.ts'
import { drawBook } from '../../../scripts/conform/cells/draw-book.ts'
import { readOurs } from '../../../scripts/conform/cells/our-cells.ts'
import { buildRawBook, renderRawRow } from '../../read/raw-book.ts'

const makeCell = (text: string) => ({ text, kind: undefined })

describe('what is read and what is shown', () => {
  test.each([
    ['1234', '1,234'],
    ['1234.5', '1235'],
    ['0.1576', '0'],
    ['12.5%', '13%'],
    ['5人', '5人'],
    ['135.03人', '135人'],
    ['123456', '12.3万'],
    ['000264', '000264'],
    ['2026-10-31', '2026年10月31日'],
    ['2026-10-31', '31-Oct-26'],
    ['2026-10-31 09:30:45', '2026/10/31 9:30'],
    ['13:01:38', '下午1时01分'],
    ['0.716', ' 5/7'],
    ['1200¹', '12001'],
    ['栖云区', '栖云区'],
  ])('%s agrees with %s', (text, shown) => {
    expect(saysWhatIsShown(makeCell(text), shown)).toBe(true)
  })

  test.each([
    ['46086', '2026年3月5日'],
    ['12', '12万'],
    ['12', ''],
    ['00-264', '-000264'],
    ['-311', '311'],
    ['46967', '47.0'],
    ['0.125', '12.5%'],
    ['2026-10-31', '2026年10月30日'],
    ['2026-10-31', '星期六'],
    ['3', '*'],
  ])('%s does not agree with %s', (text, shown) => {
    expect(saysWhatIsShown(makeCell(text), shown)).toBe(false)
  })

  test('a number that is shown has the tolerance of its last figure', () => {
    expect(findNumber('¥1,234.50')).toMatchObject({ value: 1234.5, isPercent: false })
    expect(findNumber('1.2E+05')?.tolerance).toBeCloseTo(5000, 0)
    expect(findNumber('SQ-0012')).toBeNull()
  })
})

test('types and values of calamine', () => {
  expect(isAsTyped(makeCell('46086'), { type: 'moment', value: '2026-03-05' })).toBe(false)
  expect(isAsTyped(makeCell('2026-03-05'), { type: 'moment', value: '2026-03-05' })).toBe(true)
  expect(isAsTyped(makeCell('12:00:01'), { type: 'moment', value: '12:00:00.600000' })).toBe(true)
  expect(isAsTyped(makeCell('95.5%'), { type: 'number', value: '0.955' })).toBe(true)
  expect(isAsTyped(makeCell('95'), { type: 'number', value: '0.955' })).toBe(false)
  expect(isAsTyped(makeCell(''), { type: 'text', value: '甲' })).toBe(false)
})

describe('a workbook', () => {
  const bytes = buildRawBook(renderRawRow(1, ['地区', '数']) + renderRawRow(2, ['锦北区', '<c><v>12</v></c>']))
  const typed = new Map([
    [
      '表',
      [
        ['地区', '数'],
        ['锦北区', '12'],
      ].map((row) => row.map((value) => ({ type: 'text' as const, value }))),
    ],
  ])
  const compareShown = (shown: string) =>
    compareBook('b', readOurs(bytes, 'raw/x/2026.xlsx'), {
      shown: new Map([
        [
          '表',
          [
            ['地区', '数'],
            ['锦北区', shown],
          ],
        ],
      ]),
      typed,
      covered: new Set(),
    })

  test('whose cells agree has none that disagree, and each cell is counted once', () => {
    expect(compareShown('12')).toMatchObject({ workbooks: 1, cells: 4, equal: 4, refused: 0, disagreements: [] })
  })

  test('of which a cell is shown otherwise disagrees in it', () => {
    expect(compareShown('12万').disagreements).toEqual([expect.stringContaining('表!R2C2')])
  })

  test('is drawn the same each time, and another by another number', () => {
    expect(drawBook(7)).toEqual(drawBook(7))
    expect(drawBook(8)).not.toEqual(drawBook(7))
  })
})
