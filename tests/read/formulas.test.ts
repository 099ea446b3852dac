import { describe, expect, test } from 'vitest'
import { read } from '../../src/read/index.ts'
import { buildRawBook, renderRawRow } from './raw-book.ts'

const HEADER = renderRawRow(1, ['地区', '数'])
const FIRST = renderRawRow(2, ['锦北区', '<c><v>1</v></c>'])
const readRows = (...rows: string[]) => read(buildRawBook(rows.join('')), 'raw/x/2026.xlsx')
const report = (...rows: string[]) => readRows(...rows).problems.map(({ rule, row, column }) => [rule, row, column])

describe('a formula that was saved without its result is refused, and never 0', () => {
  test.each([
    ['no value', '<c><f>1+2</f></c>'],
    ['an empty value', '<c><f>1+2</f><v></v></c>'],
    ['an empty element', '<c><f>1+2</f><v/></c>'],
    ['said to be a number', '<c t="n"><f>1+2</f></c>'],
    ['of another file', '<c><f>[1]Sheet1!$B$3</f></c>'],
  ])('%s', (_name, cell) => {
    const { sheets, problems } = readRows(HEADER, FIRST, renderRawRow(3, ['栖云区', cell]))
    expect(problems).toMatchObject([
      { rule: 'cell-formula-empty', level: 'error', row: 3, column: 2, columnName: '数' },
    ])
    expect(sheets[0]?.rows.map(({ row }) => row)).toEqual([2])
    expect(sheets[0]?.refused?.map(({ row }) => row)).toEqual([3])
  })

  test('in a row of formulas only, which would vanish', () => {
    const empty = renderRawRow(3, ['<c><f>A2</f></c>', '<c><f>B2</f></c>'])
    expect(report(HEADER, FIRST, empty)).toEqual([
      ['cell-formula-empty', 3, 1],
      ['cell-formula-empty', 3, 2],
    ])
  })

  test('where a formula is shared, or fills a range', () => {
    const shared = [
      renderRawRow(2, ['锦北区', '<c><f t="shared" ref="B2:B3" si="0">1+2</f><v>3</v></c>']),
      renderRawRow(3, ['栖云区', '<c><f t="shared" si="0"/></c>']),
    ]
    const range = [
      renderRawRow(2, ['锦北区', '<c><f t="array" ref="B2:B3">C2:C3</f><v>3</v></c>']),
      renderRawRow(3, ['栖云区', '<c/>']),
    ]
    for (const rows of [shared, range]) {
      expect(report(HEADER, ...rows)).toEqual([
        ['cell-formula-empty', 3, 2],
        ['cell-formula', 2, 2],
      ])
    }
  })
})

const ZEROS = [
  HEADER,
  renderRawRow(2, ['锦北区', '<c><f>1-1</f><v>0</v></c>']),
  renderRawRow(3, ['栖云区', '<c t="str"><f>IF(A3="","",B3)</f><v></v></c>']),
].join('')

test.each([
  ['Excel or WPS', { calculation: '<calcPr calcId="191029"/>' }],
  [
    'LibreOffice, which names no calculation',
    {
      calculation: '<calcPr iterateCount="100"/>',
      parts: {
        'docProps/app.xml':
          '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>LibreOffice/7.4</Application></Properties>',
      },
    },
  ],
])('a saved 0 and a saved blank text are results where %s has calculated', (_name, more) => {
  const { sheets, problems } = read(buildRawBook(ZEROS, '', undefined, more), 'raw/x/2026.xlsx')
  expect(sheets[0]?.rows.map(({ cells }) => cells[1])).toEqual(['0', ''])
  expect(problems).toMatchObject([{ rule: 'cell-formula', level: 'note', params: { count: 2 } }])
})

test.each([
  ['without calcPr, as Apache POI writes', ''],
  ['without the id of a calculation', '<calcPr fullPrecision="1"/>'],
  ['to be calculated on opening, as XlsxWriter writes', '<calcPr calcId="124519" fullCalcOnLoad="1"/>'],
])('a saved 0 in a workbook %s is no result', (_name, calculation) => {
  const half = renderRawRow(4, ['高泽区', '<c><f>1+1</f><v>2</v></c>'])
  const { sheets, problems } = read(buildRawBook(ZEROS + half, '', undefined, { calculation }), 'raw/x/2026.xlsx')
  expect(problems.map(({ rule, row }) => [rule, row])).toEqual([
    ['cell-formula-empty', 2],
    ['cell-formula-empty', 3],
    ['cell-formula', 4],
  ])
  expect(sheets[0]?.rows.map(({ row }) => row)).toEqual([4])
})

test('a column that the profile passes over may be hidden, and hold formulas that were never calculated', () => {
  const hidden = '<cols><col min="2" max="2" width="9" hidden="1"/></cols>'
  const book = buildRawBook(HEADER + FIRST + renderRawRow(3, ['栖云区', '<c><f>1+2</f></c>']), hidden)
  expect(read(book, 'raw/x/2026.xlsx').problems.map((problem) => problem.rule)).toEqual([
    'column-hidden',
    'cell-formula-empty',
  ])
  expect(read(book, 'raw/x/2026.xlsx', { ignore: ['数'] })).toMatchObject({ problems: [], sheets: [{ refused: [] }] })
})

test('a row of no height and a column of no width are hidden', () => {
  const flat = '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>'
  const { problems } = read(buildRawBook(HEADER + FIRST, flat), 'raw/x/2026.xlsx')
  expect(problems).toMatchObject([{ rule: 'column-hidden', column: 2, columnName: '数' }])
  const low = renderRawRow(3, ['栖云区', '<c><v>2</v></c>'], ' ht="0" customHeight="1"')
  expect(report(HEADER, FIRST, low)).toEqual([['row-hidden', 3, null]])
})
