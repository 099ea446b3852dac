import { expect, test } from 'vitest'
import { openSite } from '../../../src/compose/open-site.ts'
import { describeDataset } from '../../../src/downloads/dataset-facts.ts'
import { citeByGbt, listCitations } from '../../../src/views/citation.ts'
import { describeCitedDataset, describeCitedReport, describeCitedTable } from '../../../src/views/cited-works.ts'
import { listDatasets, tablesOf } from '../../../src/views/dataset-page.ts'
import { describeCitedFigure, listMadeFigures } from '../../../src/views/figure-page.ts'
import { composeImprint } from '../../../src/views/imprint.ts'

const site = await openSite({ data: 'data', published: 'data/published', content: 'content' })
const print = (work: Parameters<typeof citeByGbt>[0], lang: 'zh' | 'en') => {
  const { before, after } = citeByGbt(work, lang)
  return `${before}2026-11-30${after}`
}

test('every dataset and each of its tables can be cited, with its release, day and address', () => {
  for (const contract of listDatasets(site)) {
    const work = describeCitedDataset(site, contract.id, '/city/')
    if (!work) throw new Error(`${contract.id} cannot be cited`)
    const facts = describeDataset(site, contract, '/city/')
    // The files of a dataset and its page cite it alike, but for the day, which is the reader's.
    expect(print(work, 'zh').replace('2026-11-30', '')).toBe(facts.citation.zh)
    const cited = tablesOf(site, contract.id).map(({ id, spec }) => describeCitedTable(work, { id, title: spec.title }))
    expect(new Set(cited.map(({ key }) => key)).size).toBe(cited.length)
    for (const { address } of cited) expect(address?.zh).toMatch(/^https:\/\/mingge\.example\/city\/data\/[\w-]+\/#t-/)
  }
})

test('a bulletin is cited as a report', () => {
  expect(print(describeCitedReport(site, '2026-10', '/city/'), 'zh')).toMatch(
    /^云锦市数据公开办公室（虚构）\. .*2026年10月.*\[R\/OL\]\. 第\d+次发布\. \(2026-11-\d\d\)\[2026-11-30\]\. https:\/\/mingge\.example\/city\/reports\/2026-10\/\.$/,
  )
})

test('a picture names the release that its figure is of, and the address of the figure', () => {
  const shares = listMadeFigures(site).find(({ id }) => id === 'home-population-shares')
  const first = site.published.releases.find(({ files }) => files.some(({ dataset }) => dataset === 'population'))
  if (!shares || !first) throw new Error('no such figure')
  expect(composeImprint(site, shares, { lang: 'zh', base: '/city/' })).toBe(
    `明格 · 云锦市，第${first.release}次发布（${first.date}） https://mingge.example/city/f/home-population-shares/`,
  )
  expect(composeImprint(site, shares, { lang: 'en', base: '/city/' })).toMatch(
    /, release \d+ \(2026-\d\d-\d\d\) https:\/\/mingge\.example\/city\/en\/f\/home-population-shares\/$/,
  )
})

test('a figure is cited in five styles by its own address, with the release that changed it last', () => {
  const figure = listMadeFigures(site).find(({ id }) => id === 'reports-2026-09-satisfaction-satisfied')
  if (!figure) throw new Error('no such figure')
  const work = describeCitedFigure(site, figure, '/city/')
  const { zh, en } = figure.spec.title
  expect(print(work, 'zh')).toBe(
    `云锦市数据公开办公室（虚构）. ${zh}（2026年第三季度）[Z/OL]. 第6次发布. (2026-10-28)[2026-11-30]. https://mingge.example/city/f/reports-2026-09-satisfaction-satisfied/.`,
  )
  const made = Object.fromEntries(listCitations(work, 'en').map(({ style, before }) => [style, before]))
  expect(made['APA']).toBe(
    `Yunjin Office of Public Data (fictional). (2026, October 28). ${en} (Q3 2026) (Release 6) [Chart]. https://mingge.example/city/en/f/reports-2026-09-satisfaction-satisfied/`,
  )
  expect(made['BibTeX']).toMatch(/^@misc\{reports-2026-09-satisfaction-satisfied,\n {2}author = \{\{Yunjin/)
  expect(made['RIS']).toMatch(/^TY {2}- FIGURE\nID {2}- reports-2026-09-satisfaction-satisfied\n/)
  expect(JSON.parse(made['CSL-JSON'] ?? '')[0]).toMatchObject({ type: 'figure', version: '6' })
})
