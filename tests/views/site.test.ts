import { expect, test } from 'vitest'
import {
  cityOf,
  findLastPeriod,
  findNewestPeriod,
  isDemonstration,
  listAnnotations,
  listDistricts,
  listMonthsShown,
  listPlacesWithPages,
  publisherOf,
  sourceOf,
} from '../../src/compose/site.ts'
import { listPageFigures } from '../../src/views/page-figures.ts'
import { buildPlaceFrame, findMerged } from '../../src/views/place-page.ts'
import { buildSearchRecords, labelFacets } from '../../src/views/search-records.ts'
import { CITY, makeCity, PLACES, SETTINGS } from './city.ts'

test('figures are demonstrations unless their dataset is said to be real', () => {
  expect(isDemonstration(CITY, 'cases')).toBe(true)
  expect(isDemonstration(CITY, 'ledger')).toBe(false)
  const { demonstration: _, ...real } = SETTINGS
  expect(isDemonstration({ ...CITY, settings: real }, 'cases')).toBe(false)
  expect([publisherOf(CITY, 'ledger').zh, publisherOf(CITY, 'cases').zh]).toEqual(['本站编辑', '云锦市数据公开办公室'])
})

test('a source says its table, its span and what it is', () => {
  expect(sourceOf(CITY, 'cases', 'flow', ['2026-04', '2026-05', '2026-06'])).toEqual({
    dataset: 'cases',
    table: 'flow',
    title: { zh: '网格事件', en: 'Grid cases' },
    from: '2026-04',
    to: '2026-06',
    demonstration: true,
  })
  expect(() => sourceOf(CITY, 'elder-care', 'facilities', ['2025'])).toThrow(
    'views: nothing of elder-care/facilities is published',
  )
})

test('a month that nobody reported is shown as a month', () => {
  expect(listMonthsShown(CITY, 'cases', 'flow')).toHaveLength(7)
  expect(listMonthsShown(CITY, 'cases', 'flow')).toContain('2026-07')
  expect(listMonthsShown(CITY, 'elder-care', 'facilities')).toEqual([])
  expect([findLastPeriod(CITY, 'cases', 'flow'), findLastPeriod(CITY, 'elder-care', 'facilities')]).toEqual([
    '2026-10',
    null,
  ])
})

test('the newest period is a month or a year, and the date of a collection only where nothing else is published', () => {
  expect(findNewestPeriod(CITY)).toBe('2026-10')
  expect(findNewestPeriod(makeCity(['population', 'ledger']))).toBe('2025')
  expect(findNewestPeriod(makeCity(['ledger']))).toBe('2026-11')
  expect(() => findNewestPeriod(makeCity([]))).toThrow('views: nothing is published')
})

test('districts are those of the day, and a merged one has a page no more', () => {
  expect(listDistricts(CITY, '2013').map((place) => place.code)).toEqual(['990101', '990103'])
  expect(listDistricts(CITY, '2026-10').map((place) => place.code)).toEqual(['990101', '990102'])
  expect(listPlacesWithPages(CITY).map((place) => place.code)).not.toContain('990103')
  const { city: _, ...settings } = SETTINGS
  expect(listPlacesWithPages({ ...CITY, settings })).toEqual([])
  expect(() => cityOf({ ...CITY, settings })).toThrow('views: content/site.yaml names no city')
})

test('a place says where it lies and what it was made of', () => {
  const [qiyun, xiuyan] = [PLACES.get('990102'), PLACES.get('990102001')]
  if (!qiyun || !xiuyan) throw new Error('the small city has both places')
  expect(findMerged(CITY, qiyun)).toEqual({ names: { zh: '旧云区', en: 'Old Yun' }, day: '2014-01-01' })
  expect(findMerged(CITY, xiuyan)).toBeNull()
  expect(buildPlaceFrame(CITY, xiuyan)).toMatchObject({
    path: '/places/990102001/',
    description: { zh: '云锦市栖云区岫烟街道的人口和网格事件数据。' },
    crumbs: [{ path: '/places/' }, { path: '/places/990102/' }],
    search: { kind: 'place', place: '990102', authority: false },
  })
})

test('an event marks its place and all within, in its dataset and span only', () => {
  const countMarks = (place: string, dataset = 'cases', periods = ['2026-06']) =>
    listAnnotations(CITY, { dataset, place, periods }).length
  expect([countMarks('990101'), countMarks('990101001'), countMarks('990102'), countMarks('990100')]).toEqual([
    1, 1, 0, 0,
  ])
  expect([countMarks('990101', 'satisfaction'), countMarks('990101', 'cases', ['2026-05'])]).toEqual([0, 0])
})

test('every page that holds figures is known with an id a figure', () => {
  const pages = listPageFigures(CITY)
  expect(pages.map((page) => page.path)).toContain('/reports/2026-07/')
  for (const page of pages) {
    const ids = page.figures.map((figure) => figure.id)
    expect(new Set(ids).size, page.path).toBe(ids.length)
  }
})

test('search finds each permit and each figure of a topic in both languages', () => {
  const records = buildSearchRecords(CITY)
  const permits = records.filter((record) => record.kind === 'permit')
  expect(permits).toHaveLength(120)
  expect(permits[0]).toEqual({
    url: '/permits/91990101ma00000001001p/',
    lang: 'zh',
    title: '云锦市第1水厂有限公司',
    content: '91990101MA00000001001P，91990101MA00000001，重点管理，水的生产和供应业，栖云区岫烟街道',
    kind: 'permit',
    topic: 'permits',
    place: '990102',
  })
  const figures = records.filter((record) => record.kind === 'figure')
  expect(figures.find((record) => record.lang === 'en')?.url).toMatch(/^\/en\/topics\/ageing\/#/)
  expect(labelFacets(CITY, 'zh').place['990101']).toBe('锦中区')
  expect(labelFacets(CITY, 'en').topic['cases']).toBe('Grid cases')
})
