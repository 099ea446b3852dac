import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main as publish } from '../../../scripts/publish.ts'
import { openSite } from '../../../src/compose/open-site.ts'
import type { Site } from '../../../src/compose/site.ts'
import { listHomeNotices } from '../../../src/views/home-page.ts'
import { listMovedPages } from '../../../src/views/moved.ts'
import { listEntryChanges, listReportNotices } from '../../../src/views/notices.ts'
import { buildPlaceReport } from '../../../src/views/place-page.ts'
import { listMonthNotices } from '../../../src/views/report-page.ts'
import type { RevisionNotice } from '../../../src/views/revisions.ts'
import { buildTopicReport } from '../../../src/views/topic-page.ts'
import { runScript, withPortal } from '../with-portal.ts'
import { correctLamps } from './correct-lamps.ts'

function openAt(folder: string): Promise<Site> {
  const [data, content] = [join(folder, 'data'), join(folder, 'content')]
  return openSite({ data, content, published: join(data, 'published') })
}

async function publishOn(folder: string, day: string, ...more: string[]): Promise<void> {
  const run = await runScript(publish, folder, ['--yes', '--today', day, ...more])
  expect(run.code, run.out + run.err).toBe(0)
}

/** What each page that shows the newest figures of lamps says at its top. */
function noticesOf(site: Site): Record<string, string[]> {
  const shorten = (notices: readonly RevisionNotice[]) =>
    notices.map(({ contract, kind, period, path }) => `${kind} ${contract.id} ${period} ${path}`)
  return {
    home: shorten(listHomeNotices(site)),
    bulletin: shorten(listMonthNotices(site, '2026-10')),
    topic: shorten(listReportNotices(site, buildTopicReport(site, { id: 'lamps' }))),
    city: shorten(listReportNotices(site, buildPlaceReport(site, '990200'))),
    district: shorten(listReportNotices(site, buildPlaceReport(site, '990201'))),
  }
}

test.each<[string, (folder: string) => Promise<void>, string]>([
  ['as first published', async () => {}, ''],
  [
    'corrected',
    async (folder) => {
      await correctLamps(folder)
      await publishOn(folder, '2026-11-21', '--reason', '误')
    },
    'corrected street-lamps 2026-10 /data/street-lamps/revisions/#lamps-2026-10',
  ],
  [
    'withdrawn, the month before is shown',
    (folder) => publishOn(folder, '2026-11-21', '--withdraw', 'street-lamps/lamps/2026-10', '--reason', '误'),
    'withdrawn street-lamps 2026-10 /data/street-lamps/revisions/#lamps-2026-10',
  ],
])('figures %s: every page that shows them says so, in words and tables too', (_, change, expected) =>
  withPortal(['small'], async (folder) => {
    await publishOn(folder, '2026-11-20')
    await change(folder)
    const said = noticesOf(await openAt(folder))
    const all = expected === '' ? [] : [expected]
    expect(said).toEqual({ home: all, bulletin: all, topic: all, city: all, district: all })
  }),
)

test('a dataset of which everything was taken out: its page and the words of its topic say when and why', () =>
  withPortal(['small'], async (folder) => {
    await publishOn(folder, '2026-11-20')
    await publishOn(folder, '2026-11-21', '--withdraw', 'street-lamps/lamps', '--reason', '误')
    const site = await openAt(folder)
    const page = listMovedPages(site).find(({ frame }) => frame.path === '/data/street-lamps/')
    expect(page?.frame.description.zh).toBe('路灯已于2026年11月21日撤下：误。')
    const topic = site.topics.find(({ id }) => id === 'lamps')
    const sections = topic ? buildTopicReport(site, topic).sections : []
    expect(sections.map(({ figures, say }) => [figures.length, say?.zh.join('')])).toEqual([
      [0, '路灯已于2026年11月21日撤下：误。'],
    ])
  }))

test('an entry of a register that was corrected says old and new, and no other entry does', () =>
  withPortal(['small', 'listed'], async (folder) => {
    await publishOn(folder, '2026-11-20')
    const raw = join(folder, 'data/raw/penalties/2026-10.csv')
    await writeFile(raw, (await readFile(raw, 'utf8')).replace('远帆建材', '远航建材'))
    await publishOn(folder, '2026-11-21', '--reason', '误')
    const changes = listEntryChanges(await openAt(folder), 'penalties', 'register')
    expect([...changes].map(([key, { notice, cells }]) => [key, notice.path, cells])).toEqual([
      [
        '石市监罚〔2026〕3号',
        '/data/penalties/revisions/#register-2026-10',
        [
          {
            column: { zh: '企业', en: 'Company' },
            before: '远帆建材有限公司',
            after: '远航建材有限公司',
            name: 'penalties/register/石市监罚〔2026〕3号/2026-10/holder',
          },
        ],
      ],
    ])
  }))
