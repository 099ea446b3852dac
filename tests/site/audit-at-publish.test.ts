import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main as publish } from '../../scripts/publish.ts'
import type { Cell } from '../../src/contracts/table.ts'
import { openPortal } from '../../src/portal/portal.ts'
import { writeRelease } from '../../src/store/append-release.ts'
import { planRelease } from '../../src/store/plan-release.ts'
import { readPublished } from '../../src/store/read-published.ts'
import { runScript, treeOf, withPortal } from './with-portal.ts'

const FIRST = ['--yes', '--today', '2026-11-20']
const SECOND = ['--yes', '--today', '2026-12-01', '--reason-zh', '补入漏报', '--reason-en', 'Adds what was left out']

const publishedOf = (folder: string) => treeOf(join(folder, 'data/published'))

/** Publishes a first version in which small counts are printed, as a program without protection would have done. */
async function publishSmallCounts(folder: string): Promise<void> {
  const { contracts, places } = await openPortal(join(folder, 'data'))
  const dir = join(folder, 'data/published')
  const preview = join(folder, 'preview')
  expect((await runScript(publish, folder, [...FIRST, '--preview', preview])).code).toBe(0)
  const published = await readPublished(preview, contracts)
  const ratings = published.tables.get('satisfaction/ratings')
  if (!ratings) throw new Error('no ratings')
  const rows = ratings.readRows('2026-10').map(({ key, text, cells }) => ({
    ...{ key, text },
    cells: {
      ...cells,
      ...matchExactly({ asked: 60, reached: 53, rated: 36, a: 20, b: 10, c: 3, d: 3, satisfied: 30, unrated: 17 }),
    },
  }))
  const table = { dataset: 'satisfaction', table: 'ratings', period: '2026-10', rows }
  const input = { places, contracts, today: '2026-11-19', repairs: [] }
  const plan = await planRelease(dir, { ...input, tables: [{ contract: ratings.contract, table, sources: [] }] })
  const note = { zh: '旧程序发布', en: 'Published by an old program' }
  await writeRelease(dir, plan, { date: '2026-11-19', note: () => note, tool: 'mingge 0.0.1' })
}

function matchExactly(counts: Record<string, number>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(counts).map(([id, value]) => [id, { value, status: 'final' as const }]))
}

test('a release holds what an attacker makes of all that is public with it', () =>
  withPortal(['small'], async (folder) => {
    const { code, out } = await runScript(publish, folder, [...FIRST, '--format', 'json'])
    expect(code).toBe(0)
    const { audit } = JSON.parse(out).release
    expect(audit).toEqual({ tables: 1, cells: 27, hidden: 0, equations: 12, exact: 0, narrow: 0 })
  }))

test('a release beside which a small count could be read is not written: exit 1, table and cell named, no value', () =>
  withPortal(['small'], async (folder) => {
    await publishSmallCounts(folder)
    const before = await publishedOf(folder)
    const { code, out, err } = await runScript(publish, folder, SECOND)
    expect(code).toBe(1)
    expect(err).toContain('没有发布')
    expect(err).toContain('隐去的数有2个可以推知（其中2个推得出准确值）')
    expect(err).toContain('  satisfaction/ratings.1/990200/2026-10/d\n')
    expect(err).toContain('--withdraw')
    expect(`${out}${err}`).not.toMatch(/ = \d/)
    expect(await publishedOf(folder)).toEqual(before)
    const taken = ['--withdraw', 'satisfaction/ratings/2026-10.1']
    expect((await runScript(publish, folder, [...SECOND, ...taken])).code).toBe(0)
    expect((await runScript(publish, folder, SECOND)).code).toBe(0)
  }))
