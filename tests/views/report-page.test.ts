import { describe, expect, test } from 'vitest'
import { buildHome } from '../../src/views/home-page.ts'
import { buildPlaceReport } from '../../src/views/place-page.ts'
import {
  buildReport,
  buildReportFrame,
  findReleaseDay,
  issueNumberOf,
  listReportMonths,
} from '../../src/views/report-page.ts'
import { buildTopicReport } from '../../src/views/topic-page.ts'
import { CITY, makeCity } from './city.ts'
import { printReport, printSentence } from './printed-report.ts'

test('every month of which anything is known has a bulletin, numbered from the first', () => {
  expect(listReportMonths(CITY)).toEqual(['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'])
  expect(issueNumberOf(CITY, '2026-10')).toBe(7)
  expect(findReleaseDay(CITY, '2026-10')).toBe('2026-11-20')
  expect(() => findReleaseDay(CITY, '2026-03')).toThrow('views: no release holds 2026-03')
})

test('a bulletin is called by its month and its place', () => {
  expect(buildReportFrame(CITY, '2026-10').title).toEqual({
    zh: '2026年10月云锦市城市运行公报',
    en: 'Yunjin city bulletin, October 2026',
  })
})

describe('pages', () => {
  test.each(['2026-04', '2026-07', '2026-09', '2026-10'])('bulletin of %s', async (month) => {
    await expect(printReport(buildReport(CITY, month))).toMatchFileSnapshot(`output/report-${month}.json`)
  })

  test.each(['990100', '990102', '990102001'])('place %s', async (code) => {
    await expect(printReport(buildPlaceReport(CITY, code))).toMatchFileSnapshot(`output/place-${code}.json`)
  })

  test.each(['ageing', 'permits', 'cases', 'satisfaction'])('topic %s', async (id) => {
    await expect(printReport(buildTopicReport(CITY, { id }))).toMatchFileSnapshot(`output/topic-${id}.json`)
  })

  test('home', async () => {
    const page = buildHome(CITY)
    const figures = [page.front, page.second, ...page.figures].map(
      (figure) => figure && `${figure.id}: ${figure.title.zh}`,
    )
    const topics = Object.entries(page.topics).map(([id, lead]) => [id, printSentence(lead.zh), printSentence(lead.en)])
    const shown = {
      month: page.month,
      lead: [printSentence(page.lead.zh), printSentence(page.lead.en)],
      figures,
      topics,
    }
    await expect(`${JSON.stringify(shown, null, 2)}\n`).toMatchFileSnapshot('output/home.json')
  })
})

test('a portal without a city has a front page without a bulletin', () => {
  const { city: _, ...settings } = CITY.settings
  expect(buildHome(makeCity(['ledger'], { settings, topics: [] }))).toEqual({
    month: null,
    lead: { zh: [], en: [] },
    front: null,
    second: null,
    figures: [],
    topics: {},
  })
})

test('sections of datasets that are absent are absent', () => {
  const listSections = (datasets: string[]) =>
    buildReport(makeCity(datasets), '2026-10').sections.map((section) => section.id)
  expect(listSections(['cases', 'satisfaction', 'permits'])).toEqual([
    'overview',
    'cases',
    'focus',
    'satisfaction',
    'permits',
    'notes',
    'annex',
  ])
  expect(listSections(['satisfaction'])).toEqual(['satisfaction', 'notes'])
  expect(listSections(['permits', 'population'])).toEqual(['permits', 'notes'])
  expect(buildTopicReport(makeCity(['cases']), { id: 'permits' })).toEqual({ lead: { zh: [], en: [] }, sections: [] })
})
