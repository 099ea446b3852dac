import { describe, expect, test } from 'vitest'
import type { Profile } from '../../src/contracts/contract.ts'
import { read } from '../../src/read/index.ts'
import { CELL_LENGTH_MAX, COLUMNS_MAX } from '../../src/read/limits.ts'

const readText = (text: string, profile?: Profile) => read(new TextEncoder().encode(text), 'raw/x/2026.csv', profile)
const rowsOf = (text: string, profile?: Profile) => readText(text, profile).sheets[0]?.rows
const rulesOf = (text: string) =>
  readText(text).problems.map(({ rule, row, column }) =>
    [rule, row, column].filter((candidate) => candidate !== null).join(' '),
  )

describe('lines and records', () => {
  test('a quoted line break moves the line, not the record', () => {
    expect(rowsOf('a,b\n"x\ny",1\nz,2\n')).toEqual([
      { row: 2, record: 1, cells: ['x\ny', '1'] },
      { row: 4, record: 2, cells: ['z', '2'] },
    ])
  })

  test('CR, CRLF and LF mixed', () => {
    expect(rowsOf('a,b\r\n1,2\r3,4\n5,6')?.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
      [4, '5', '6'],
    ])
  })

  test('blank lines are no records, and keep the count of lines', () => {
    expect(rowsOf('a,b\n\n1,2\n,\n3,4\n')?.map(({ row, record }) => [row, record])).toEqual([
      [3, 1],
      [5, 2],
    ])
  })
})

describe('layout', () => {
  test('delimiters by evidence or by profile', () => {
    expect(readText('a;b\n1;2\n').sheets[0]?.headers).toEqual(['a', 'b'])
    expect(readText('a\tb,c\n1\t2,3\n1\t2\n').sheets[0]?.headers).toEqual(['a', 'b,c'])
    expect(readText('a,b,c\n1\t,2\t,3\t\n4\t,5\t,6\t\n').sheets[0]?.headers).toEqual(['a', 'b', 'c'])
    expect(readText('a\t,b\t,c\t\n1\t,2\t,3\t\n').sheets[0]?.headers).toEqual(['a', 'b', 'c'])
    expect(readText('a,b\n"1\t2\n3\t4\t5",6\n"1\t\t\t\t",7\n').sheets[0]?.headers).toEqual(['a', 'b'])
    expect(readText('标题;甲\na,b,c\n1,2,3\n').sheets[0]?.headers).toEqual(['a', 'b', 'c'])
    expect(readText('a;b\n1,5;2,5\n').sheets[0]?.headers).toEqual(['a', 'b'])
    expect(readText('a;b,c\n1;2\n', { delimiter: ';' }).sheets[0]?.headers).toEqual(['a', 'b,c'])
  })

  test('title and unit above, notes below', () => {
    const sheet = readText('养老情况表,,\n单位：张,,\n地区,机构,床位\n锦北区,1,2\n注：不含家庭床位,,\n').sheets[0]
    expect(sheet).toMatchObject({ headers: ['地区', '机构', '床位'], headerRow: 3 })
    expect(sheet?.preamble).toEqual(['养老情况表', '单位：张'])
    expect(sheet?.footnotes).toEqual(['注：不含家庭床位'])
    expect(sheet?.rows).toHaveLength(1)
  })

  test('header rows of a profile are flattened', () => {
    const text = '环境,,,\n地区,水,,气\n,COD,氨氮,SO2\n锦北区,1,2,3\n'
    expect(readText(text, { skipRows: 1, headerRows: 2 }).sheets[0]?.headers).toEqual([
      '地区',
      '水|COD',
      '水|氨氮',
      '气|SO2',
    ])
  })
})

describe('refused with the position', () => {
  test.each([
    ['too few cells', 'a,b\n1,2\n3\n', ['row-ragged 3']],
    ['too many cells', 'a,b\n1,2,3\n', ['row-ragged 2']],
    ['an open quote', 'a,b\n1,2\n"3,4\n5,6\n', ['csv-quote-open 3']],
    ['text after a closing quote', 'a,b\n"1"x,2\n', ['csv-quote-stray 2']],
    ['a header twice', '数,ａ,a\n1,2,3\n', ['header-duplicate 1 3']],
    ['data without header', 'a,,c\n1,2,3\n', ['header-blank 1 2']],
    ['a cell too long', `a\n${'x'.repeat(CELL_LENGTH_MAX + 1)}\n`, ['cell-too-long 2 1']],
    [
      'too many columns',
      `${Array.from({ length: COLUMNS_MAX + 1 }, (_, index) => `c${index}`).join()}\n`,
      ['sheet-too-wide'],
    ],
  ])('%s', (_name, text, expected) => expect(rulesOf(text)).toEqual(expected))

  test('blank cells beyond the header are let pass', () => {
    expect(rowsOf('a,b\n1,2,,\n')).toEqual([{ row: 2, record: 1, cells: ['1', '2'] }])
  })

  test('ragged rows are counted, and the others still read', () => {
    const { sheets } = readText('a,b\n1,2\n3\n4,5\n')
    expect(sheets[0]?.refused).toEqual([{ row: 3, cells: ['3'] }])
    expect(sheets[0]?.rows.map(({ record }) => record)).toEqual([1, 3])
  })

  test('a cell of 10 MB is refused quickly, and shown cut', () => {
    const { problems } = readText(`a,b\n1,${'格'.repeat(3_500_000)}\n`)
    expect(problems.map(({ rule, found }) => [rule, found?.length])).toEqual([['cell-too-long', 121]])
  })

  test('100,000 ragged rows leave a thousand findings and a count', () => {
    const { problems } = readText(`a,b\n${'1\n'.repeat(100_000)}`)
    expect(problems).toHaveLength(1001)
    expect(problems.at(-1)).toMatchObject({ rule: 'more-of-the-same', level: 'error', params: { count: 99_000 } })
  })
})

describe('columns that are filled down', () => {
  const text = '区,街道,数\n锦北区,甲,1\n,乙,2\n栖云区,丙,3\n,,4\n'
  test('only where they are declared, with one note and its count', () => {
    const { sheets, problems } = readText(text, { fillDown: ['区'] })
    expect(sheets[0]?.rows.map(({ cells }) => cells.join())).toEqual([
      '锦北区,甲,1',
      '锦北区,乙,2',
      '栖云区,丙,3',
      '栖云区,,4',
    ])
    expect(problems).toMatchObject([
      { rule: 'cell-filled-down', level: 'note', row: 3, column: 1, columnName: '区', params: { count: 2 } },
    ])
    expect(rowsOf(text)?.map(({ cells }) => cells[0])).toEqual(['锦北区', '', '栖云区', ''])
  })

  test('nothing is above the first row', () => {
    expect(rowsOf('区,数\n,1\n锦北区,2\n', { fillDown: ['区'] })?.map(({ cells }) => cells[0])).toEqual(['', '锦北区'])
  })
})
