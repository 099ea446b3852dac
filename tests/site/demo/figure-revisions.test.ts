import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tableOf } from '../../../src/charts/figure-table.ts'
import { Places } from '../../../src/codes/places.ts'
import type { Site } from '../../../src/compose/site.ts'
import type { Release } from '../../../src/store/published-tables.ts'
import { listEmbedPages } from '../../../src/views/embed-page.ts'
import { listKnownFigures } from '../../../src/views/figure-revisions.ts'
import { listMovedPages } from '../../../src/views/moved.ts'
import { listRetiredFigures } from '../../../src/views/retired-figures.ts'
import { SITE } from './pages.ts'

/** Every id that the demonstration ever had. A line is never taken out: what is no longer made is named in site.yaml. */
const EVER = readFileSync(join(import.meta.dirname, 'figure-ids.txt'), 'utf8')
  .trim()
  .split('\n')
const CORRECTED = 'reports-2026-09-satisfaction-satisfied'

function requireFigure(id: string, site: Site = SITE) {
  const figure = listKnownFigures(site).get(id)
  if (!figure) throw new Error(`no figure ${id}`)
  return figure
}

const listRevisions = (id: string, site: Site = SITE) =>
  requireFigure(id, site).revisions.map(({ revision, release }) => [revision, release.release])

test('every id that ever was still answers, and every new id is listed', () => {
  const retired = listRetiredFigures(SITE).map(({ id }) => id)
  expect([...new Set([...listKnownFigures(SITE).keys(), ...retired])].toSorted()).toEqual(EVER)
  for (const id of EVER) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
})

test('an id does not change with titles or figures: it is the same after each release', () => {
  for (const { id, page, revisions } of listKnownFigures(SITE).values()) {
    expect(revisions.length, id).toBeGreaterThan(0)
    expect(new Set(revisions.map(({ spec }) => spec?.id)).size, id).toBe(1)
    expect(id.startsWith(page.path === '/' ? 'home-' : page.path.slice(1, -1).replaceAll('/', '-').toLowerCase())).toBe(
      true,
    )
  }
})

describe('revisions', () => {
  test('a figure that was corrected has two, one that nothing touched has one, the newest follow each month', () => {
    expect(listRevisions(CORRECTED)).toEqual([
      [1, 5],
      [2, 6],
    ])
    expect(listRevisions('reports-2024-01-cases-hours')).toEqual([[1, 1]])
    expect(listRevisions('topics-cases-cases-funnel')).toEqual(
      [1, 2, 3, 4, 5, 7].map((release, at) => [at + 1, release]),
    )
    // Release 8 corrected chapters of the ledger and no number.
    expect(listRevisions('topics-ageing-ledger-nanjing-life')).toEqual([[1, 7]])
  })

  test('each shows the numbers of the file that was published with it', () => {
    const files = ['2026-Q3.1', '2026-Q3.2'].map((name) =>
      readFileSync(`data/published/satisfaction/districts/${name}.csv`, 'utf8').split('\n'),
    )
    const rates = files.map((lines) => {
      const column = lines[0]?.split(',').indexOf('top2_rate') ?? -1
      return lines.slice(1).flatMap((line) => line.split(',')[column] ?? [])
    })
    for (const [at, { spec }] of requireFigure(CORRECTED).revisions.entries()) {
      if (!spec) throw new Error('not drawn')
      const shown = tableOf(spec)
        .rows.flat()
        .flatMap((cell) => (typeof cell === 'object' && 'value' in cell ? [cell.value] : []))
      const own = (rates[at] ?? []).filter((rate) => rate !== '').map(Number)
      expect(own.length).toBeGreaterThan(5)
      expect(own.filter((rate) => !shown.includes(rate))).toEqual([])
    }
    expect(rates[0]).not.toEqual(rates[1])
  })

  test('of what was taken out later nothing is drawn, and the page says when and why', () => {
    const path = 'satisfaction/districts/2026-Q3.1.csv'
    const release = {
      ...(SITE.published.releases.at(-1) as Release),
      reason: { zh: '应当事人要求。', en: 'On request.' },
    }
    const site = {
      ...SITE,
      published: { ...SITE.published, withdrawn: new Map([...SITE.published.withdrawn, [path, release]]) },
    }
    expect(requireFigure(CORRECTED, site).revisions.map(({ spec }) => spec === null)).toEqual([true, false])
    const page = listEmbedPages(site).find(({ id }) => id === `${CORRECTED}/5`)
    expect([page?.shown, page?.says]).toEqual([
      null,
      {
        zh: '第1版（第5次发布，2026年10月20日）已于2026年11月23日撤下：应当事人要求',
        en: 'Version 1 (Release 5, 20 October 2026): withdrawn on 23 November 2026: On request',
      },
    ])
  })

  test('a file with the columns of an older contract is not drawn, and its address stays', () => {
    const textOf: Site['published']['textOf'] = (file) => {
      const text = SITE.published.textOf(file)
      return file.path === 'satisfaction/districts/2026-Q3.1.csv' ? text.replace('period,', 'month,') : text
    }
    const site = { ...SITE, published: { ...SITE.published, textOf } }
    expect(listRevisions(CORRECTED, site)).toEqual(listRevisions(CORRECTED))
    const page = listEmbedPages(site).find(({ id }) => id === `${CORRECTED}/5`)
    expect([page?.shown, page?.says.zh]).toEqual([null, expect.stringContaining('数据表的列有变动')])
  })
})

describe('figures that are no longer made', () => {
  const gone = { id: 'topics-cases-cases-radar', on: '2026-11-23', title: { zh: '雷达图', en: 'Radar chart' } }

  test('site.yaml names what took their place', () => {
    const settings = {
      ...SITE.settings,
      retiredFigures: [
        { ...gone, to: 'topics-cases-cases-hours', because: { zh: '看不清。', en: 'It was hard to read.' } },
      ],
    }
    const site = { ...SITE, settings }
    expect(listRetiredFigures(site)).toEqual([
      {
        id: gone.id,
        title: gone.title,
        says: {
          zh: '自2026年11月23日起不再制作：看不清',
          en: 'No longer made since 23 November 2026: It was hard to read',
        },
        links: [
          { label: requireFigure('topics-cases-cases-hours').spec?.title, path: '/f/topics-cases-cases-hours/' },
          { label: { zh: '数据', en: 'Data' }, path: '/data/' },
        ],
      },
    ])
    expect(listEmbedPages(site).filter(({ figure }) => figure === gone.id)).toHaveLength(1)
  })

  test('of a place that was abolished, the last revision is named without anybody listing it', () => {
    const all = SITE.places.all.map((place) => (place.code === '990105001' ? { ...place, to: '2026-09-30' } : place))
    const site = { ...SITE, places: new Places(all) }
    const retired = listRetiredFigures(site)
    expect(retired.map(({ id }) => id)).toEqual(['places-990105001-cases-on-time'])
    expect(retired[0]?.links.map(({ path }) => path)).toEqual([
      '/embed/places-990105001-cases-on-time/5/',
      '/data/cases/',
    ])
    const paths = listMovedPages(site).map(({ frame }) => frame.path)
    expect(paths).toContain('/f/places-990105001-cases-on-time/')
  })
})
