import { describe, expect, test } from 'vitest'
import type { FigureSpec } from '../../src/charts/figure.ts'
import { summariseLine } from '../../src/charts/line/summarise-line.ts'
import { voiceOf } from '../../src/charts/phrases.ts'
import type { Site } from '../../src/compose/site.ts'
import { buildPyramid, buildShareLine } from '../../src/subjects/ageing/ageing-figures.ts'
import {
  buildAcceptedHeat,
  buildCaseFunnel,
  buildHoursTiles,
  buildLevelStack,
  buildOnTimeLine,
  buildOnTimeMultiples,
} from '../../src/subjects/cases/case-figures.ts'
import { buildInForceStack, buildIssuedLine } from '../../src/subjects/permits/permit-figures.ts'
import {
  buildGradesLikert,
  buildTopTwoIntervals,
  buildTopTwoLine,
} from '../../src/subjects/satisfaction/satisfaction-figures.ts'
import { changeTable, withValue } from './changed.ts'
import { CITY } from './city.ts'

const titleOf = (figure: FigureSpec | null) => (figure ? [figure.title.zh, figure.title.en] : null)

/** The small city with this on-time rate in these months, the same in every place. */
function withRates(rates: Record<string, number | null>): Site {
  return changeTable(CITY, 'cases/flow', (row) =>
    withValue(withValue(row, 'on_time_rate', rates[row.period] ?? null), 'due', 200),
  )
}

describe('the on-time rate', () => {
  test('of few cases is called neither higher nor lower, whatever it does', () => {
    const site = changeTable(CITY, 'cases/flow', (row) => withValue(row, 'due', 99))
    const figure = buildOnTimeLine(site, '990100', '2026-10')
    expect(titleOf(figure)).toEqual([
      '应结99件，件数少，本月升降不作比较',
      '99 cases due this month: too few to call a rise or a fall',
    ])
    expect(figure && summariseLine(figure, voiceOf(figure, 'zh'))).not.toMatch(/升|降|最高|最低/)
  })

  test.each<[string, Record<string, number | null>, string, string]>([
    ['up once', { '2026-09': 70, '2026-10': 80 }, '按期办结率比上月上升', 'The on-time rate rose this month'],
    ['down once', { '2026-09': 90, '2026-10': 80 }, '按期办结率比上月下降', 'The on-time rate fell this month'],
    [
      'level',
      { '2026-09': 80, '2026-10': 80 },
      '按期办结率与上月持平',
      'The on-time rate is the same as in the previous month',
    ],
    [
      'up twice',
      { '2026-08': 60, '2026-09': 70, '2026-10': 80 },
      '按期办结率连续2个月上升',
      'The on-time rate rose for 2 months running',
    ],
    ['after a gap', { '2026-08': 60, '2026-10': 80 }, '按期办结率为80.0%', 'The on-time rate is 80.0%'],
    ['missing now', { '2026-08': 60, '2026-09': 80 }, '按期办结率：本月未报', 'On-time rate: not reported this month'],
  ])('%s', (_, rates, zh, en) => {
    expect(titleOf(buildOnTimeLine(withRates(rates), '990100', '2026-10'))).toEqual([zh, en])
  })

  test('of a month that was taken out says when and why, and that it was never called unreported', () => {
    const site = withRates({ '2026-08': 60, '2026-09': 80 })
    const table = site.published.tables.get('cases/flow')
    const release = site.published.releases[0]
    if (!table || !release) throw new Error('no cases')
    const gone = { ...release, date: '2026-12-01', reason: { zh: '误。', en: 'Error.' } }
    const withdrawn = new Map([['2026-10', gone]])
    const tables = new Map([...site.published.tables, ['cases/flow', { ...table, withdrawn }]])
    const taken = { ...site, published: { ...site.published, tables } }
    expect(titleOf(buildOnTimeLine(taken, '990100', '2026-10'))).toEqual([
      '按期办结率：本月数据已于2026年12月1日撤下：误',
      'On-time rate: the figures of this month were withdrawn on 1 December 2026: Error',
    ])
  })

  test('is not drawn where fewer than two months are known', () => {
    expect(buildOnTimeLine(withRates({}), '990100', '2026-10')).toBeNull()
    expect(buildOnTimeLine(withRates({ '2026-10': 80 }), '990100', '2026-10')).toBeNull()
  })

  test.each<[string, number, number, string, string]>([
    [
      'above and rising',
      60,
      75,
      '按期办结率比上月上升，也高于上年同月',
      'The on-time rate rose this month and is also above a year earlier',
    ],
    [
      'above and falling',
      60,
      70,
      '按期办结率比上月下降，仍高于上年同月',
      'The on-time rate fell this month, but is still above a year earlier',
    ],
    [
      'below and rising',
      90,
      75,
      '按期办结率比上月上升，仍低于上年同月',
      'The on-time rate rose this month, but is still below a year earlier',
    ],
    [
      'below and falling',
      90,
      70,
      '按期办结率比上月下降，也低于上年同月',
      'The on-time rate fell this month and is also below a year earlier',
    ],
    [
      'as a year before',
      75,
      75,
      '按期办结率比上月上升，与上年同月持平',
      'The on-time rate rose this month and is the same as a year earlier',
    ],
  ])('against the year before: %s', (_, yearBefore, now, zh, en) => {
    const readRate = (month: string) => ({ '2026-05': now, '2026-04': 72 })[month] ?? yearBefore
    // The small city has but one year, so that of the year before is laid under it.
    const site = changeTable(CITY, 'cases/flow', (row) =>
      withValue(withValue(row, 'on_time_rate', readRate(row.period)), 'due', 200),
    )
    const table = site.published.tables.get('cases/flow')
    if (!table) throw new Error('the small city has cases')
    const makeRows = (period: string) =>
      (period.startsWith('2025') ? table.readRows('2026-06') : table.readRows(period)).map((row) => ({
        ...row,
        period,
      }))
    const tables = new Map([...site.published.tables, ['cases/flow', { ...table, readRows: makeRows }]])
    const twoYears = { ...site, published: { ...site.published, tables } }
    expect(titleOf(buildOnTimeLine(twoYears, '990100', '2026-05'))).toEqual([zh, en])
  })
})

test('a district is called the slowest where enough cases say so', () => {
  expect(titleOf(buildHoursTiles(CITY, '2026-10'))?.[0]).toBe('各区网格事件办理时长中位数均为96.0小时')
  const many = changeTable(CITY, 'cases/flow', (row) => withValue(row, 'closed', 100))
  // Both districts alike: neither is the slowest.
  expect(titleOf(buildHoursTiles(many, '2026-10'))?.[0]).toBe('各区网格事件办理时长中位数均为96.0小时')
  const slower = changeTable(many, 'cases/flow', (row) =>
    row.key['place'] === '990102' ? withValue(row, 'hours_median', 106) : row,
  )
  expect(titleOf(buildHoursTiles(slower, '2026-10'))).toEqual([
    '栖云区的网格事件办得最慢，中位数106.0小时',
    'Cases take longest in Qiyun District: 106.0 hours at the median',
  ])
  expect(buildHoursTiles(CITY, '2026-07')).toBeNull()
})

test('most months are three of four', () => {
  const makeBelow = (months: readonly string[]) =>
    changeTable(CITY, 'cases/flow', (row) => {
      const isLower = row.key['place'] === '990102' && months.includes(row.period)
      return withValue(withValue(row, 'due', 100), 'on_time_rate', isLower ? 10 : 80)
    })
  expect(titleOf(buildOnTimeMultiples(makeBelow(['2026-04', '2026-05', '2026-06'])))?.[0]).toBe(
    '各区按期办结率，与全市对照',
  )
  expect(titleOf(buildOnTimeMultiples(makeBelow(['2026-04', '2026-05', '2026-06', '2026-08', '2026-09'])))).toEqual([
    '只有栖云区大多数月份低于全市',
    'Only Qiyun District was below the city in most months',
  ])
})

test('cases in other figures', () => {
  expect(titleOf(buildAcceptedHeat(CITY, '990100'))?.[0]).toBe('各月受理的网格事件')
  const busy = changeTable(CITY, 'cases/flow', (row) =>
    row.period === '2026-06' ? withValue(row, 'accepted', 250) : row,
  )
  expect(titleOf(buildAcceptedHeat(busy, '990100'))?.[0]).toBe('2026年6月受理最多，250件')
  expect(titleOf(buildCaseFunnel(CITY, '990100', '2026-10'))?.[0]).toBe('每100件应结事件，61件按期且一次办结')
  expect([buildCaseFunnel(CITY, '990100', '2026-07'), buildLevelStack(CITY, '990100', ['2026-07'])]).toEqual([
    null,
    null,
  ])
})

test('the share of the old may fall as well as rise, and is printed as the table prints it', () => {
  expect(titleOf(buildPyramid(CITY, '990100'))?.[0]).toBe('人口年龄结构上移：60岁及以上由23.73%升到25.50%')
  const younger = changeTable(CITY, 'population/ageing', (row) =>
    row.period === '2025' ? withValue(row, 'share_60_plus', 20) : row,
  )
  expect(titleOf(buildPyramid(younger, '990100'))).toEqual([
    '60岁及以上由23.73%降到20.00%',
    'Fewer are aged 60 and over: 20.00%, from 23.73%',
  ])
  expect(titleOf(buildShareLine(CITY, '990100'))?.[0]).toBe('2025年，60岁及以上占25.50%')
})

test('one month of permits is a state and not a change', () => {
  expect(titleOf(buildInForceStack(CITY, '990100', ['2026-10']))).toEqual([
    '有效许可证：重点管理3张，简化管理51张',
    'Permits in force: Key management 3, Simplified management 51',
  ])
  expect(titleOf(buildIssuedLine(CITY, '990100', 'simplified', ['2026-10']))?.[0]).toBe('没有许可证延续')
  expect(titleOf(buildIssuedLine(CITY, '990100', 'key', ['2026-10']))?.[0]).toBe('每月新发、延续和到期未延续')
})

describe('satisfaction', () => {
  test('is compared by intervals, not by rates', () => {
    expect(titleOf(buildTopTwoIntervals(CITY, '2026-Q2'))?.[0]).toBe('各区满意率的差别都在误差之内')
    const apart = changeTable(CITY, 'satisfaction/districts', (row) =>
      row.key['place'] === '990102' ? withValue(withValue(row, 'top2_low', 1), 'top2_high', 2) : row,
    )
    expect(titleOf(buildTopTwoIntervals(apart, '2026-Q2'))).toEqual([
      '栖云区的满意率与全市有明显差别',
      'Qiyun District clearly differs from the city',
    ])
    expect(titleOf(buildTopTwoLine(CITY, '990100', ['2026-06', '2026-07']))?.[0]).toBe('满意率比2026年6月明显下降')
    expect(titleOf(buildTopTwoLine(CITY, '990100', ['2026-07', '2026-08']))?.[1]).toBe(
      'Satisfaction is clearly higher than in July 2026',
    )
  })

  test('the grades are given for the whole city, for no district has replies enough to be ranked', () => {
    expect(titleOf(buildGradesLikert(CITY, '2026-Q2'))).toEqual([
      '全市85%满意或非常满意，9%不满意',
      'City-wide 85% are satisfied or very satisfied, 9% dissatisfied',
    ])
    expect(buildGradesLikert(CITY, '2026-Q3')).toBeNull()
  })
})
