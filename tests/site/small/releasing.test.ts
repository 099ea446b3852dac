import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main as publish } from '../../../scripts/publish.ts'
import { openSite } from '../../../src/compose/open-site.ts'
import { findCell } from '../../../src/measure/select.ts'
import { openPortal } from '../../../src/portal/portal.ts'
import { readPublished } from '../../../src/store/read-published.ts'
import { listMissingPeriods } from '../../../src/views/periods.ts'
import { listMonthNotices } from '../../../src/views/report-page.ts'
import { listCalls, runScript, treeOf, withPortal } from '../with-portal.ts'
import { correctLamps } from './correct-lamps.ts'

const FIRST = ['--yes', '--today', '2026-11-20']
const REASON = ['--reason-zh', '漏报一条回访', '--reason-en', 'One call was left out']

/** The small portal, published once. */
function withPublished(work: (folder: string) => Promise<void>): Promise<void> {
  return withPortal(['small'], async (folder) => {
    expect((await runScript(publish, folder, FIRST)).code).toBe(0)
    await work(folder)
  })
}

const publishedOf = (folder: string) => treeOf(join(folder, 'data/published'))

function addCalls(folder: string): Promise<void> {
  const raw = join(folder, 'data/raw/satisfaction/2026-10.csv')
  return appendFile(raw, listCalls(217))
}

describe('what is not consented to is not done', () => {
  test.each([['a first release', async () => {}, '新增 new  satisfaction  2026-08 … 2026-10  3 × csv']])(
    '%s without a terminal and without --yes: shown, exit code 2, nothing written',
    (_, change, shown) =>
      withPortal(['small'], async (folder) => {
        await change()
        const { code, out, err } = await runScript(publish, folder, ['--today', '2026-11-20'])
        expect([code, await publishedOf(folder)]).toEqual([2, {}])
        expect(out).toContain(shown)
        expect(err).toContain('--yes')
      }),
  )

  test('a preview asks nothing, and leaves the published folder alone', () =>
    withPublished(async (folder) => {
      await addCalls(folder)
      const before = await publishedOf(folder)
      const run = await runScript(publish, folder, ['--today', '2026-12-01', '--preview', join(folder, 'preview')])
      expect(run.code, run.err).toBe(0)
      expect(await publishedOf(folder)).toEqual(before)
      expect(Object.keys(await treeOf(join(folder, 'preview')))).toContain('satisfaction/ratings/2026-10.2.csv')
    }))

  test.each<[string, string[], number, string]>([
    ['a correction without a reason', ['--yes', '--today', '2026-12-01'], 2, '须写明原因'],
    ['a reason in one language', ['--yes', '--reason-zh', '漏报'], 2, '原因须中英文都有'],
    [
      'a day after today',
      ['--yes', ...REASON, '--today', '2026-11-21', '--date', '2036-11-21'],
      2,
      '发布日期2036-11-21在今天',
    ],
    [
      'a clock that is ten years on',
      ['--yes', ...REASON, '--today', '2036-11-21'],
      2,
      '请核对本机时钟；无误则用--date',
    ],
    [
      'a day before the last release',
      ['--yes', ...REASON, '--today', '2026-11-21', '--date', '2026-11-01'],
      1,
      '发布日期早于上一次发布',
    ],
  ])('%s: said, nothing written', (_, args, code, words) =>
    withPublished(async (folder) => {
      await addCalls(folder)
      const before = await publishedOf(folder)
      const run = await runScript(publish, folder, args)
      expect(run.code, run.err).toBe(code)
      expect(run.err).toContain(words)
      expect(await publishedOf(folder)).toEqual(before)
    }),
  )

  test('a day far from the last release is taken where it was typed', () =>
    withPublished(async (folder) => {
      await addCalls(folder)
      const day = ['--today', '2028-12-01', '--date', '2028-11-30']
      const run = await runScript(publish, folder, ['--yes', ...REASON, ...day, '--format', 'json'])
      expect([run.code, JSON.parse(run.out).release.date]).toEqual([0, '2028-11-30'])
    }))
})

test('corrected cells are shown with old and new before anything is written, and marked in the file', () =>
  withPublished(async (folder) => {
    await addCalls(folder)
    const asked = await runScript(publish, folder, ['--today', '2026-12-01', ...REASON, '--format', 'json'])
    expect(asked.code).toBe(2)
    const { release, changes } = JSON.parse(asked.out)
    expect(release).toBeNull()
    expect(changes.added).toEqual([])
    const ratings = changes.corrected.find(
      ({ path }: { path: string }) => path === 'satisfaction/ratings/2026-10.2.csv',
    )
    expect(ratings.cells).toContainEqual(expect.objectContaining({ cell: 'satisfaction/ratings/990200/2026-10/asked' }))
    const done = await runScript(publish, folder, ['--yes', '--today', '2026-12-01', ...REASON])
    expect(done.out).toMatch(/更正 corrected {2}satisfaction\/ratings\/2026-10\.2\.csv {2}\d+格 \d+ cells/)
    const tree = await publishedOf(folder)
    expect(tree['satisfaction/ratings/2026-10.2.csv']).toMatch(/2026-10,990200,.*,revised(?:,,not-reported){3},final\n/)
    expect(tree['satisfaction/ratings/2026-10.1.csv']).not.toContain('revised')
  }))

test('publish notices a published file that somebody has changed, and the end of the log too', () =>
  withPublished(async (folder) => {
    await addCalls(folder)
    for (const [path, from, to, words] of [
      ['street-lamps/lamps/2026-09.1.csv', '990201', '990202', '已发布的文件被改动'],
      [
        'releases.jsonl',
        '"release":1,"date":"2026-11-20"',
        '"release":1,"date":"2026-11-10"',
        '发布记录与heads.txt不符',
      ],
      ['heads.txt', '2026-11-20', '2026-11-10', '发布记录与heads.txt不符'],
    ] as const) {
      const file = join(folder, 'data/published', path)
      const text = await readFile(file, 'utf8')
      expect(text).toContain(from)
      await writeFile(file, text.replace(from, to))
      const run = await runScript(publish, folder, ['--yes', '--today', '2026-12-01', ...REASON])
      expect([run.code, run.err]).toEqual([1, expect.stringContaining(words)])
      expect(run.err).toContain(path === 'releases.jsonl' ? 'heads.txt' : path)
      await writeFile(file, text)
    }
  }))

describe('withdrawal', () => {
  const ORDER = ['--yes', '--today', '2026-12-01', '--reason', '应当事人要求']

  test.each([
    ['street-lamps/lamps', ['2026-08.1', '2026-09.1', '2026-10.1'], []],
    ['street-lamps/lamps/2026-10', ['2026-10.1'], ['2026-08', '2026-09']],
    ['street-lamps/lamps/2026-09.1', ['2026-09.1'], ['2026-08', '2026-10']],
  ])('%s: bytes go, line and hash stay, and it is not published again', (name, gone, left) =>
    withPublished(async (folder) => {
      const before = await publishedOf(folder)
      const run = await runScript(publish, folder, ['--withdraw', name, ...ORDER, '--format', 'json'])
      expect(run.code, run.err).toBe(0)
      const { release } = JSON.parse(run.out)
      const paths = gone.map((revision) => `street-lamps/lamps/${revision}.csv`)
      expect(release.withdrawn.map(({ path }: { path: string }) => path)).toEqual(paths)
      expect(release).toMatchObject({ release: 2, files: [], reason: { zh: '应当事人要求', en: '应当事人要求' } })
      const after = await publishedOf(folder)
      expect(Object.keys(before).filter((path) => !Object.hasOwn(after, path))).toEqual(paths)
      expect(after['releases.jsonl']).toContain(before['releases.jsonl'])
      const { contracts } = await openPortal(join(folder, 'data'))
      const published = await readPublished(join(folder, 'data/published'), contracts)
      expect(published.tables.get('street-lamps/lamps')?.periods ?? []).toEqual(left)
      const again = await runScript(publish, folder, ['--yes', '--today', '2026-12-02'])
      expect([again.code, again.out]).toEqual([0, expect.stringContaining('没有新内容。 nothing new.')])
      expect(again.out).toContain(`已撤下，不再发布 withdrawn before, left out  ${paths.at(-1)}`)
      expect(await publishedOf(folder)).toEqual(after)
    }),
  )

  test('pages say of a period that was taken out that it was, and never that nobody reported it', () =>
    withPublished(async (folder) => {
      await runScript(publish, folder, ['--withdraw', 'street-lamps/lamps/2026-09', ...ORDER])
      const [data, content] = [join(folder, 'data'), join(folder, 'content')]
      const site = await openSite({ data, content, published: join(data, 'published') })
      const pick = { dataset: 'street-lamps', table: 'lamps', measure: 'lamps_end' }
      const where = { place: '990200', light: 'led' }
      expect(findCell(site.published, { ...pick, where }, '2026-09')).toEqual({ value: null, status: 'withdrawn' })
      expect(findCell(site.published, { ...pick, where }, '2026-12')).toEqual({ value: null, status: 'not-reported' })
      const table = site.published.tables.get('street-lamps/lamps')
      expect(table && listMissingPeriods(table)).toEqual([])
      const notices = listMonthNotices(site, '2026-09').map(({ kind, release, path }) => [kind, release.date, path])
      expect(notices).toEqual([['withdrawn', '2026-12-01', '/data/street-lamps/revisions/#lamps-2026-09']])
    }))

  test('what was withdrawn and is mended in the raw file is published as the next revision', () =>
    withPublished(async (folder) => {
      await runScript(publish, folder, ['--withdraw', 'street-lamps/lamps/2026-10', ...ORDER])
      await correctLamps(folder)
      const run = await runScript(publish, folder, ['--yes', '--today', '2026-12-02', ...REASON, '--format', 'json'])
      expect(run.code, run.out + run.err).toBe(0)
      expect(JSON.parse(run.out).changes.corrected).toEqual([{ path: 'street-lamps/lamps/2026-10.2.csv', cells: [] }])
    }))

  test.each<[string, string[], number, string]>([
    ['without a reason', ['--withdraw', 'street-lamps/lamps/2026-10', '--yes'], 2, '撤下已经发布的内容，须写明原因'],
    ['without consent', ['--withdraw', 'street-lamps/lamps/2026-10', '--reason', '误'], 2, '--yes'],
    [
      'of nothing',
      ['--withdraw', 'street-lamps/lamps/2026-11', '--reason', '误', '--yes'],
      1,
      '没有发布过street-lamps/lamps/2026-11',
    ],
    ['of no name', ['--withdraw', '../../etc', '--reason', '误', '--yes'], 2, '--withdraw 应为'],
  ])('%s: said, nothing written', (_, args, code, words) =>
    withPublished(async (folder) => {
      const before = await publishedOf(folder)
      const run = await runScript(publish, folder, ['--today', '2026-12-01', ...args])
      expect([run.code, run.err]).toEqual([code, expect.stringContaining(words)])
      expect(await publishedOf(folder)).toEqual(before)
    }),
  )
})

test('a table about people is provisional, once corrected final, and then corrected no more but withdrawn', () =>
  withPublished(async (folder) => {
    const readRowStatus = async (revision: number) =>
      (await publishedOf(folder))[`satisfaction/ratings/2026-10.${revision}.csv`]?.trimEnd().split(',').at(-1)
    const raw = join(folder, 'data/raw/satisfaction/2026-10.csv')
    expect(await readRowStatus(1)).toBe('provisional')
    await addCalls(folder)
    expect((await runScript(publish, folder, ['--yes', '--today', '2026-12-01', ...REASON])).code).toBe(0)
    expect(await readRowStatus(2)).toBe('final')
    expect((await runScript(publish, folder, ['--yes', '--today', '2026-12-01'])).out).toContain('没有')
    await appendFile(raw, listCalls(227))
    const before = await publishedOf(folder)
    const third = await runScript(publish, folder, ['--yes', '--today', '2026-12-02', ...REASON])
    expect([third.code, await publishedOf(folder)]).toEqual([1, before])
    expect(third.err).toContain('终审后的表不能再更正')
    expect(third.err).toContain('published/satisfaction/ratings/2026-10.2.csv')
    const withdrawal = ['--withdraw', 'satisfaction/ratings/2026-10']
    expect((await runScript(publish, folder, ['--yes', '--today', '2026-12-02', ...REASON, ...withdrawal])).code).toBe(
      0,
    )
    expect((await runScript(publish, folder, ['--yes', '--today', '2026-12-02', ...REASON])).code).toBe(0)
    expect(await readRowStatus(3)).toBe('final')
  }))

test('the proof of a correction includes the version before it, while the people of its file are kept', () =>
  withPublished(async (folder) => {
    await addCalls(folder)
    const preview = ['--today', '2026-12-01', ...REASON, '--preview', join(folder, 'preview'), '--format', 'json']
    const joined = JSON.parse((await runScript(publish, folder, preview)).out).release
    expect(joined.proofs[0]).toMatchObject({ dataset: 'satisfaction', earlier: 1 })
    await rm(join(folder, 'data/proofs'), { recursive: true })
    const apart = JSON.parse((await runScript(publish, folder, preview)).out).release
    expect(apart.proofs[0]).toMatchObject({ apart: 1 })
    expect(apart.proofs[0].earlier).toBeUndefined()
  }))
