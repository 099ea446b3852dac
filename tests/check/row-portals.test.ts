import { describe, expect, test } from 'vitest'
import { stopPublishing } from '../../src/problems/acceptance.ts'
import { listFindings, runCase } from './portal-cases.ts'

/** Figures of one published table, by the key of each row. */
const figuresOf = (result: Awaited<ReturnType<typeof runCase>>, table: string, measure: string) =>
  Object.fromEntries(
    result.tables
      .filter((sourced) => sourced.table.table === table)
      .flatMap(({ table: { rows } }) => rows)
      .map((row) => [Object.values(row.key).join(' '), row.cells[measure]?.value]),
  )

describe('a sum under any of its labels is counted once', () => {
  test.each(['total-label-counted-twice-kuohao-heji', 'total-label-counted-twice-zongji-Total'])('%s', async (name) => {
    const result = await runCase('lab-contract', name)
    expect(listFindings(result)).toEqual(['note rows-taken-out@4'])
    expect(figuresOf(result, 't', 'n')).toEqual({ all: 30 })
  })
})

test('footnotes and （以下空白） below a table whose values are optional are no records', async () => {
  const result = await runCase('footnote-published-as-record')
  expect(listFindings(result)).toEqual(['note footnotes-left-out@4', 'error row-no-record@3'])
  expect(result.tables).toEqual([])
})

describe('the delimiter is the one that the header line is split by', () => {
  test('tabs after every value belong to the values', async () => {
    const result = await runCase('delimiter-tab-after-every-value')
    expect(result.files.map(({ rowsRead, rowsUsed }) => [rowsRead, rowsUsed])).toEqual([
      [8, 8],
      [80, 80],
    ])
    expect(result.problems.filter(({ level }) => level !== 'note')).toEqual([])
  })

  test('tabs inside quoted cells of several lines belong to the cells', async () => {
    const result = await runCase('delimiter-tabs-inside-quoted-cells')
    expect(result.problems.filter(({ level }) => level !== 'note')).toEqual([])
    expect(result.files.map(({ rowsRead, rowsUsed }) => rowsRead === rowsUsed && rowsUsed > 0)).toEqual([true])
  })
})

test('a sheet without a head whose rows fit the other one holds the rest of it', async () => {
  const result = await runCase('base', 'second-sheet-without-head')
  expect(listFindings(result, ['workbook-makers'])).toEqual(['error sheet-continued'])
  expect(result.tables).toEqual([])
})

test('an object that a program printed is no text for the public', async () => {
  const result = await runCase('base', 'object-object')
  const debris = result.problems.filter(({ rule }) => rule === 'cell-debris')
  expect(debris.map(({ level, found }) => [level, found])).toEqual([
    ['error', '[object Object]'],
    ['error', '[object Object]'],
  ])
})

describe('heads are judged by their merges, wherever a writer put the text', () => {
  test('a title in every cell that it covers is a title', async () => {
    const result = await runCase('base', 'easyexcel-title-in-every-cell')
    expect(listFindings(result, ['workbook-makers']).filter((finding) => !finding.startsWith('note'))).toEqual([])
    expect(result.problems.map(({ rule }) => rule)).toContain('preamble-left-out')
    expect(result.files.map(({ rowsUsed }) => rowsUsed > 0)).toEqual([true])
  })

  test('three levels are named once, the title above them aside', async () => {
    const { problems } = await runCase('base', 'easyexcel-three-level-head')
    const errors = problems.filter(({ level }) => level === 'error')
    expect(errors.map(({ rule, row, params }) => [rule, row, params['header']])).toEqual([
      ['header-rows-undeclared', 2, 3],
    ])
  })
})

test('six header rows, Chinese above English, can be declared', async () => {
  const result = await runCase('six-header-rows-cannot-be-declared')
  expect(result.problems.filter(({ level }) => level === 'error')).toEqual([])
  expect(result.files.map(({ rowsUsed }) => rowsUsed)).toEqual([2])
})

describe('units in the names of rows', () => {
  test('of which one column of numbers cannot have all are refused', async () => {
    const result = await runCase('mixed-units-in-row-labels')
    expect(listFindings(result, ['key-spaced'])).toEqual(['error units-mixed@3'])
    expect(result.tables).toEqual([])
  })

  test('are published with the names where the profile says that each row has its own', async () => {
    const result = await runCase('mixed-units-in-row-labels', 'mixed-units-declared')
    expect(listFindings(result, ['key-spaced'])).toEqual([])
    expect(figuresOf(result, 't', 'v')).toMatchObject({ '全国人口(万人) 2020': 141178, '65岁及以上(%) 2020': 13.5 })
  })
})

describe('one cell ten times what it was', () => {
  test('stops its dataset until a person accepts it', async () => {
    const result = await runCase('population-one-cell-tenfold')
    expect(listFindings(result)).toEqual(['warning cell-jump@4'])
    expect(stopPublishing(result.problems)).toBe(true)
    expect(result.tables).toEqual([])
  })

  test('is published when it is listed as an exception', async () => {
    const result = await runCase('population-one-cell-tenfold', 'population-tenfold-accepted')
    expect(listFindings(result)).toEqual(['warning cell-jump@4'])
    expect(stopPublishing(result.problems)).toBe(false)
    expect(result.tables.length).toBeGreaterThan(0)
  })
})
