import { expect, test } from 'vitest'
import type { Site } from '../../src/compose/site.ts'
import { buildFreshness, FRESHNESS_RULE } from '../../src/views/freshness-page.ts'
import { CITY } from './city.ts'

const newest = CITY.published.releases.at(-1)?.date ?? ''

/** The city as a release of another day would judge it. */
function openJudgedOn(day: string): Site {
  return { ...CITY, deliveries: { ...CITY.deliveries, day } }
}

const stateOf = (site: Site, path: string) => buildFreshness(site).rows.find((row) => row.path === path)?.state.zh

test('what was published on the day that is judged by is within every limit', () => {
  const { lead, rows } = buildFreshness(openJudgedOn(newest))
  expect(rows.map(({ path }) => path).slice(0, 2)).toEqual(['/', '/reports/'])
  expect(rows.filter(({ state }) => state.zh === '超过期限')).toEqual([])
  expect(lead.zh).toContain('没有超过期限的栏目')
})

test('the home page is late after two weeks, bulletins and data after half a year, yearly data never', () => {
  const addDays = (days: number) => new Date(Date.parse(newest) + days * 86_400_000).toISOString().slice(0, 10)
  const [homeDays, noticeDays] = [14, 183]
  expect(stateOf(openJudgedOn(addDays(homeDays)), '/')).toBe('期限内')
  expect(stateOf(openJudgedOn(addDays(homeDays + 1)), '/')).toBe('超过期限')
  expect(stateOf(openJudgedOn(addDays(noticeDays)), '/data/cases/')).toBe('期限内')
  const late = openJudgedOn(addDays(noticeDays + 1))
  expect(['/reports/', '/data/cases/', '/data/population/'].map((path) => stateOf(late, path))).toEqual([
    '超过期限',
    '超过期限',
    '不判断',
  ])
  expect(buildFreshness(late).lead.en).toMatch(/Beyond its limit: \d+ parts\./)
})

test('the page states the limits themselves', () => {
  expect(FRESHNESS_RULE.zh).toContain('首页14天')
  expect(FRESHNESS_RULE.en).toContain('within 14 days')
})
