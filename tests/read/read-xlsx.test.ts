import type { WorkBook, WorkSheet } from '@e965/xlsx'
import { utils, write } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Profile } from '../../src/contracts/contract.ts'
import { read } from '../../src/read/index.ts'
import { formatSerialDate } from '../../src/read/serial.ts'
import { buildRawBook, renderRawRow } from './raw-book.ts'

type Cells = (string | number | boolean | null)[][]

function bookOf(sheets: Record<string, WorkSheet>, change: (book: WorkBook) => void = () => {}): Uint8Array {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  change(book)
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true, cellStyles: true }))
}

const sheetOf = (cells: Cells, change: (sheet: WorkSheet) => void = () => {}) => {
  const sheet = utils.aoa_to_sheet(cells)
  change(sheet)
  return sheet
}
const readBook = (content: Uint8Array, profile?: Profile) => read(content, 'raw/x/2026.xlsx', profile)
/** Where the first sheet is. */
const SHEET = 'xl/worksheets/sheet1.xml'
const TABLE: Cells = [
  ['地区', '数'],
  ['锦北区', 1],
  ['栖云区', 2],
]

describe('cells', () => {
  const sheet = sheetOf([
    ['文', '数', '率', '日', '时', '码', '真', '空'],
    ['甲', 1.1, 0.955, 46296, 46296.395833333336, 1001, true, null],
  ])
  for (const [address, format] of [
    ['C2', '0.0%'],
    ['D2', 'yyyy-mm-dd'],
    ['E2', 'yyyy/m/d h:mm'],
    ['F2', '00000'],
  ] as const) {
    sheet[address].z = format
  }

  test('text, full numbers, percentages, true dates, coded numbers', () => {
    expect(readBook(bookOf({ 表: sheet })).sheets[0]?.rows).toEqual([
      {
        row: 2,
        record: 1,
        cells: ['甲', '1.1', '95.5%', '2026-10-01', '2026-10-01 09:30:00', '01001', 'TRUE', ''],
        kinds: ['text', 'number', 'number', 'date', 'date', 'number', 'boolean'],
      },
    ])
  })

  test('a workbook that counts from 1904', () => {
    const change = (book: WorkBook) => {
      book.Workbook = { WBProps: { date1904: true } }
    }
    const reading = readBook(bookOf({ 表: sheet }, change))
    expect(reading.sheets[0]).toMatchObject({ date1904: true })
    expect(reading.sheets[0]?.rows[0]?.cells[3]).toBe('2030-10-02')
  })

  test('the day that never was is written as such', () => {
    expect(formatSerialDate(60, false)).toBe('1900-02-29')
    expect(formatSerialDate(0.5, false)).toBe('12:00:00')
    expect(formatSerialDate(46296.999999, false)).toBe('2026-10-02')
  })

  test('formulas give their saved result and one note; errors stay errors', () => {
    const formulas = sheetOf(TABLE, (sheet) => {
      sheet['B2'] = { t: 'n', v: 3, f: '1+2' }
      sheet['B3'] = { t: 'e', v: 7 }
    })
    const { sheets, problems } = readBook(bookOf({ 表: formulas }))
    expect(sheets[0]?.rows.map(({ cells }) => cells[1])).toEqual(['3', '#DIV/0!'])
    expect(sheets[0]?.rows[1]?.kinds?.[1]).toBe('error')
    expect(problems).toMatchObject([{ rule: 'cell-formula', level: 'note', row: 2, column: 2, params: { count: 1 } }])
  })
})

describe('sheets', () => {
  test('several sheets come with their names; a profile names one', () => {
    const book = bookOf({ 说明: sheetOf([['一', '二']]), 数据: sheetOf(TABLE) })
    expect(readBook(book).sheets.map((sheet) => sheet.sheet)).toEqual(['说明', '数据'])
    expect(readBook(book, { sheet: '数据' }).sheets.map((sheet) => sheet.sheet)).toEqual(['数据'])
    expect(readBook(book, { sheet: '别的' }).problems).toMatchObject([
      { rule: 'sheet-missing', found: '说明 | 数据', expected: '别的' },
    ])
  })

  test('title rows above keep the addresses', () => {
    const titled = sheetOf([['云锦市养老服务设施情况表'], ['单位：张'], ...TABLE, ['注：示范数据']])
    expect(readBook(bookOf({ 表: titled })).sheets[0]).toMatchObject({
      headerRow: 3,
      preamble: ['云锦市养老服务设施情况表', '单位：张'],
      footnotes: ['注：示范数据'],
      rows: [{ row: 4 }, { row: 5 }],
    })
  })

  test('an empty workbook is an error', () => {
    expect(readBook(bookOf({ 表: sheetOf([[]]) })).problems).toMatchObject([{ rule: 'sheet-empty', level: 'error' }])
  })

  test('a claimed range of a million rows is not walked', () => {
    const parts = unzipSync(bookOf({ 表: sheetOf(TABLE) }))
    const text = strFromU8(parts[SHEET] ?? new Uint8Array())
    parts[SHEET] = strToU8(text.replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:B1048576"'))
    expect(strFromU8(parts[SHEET])).not.toBe(text)
    expect(readBook(zipSync(parts)).sheets[0]?.rows).toHaveLength(2)
  })
})

test.each([
  ['as programs write them', '<styleSheet xmlns="x"><fonts/></styleSheet>\n', []],
  ['with a prefix', '<x:styleSheet xmlns:x="x"></x:styleSheet>', []],
  ['empty', '<styleSheet xmlns="x"/>', []],
  ['cut off', '<styleSheet xmlns="x"><cellXfs><xf', ['workbook-styles-broken']],
  ['no XML', '\u0000\u0001', ['workbook-styles-broken']],
])('cell formats %s', (_name, styles, rules) => {
  const rows = renderRawRow(1, ['地区', '数']) + renderRawRow(2, ['锦北区', '<c><v>1</v></c>'])
  const { sheets, problems } = read(buildRawBook(rows, '', styles), 'raw/x/2026.xlsx')
  expect(problems.map((problem) => problem.rule)).toEqual(rules)
  expect(sheets).toHaveLength(rules.length === 0 ? 1 : 0)
})

describe('what a workbook can hide is refused with its address', () => {
  test.each([
    ['a hidden row', (sheet: WorkSheet) => (sheet['!rows'] = [{}, {}, { hidden: true }]), ['row-hidden', 3, null]],
    ['a hidden column', (sheet: WorkSheet) => (sheet['!cols'] = [{}, { hidden: true }]), ['column-hidden', null, 2]],
    [
      'merged cells in the data',
      (sheet: WorkSheet) => (sheet['!merges'] = [utils.decode_range('A2:A3')]),
      ['cell-merged', 2, 1],
    ],
  ])('%s', (_name, change, expected) => {
    const { sheets, problems } = readBook(bookOf({ 表: sheetOf(TABLE, change) }))
    expect(problems.map(({ rule, row, column }) => [rule, row, column])).toEqual([expected])
    // The visible rows are checked on, so that their faults are reported in the same run.
    const inSight = expected[0] === 'row-hidden' ? [2] : []
    expect(sheets[0]?.rows.map((row) => row.row)).toEqual(inSight)
    expect(sheets[0]?.refused).toHaveLength(2 - inSight.length)
  })

  test('a hidden sheet with data', () => {
    const change = (book: WorkBook) => {
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
    }
    const { problems } = readBook(bookOf({ 数据: sheetOf(TABLE), 底稿: sheetOf(TABLE) }, change))
    expect(problems).toMatchObject([{ rule: 'sheet-hidden', level: 'error', sheet: '底稿' }])
  })
})
