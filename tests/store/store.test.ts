import { readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appendRelease } from '../../src/store/append-release.ts'
import { readPublished } from '../../src/store/read-published.ts'
import { ReleaseError } from '../../src/store/release-error.ts'
import { CONTRACT, makeEdition, makeRow, makeTable, runInFolder } from './edition.ts'

const contracts = new Map([[CONTRACT.id, CONTRACT]])

/** Two releases: September and October, then October corrected. */
async function publishTwo(folder: string): Promise<void> {
  await appendRelease(
    folder,
    makeEdition(makeTable('2026-09', makeRow('甲', 1)), makeTable('2026-10', makeRow('甲', 2))),
  )
  await appendRelease(
    folder,
    makeEdition(makeTable('2026-09', makeRow('甲', 1)), makeTable('2026-10', makeRow('甲', 3))),
  )
}

test('a corrected period is a new revision beside the old revision; the newest is read', () =>
  runInFolder(async (folder) => {
    await publishTwo(folder)
    const published = await readPublished(folder, contracts)
    const flow = published.tables.get('cases/flow')
    expect(flow?.periods).toEqual(['2026-09', '2026-10'])
    // The rate is as it was; the count is not, and no longer says final.
    const { key, text, cells } = makeRow('甲', 3)
    const corrected = { key, text, cells: { ...cells, closed: { value: 3, status: 'revised' } } }
    expect(flow?.readRows('2026-10')).toEqual([{ ...corrected, period: '2026-10' }])
    expect(flow?.readRows('2026-11')).toEqual([])
    expect(published.releases.map((release) => release.files.map((file) => file.path))).toEqual([
      ['cases/flow/2026-09.1.csv', 'cases/flow/2026-10.1.csv'],
      ['cases/flow/2026-10.2.csv'],
    ])
    expect(published.releases.map((release) => release.repairs.length)).toEqual([1, 0])
    expect(await readFile(join(folder, 'cases/flow/2026-10.1.csv'), 'utf8')).toContain(',2,89.4,')
  }))

test('nothing new, nothing published', () =>
  runInFolder(async (folder) => {
    await publishTwo(folder)
    const log = await readFile(join(folder, 'releases.jsonl'), 'utf8')
    expect(await appendRelease(folder, makeEdition(makeTable('2026-10', makeRow('甲', 3))))).toBeNull()
    expect(await readFile(join(folder, 'releases.jsonl'), 'utf8')).toBe(log)
  }))

test('a release is never dated before the last release', () =>
  runInFolder(async (folder) => {
    await publishTwo(folder)
    const early = { ...makeEdition(makeTable('2026-10', makeRow('甲', 4))), date: '2026-11-19' }
    await expect(appendRelease(folder, early)).rejects.toThrow(
      'release-date-back: published/releases.jsonl, found 2026-11-19',
    )
  }))

test('a folder without releases is an empty store, and contracts without a table are not in it', () =>
  runInFolder(async (folder) => {
    const published = await readPublished(join(folder, 'absent'), contracts)
    expect([published.releases, published.tables.size, published.contracts.size]).toEqual([[], 0, 0])
  }))

async function errorOf(folder: string, known = contracts): Promise<string> {
  try {
    await readPublished(folder, known)
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    return [error.problem.rule, error.problem.file, ...Object.values(error.problem.params)].join(' ')
  }
  return 'no fault'
}

test.each<[string, (folder: string) => Promise<void>, string]>([
  ['left alone', async () => {}, 'no fault'],
  [
    'a digit of a published file changed',
    (folder) => replace(join(folder, 'cases/flow/2026-09.1.csv'), ',1,', ',7,'),
    'published-file-changed published/cases/flow/2026-09.1.csv',
  ],
  [
    'a published file gone',
    (folder) => rm(join(folder, 'cases/flow/2026-10.2.csv')),
    'published-file-missing published/cases/flow/2026-10.2.csv',
  ],
  [
    'a digit of an earlier revision changed',
    (folder) => replace(join(folder, 'cases/flow/2026-10.1.csv'), ',2,', ',7,'),
    'published-file-changed published/cases/flow/2026-10.1.csv',
  ],
  [
    'a published file made a link to itself elsewhere',
    async (folder) => {
      await rename(join(folder, 'cases/flow/2026-10.2.csv'), join(folder, 'elsewhere.csv'))
      await symlink(join(folder, 'elsewhere.csv'), join(folder, 'cases/flow/2026-10.2.csv'))
    },
    'published-link published/cases/flow/2026-10.2.csv',
  ],
  [
    'a folder made a link',
    async (folder) => {
      await rename(join(folder, 'cases'), join(folder, 'elsewhere'))
      await symlink(join(folder, 'elsewhere'), join(folder, 'cases'))
    },
    'published-link published/cases',
  ],
  [
    'an earlier line of the log rewritten',
    (folder) => replace(join(folder, 'releases.jsonl'), '2026-11-20', '2026-11-19'),
    'release-chain-broken published/releases.jsonl 2 1',
  ],
  [
    'a line of the log cut off',
    (folder) => replace(join(folder, 'releases.jsonl'), '}\n', '\n'),
    'release-line-invalid published/releases.jsonl 1',
  ],
  [
    'the last line of the log rewritten',
    (folder) => replace(join(folder, 'releases.jsonl'), '发布 1 个文件', '发布 9 个文件'),
    'release-heads-differ published/heads.txt 2',
  ],
  [
    'the last line of the log taken away',
    async (folder) => {
      const log = await readFile(join(folder, 'releases.jsonl'), 'utf8')
      await writeFile(join(folder, 'releases.jsonl'), log.slice(0, log.indexOf('\n') + 1))
    },
    'release-heads-differ published/heads.txt 2',
  ],
  [
    'the list of hashes taken away',
    (folder) => rm(join(folder, 'heads.txt')),
    'published-file-missing published/heads.txt',
  ],
  [
    'a line that leads out of the folder',
    (folder) => replace(join(folder, 'releases.jsonl'), 'cases/flow/2026-09.1.csv', '../../../etc/passwd'),
    'release-line-invalid published/releases.jsonl 1',
  ],
])('%s', (_, change, expected) =>
  runInFolder(async (folder) => {
    await publishTwo(folder)
    await change(folder)
    expect(await errorOf(folder)).toBe(expected)
  }),
)

test('a table whose contract has changed since asks to be published again', () =>
  runInFolder(async (folder) => {
    await publishTwo(folder)
    const flow = CONTRACT.tables['flow']
    if (!flow) throw new Error('the contract of the tests has no flow')
    const changed = { ...CONTRACT, tables: { flow: { ...flow, attributes: [] } } }
    expect(await errorOf(folder, new Map([['cases', changed]]))).toContain('published-header-old')
    expect(await errorOf(folder, new Map())).toContain('published-without-contract')
  }))

async function replace(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(path, text.replace(from, to))
}
