import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import type { Profile } from '../../src/contracts/contract.ts'
import { read } from '../../src/read/index.ts'

const readText = (text: string, profile?: Profile) => read(new TextEncoder().encode(text), 'raw/x/2026.csv', profile)
const report = (text: string, profile?: Profile) =>
  readText(text, profile).problems.map(({ rule, row, column }) =>
    [rule, row, column].filter((candidate) => candidate !== null).join(' '),
  )

function readCells(cells: (string | number | null)[][], profile?: Profile) {
  const book = utils.book_new(utils.aoa_to_sheet(cells), '表')
  return read(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })), 'raw/x/2026.xlsx', profile)
}

describe('header rows that are declared', () => {
  const two = [
    ['地区', '机构', null, null, '人员', null],
    [null, '处数', '床位', '入住', '护理', '管理'],
    ['锦北区', 1, 2, 3, 4, 5],
  ]
  const flat = ['地区', '机构|处数', '机构|床位', '机构|入住', '人员|护理', '人员|管理']

  test.each([
    ['with nothing above', two],
    ['below a title', [['养老服务情况'], ...two]],
    ['below a title and a blank row', [['养老服务情况'], [], ...two]],
  ])('begin with the upper one, %s', (_name, cells) => {
    const { sheets, problems } = readCells(cells, { headerRows: 2 })
    expect(problems).toEqual([])
    expect(sheets[0]?.headers).toEqual(flat)
    expect(sheets[0]?.rows).toHaveLength(1)
  })

  test('may be three, in two languages', () => {
    const three = [
      ['地区 Place', '机构 Homes', null, null],
      [null, '公办 Public', null, '民办 Private'],
      [null, '处数 Number', '床位 Beds', '处数 Number'],
      ['锦北区', 1, 2, 3],
    ]
    expect(readCells(three, { headerRows: 3 }).sheets[0]?.headers).toEqual([
      '地区 Place',
      '机构 Homes|公办 Public|处数 Number',
      '机构 Homes|公办 Public|床位 Beds',
      '机构 Homes|民办 Private|处数 Number',
    ])
  })

  test('are found by the names that the profile gives them', () => {
    const text = '甲,乙,丙\n地区,机构,\n,处数,床位\n一,二,三\n'
    const profile = { headerRows: 2, columns: { place: '地区', homes: '机构|处数', beds: '机构|床位' } }
    expect(readText(text, profile).sheets[0]?.headers).toEqual(['地区', '机构|处数', '机构|床位'])
  })

  test('a name on both levels is one name', () => {
    expect(readText('地区,机构,机构\n地区,处数,床位\n锦北区,1,2\n', { headerRows: 2 }).sheets[0]?.headers).toEqual([
      '地区',
      '机构|处数',
      '机构|床位',
    ])
  })
})

describe('header rows that nobody declared are one problem', () => {
  test.each([
    ['a group above a blank name', '地区,机构,,,人员\n,处数,床位,入住,护理\n锦北区,1,2,3,4\n', 1, 2],
    ['groups that stand above each column', '情况,,\n地区,机构,机构\n地区,处数,床位\n锦北区,1,2\n', 2, 3],
    ['groups that end before the last column', '地区,机构,\n,处数,床位\n锦北区,1,2\n', 1, 2],
  ])('%s', (_name, text, row, header) => {
    expect(readText(text).problems).toMatchObject([{ rule: 'header-rows-undeclared', row, params: { header } }])
  })

  test('a blank or double name of one header stays what it is', () => {
    expect(report('地区,,床位\n锦北区,甲,2\n')).toEqual(['header-blank 1 2'])
    expect(report('地区,床位,床位\n锦北区,1,2\n')).toEqual(['header-duplicate 1 3'])
    expect(report('填报：某,日期：某,\n地区,,床位\n锦北区,甲,2\n')).toEqual(['header-blank 2 2'])
    expect(report('地区,床位,床位\n锦北区,—,暂无\n栖云区,1,2\n')).toEqual(['header-duplicate 1 3'])
  })
})

describe('rows to skip are counted as they are in the file', () => {
  test('in a workbook and in a delimited file alike', () => {
    const cells = [['养老服务情况'], [], ['单位：见表头'], ['地区', '床位'], ['锦北区', 2]]
    for (const { sheets } of [
      readCells(cells, { skipRows: 3 }),
      readText('养老服务情况,\n\n单位：见表头,\n地区,床位\n锦北区,2\n', { skipRows: 3 }),
      readText('"养老\n服务情况",\n单位：见表头,\n地区,床位\n锦北区,2\n', { skipRows: 3 }),
    ]) {
      expect(sheets[0]).toMatchObject({ headers: ['地区', '床位'], headerRow: 4, rows: [{ row: 5 }] })
    }
  })

  test('blank rows before the header are none', () => {
    expect(readText('题,\n\n地区,床位\n锦北区,2\n', { skipRows: 1 }).sheets[0]?.headerRow).toBe(3)
    expect(report('题,\n', { skipRows: 1 })).toEqual(['sheet-empty'])
  })
})

describe('lines that are longer than the header', () => {
  test.each([
    ['some of them', '名,数,注\n甲,1,200,\n乙,980,\n', ['row-ragged 2']],
    [
      'all, and each may hold one number in two cells',
      '名,数,注\n甲,1,200,\n乙,2,980,\n',
      ['row-ragged 2', 'row-ragged 3'],
    ],
    ['all, though not the header', '名,数,注\n甲,1,2,\n乙,3,4,\n', []],
    ['all, the header too', '名,数,注,\n甲,1,200,\n乙,2,980,\n', []],
  ])('%s', (_name, text, expected) => expect(report(text)).toEqual(expected))

  test('a last column without a name is named by its letter', () => {
    expect(report('名,数,\n甲,1,\n乙,2,x\n')).toEqual(['header-blank 1 3'])
  })
})

describe('beside the table of a workbook', () => {
  const rows = ['甲', '乙', '丙'].map((name, index) => [name, index + 1])

  test('a remark is reported with its cell', () => {
    const cells = [['名', '数'], ...rows]
    cells[2] = ['乙', 2, null, '已核对'] as never
    expect(readCells(cells).problems).toMatchObject([
      { rule: 'cell-beyond-header', row: 3, column: 4, found: '已核对', params: { count: 2 } },
    ])
  })

  test('a column that most rows fill lacks its header', () => {
    const cells = [['名', '数'], ...rows.map((row) => [...row, 'x'])]
    expect(readCells(cells).problems).toMatchObject([{ rule: 'header-blank', row: 1, column: 3 }])
  })
})

describe('rows that are no data', () => {
  const HEAD = '地区,机构,床位\n'

  test('pages: their numbers, and what is on each of them', () => {
    const page = `养老情况表,,\n${HEAD}`
    const { sheets, problems } = readText(
      `${page}锦北区,1,2\n第1页 共2页,,\n${page}栖云区,1,2\n- 第2页 -,,\n养老情况表（续）,,\n${HEAD}高泽区,1,2\n`,
    )
    expect(sheets[0]?.rows.map(({ cells, record }) => [cells[0], record])).toEqual([
      ['锦北区', 1],
      ['栖云区', 2],
      ['高泽区', 3],
    ])
    expect(sheets[0]?.footnotes).toEqual(['第1页 共2页', '- 第2页 -'])
    expect(problems).toMatchObject([{ rule: 'header-repeated', level: 'note', row: 5, params: { count: 4 } }])
  })

  test('forms and numbered remarks below the last row, and only there', () => {
    const form = '（注：不含家庭床位）,,\n1. 年报数,,\n打印时间：2026-01-05,,\n制表：某,,审核：某\n单位负责人：某,,\n'
    const below = readText(`${HEAD}锦北区,1,2\n${form}`).sheets[0]
    expect([below?.rows.length, below?.footnotes?.length]).toEqual([1, 5])
    const counted = readText(`${HEAD}锦北区,1,2\n注：1.年报数,,\n2.60岁以上为年末数,,\n共1条记录,,\n`).sheets[0]
    expect([counted?.rows.length, counted?.footnotes?.length]).toEqual([1, 3])
    const between = readText(`${HEAD}制表：某,,\n1. 锦北区,,\n栖云区,1,2\n`).sheets[0]
    expect([between?.rows.length, between?.footnotes?.length]).toEqual([3, 0])
    expect(readText(`${HEAD}锦北区,1,2\n1. 栖云区,,\n`).sheets[0]?.rows).toHaveLength(2)
  })

  test('a second table with the same header is refused as one', () => {
    const { sheets, problems } = readText(`${HEAD}锦北区,1,2\n\n附表：2024年,,\n${HEAD}锦北区,1,2\n`)
    expect(problems).toMatchObject([{ rule: 'sheet-second-table', row: 4, found: '附表：2024年' }])
    expect([sheets[0]?.rows.length, sheets[0]?.refused?.length]).toEqual([1, 3])
  })
})
