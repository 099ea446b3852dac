import { read as openBook, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { annotate } from '../../src/annotate/index.ts'
import { nameSheet } from '../../src/annotate/mark-workbook.ts'
import { Parts } from '../../src/annotate/package-parts.ts'
import { createProblem } from '../../src/problems/create-problem.ts'
import { read } from '../../src/read/index.ts'

/** Notes that one sheet gets at most. */
const NOTES_MAX = 4_000
/** Colours of marked cells, opaque. */
const FILLS = { error: 'FFF6C6BC', warning: 'FFFFE7A8', note: 'FFDCE7F5' }

const FILE = 'raw/cases/2026-10.xlsx'
const AT = { dataset: 'cases', file: FILE, sheet: '案件', columnName: '编号' }
const SECOND = 'xl/worksheets/sheet2.xml'
const MISSING = createProblem('value-missing', { ...AT, row: 3, column: 2 }, { found: '' })
const WIDTH = createProblem(
  'cell-width',
  { ...AT, row: 2, column: 1 },
  { found: '１', expected: '1', params: { count: 1 } },
)

describe('a workbook', async () => {
  const book = reopen(annotate(buildSample(), FILE, [MISSING, WIDTH]))

  test('has the list first, then its own sheets in their order', async () => {
    expect(book.SheetNames).toEqual(['核对结果', '案件', '说明'])
  })

  test('keeps every cell, number format, formula, merge and width', async () => {
    expect(listValues(sheetOf(book, '案件'))).toEqual(listValues(sheetOf(reopen(buildSample()), '案件')))
    expect(sheetOf(book, '案件')['C2']).toMatchObject({ t: 'n', v: 46296, z: 'yyyy-mm-dd' })
    expect(sheetOf(book, '案件')['D2']).toMatchObject({ f: 'C2+1' })
    expect(sheetOf(book, '说明')['!merges']).toHaveLength(1)
    expect(sheetOf(book, '案件')['!cols']?.[0]).toMatchObject({ width: 30 })
  })

  test('has the cells coloured by level, cells missing from the file too', async () => {
    expect(fillOf(book, '案件', 'A2')).toBe(FILLS.note.slice(2))
    expect(fillOf(book, '案件', 'B3')).toBe(FILLS.error.slice(2))
    expect(fillOf(book, '案件', 'A3')).toBeUndefined()
  })

  test('has a note on each, in both languages, under its rule', async () => {
    expect(listNotes(book, '案件', 'B3')).toEqual([
      'value-missing\n“编号”没有填。此列必填。请补填；确实没有的，请与数据管理部门商定如何填报。\n' +
        '“编号” is blank. This column requires a value. If there is none, ask the data office how to report it.',
    ])
  })

  test('keeps the notes that it had', async () => {
    const first = createProblem('header-unknown', { ...AT, row: 1, column: 1 }, { found: '编号' })
    const noted = reopen(annotate(buildSample(), FILE, [first, MISSING]))
    expect(listNotes(noted, '案件', 'A1')[0]).toMatch(/^编号按新规\nheader-unknown\n不认识“编号”列/)
    expect(listNotes(book, '案件', 'A1')).toEqual(['编号按新规'])
  })

  test('moves names of a sheet along, and selects the list alone', async () => {
    expect(book.Workbook?.Names).toMatchObject([{ Name: '本表', Ref: "'案件'!$A$1", Sheet: 1 }])
    const given = Parts.open(buildSample())
    const views = '<bookViews><workbookView activeTab="1" firstSheet="1"/></bookViews><sheets>'
    given.set('xl/workbook.xml', given.readText('xl/workbook.xml').replace('<sheets>', views))
    given.set(SECOND, given.readText(SECOND).replace('<sheetView ', '<sheetView tabSelected="1" '))
    const bytes = annotate(given.save(), FILE, [MISSING])
    expect(listPartsNaming(bytes, 'tabSelected="1"')).toEqual(['xl/worksheets/sheet3.xml'])
    expect(Parts.open(bytes).readText('xl/workbook.xml')).toMatch(/activeTab="0" firstSheet="0"/)
  })

  test('can be annotated again', async () => {
    const twice = reopen(annotate(annotate(buildSample(), FILE, [MISSING]), FILE, [WIDTH]))
    expect(twice.SheetNames).toEqual(['核对结果 2', '核对结果', '案件', '说明'])
    expect([fillOf(twice, '案件', 'A2'), fillOf(twice, '案件', 'B3')]).toEqual([
      FILLS.note.slice(2),
      FILLS.error.slice(2),
    ])
  })

  test('leads from the list to the cells', async () => {
    const list = sheetOf(book, '核对结果')
    expect(list['A1'].v).toBe(`核对结果：${FILE}`)
    expect([list['A5'].v, list['B5'].v, list['J5'].v]).toEqual(['错误 Error', '案件 › B3', 'value-missing'])
    expect(list['B5'].l.Target ?? list['B5'].l.location).toBe("#'案件'!B3")
    expect(list['A6'].v).toBe('说明 Note')
  })
})

test('the list prints on one sheet of paper’s width, and its rows are as high as their words', async () => {
  const long = createProblem(
    'cell-formula',
    { dataset: 'cases', file: FILE, sheet: '案件', row: 3, column: 2 },
    { params: { count: 1 } },
  )
  const parts = Parts.open(annotate(new TextEncoder().encode('编号,名称\n1,甲\n'), '2026-10.csv', [long]))
  const list = parts.readText(SECOND)
  expect(list).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
  const heights = [...list.matchAll(/<row r="(\d+)" ht="(\d+)"/g)].map(([, row, height]) => [
    Number(row),
    Number(height),
  ])
  expect(heights.slice(0, 3)).toEqual([
    [1, 24],
    [2, 16],
    [4, 16],
  ])
  expect(heights[3]?.[1]).toBeGreaterThan(16)
})

describe('a delimited file', async () => {
  const text = '编号,身份,备注\n0012,320102199901011234,"两行\n的格"\n=1+1,1E5,\u0001\n少一格\n'
  const at = { dataset: 'cases', file: 'raw/cases/2026-10.csv', sheet: null }
  const wrong = createProblem('value-form', { ...at, row: 4, column: 2, columnName: '身份' }, { found: '1E5' })
  const ragged = createProblem('row-ragged', { ...at, row: 5 }, { found: '1', expected: '3' })
  const book = reopen(annotate(new TextEncoder().encode(text), at.file, [wrong, ragged]))
  const sheet = sheetOf(book, '2026-10.csv')

  test('becomes text cells in the rows of its lines', async () => {
    expect(book.SheetNames).toEqual(['核对结果', '2026-10.csv'])
    expect([sheet['A2'], sheet['B2'], sheet['C2']].map(({ t, v }) => [t, v])).toEqual([
      ['s', '0012'],
      ['s', '320102199901011234'],
      ['s', '两行\n的格'],
    ])
    expect([sheet['A3'], sheet['A4'], sheet['B4'], sheet['C4'], sheet['A5']].map((cell) => cell?.v)).toEqual([
      undefined,
      '=1+1',
      '1E5',
      '\u0001',
      '少一格',
    ])
    expect(sheet['A4'].f).toBeUndefined()
  })

  test('has the same marks; a fault of a whole row is marked at its first cell', async () => {
    expect([fillOf(book, '2026-10.csv', 'B4'), fillOf(book, '2026-10.csv', 'A5')]).toEqual([
      FILLS.error.slice(2),
      FILLS.error.slice(2),
    ])
    expect(listNotes(book, '2026-10.csv', 'A5')[0]).toMatch(/^row-ragged\n/)
    expect(sheetOf(book, '核对结果')['B5'].l.Target).toBe("#'2026-10.csv'!B4")
  })

  test('in GB18030 is the same', async () => {
    const bytes = Uint8Array.from([0xb1, 0xe0, 0xba, 0xc5, 0x0a, 0x31, 0x0a])
    const gb = reopen(annotate(bytes, at.file, [{ ...wrong, row: 2, column: 1 }]))
    expect(sheetOf(gb, '2026-10.csv')['A1'].v).toBe('编号')
  })

  test('with a quote left open keeps its lines', async () => {
    const bytes = new TextEncoder().encode('a,b\n"x,1\ny,2\n')
    const open = reopen(annotate(bytes, at.file, [createProblem('csv-quote-open', { file: at.file, row: 2 })]))
    expect(['A1', 'A2', 'A3'].map((cell) => sheetOf(open, '2026-10.csv')[cell].v)).toEqual(['a,b', '"x,1', 'y,2'])
  })
})

test('what cannot be read gives the list alone', async () => {
  const broken = createProblem('workbook-broken', { file: FILE }, { found: 'ZIP' })
  const book = reopen(annotate(Uint8Array.from([0x50, 0x4b, 3, 4, 0]), FILE, [broken]))
  expect(sheetOf(book, '核对结果')['J5'].v).toBe('workbook-broken')
})

test('names with a prefix, rows and cells without references, no styles: what other programs write', async () => {
  const parts = Parts.open(buildSample())
  parts.set(
    'xl/worksheets/sheet1.xml',
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      '<x:row><x:c t="str"><x:v>编号</x:v></x:c></x:row><x:row spans="1:1"><x:c t="str"><x:v>一</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row>' +
      '<x:row r="9"><x:c r="A9"/></x:row></x:sheetData><x:extLst/></x:worksheet>',
  )
  const found = [MISSING, WIDTH, { ...WIDTH, row: 9, column: 28 }, { ...WIDTH, row: 12 }]
  const bytes = annotate(await parts.save(), FILE, found)
  const book = reopen(bytes)
  expect(['A2', 'B3', 'AB9', 'A12'].map((cell) => fillOf(book, '案件', cell))).toEqual(
    (['note', 'error', 'note', 'note'] as const).map((level) => FILLS[level].slice(2)),
  )
  expect(sheetOf(book, '案件')['B2'].v).toBe(7)
  expect(Parts.open(bytes).readText('xl/worksheets/sheet1.xml')).toMatch(/<x:legacyDrawing [^>]*\/><x:extLst\/>/)
})

test('more faulty cells than notes: all are marked, the gravest have notes', async () => {
  const rows = Array.from({ length: NOTES_MAX + 10 }, (_, index) => ({ ...WIDTH, row: index + 2 }))
  const book = reopen(annotate(buildSample(), FILE, [...rows, { ...MISSING, row: NOTES_MAX + 20 }]))
  const cells = Object.values(sheetOf(book, '案件')).filter((cell) => typeof cell === 'object' && cell.c)
  expect(cells).toHaveLength(NOTES_MAX + 1)
  expect(listNotes(book, '案件', `B${NOTES_MAX + 20}`)).toHaveLength(1)
  expect(fillOf(book, '案件', `A${NOTES_MAX + 11}`)).toBe(FILLS.note.slice(2))
})

test('its sheets can all be read again', async () => {
  const sheets = read(annotate(buildSample(), FILE, [MISSING]), FILE).sheets
  expect(sheets.map((sheet) => sheet.sheet)).toEqual(['核对结果', '案件', '说明'])
})

test.each([
  ['raw/cases/2026-10.csv', '2026-10.csv'],
  ["raw/a/[1]'x'?.csv", '1  x  .csv'],
  ['很长的名字'.repeat(10), `${'很长的名字'.repeat(6)}很`],
])('the sheet of %s is called %s', (file, name) => {
  expect(nameSheet(file)).toBe(name)
})

/** Two sheets, of which the first has a date, a formula, a note and a name of its own. */
function buildSample(): Uint8Array {
  const cases = utils.aoa_to_sheet([
    ['编号', '状态', '日期'],
    ['１', '结案', null],
    ['2', null, null],
  ])
  cases['C2'] = { t: 'n', v: 46296, z: 'yyyy-mm-dd' }
  cases['D2'] = { t: 'n', v: 46297, f: 'C2+1' }
  cases['!ref'] = 'A1:D3'
  cases['!cols'] = [{ width: 30 }]
  cases['A1'].c = [{ a: '王', t: '编号按新规' }]
  const notes = utils.aoa_to_sheet([['填报说明']])
  notes['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }]
  const book = utils.book_new()
  utils.book_append_sheet(book, cases, '案件')
  utils.book_append_sheet(book, notes, '说明')
  book.Workbook = { Names: [{ Name: '本表', Ref: "'案件'!$A$1", Sheet: 0 }] }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
}

function reopen(bytes: Uint8Array): WorkBook {
  return openBook(bytes, { type: 'array', cellStyles: true, cellNF: true, cellFormula: true })
}

function sheetOf(book: WorkBook, name: string): WorkSheet {
  const sheet = book.Sheets[name]
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

function listValues(sheet: WorkSheet): unknown {
  return utils.sheet_to_json(sheet, { header: 1, raw: true })
}

function fillOf(book: WorkBook, sheet: string, cell: string): string | undefined {
  return sheetOf(book, sheet)[cell]?.s?.fgColor?.rgb
}

function listNotes(book: WorkBook, sheet: string, cell: string): string[] {
  return (sheetOf(book, sheet)[cell]?.c ?? []).map((note: { t: string }) => note.t)
}

/** Paths of the worksheets whose XML holds a piece. */
function listPartsNaming(bytes: Uint8Array, piece: string): string[] {
  const parts = Parts.open(bytes)
  const paths = [1, 2, 3].map((number) => `xl/worksheets/sheet${number}.xml`)
  return paths.filter((path) => parts.readText(path).includes(piece))
}
