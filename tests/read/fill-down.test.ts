import { describe, expect, test } from 'vitest'
import type { Merge } from '../../src/read/fill-down.ts'
import { fillDown } from '../../src/read/fill-down.ts'
import type { Sheet } from '../../src/read/sheet.ts'

const sheetOf = (...rows: string[][]): Sheet => ({
  file: 'raw/small/2026-10.xlsx',
  sheet: '表',
  encoding: 'xlsx',
  headers: ['序号', '地区', '机构', '床位'],
  headerRow: 1,
  rows: rows.map((cells, index) => ({ row: index + 2, record: index + 1, cells })),
  date1904: false,
})
const fillRows = (...rows: string[][]) => {
  const sheet = sheetOf(...rows)
  fillDown(sheet, { fillDown: ['地区'] }, [])
  return sheet.rows.map(({ cells }) => cells[1])
}
const makeMerge = (top: number, left: number, bottom: number, right: number): Merge => ({ top, left, bottom, right })
const listFaults = (merge: Merge, totals: string[] = []) => {
  const sheet = sheetOf(
    ['1', '锦北区', '甲院', '5'],
    ['2', '栖云区', '合计', '3'],
    ['合计', '', '', '8'],
    ['全市', '', '', '8'],
  )
  return fillDown(sheet, { totals }, [merge]).map(({ rule, row }) => `${rule}@${row}`)
}

describe('labels of sums and cells below them', () => {
  test('a label is not filled down, nor the name before it', () => {
    expect(fillRows(['1', '锦北区', '甲', '1'], ['', '小计', '', '1'], ['2', '', '乙', '2'])).toEqual([
      '锦北区',
      '小计',
      '',
    ])
    expect(fillRows(['1', '锦北区', '甲', '1'], ['', '锦北区小计', '', '1'], ['2', '', '乙', '2'])[2]).toBe('')
  })

  test('nothing is filled into a row of sums', () => {
    expect(fillRows(['1', '锦北区', '甲', '1'], ['2', '', '乙', '2'], ['', '', '合计', '3'])).toEqual([
      '锦北区',
      '锦北区',
      '',
    ])
  })

  test('a remark or a name that is like a label is filled into', () => {
    expect(fillRows(['1', '锦北区', '甲', '1'], ['2', '', '乙院', '合计'])[1]).toBe('锦北区')
    expect(fillRows(['1', '锦北区', '甲', '1'], ['2', '', 'Total', '2'])[1]).toBe('锦北区')
  })
})

describe('merges within a row of sums are layout', () => {
  test.each([
    ['numbering and name of a sum', makeMerge(4, 1, 4, 2), []],
    ['a sum and the blank row below it', makeMerge(5, 1, 9, 2), ['cell-merged@5']],
    ['a sum and a row of it that the profile names', makeMerge(4, 1, 5, 1), ['cell-merged@4']],
    ['a record', makeMerge(2, 1, 2, 2), ['cell-merged@2']],
    ['a record with a remark', makeMerge(3, 1, 3, 2), ['cell-merged@3']],
    ['a record and a sum', makeMerge(3, 1, 4, 1), ['cell-merged@3']],
    ['what stands below the table', makeMerge(9, 1, 9, 4), []],
  ])('%s', (_name, merge, expected) => expect(listFaults(merge)).toEqual(expected))

  test('with the labels of the profile', () => {
    expect(listFaults(makeMerge(4, 1, 5, 1), ['全市'])).toEqual([])
    expect(listFaults(makeMerge(5, 1, 9, 2), ['全市'])).toEqual([])
  })
})

test('a header is compared as everywhere: in any case and width, without invisible characters', () => {
  const sheet = {
    ...sheetOf(['1', '锦北区', '甲院', '5'], ['2', '', '乙院', '3']),
    headers: ['No', 'Area', '机构', '床位'],
  }
  fillDown(sheet, { fillDown: ['ａｒｅａ\u200B'] }, [])
  expect(sheet.rows.map(({ cells }) => cells[1])).toEqual(['锦北区', '锦北区'])
})

test('a merge that claims all rows of a workbook is not walked', () => {
  const sheet = sheetOf(['合计', '', '', '8'])
  const merges = Array.from({ length: 10_000 }, () => makeMerge(2, 1, 1_048_576, 2))
  expect(fillDown(sheet, {}, merges)).toEqual([])
})
