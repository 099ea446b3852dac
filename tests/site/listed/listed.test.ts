import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main as publish } from '../../../scripts/publish.ts'
import { openSite } from '../../../src/compose/open-site.ts'
import { buildRegisterTable } from '../../../src/compose/register-table.ts'
import { listHistory } from '../../../src/views/dataset-history.ts'
import { listNotices, listRevisedPeriods } from '../../../src/views/revisions.ts'
import { buildSearchRecords } from '../../../src/views/search-records.ts'
import { runScript, treeOf, withPortal } from '../with-portal.ts'

const GONE = '青禾食品'

function openAt(folder: string) {
  const [data, content] = [join(folder, 'data'), join(folder, 'content')]
  return openSite({ data, content, published: join(data, 'published') })
}

test('an entry that has lapsed is taken out by the next publish, without a reason of anybody, from all that is public', () =>
  withPortal(['small', 'listed'], async (folder) => {
    expect((await runScript(publish, folder, ['--yes', '--today', '2026-11-30'])).code).toBe(0)
    const published = join(folder, 'data/published')
    expect((await treeOf(published))['penalties/register/2026-09.1.csv']).toContain(GONE)
    const preview = await runScript(publish, folder, ['--today', '2026-12-01', '--format', 'json'])
    expect([preview.code, JSON.parse(preview.out).changes]).toEqual([
      2,
      {
        added: [],
        corrected: [],
        withdrawn: [],
        lapsed: ['penalties/register/2026-09.1.csv', 'penalties/register/2026-10.1.csv'],
        withoutLapsed: ['penalties/register/2026-09.2.csv', 'penalties/register/2026-10.2.csv'],
        leftOut: [],
      },
    ])
    expect(preview.out).not.toContain(GONE)
    const run = await runScript(publish, folder, ['--yes', '--today', '2026-12-01'])
    expect([run.code, run.out]).toEqual([0, expect.stringContaining('2个文件去掉期满条目')])
    const tree = await treeOf(published)
    expect(Object.keys(tree).filter((path) => path.startsWith('penalties/'))).toEqual([
      'penalties/register/2026-09.2.csv',
      'penalties/register/2026-10.2.csv',
    ])
    expect(Object.entries(tree).filter(([, text]) => text.includes(GONE))).toEqual([])
    const site = await openAt(folder)
    const table = site.published.tables.get('penalties/register')
    expect(table && JSON.stringify(buildRegisterTable(site.places, table))).toContain('远帆建材')
    expect(table && JSON.stringify(buildRegisterTable(site.places, table))).not.toContain(GONE)
    expect(JSON.stringify(buildSearchRecords(site))).not.toContain(GONE)
    // That entries lapsed is said, and is no correction of anything.
    const [lapsed] = listHistory(site, 'penalties')
    expect([lapsed?.corrected, lapsed?.withdrawn, lapsed?.lapsed?.zh]).toEqual([null, null, '2026年9月、2026年10月'])
    expect(listRevisedPeriods(site, 'penalties')).toHaveLength(2)
    const source = { dataset: 'penalties', table: 'register', title: { zh: '', en: '' }, demonstration: true }
    expect(listNotices(site, [{ ...source, from: '2026-09', to: '2026-10' }])).toEqual([])
    const again = await runScript(publish, folder, ['--yes', '--today', '2026-12-02'])
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('没有新内容')])
  }))

test('a withdrawal of something else takes lapsed entries out as well', () =>
  withPortal(['small', 'listed'], async (folder) => {
    await runScript(publish, folder, ['--yes', '--today', '2026-11-30'])
    const order = ['--withdraw', 'street-lamps/lamps/2026-09', '--reason', '误', '--yes', '--today', '2026-12-01']
    const run = await runScript(publish, folder, order)
    expect(run.code, run.err).toBe(0)
    const tree = await treeOf(join(folder, 'data/published'))
    expect(Object.entries(tree).filter(([, text]) => text.includes(GONE))).toEqual([])
    expect(tree['penalties/register/2026-10.2.csv']).toContain('远帆建材')
    // What became of the file is in the table of received files.
    expect(tree['deliveries.2.csv']).toMatch(/street-lamps,,2026-09,.*,0,,1,2026-12-01,0\n/)
    expect(tree['deliveries.2.csv']).toMatch(/penalties,,2026-09,.*,0,,0,,1\n/)
    expect((await openAt(folder)).deliveries.path).toBe('deliveries.2.csv')
  }))
