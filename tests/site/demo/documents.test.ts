import { describe, expect, test } from 'vitest'
import type { FigureSpec } from '../../../src/charts/figure.ts'
import type { Site } from '../../../src/compose/site.ts'
import type { PublishedRow } from '../../../src/store/published-tables.ts'
import { buildTopicReport } from '../../../src/views/topic-page.ts'
import { changeTable } from '../../views/changed.ts'
import { printSentence } from '../../views/printed-report.ts'
import { SITE } from './pages.ts'

/*
 * What the pages of topics show of published documents is declared in their own words: rows of a register, numbers in
 * sentences, and what is computed from them.
 */

const withLedger = (change: (row: PublishedRow) => PublishedRow | null) => changeTable(SITE, 'ledger/figures', change)

/** The ledger without one row, or with another value in it. */
const removeDocument = (id: string) => withLedger((row) => (row.key['id'] === id ? null : row))
const withNumber = (id: string, value: number) =>
  withLedger((row) =>
    row.key['id'] === id ? { ...row, cells: { ...row.cells, number: { value, status: 'forecast' } } } : row,
  )

function sectionOf(site: Site, id: string) {
  const topic = site.topics.find((item) => item.id === id)
  if (!topic) throw new Error(`no topic ${id}`)
  return buildTopicReport(site, topic).sections.find((section) => section.id === 'ledger')
}

function figureOf<Kind extends FigureSpec['kind']>(site: Site, topic: string, id: string, kind: Kind) {
  const figure = sectionOf(site, topic)?.figures.find((item) => item.id === id)
  if (figure?.kind !== kind) throw new Error(`${topic} has no ${id}`)
  return figure as Extract<FigureSpec, { kind: Kind }> // by the line before
}

describe('two forecasts that cannot both hold', () => {
  const findElderly = (site: Site) => figureOf(site, 'ageing', 'nanjing-elderly', 'line')

  test('are named with their computation', () => {
    expect(findElderly(SITE).note).toEqual({
      zh: '文献预测2020年60岁以上达200万人、占近25%，两者相除，全市只有800万人，少于2010年普查的800.4万人。城市若在增长，两个预测不能同时成立。文献称二十年间增加1倍以上，由此1990年不超过55.03万人。',
      en: 'The document forecasts 2,000,000 people aged 60+ in 2020 and a share of nearly 25%. Together they imply a city of 8,000,000 people, fewer than the 8,003,744 people of the 2010 census; if the city grew, both cannot hold. According to the source, the number grew to at least 2 times its size within twenty years, which puts 1990 at no more than 550,321 people.',
    })
  })

  test('are not called contradictory where they are not, or where one is missing', () => {
    expect(findElderly(withNumber('F018', 20)).note).toBeUndefined()
    expect(findElderly(withNumber('F018', 20)).title.zh).not.toContain('对不上')
    expect(findElderly(removeDocument('F001')).note).toBeUndefined()
  })

  test('forecasts stay forecasts, a bound stays a bound, and what is computed says so', () => {
    const points = findElderly(SITE).series[0]?.points
    expect(
      points?.map(({ x, cell, bound, derived }) =>
        [x, cell.value, cell.status, bound ?? 'exact', derived?.en ?? 'stated'].join(' '),
      ),
    ).toEqual([
      '1990 550321 reported at-most computed upper bound',
      '2010 1100642 reported exact stated',
      '2012 1200000 reported exact stated',
      '2015 1500000 forecast exact stated',
      '2020 2000000 forecast exact stated',
    ])
    expect(findElderly(removeDocument('F014')).series[0]?.points[0]?.x).toBe('2010')
  })
})

test('a step that only another source explains is a break, not a finding', () => {
  const findLife = (site: Site) => figureOf(site, 'ageing', 'nanjing-life', 'line')
  expect(findLife(SITE).annotations).toEqual([
    {
      x: '2011',
      kind: 'break',
      label: { zh: '来源不同：一年多出2.47岁', en: 'Another source: 2.47 years more in one year' },
    },
  ])
  expect(findLife(SITE).title.en).toBe('Nanjing’s life expectancy: the jump of 2011 is a change of source')
  expect([findLife(SITE).decimals, findLife(SITE).zero, findLife(SITE).unit]).toEqual([2, false, '岁'])
  expect([findLife(removeDocument('F025')).annotations, findLife(removeDocument('F025')).title.zh]).toEqual([
    [],
    '平均预期寿命',
  ])
})

test('permits of an earlier regime say so', () => {
  const early = figureOf(SITE, 'permits', 'early-permits', 'line')
  expect(early.title.zh).toBe('南京市早年的发证企业：1988年12家，1998年283家')
  expect(early.note?.zh).toContain('不能与今天的数字连成一条线')
  expect(early.annotations?.map(({ x }) => x)).toEqual(['1989', '2000'])
  expect(early.unit).toEqual({ zh: '家', en: { one: 'organisation', other: 'organisations' } })
})

test('a bound of a source has neither sample nor interval', () => {
  const { items, period } = figureOf(SITE, 'satisfaction', 'reported-satisfaction', 'interval')
  expect(items).toMatchObject([
    {
      label: { en: 'Chaoyang District, Beijing' },
      cell: { value: 90, status: 'reported' },
      n: null,
      bound: 'at-least',
    },
    { label: { zh: '南京市栖霞区仙林街道' }, cell: { value: 95, status: 'reported' }, n: null, bound: 'at-least' },
  ])
  expect(period.en).toBe('years not stated')
})

test('numbers in a sentence have their bound and their cell; without one of them the sentence is left out', () => {
  const say = sectionOf(SITE, 'cases')?.say
  if (!say) throw new Error('the topic speaks of no document')
  expect(printSentence(say.zh)).toBe(
    '以下为公开文献中的真实数字，说的是别的地方、别的年份，不是本市数据。北京市朝阳区的全模式系统五年共解决各类问题⟦865万件⟧，占六城区总量的⟦80%以上⟧；其间受理群众诉求⟦72万件⟧，文献称满意率⟦90%以上⟧，没有给出样本数，因此不作排名。起止年份文献没有写明。',
  )
  expect(printSentence(say.en)).toBe(
    'These are real figures from published documents; they are about other places and years, not this city. In five years the full-mode system of Chaoyang District, Beijing, solved ⟦8,650,000 cases⟧, ⟦at least 80%⟧ of the total of the six urban districts, and accepted ⟦720,000 cases⟧ from citizens. The document puts satisfaction at ⟦at least 90%⟧ without a sample size, so it is not ranked. It does not say in which year the five began.',
  )
  const cells = say.zh.flatMap((part) => (typeof part === 'string' ? [] : [part.cell]))
  expect(cells).toEqual(['F089', 'F090', 'F091', 'F092'].map((id) => `ledger/figures/2026-11?id=${id}#number`))
  expect(sectionOf(removeDocument('F091'), 'cases')).toBeUndefined()
})
