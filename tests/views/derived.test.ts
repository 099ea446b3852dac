import { describe, expect, test } from 'vitest'
import { toPlainText } from '../../src/compose/rich.ts'
import type { Site } from '../../src/compose/site.ts'
import { type Contract, contract as contractSchema } from '../../src/contracts/contract.ts'
import type { Value } from '../../src/contracts/row.ts'
import { protect } from '../../src/protect/index.ts'
import { tabulate } from '../../src/tabulate/index.ts'
import { buildHome } from '../../src/views/home-page.ts'
import { buildPlaceFrame, buildPlaceReport, buildPlacesFrame } from '../../src/views/place-page.ts'
import { buildReport, buildReportsFrame, findReleaseDay, listReportMonths } from '../../src/views/report-page.ts'
import { buildTopicReport } from '../../src/views/topic-page.ts'
import { listTopics } from '../../src/views/topics.ts'
import { CITY, PLACES } from './city.ts'
import { publishedOf } from './published.ts'

/** Quarterly returns on trees of each district, with a register of the oldest. */
const TREES: Contract = contractSchema.parse({
  id: 'trees',
  title: { zh: '行道树', en: 'Street trees' },
  description: { zh: '各区行道树。', en: 'Street trees of each district.' },
  class: 'O',
  frequency: 'quarter',
  keeper: { zh: '园林部门', en: 'Parks office' },
  topic: 'trees',
  columns: {
    place: { type: { kind: 'place' }, names: { zh: '所在区', en: 'District' }, privacy: 'dimension' },
    number: { type: { kind: 'text' }, names: { zh: '编号', en: 'Number' }, privacy: 'public' },
    trees: { type: { kind: 'integer' }, names: { zh: '株数', en: 'Trees' }, privacy: 'count' },
    watered: { type: { kind: 'integer' }, names: { zh: '浇过水的', en: 'Watered' }, privacy: 'count' },
  },
  key: ['place'],
  tables: {
    trees: {
      title: { zh: '行道树', en: 'Street trees' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }],
      measures: {
        trees: {
          names: { zh: '行道树', en: 'Trees' },
          unit: { zh: '株', en: { one: 'tree', other: 'trees' } },
          sum: 'trees',
        },
        watered: { names: { zh: '浇水', en: 'Watered trees' }, unit: '', sum: 'watered' },
        watered_rate: {
          names: { zh: '浇水率', en: 'Watered share' },
          unit: '%',
          decimals: 1,
          rate: { numerator: 'watered', denominator: 'trees', times: 100 },
        },
      },
    },
    register: {
      title: { zh: '古树', en: 'Old trees' },
      kind: 'register',
      dimensions: [{ column: 'number' }],
      measures: {},
      attributes: ['place'],
    },
  },
})

/** The city with trees: watered and counted by quarter, first of the one district, then of the other. */
function cityOfTrees(
  quarters: Record<string, [[watered: number, trees: number], [watered: number, trees: number]]>,
  contract = TREES,
): Site {
  const tables = Object.entries(quarters).flatMap(([period, districts]) => {
    const rows = districts.map(([watered, trees], index) => {
      const values: Record<string, Value> = { place: `99010${index + 1}`, number: `G${index + 1}`, trees, watered }
      return { values, file: 'trees', sheet: null, row: index + 2 }
    })
    return tabulate(contract, protect(contract, rows), { period, places: PLACES })
  })
  const month = CITY.published.tables.get('cases/flow')
  if (!month) throw new Error('the city has cases')
  const published = publishedOf([contract], tables)
  // A bulletin comes out each month of which a monthly dataset knows anything.
  return {
    ...CITY,
    published: { ...published, tables: new Map([...published.tables, ['cases/flow', month]]) },
    topics: [],
  }
}

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
const say = (site: Site, lang: 'zh' | 'en', month = '2026-09') => {
  const report = buildReport(site, month)
  const section = report.sections.find(({ id }) => id === 'trees')
  return toPlainText([...report.lead[lang], ' ', ...(section?.say?.[lang] ?? [])])
}

describe('the derived sentences of a dataset without a subject', () => {
  test('a count has its change, a rate its numerator and denominator; no unit is said twice', () => {
    expect(say(TWO, 'zh')).toBe(
      '2026年第三季度云锦市行道树500株，比上季度增加8.7%。 2026年第三季度云锦市浇水率为72.0%（浇水360÷行道树500株），与上季度没有明显差别。',
    )
    expect(say(TWO, 'en')).toBe(
      'Trees in Yunjin came to 500 in Q3 2026, up 8.7% on the quarter before. Watered share in Yunjin was 72.0% in Q3 2026 (watered trees 360 ÷ trees 500), not clearly different from the quarter before.',
    )
  })

  test('below a hundred the difference itself is given, and one is singular', () => {
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
    expect(say(site, 'en')).toContain('In Q3 2026, 1 tree was planted in Yunjin, down 2 on the quarter before.')
    expect(say(site, 'zh')).toContain('2026年第三季度云锦市种下1株，比上季度减少2株。')
  })

  test('rates are called higher only beyond their intervals, and small ones bear theirs', () => {
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
    expect(say(site, 'en')).toMatch(/95% interval \d+\.\d–\d+\.\d%\), 67\.5 points above the quarter before\./)
  })
})

test('a place is said to be above its city only beyond chance', () => {
  const site = cityOfTrees({
    '2026-Q3': [
      [390, 400],
      [100, 400],
    ],
  })
  const said = (code: string) => toPlainText(buildPlaceReport(site, code).sections[0]?.say?.en ?? [])
  expect(said('990101')).toContain(
    'was 97.5% in Q3 2026 (watered trees 390 ÷ trees 400), clearly above the city as a whole (61.3%).',
  )
  expect(said('990100')).not.toContain('city as a whole')
})

describe('the rooms of a dataset without a subject', () => {
  test('a quarter is in the bulletin of the month in which it ends, and in no other', () => {
    const sections = (month: string) => buildReport(TWO, month).sections.map(({ id }) => id)
    expect(sections('2026-09')).toContain('trees')
    expect(sections('2026-10')).not.toContain('trees')
  })

  test('districts are dots with intervals, periods a line, districts over periods small multiples', () => {
    const topic = buildTopicReport(TWO, 'trees', [])
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
    const of = (sections: ReturnType<typeof buildPlaceReport>['sections']) => {
      const section = sections.find(({ id }) => id === 'trees-register')
      return [toPlainText(section?.say?.en ?? []), section?.tables?.[0]?.data.rows.length]
    }
    expect(of(buildTopicReport(TWO, 'trees', []).sections)).toEqual(['2 entries in Q3 2026.', 2])
    expect(of(buildPlaceReport(TWO, '990101').sections)).toEqual(['1 entry in Q3 2026.', 1])
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
  const only = (frequency: Contract['frequency'], periods: readonly string[]) => {
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
    const site = only('week', ['2026-W39', '2026-W40', '2026-W41'])
    expect(listReportMonths(site)).toEqual(['2026-09', '2026-10'])
    expect(findReleaseDay(site, '2026-09')).toBe('2026-11-20')
    expect(say(site, 'zh', '2026-10')).toContain('2026年第41周（10月5日—11日）云锦市行道树460株，与上周持平。')
  })

  test('has lines and figures on its front page where it comes once a year', () => {
    const home = buildHome(only('year', ['2024', '2025']))
    expect(home.month).toBeNull()
    expect(home.figures.map(({ kind }) => kind)).toEqual(['line'])
    expect(toPlainText(home.topics.trees?.en ?? [])).toContain(
      'Trees in Yunjin came to 460 in 2025, the same as the year before.',
    )
  })
})
