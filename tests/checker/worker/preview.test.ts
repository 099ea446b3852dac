import { expect, test } from 'vitest'
import { previewOf } from '../../../src/checker/worker/preview.ts'
import { createProblem } from '../../../src/problems/create-problem.ts'
import type { Sheet } from '../../../src/read/sheet.ts'

const sheet: Sheet = {
  ...{
    file: 'a.csv',
    sheet: null,
    encoding: 'utf-8',
    headers: ['地区', '床位', '入住'],
    headerRow: 2,
    date1904: false,
  },
  above: [{ row: 1, cells: ['2025年9月养老服务', ''] }],
  rows: [
    { row: 3, record: 1, cells: ['甲', '1', '2'] },
    { row: 4, record: 2, cells: ['乙', '3', '4'] },
    { row: 5, record: 3, cells: ['丙', '5', '6'] },
  ],
}
const source = { sheets: [sheet], lines: new Map() }

test('a problem of a whole column shows its header and the first cells', () => {
  const preview = previewOf(source, createProblem('unit-undeclared', { column: 2, columnName: '床位' }))
  expect(preview).toMatchObject({ isHeader: true, isColumn: true })
  expect(preview?.columns.map((column) => [column.header, column.isMarked])).toEqual([
    ['地区', false],
    ['床位', true],
    ['入住', false],
  ])
  expect(preview?.rows.map((row) => row.row)).toEqual([3, 4])
})

test('a problem of a title shows what is above the header', () => {
  expect(previewOf(source, createProblem('title-other-period', {}))?.rows).toEqual([
    { row: 1, cells: ['2025年9月养老服务'], isMarked: false },
  ])
})

test('a problem of the whole file shows nothing', () => {
  expect(previewOf(source, createProblem('place-not-reported', {}))).toBeNull()
})
