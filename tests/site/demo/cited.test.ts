import { expect, test } from 'vitest'
import { openSite } from '../../../src/compose/open-site.ts'
import { describeDataset } from '../../../src/downloads/dataset-facts.ts'
import { citeByGbt } from '../../../src/views/citation.ts'
import { describeCitedDataset, describeCitedReport, describeCitedTable } from '../../../src/views/cited-works.ts'
import { listDatasets, tablesOf } from '../../../src/views/dataset-page.ts'
import { composeImprint } from '../../../src/views/imprint.ts'
import { EXAMPLES } from '../../charts/chart-examples.ts'

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

test('a picture names the release that touched its tables last, and its page', () => {
  const example = EXAMPLES['tiles']
  if (!example) throw new Error('unknown example')
  const [source] = example.sources
  if (!source) throw new Error('no source')
  const spec = { ...example, id: 'hours', sources: [{ ...source, dataset: 'life-expectancy', table: 'years' }] }
  const at = { spec, path: '/reports/2026-10/', base: '/city/' } as const
  const first = site.published.releases.find(({ files }) => files.some(({ dataset }) => dataset === 'life-expectancy'))
  expect(composeImprint(site, { ...at, lang: 'zh' })).toBe(
    `明格 · 云锦市，第${first?.release}次发布（${first?.date}） https://mingge.example/city/reports/2026-10/#hours`,
  )
  expect(composeImprint(site, { ...at, lang: 'en' })).toMatch(
    /, release \d+ \(2026-\d\d-\d\d\) https:\/\/mingge\.example\/city\/en\/reports\/2026-10\/#hours$/,
  )
})
