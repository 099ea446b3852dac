import { describe, expect, test } from 'vitest'
import { read } from '../../src/read/index.ts'
import { buildRawBook, renderRawRow } from './raw-book.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Styles whose second cell format is the given format. */
function stylesOf({ format = 0, code = '', font = '', fill = '' }): string {
  const formats = code === '' ? '' : `<numFmts><numFmt numFmtId="${format}" formatCode="${code}"/></numFmts>`
  return `<styleSheet xmlns="${MAIN}">${formats}<fonts><font><sz val="11"/></font><font>${font || '<sz val="11"/>'}</font></fonts><fills><fill><patternFill patternType="none"/></fill><fill>${fill || '<patternFill patternType="none"/>'}</fill></fills><borders><border/></borders><cellXfs><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="${format}" fontId="1" fillId="1"/></cellXfs></styleSheet>`
}

const readStyled = (value: string) => `<c s="1"><v>${value}</v></c>`
const header = renderRawRow(1, ['地区', '数'])

function readCell(cell: string, styles?: string, more: Parameters<typeof buildRawBook>[3] = {}, before = '') {
  const { sheets, problems } = read(
    buildRawBook(header + renderRawRow(2, ['锦北区', cell]), before, styles, more),
    'raw/x/2026.xlsx',
  )
  const rows = [...(sheets[0]?.rows ?? [])]
  return { text: rows[0]?.cells[1], kind: rows[0]?.kinds?.[1], rules: problems.map(({ rule }) => rule), problems }
}

describe('East Asian date formats that no part of the file defines', () => {
  test.each([27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])('%i', (format) => {
    expect(readCell(readStyled('46296.5'), stylesOf({ format }))).toMatchObject({
      text: '2026-10-01 12:00:00',
      kind: 'date',
      rules: [],
    })
  })

  test('count from 1904 where the workbook does', () => {
    const more = { properties: '<workbookPr date1904="1"/>' }
    expect(readCell(readStyled('44834'), stylesOf({ format: 31 }), more)).toMatchObject({
      text: '2026-10-01',
      kind: 'date',
    })
  })

  test('give way to a definition of the file', () => {
    expect(readCell(readStyled('12'), stylesOf({ format: 31, code: '0.0' }))).toMatchObject({
      text: '12',
      kind: 'number',
    })
  })

  test('an id that nobody knows is General', () => {
    expect(readCell(readStyled('12'), stylesOf({ format: 200 }))).toMatchObject({
      text: '12',
      kind: 'number',
      rules: [],
    })
  })
})

describe('what the screen shows', () => {
  test.each([
    ['12', '0&quot;万&quot;', 'cell-shown-otherwise'],
    ['3', '[&lt;5]&quot;*&quot;;0', 'cell-shown-otherwise'],
    ['3', ';;;', 'cell-shown-otherwise'],
    ['12', '&quot;SQ-&quot;0000', 'cell-shown-otherwise'],
    ['46296', '[$-804]aaaa;@', 'cell-shown-otherwise'],
    ['-5', 'yyyy/m/d', 'cell-shown-otherwise'],
    ['0', 'yyyy/m/d', 'cell-zero-date'],
    ['123456', '0!.0,', 'cell-shown-otherwise'],
    // A time of day under a date: Excel shows 1900年1月0日.
    ['0.5', 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', 'cell-shown-otherwise'],
    ['0.5', 'yyyy-mm-dd hh:mm', 'cell-shown-otherwise'],
    // Too long, and below zero: ####### in Excel.
    ['3000000', '[h]:mm', 'cell-shown-otherwise'],
    ['-1.5', '[h]:mm', 'cell-shown-otherwise'],
    // Rounded to nothing.
    ['0.3', '#', 'cell-shown-otherwise'],
    ['-311', '[&gt;=10000]0.0,&quot;千&quot;;0', 'cell-shown-otherwise'],
  ])('%s under %s: %s', (value, code, rule) => {
    expect(readCell(readStyled(value), stylesOf({ format: 176, code }))).toMatchObject({
      text: undefined,
      rules: [rule],
    })
  })

  test.each([
    ['5', '0&quot;人&quot;', '5人'],
    ['123456', '0!.0,&quot;万&quot;', '123456'],
    ['1.5', '[h]:mm', '36:00'],
    ['0', 'h:mm', '00:00:00'],
    ['0.5', 'h:mm', '12:00:00'],
    // A width of zeros is that of codes, which have no sign.
    ['-264', '000000', '-264'],
    ['264', '000000', '000264'],
    ['0.7', '#', '0.7'],
    ['0', '_ * #,##0_ ;_ * -#,##0_ ;_ * &quot;-&quot;_ ;_ @_ ', '0'],
  ])('%s under %s is read as %s', (value, code, text) => {
    expect(readCell(readStyled(value), stylesOf({ format: 176, code })).text).toBe(text)
  })

  test('a text that its format hides', () => {
    const cell = '<c s="1" t="inlineStr"><is><t>内部</t></is></c>'
    expect(readCell(cell, stylesOf({ format: 176, code: ';;;' })).rules).toEqual(['cell-shown-otherwise'])
  })

  test('zeros that the sheet does not show', () => {
    const view = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>'
    expect(readCell('<c><v>0</v></c>', undefined, {}, view).rules).toEqual(['cell-shown-otherwise'])
    expect(readCell('<c><v>1</v></c>', undefined, {}, view).rules).toEqual([])
  })
})

describe('style', () => {
  test.each([
    ['struck out', '<strike/><sz val="11"/>', '', ['cell-struck']],
    ['not struck out after all', '<strike val="0"/><sz val="11"/>', '', []],
    ['white on white', '<sz val="11"/><color rgb="FFFFFFFF"/>', '', ['cell-unseen']],
    ['nearly white on white', '<sz val="11"/><color rgb="FFFDFDFD"/>', '', ['cell-unseen']],
    ['the background of the theme', '<sz val="11"/><color theme="0"/>', '', ['cell-unseen']],
    ['the background of the theme, darkened', '<sz val="11"/><color theme="0" tint="-0.5"/>', '', []],
    ['the white of the old palette', '<sz val="11"/><color indexed="9"/>', '', ['cell-unseen']],
    ['one point high', '<sz val="1"/>', '', ['cell-unseen']],
    ['black', '<sz val="11"/><color theme="1"/>', '', []],
    [
      'white on blue',
      '<color rgb="FFFFFFFF"/>',
      '<patternFill patternType="solid"><fgColor rgb="FF4472C4"/></patternFill>',
      [],
    ],
    [
      'yellow on yellow',
      '<color rgb="FFFFFF00"/>',
      '<patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill>',
      ['cell-unseen'],
    ],
  ])('%s', (_name, font, fill, rules) => {
    expect(readCell(readStyled('12'), stylesOf({ font, fill })).rules).toEqual(rules)
  })

  test('of titles and of columns that are passed over changes nothing', () => {
    const title = '<c s="1" t="inlineStr"><is><t>2025年报表</t></is></c>'
    const rows =
      renderRawRow(1, [title]) +
      renderRawRow(2, ['地区', '数', '旧']) +
      renderRawRow(3, ['锦北区', '<c><v>1</v></c>', readStyled('2')])
    const book = buildRawBook(rows, '', stylesOf({ font: '<strike/>' }))
    expect(read(book, 'raw/x/2026.xlsx', { ignore: ['旧'] }).problems).toEqual([])
    expect(read(book, 'raw/x/2026.xlsx').problems).toMatchObject([{ rule: 'cell-struck', row: 3, column: 3 }])
  })

  test('a row of next to no height', () => {
    const rows = header + renderRawRow(2, ['锦北区', '<c><v>1</v></c>'], ' ht="0.75" customHeight="1"')
    expect(read(buildRawBook(rows), 'raw/x/2026.xlsx').problems).toMatchObject([{ rule: 'row-hidden', row: 2 }])
  })
})

describe('rich text', () => {
  const runOf = (properties: string, text: string) => `<r><rPr>${properties}</rPr><t>${text}</t></r>`
  const cellOf = (...runs: string[]) => `<c t="inlineStr"><is>${runs.join('')}</is></c>`
  const up = '<vertAlign val="superscript"/>'

  test.each([
    ['a raised figure stays raised', [runOf('', '1200'), runOf(up, '1')], '1200¹'],
    ['and a letter', [runOf('', '30'), runOf(up, '(a)')], '30⁽ᵃ⁾'],
    ['a lowered one stays low', [runOf('', 'PM'), runOf('<vertAlign val="subscript"/>', '2')], 'PM₂'],
    ['bold is no meaning', [runOf('<b/>', '12'), runOf('', '00')], '1200'],
    ['entities are read', [runOf(up, '&amp;'), runOf('', '甲&#65;')], '&甲A'],
  ])('%s', (_name, runs, text) => {
    expect(readCell(cellOf(...runs)).text).toBe(text)
  })

  test.each([
    ['struck out', '<strike/>', ['cell-struck']],
    ['not struck out', '<strike val="0"/>', []],
    ['white', '<color rgb="FFFFFFFF"/>', ['cell-unseen']],
    ['tiny', '<sz val="1"/>', ['cell-unseen']],
    ['red', '<color rgb="FFFF0000"/>', []],
  ])('part of a cell is %s', (_name, properties, rules) => {
    expect(readCell(cellOf(runOf('', '1200'), runOf(properties, '5'))).rules).toEqual(rules)
  })
})

test.each([
  ['应为120', ['comment-corrects', 'cell-comment']],
  ['已核实', ['cell-comment']],
])('a comment %s', (text, rules) => {
  const types =
    '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>'
  const parts = {
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>',
    'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>某</author></authors><commentList><comment ref="B2" authorId="0"><text><t>${text}</t></text></comment></commentList></comments>`,
  }
  expect(readCell('<c><v>12</v></c>', undefined, { types, parts }).rules).toEqual(rules)
})
