import { describe, expect, test } from 'vitest'
import { toPlainText } from '../../src/compose/rich.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { buildHome } from '../../src/views/home-page.ts'
import { buildPlaceFrame, buildPlaceReport, buildPlacesFrame } from '../../src/views/place-page.ts'
import { buildReport, buildReportsFrame, findReleaseDay, listReportMonths } from '../../src/views/report-page.ts'
import { buildTopicReport } from '../../src/views/topic-page.ts'
import { listTopics } from '../../src/views/topics.ts'
import { PLACES } from './city.ts'
import { cityOfTrees, sayOfTrees, TREES } from './trees.ts'

const TWO = cityOfTrees({
  '2026-Q2': [
    [30, 60],
    [300, 400],
  ],
  '2026-Q3': [
    [50, 60],
    [310, 440],
  ],
})
describe('the derived sentences of a dataset without a subject', () => {
  test('a count has its change, a rate its numerator and denominator; no unit is said twice', () => {
    expect(sayOfTrees(TWO, 'zh')).toBe(
      '2026年第三季度云锦市行道树500株，比上季度增加8.7%。 2026年第三季度云锦市浇水率为72.0%（浇水360÷行道树500株），与上季度大致持平。',
    )
    expect(sayOfTrees(TWO, 'en')).toBe(
      'Trees in Yunjin came to 500 in Q3 2026, up 8.7% on the quarter before. Watered share in Yunjin was 72.0% in Q3 2026 (watered trees 360 ÷ trees 500), about the same as the quarter before.',
    )
  })

  test('of a few both numbers are given and no direction, and one is singular', () => {
    const verb = { zh: '种下', en: { one: 'was planted', other: 'were planted' } }
    const headline = [{ table: 'trees', measure: 'trees', better: 'higher' as const, verb }]
    const planted = { ...TREES, presentation: { headline } }
    const site = cityOfTrees(
      {
        '2026-Q2': [
          [0, 2],
          [0, 1],
        ],
        '2026-Q3': [
          [0, 1],
          [0, 0],
        ],
      },
      planted,
    )
    expect(sayOfTrees(site, 'en')).toContain(
      'In Q3 2026, 1 tree was planted in Yunjin, against 3 trees the quarter before.',
    )
    expect(sayOfTrees(site, 'zh')).toContain('2026年第三季度云锦市种下1株，上季度为3株。')
  })

  test('rates are called higher only beyond their intervals, and small rates have theirs', () => {
    const site = cityOfTrees({
      '2026-Q2': [
        [10, 40],
        [10, 40],
      ],
      '2026-Q3': [
        [38, 40],
        [36, 40],
      ],
    })
    expect(sayOfTrees(site, 'en')).toMatch(/95% interval \d+\.\d–\d+\.\d%\), 67\.5 points above the quarter before\./)
  })
})

test('a place is said to be above its city only beyond chance', () => {
  const site = cityOfTrees({
    '2026-Q3': [
      [390, 400],
      [100, 400],
    ],
  })
  const readSaid = (code: string) => toPlainText(buildPlaceReport(site, code).sections[0]?.say?.en ?? [])
  expect(readSaid('990101')).toContain(
    'was 97.5% in Q3 2026 (watered trees 390 ÷ trees 400), clearly above the city as a whole (61.3%).',
  )
  expect(readSaid('990100')).not.toContain('city as a whole')
})

describe('the rooms of a dataset without a subject', () => {
  test('a quarter is in the bulletin of the month in which it ends, and in no other', () => {
    const listSections = (month: string) => buildReport(TWO, month).sections.map(({ id }) => id)
    expect(listSections('2026-09')).toContain('trees')
    expect(listSections('2026-10')).not.toContain('trees')
  })

  test('districts are dots with intervals, periods a line, districts over periods small multiples', () => {
    const topic = buildTopicReport(TWO, { id: 'trees' })
    expect(topic.sections[0]?.figures.map(({ kind }) => kind)).toEqual([
      'stacked',
      'interval',
      'line',
      'line',
      'multiples',
    ])
    const place = buildPlaceReport(TWO, '990101')
    expect(place.sections[0]?.figures.map(({ kind }) => kind)).toEqual(['line', 'line'])
    expect(toPlainText(place.sections[0]?.say?.en ?? [])).toContain(
      'not clearly different from the city as a whole (72.0%)',
    )
    expect(buildHome(TWO).figures.length + (buildHome(TWO).second ? 1 : 0)).toBeGreaterThan(0)
  })

  test('a register is a list, on a place page with the entries of the place', () => {
    const listNumbersOf = (sections: ReturnType<typeof buildPlaceReport>['sections']) => {
      const section = sections.find(({ id }) => id === 'trees-register')
      return [toPlainText(section?.say?.en ?? []), section?.tables?.[0]?.data.rows.length]
    }
    expect(listNumbersOf(buildTopicReport(TWO, { id: 'trees' }).sections)).toEqual(['2 entries in Q3 2026.', 2])
    expect(listNumbersOf(buildPlaceReport(TWO, '990101').sections)).toEqual(['1 entry in Q3 2026.', 1])
  })

  test('its topic has a page without words, and its own name where pages say what they hold', () => {
    expect(listTopics(TWO).map(({ id, title, hasWords }) => [id, title.en, hasWords])).toEqual([
      ['trees', 'Street trees', false],
    ])
    const jinzhong = PLACES.get('990101')
    if (!jinzhong) throw new Error('the city has Jinzhong')
    expect(buildPlaceFrame(TWO, jinzhong).description.en).toBe('Street trees of Jinzhong District.')
    expect(buildPlacesFrame(TWO).description.zh).toBe('云锦市各区的行道树。')
    expect(buildReportsFrame(TWO).description.en).not.toContain('Each cell')
  })
})

describe('a portal whose only dataset does not come each month', () => {
  const makeOnly = (frequency: Contract['frequency'], periods: readonly string[]) => {
    const site = cityOfTrees(
      Object.fromEntries(
        periods.map((period, at): [string, [[number, number], [number, number]]] => [
          period,
          [
            [30 + at, 60],
            [300, 400],
          ],
        ]),
      ),
      { ...TREES, frequency },
    )
    const tables = [...site.published.tables].filter(([name]) => name !== 'cases/flow')
    return { ...site, published: { ...site.published, tables: new Map(tables) } }
  }

  test('has bulletins of the months in which its weeks end', () => {
    const site = makeOnly('week', ['2026-W39', '2026-W40', '2026-W41'])
    expect(listReportMonths(site)).toEqual(['2026-09', '2026-10'])
    expect(findReleaseDay(site, '2026-09')).toBe('2026-11-20')
    expect(sayOfTrees(site, 'zh', '2026-10')).toContain('2026年第41周（10月5日—11日）云锦市行道树460株，与上周持平。')
  })

  test('has lines and figures on its front page where it comes once a year', () => {
    const home = buildHome(makeOnly('year', ['2024', '2025']))
    expect(home.month).toBeNull()
    expect(home.figures.map(({ kind }) => kind)).toEqual(['line'])
    expect(toPlainText(home.topics.trees?.en ?? [])).toContain(
      'Trees in Yunjin came to 460 in 2025, the same as the year before.',
    )
  })
})
