import { expect, test } from 'vitest'
import { Places } from '../../src/codes/places.ts'
import { settingsSchema } from '../../src/portal/settings.ts'
import { listMovedPages } from '../../src/views/moved.ts'
import { CITY, PLACES, SETTINGS } from './city.ts'

const pageAt = (site: typeof CITY, path: string) => listMovedPages(site).find(({ frame }) => frame.path === path)

test('an abolished place says when it ended and leads to what it became part of', () => {
  const page = pageAt(CITY, '/places/990103/')
  expect(page?.frame.description).toEqual({
    zh: '旧云区（990103）已于2014年1月1日撤销，并入栖云区（990102）。',
    en: 'Old Yun (990103) was abolished on 1 January 2014 and became part of Qiyun District (990102).',
  })
  expect(page?.links.map(({ path }) => path)).toEqual(['/places/990102/', '/places/'])
})

test('a successor that was merged in its turn leads to what there is today; without any, to the list of places', () => {
  const older = PLACES.all.find(({ code }) => code === '990103')
  if (!older) throw new Error('the city has no abolished place')
  const oldest = { ...older, code: '990104', successor: '990103', to: '1999-12-31' }
  const lost = { ...older, code: '990105', successor: null }
  const site = { ...CITY, places: new Places([...PLACES.all, oldest, lost]) }
  expect(pageAt(site, '/places/990104/')?.links[0]?.path).toBe('/places/990102/')
  expect(pageAt(site, '/places/990105/')?.links.map(({ path }) => path)).toEqual(['/places/'])
  expect(pageAt(site, '/places/990105/')?.frame.description.zh).toBe('旧云区（990105）已于2014年1月1日撤销。')
})

test('the newest bulletin has an address that does not change; a portal without places has no bulletin', () => {
  expect(pageAt(CITY, '/reports/latest/')).toMatchObject({ atOnce: true, links: [{ path: '/reports/2026-10/' }] })
  const { city: _, ...settings } = SETTINGS
  expect(listMovedPages({ ...CITY, settings })).toEqual([])
})

test('a register that was taken out says when and why at its old address', () => {
  const { published } = CITY
  const [release] = published.releases
  if (!release) throw new Error('the city has no release')
  const reason = { zh: '文件有误', en: 'The file was wrong' }
  const withdrawn = new Map([['permits/register/2026-10.1.csv', { ...release, date: '2026-12-01', reason }]])
  const tables = new Map([...published.tables].filter(([name]) => name !== 'permits/register'))
  const page = pageAt({ ...CITY, published: { ...published, tables, withdrawn } }, '/permits/')
  expect(page?.frame.description).toEqual({
    zh: '排污许可登记簿已于2026年12月1日撤下：文件有误。',
    en: 'Register of discharge permits was withdrawn on 1 December 2026: The file was wrong.',
  })
  expect(page?.links.map(({ path }) => path)).toEqual(['/changes/', '/data/'])
})

test('a renamed dataset leads to its new page, under its name of today', () => {
  const moved = [{ from: '/data/events/', to: '/data/cases/', on: '2026-05-01', title: { zh: '事件', en: 'Events' } }]
  const page = pageAt({ ...CITY, settings: { ...SETTINGS, moved } }, '/data/events/')
  expect(page?.frame.description.en).toBe('Events moved to a new address on 1 May 2026.')
  expect(page?.links).toEqual([{ label: { zh: '网格事件', en: 'Grid cases' }, path: '/data/cases/' }])
})

test.each(['data/cases/', '/data/Cases/', '/data/cases', 'https://a.cn/', '//a.cn/'])(
  '%s is no path of a page',
  (path) => {
    const { from } = settingsSchema.shape.moved.unwrap().element.shape
    expect(from.safeParse(path).success).toBe(false)
  },
)
