import { describe, expect, test } from 'vitest'
import type { TableRow } from '../../src/contracts/table.ts'
import {
  buildEarlyPermits,
  buildNanjingElderly,
  buildNanjingLife,
  buildReportedSatisfaction,
} from '../../src/subjects/ledger/ledger-figures.ts'
import { composeLedgerSentence, findLedgerRows, findLedgerValue } from '../../src/subjects/ledger/ledger-rows.ts'
import { changed } from './changed.ts'
import { CITY, cityWith } from './city.ts'
import { sentence } from './printed-report.ts'

const withLedger = (change: Parameters<typeof changed>[2]) => changed(CITY, 'ledger/figures', change)

const says = (row: TableRow, indicator: string, year?: string) =>
  row.text['indicator_zh'] === indicator && (year === undefined || row.text['year'] === year)

describe('two forecasts that cannot both hold', () => {
  test('are told with their reckoning', () => {
    expect(buildNanjingElderly(CITY)?.note).toEqual({
      zh: '文献预测2020年60岁以上达200万人、占近25%，两者相除，全市只有800万人，少于2010年普查的800.4万人。城市若在增长，两个预测不能同时成立。文献称二十年间增加1倍以上，由此1990年不超过55.03万人。',
      en: 'The document forecasts 2,000,000 people aged 60+ in 2020 and a share of nearly 25%. Together they imply a city of 8,000,000 people, fewer than the 8,003,744 people of the 2010 census; if the city grew, both cannot hold. According to the source, the number grew to at least 2 times its size within twenty years, which puts 1990 at no more than 550,321 people.',
    })
  })

  test('are not called contradictory where they are not, or where one is missing', () => {
    const share = (value: number) =>
      withLedger((row) =>
        says(row, '60岁以上人口占比')
          ? { ...row, cells: { ...row.cells, number: { value, status: 'forecast' } } }
          : row,
      )
    expect(buildNanjingElderly(share(20))?.note).toBeUndefined()
    expect(buildNanjingElderly(share(20))?.title.zh).toBe('南京市60岁以上人口')
    const without = withLedger((row) => (says(row, '常住人口总数（六普）') ? null : row))
    expect(buildNanjingElderly(without)?.note).toBeUndefined()
  })
})

test('forecasts stay forecasts, and a bound stays a bound', () => {
  const points = buildNanjingElderly(CITY)?.series[0]?.points
  expect(points?.map(({ x, cell, bound }) => `${x} ${cell.value} ${cell.status} ${bound ?? 'exact'}`)).toEqual([
    '1990 550321 reported at-most',
    '2010 1100642 reported exact',
    '2015 1500000 forecast exact',
    '2020 2000000 forecast exact',
  ])
  expect(buildReportedSatisfaction(CITY)?.items).toMatchObject([
    { label: { zh: '北京市朝阳区' }, cell: { value: 90, status: 'reported' }, n: null, bound: 'at-least' },
  ])
})

test('the steepest rise within one year is a break, not a finding', () => {
  const figure = buildNanjingLife(CITY)
  expect(figure?.annotations).toEqual([
    {
      x: '2011',
      kind: 'break',
      label: { zh: '来源不同：一年多出2.47岁', en: 'Another source: 2.47 years more in one year' },
    },
  ])
  expect(buildNanjingLife(withLedger((row) => (says(row, '平均预期寿命', '2011') ? null : row)))).toBeNull()
})

test('permits of an earlier regime say so', () => {
  expect(buildEarlyPermits(CITY)?.title.zh).toBe('南京市早年的发证企业：1988年12家，1998年283家')
  expect(buildEarlyPermits(CITY)?.note?.zh).toContain('不能与今天的数字连成一条线')
})

test('Chaoyang in words, each number with its qualifier and its cell', () => {
  const words = composeLedgerSentence(CITY, 'cases')
  if (!words) throw new Error('the small city’s ledger holds Chaoyang')
  expect(sentence(words.zh)).toBe(
    '北京市朝阳区的全模式系统五年共解决各类问题⟦865万件⟧，占六城区总量的⟦80%以上⟧；其间受理群众诉求⟦72万件⟧，文献称满意率⟦90%以上⟧，没有给出样本数，因此不作排名。起止年份文献没有写明。',
  )
  expect(sentence(words.en)).toBe(
    'In five years the full-mode system of Chaoyang District, Beijing, solved ⟦8,650,000 cases⟧, ⟦at least 80%⟧ of the total of the six urban districts, and accepted ⟦720,000 cases⟧ from citizens. The document puts satisfaction at ⟦at least 90%⟧ without a sample size, so it is not ranked. It does not say in which year the five began.',
  )
  const cells = words.zh.flatMap((part) => (typeof part === 'string' ? [] : [part.cell]))
  expect(cells).toEqual(['F012', 'F013', 'F014', 'F015'].map((id) => `ledger/figures/2026-11?id=${id}#number`))
  expect(composeLedgerSentence(CITY, 'permits')).toBeNull()
  expect(
    composeLedgerSentence(
      withLedger((row) => (says(row, '受理群众诉求') ? null : row)),
      'cases',
    ),
  ).toBeNull()
})

test('rows are found by place, indicator and year; a value only where one row fits', () => {
  const life = { place: '南京市', indicator: ['平均预期寿命'] }
  expect(findLedgerRows(CITY, life).map((row) => row.text['year'])).toEqual(['2010', '2011'])
  expect(findLedgerValue(CITY, { ...life, year: '2010' })).toBe(76.84)
  expect(findLedgerValue(CITY, life)).toBeNull()
  expect(findLedgerValue(CITY, { ...life, place: '北京市' })).toBeNull()
  expect(findLedgerRows(cityWith(['cases']), life)).toEqual([])
})
