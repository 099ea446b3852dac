import { expect, test } from 'vitest'
import type { Section } from '../../src/compose/section.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { buildGlossary, findTermPath } from '../../src/views/glossary/glossary-page.ts'
import { type Linked, linkTerms } from '../../src/views/glossary/link-terms.ts'
import { listPageFigures } from '../../src/views/page-figures.ts'
import { buildReport } from '../../src/views/report-page.ts'
import { CITY, makeCity } from './city.ts'

const CELL = { text: '92.0%', role: 'now' as const, cell: 'cases/flow/2026-10?place=990101#on_time_rate' }
const RATING = { text: '85%', role: 'now' as const, cell: 'satisfaction/ratings/2026-10?place=990101#top2_rate' }

function makeSection(zh: string, en: string, cell = CELL): Section {
  return { id: 's', heading: { zh: '', en: '' }, say: { zh: [zh, cell], en: [en, cell] }, figures: [] }
}

/** Sections as text, links in brackets: [按期办结率](/glossary/#cases-on_time_rate)为. */
function print(sections: readonly Section[], lang: Lang, site = CITY): string[] {
  return linkTerms(site, sections, { base: '/', lang }).map((paragraphs) => paragraphs.flat().map(printPart).join(''))
}

function printPart(part: Linked[number]): string {
  if (typeof part === 'string') return part
  return 'href' in part ? `[${part.text}](${part.href})` : part.text
}

test('only the first mention of a measure on a page leads to its entry', () => {
  const section = makeSection('全市按期办结率为', 'The on-time rate was ')
  expect(print([section, section], 'zh')).toEqual([
    '全市[按期办结率](/glossary/#cases-on_time_rate)为92.0%',
    '全市按期办结率为92.0%',
  ])
  expect(print([section], 'en')).toEqual(['The [on-time rate](/en/glossary/#cases-on_time_rate) was 92.0%'])
})

test('the longer name goes before the shorter one in it, and a part of a word is no mention', () => {
  const zh = '非常满意率和满意率为'
  expect(print([makeSection(zh, '', RATING)], 'zh')).toEqual([
    '[非常满意率](/glossary/#satisfaction-top1_rate)和[满意率](/glossary/#satisfaction-top2_rate)为85%',
  ])
  expect(print([makeSection('', 'An on-time rated case ')], 'en')).toEqual(['An on-time rated case 92.0%'])
})

test('a section speaks of its own datasets, and names a term of the publisher by any of its names', () => {
  expect(print([makeSection('满意率为', '')], 'zh')).toEqual(['满意率为92.0%'])
  const terms = [
    {
      id: 'change-period',
      names: { zh: '比上月（环比）', en: 'On the month before' },
      also: { zh: ['环比增速'], en: [] },
      means: { zh: '与上月相比。', en: 'Against the month before.' },
    },
  ]
  expect(print([makeSection('环比增速为', '')], 'zh', makeCity(['cases'], { terms }))).toEqual([
    '[环比增速](/glossary/#change-period)为92.0%',
  ])
})

test('no section of a bulletin has more than two links, and each leads to an entry', () => {
  const ids = new Set(buildGlossary(CITY).flatMap(({ entries }) => entries.map(({ id }) => id)))
  const linked = linkTerms(CITY, buildReport(CITY, '2026-08').sections, { base: '/', lang: 'zh' }).map((paragraphs) =>
    paragraphs
      .flat()
      .flatMap((part) => (typeof part === 'object' && 'href' in part ? [part.href.split('#')[1] ?? ''] : [])),
  )
  expect(linked.flat().length).toBeGreaterThan(1)
  for (const hrefs of linked) {
    expect(hrefs.length).toBeLessThanOrEqual(2)
    for (const id of hrefs) expect(ids).toContain(id)
  }
})

test('a figure leads to the entry of its measure, one of a register to none', () => {
  const ids = new Set(buildGlossary(CITY).flatMap(({ entries }) => entries.map(({ id }) => id)))
  const figures = listPageFigures(CITY).flatMap((page) => page.figures)
  const paths = figures.map((figure) => findTermPath(CITY, figure)).filter((path) => path !== null)
  expect(paths.length).toBeGreaterThan(10)
  for (const path of paths) expect(ids).toContain(path.replace('/glossary/#', ''))
  const pick = { dataset: 'ledger', table: 'ledger', measure: 'number', where: {} }
  const [figure] = figures
  expect(figure && findTermPath(CITY, { ...figure, traced: { pick, period: '2026-11' } })).toBeNull()
})
