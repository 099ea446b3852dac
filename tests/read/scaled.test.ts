import { expect, test } from 'vitest'
import { checkScaled } from '../../src/read/scaled.ts'
import type { Sheet } from '../../src/read/sheet.ts'

const sheetOf = (title: string): Sheet => ({
  file: 'raw/small/2026-10.xlsx',
  sheet: '表',
  encoding: 'xlsx',
  headers: ['地区', '人口'],
  headerRow: 2,
  rows: [{ row: 3, record: 1, cells: ['锦北区', '123456'] }],
  date1904: false,
  preamble: [title],
})
const shown = [{ column: 2, hasUnit: false, cells: [{ row: 3, stored: '123456', shown: '12.3456' }] }]

test.each([
  ['单位：万人', 'cell-scaled-unclear'],
  ['（計量單位：萬人）', 'cell-scaled-unclear'],
  ['填报单位：民政局', 'cell-shown-otherwise'],
  ['人口情况', 'cell-shown-otherwise'],
])('%s: a number shown divided is %s', (title, rule) => {
  expect(checkScaled(shown, sheetOf(title), {}).map((problem) => problem.rule)).toEqual([rule])
})

test('a number shown divided with its own unit is read as stored', () => {
  const own = shown.map((scaled) => ({ ...scaled, hasUnit: true }))
  expect(checkScaled(own, sheetOf('人口情况'), {}).map((problem) => problem.rule)).toEqual(['cell-scaled'])
})

test('a first one that is no row of the table does not hide the others of its column', () => {
  const cells = [
    { row: 2, stored: '98765', shown: '9.8765' },
    { row: 3, stored: '123456', shown: '12.3456' },
  ]
  const found = checkScaled([{ column: 2, hasUnit: false, cells }], sheetOf('人口情况'), {})
  expect(found).toMatchObject([{ rule: 'cell-shown-otherwise', row: 3, found: '123456', params: { count: 1 } }])
})
