import { read } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readPlainWorkbook } from '../../scripts/scan/plain-workbook.ts'
import type { BookCell } from '../../src/downloads/workbook/book-cells.ts'
import { writeWorkbook } from '../../src/downloads/workbook/write-workbook.ts'

const write = (words: string): BookCell => ({ text: words, look: 'code' })
const ROWS: BookCell[][] = [
  [write('甲 & "乙" <丙>'), null, write('')],
  [],
  [null, { number: '-1.50', look: 'decimals-2' }, { number: '46000', look: 'date' }, write(' 两 行\n&amp;lt; ')],
  [...Array.from({ length: 27 }, () => null), write('AB')],
  [{ text: '比一列宽的字，行高随之变化', look: 'wrapped' }],
]
const SHEETS = ['一 & 二', '三'].map((name, at) => ({
  name,
  rows: at === 0 ? ROWS : [[write('甲'), write('丁')]],
  widths: [9, 9],
  isTable: at === 0,
  links: at === 0 ? [{ row: 1, column: 1, sheet: '三' }] : [],
}))
const BOOK = writeWorkbook('题 & "名"', SHEETS)

test('finds in a workbook of ours what the library finds', () => {
  const book = read(BOOK, { type: 'array', dense: true, cellText: false, cellHTML: false, cellFormula: false })
  const plain = readPlainWorkbook(BOOK)
  expect(plain?.title).toBe(book.Props?.Title)
  expect(plain?.sheets.map(({ name }) => name)).toEqual(book.SheetNames)
  for (const { name, rows } of plain?.sheets ?? []) {
    const data = book.Sheets[name]?.['!data'] ?? []
    const expected = Array.from(data, (row) =>
      Array.from(row ?? [], (cell) => (cell?.v === undefined ? '' : String(cell.v))),
    )
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual(expected.map((cells, at) => [at + 1, cells]))
  }
  expect(plain?.sheets[0]?.rows.map(({ cells }) => cells.length)).toEqual([3, 0, 4, 28, 1])
})

/** A workbook of ours with one part changed. */
function change(path: string, from: string, to: string): Uint8Array {
  const parts = unzipSync(BOOK)
  const before = strFromU8(parts[path] ?? new Uint8Array())
  expect(before).toContain(from)
  return zipSync({ ...parts, [path]: strToU8(before.replace(from, to)) })
}

test.each([
  ['a formula', 'xl/worksheets/sheet1.xml', '<v>-1.50</v>', '<f>1+1</f><v>-1.50</v>'],
  [
    'a text in its cell',
    'xl/worksheets/sheet2.xml',
    '<c r="B1" s="5" t="s"><v>',
    '<c r="B1" t="inlineStr"><is><t>甲</t></is></c><c r="C1" s="5" t="s"><v>',
  ],
  ['a text that is not there', 'xl/worksheets/sheet2.xml', 't="s"><v>', 't="s"><v>99'],
  ['a cell of another row', 'xl/worksheets/sheet2.xml', 'r="B1"', 'r="B2"'],
  ['cells out of order', 'xl/worksheets/sheet2.xml', 'r="B1"', 'r="A1"'],
  [
    'words after the cells',
    'xl/worksheets/sheet2.xml',
    '<ignoredErrors>',
    '<headerFooter><oddFooter>13800138000</oddFooter></headerFooter><ignoredErrors>',
  ],
  ['words before the cells', 'xl/worksheets/sheet2.xml', '<sheetData>', '<x>13800138000</x><sheetData>'],
  ['a comment in the markup', 'xl/worksheets/sheet2.xml', '<row ', '<!-- 13800138000 --><row '],
  ['rich text', 'xl/sharedStrings.xml', '<si><t xml:space="preserve">丁</t></si>', '<si><r><t>丁</t></r></si>'],
  ['an escaped character', 'xl/sharedStrings.xml', '>丁<', '>_x4E01_<'],
  ['another entity', 'xl/sharedStrings.xml', '>丁<', '>&#x4E01;<'],
  ['an author', 'docProps/core.xml', '<dc:title>', '<dc:creator>张三</dc:creator><dc:title>'],
  ['a hidden sheet', 'xl/workbook.xml', ' sheetId="2"', ' sheetId="2" state="hidden"'],
  [
    'a defined name',
    'xl/workbook.xml',
    '</sheets>',
    '</sheets><definedNames><definedName name="甲">1</definedName></definedNames>',
  ],
])('%s is left to the library', (_, path, from, to) => {
  expect(readPlainWorkbook(change(path, from, to))).toBeNull()
})

test('a part more, such as comments, is left to the library', () => {
  expect(readPlainWorkbook(zipSync({ ...unzipSync(BOOK), 'xl/comments1.xml': strToU8('<comments/>') }))).toBeNull()
})
