import { describe, expect, test } from 'vitest'
import { foldGlyphs } from '../../../scripts/conform/glyphs.ts'
import { findLostInPrint, type Piece, type Wanted } from '../../../scripts/conform/printed-pages.ts'

/** A line of pieces on the first page, each 20 points wide, on paper of 200. */
function makeLine(y: number, ...texts: string[]): Piece[] {
  return texts.map((text, at) => ({ text, page: 1, x: 10 + at * 25, y, width: 20, pageWidth: 200 }))
}

function makeTable(...rows: string[][]): Wanted {
  const [heads = []] = rows
  const cells = rows.flatMap((row) => row.map((text, at) => ({ table: 'hours', column: heads[at] ?? '', text })))
  return { charts: [], cells }
}

const HOURS = makeTable(['地区', '中位数', 'P90'], ['锦中区', '10.7', '65.2'], ['栖云区', '24.1', '125.8'])

describe('a table', () => {
  const whole = [...makeLine(90, '地区', '中位数', 'P90'), ...makeLine(80, '锦中区', '10.7', '65.2')]
  const last = makeLine(70, '栖云区', '24.1', '125.8')

  test('that is whole', () => expect(findLostInPrint(HOURS, [...whole, ...last])).toEqual([]))

  test('that lost its last column', () => {
    const kept = [...whole, ...last].filter(({ x }) => x < 60)
    expect(findLostInPrint(HOURS, kept)).toEqual(['table "hours": 3 cells are lost in P90: P90 · 65.2 · 125.8'])
  })

  test('whose last column hangs over the edge of the paper', () => {
    const narrow = [...whole, ...last].map((piece) => ({ ...piece, pageWidth: 60 }))
    expect(findLostInPrint(HOURS, narrow)).toEqual(['table "hours": 3 cells are lost in P90: P90 · 65.2 · 125.8'])
  })

  test('whose number is only within another number', () => {
    const other = [...whole, ...makeLine(70, '栖云区', '24.1', '1125.8')]
    expect(findLostInPrint(HOURS, other)).toEqual(['table "hours": 1 cells are lost in P90: 125.8'])
  })

  test('whose cells are broken into lines, fonts and a number with a word behind it', () => {
    const wanted = makeTable(['办理时长P90（小时）', '下限'], ['2026-10', '83.8 样本小'])
    const pieces = [...makeLine(90, '办理时长', 'P90'), ...makeLine(80, '（小', '下限'), ...makeLine(70, '时）')]
    expect(findLostInPrint(wanted, [...pieces, ...makeLine(60, '2026-', '10', '83.8 样本小')])).toEqual([
      'table "hours": 1 cells are lost in 办理时长P90（小时）: 办理时长P90（小时）',
    ])
    const inOrder = [...makeLine(90, '办理时长', 'P90'), ...makeLine(80, '（小'), ...makeLine(70, '时）', '下限')]
    expect(findLostInPrint(wanted, [...inOrder, ...makeLine(60, '2026-', '10', '83.8 样本小')])).toEqual([])
  })

  test('whose words are hyphenated', () => {
    const wanted = makeTable(['Handling time, median (hours)'])
    expect(findLostInPrint(wanted, makeLine(90, 'Handling', 'time, me', '‐', 'dian', '(hours)'))).toEqual([])
  })

  test('that says the same twice and is printed once', () => {
    const wanted = makeTable(['甲', '6', '已登记'], ['乙', '6', '已登记'])
    const pieces = [...makeLine(90, '甲', '6', '已登记'), ...makeLine(80, '乙')]
    expect(findLostInPrint(wanted, pieces)).toEqual(['table "hours": 2 cells are lost in 6 · 已登记: 6 · 已登记'])
  })
})

test('signs that Firefox loses from its PDFs stand for any, but not for a cell that is not there', () => {
  const pieces = [
    ...makeLine(90, '地\ufffd', '\ufffd位数', 'P90'),
    ...makeLine(80, '锦\ufffd区', '\ufffd\ufffd\ufffd\ufffd', '65.2'),
  ]
  expect(findLostInPrint(HOURS, [...pieces, ...makeLine(70, '\ufffd云\ufffd', '24.1')])).toEqual([
    'table "hours": 1 cells are lost in P90: 125.8',
  ])
  expect(findLostInPrint(HOURS, [...pieces, ...makeLine(70, '\ufffd云\ufffd', '24.1', '\ufffd25.\ufffd')])).toEqual([])
})

describe('a chart', () => {
  const WIDE = ['锦中区', '10.7', '栖云区', '24.1', '锦中区', '10.7']
  const NARROW = ['锦中区', '10.7', '栖云区', '24.1', '小时']
  const chart: Wanted = { charts: [{ name: 'hours', pictures: [WIDE, NARROW] }], cells: [] }
  const both: Wanted = { ...chart, cells: HOURS.cells }
  const tablePieces = HOURS.cells.flatMap(({ text }, at) => makeLine(40 - at, text))

  test.each([
    ['wide', WIDE],
    ['narrow', NARROW],
  ])('is whole if its %s picture is', (_which, words) => {
    expect(findLostInPrint(chart, makeLine(90, ...words))).toEqual([])
    expect(findLostInPrint(both, [...makeLine(90, ...words), ...tablePieces])).toEqual([])
  })

  test('without words', () => {
    expect(findLostInPrint(chart, [])).toEqual(['chart "hours": 5 of 5 words are lost: 锦中区 · 10.7 · 栖云区 …'])
  })

  test('does not take its numbers from the table, nor is the table blamed for them', () => {
    expect(findLostInPrint(both, tablePieces)).toEqual([
      expect.stringMatching(/^chart "hours": \d of \d words are lost/),
    ])
  })

  test('whose labels are drawn twice, for their halo, has each but once', () => {
    const wanted = { charts: [{ name: 'hours', pictures: [['6', '6']] }], cells: [] }
    const [six] = makeLine(90, '6')
    expect(findLostInPrint(wanted, six ? [six, six] : [])).toEqual(['chart "hours": 1 of 2 words are lost: 6'])
  })
})

test.each([
  ['居⺠', '居民'],
  ['⽉末', '月末'],
  ['⼾', '户'],
  ['戶', '户'],
  ['时⻓', '时长'],
  ['79.0%―87.7%', '79.0%—87.7%'],
  ['69.7‒90.4', '69.7–90.4'],
  ['0〜4', '0~4'],
  ['窨井盖‧缺失', '窨井盖·缺失'],
])('a PDF stores %s for %s', (stored, written) => {
  expect(foldGlyphs(stored)).toBe(written)
  expect(foldGlyphs(written)).toBe(written)
})
