import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main as check } from '../../../scripts/check.ts'
import { main as publish } from '../../../scripts/publish.ts'
import { openPortal } from '../../../src/portal/portal.ts'
import { openFolder } from '../../../src/store/file-reader.ts'
import { readReleases } from '../../../src/store/log.ts'
import { readPublished } from '../../../src/store/read-published.ts'
import { listCalls, runScript, treeOf, withPortal } from '../with-portal.ts'

const CORRECTED = ['--yes', '--reason-zh', '漏报一条回访', '--reason-en', 'One call was left out']
const FIRST = ['--yes', '--today', '2026-11-20', '--note-zh', '首次发布', '--note-en', 'First release']

test('three months of two datasets, one with a contract of the portal’s own: folder in, tree out', () =>
  withPortal(['small'], async (folder) => {
    const run = await runScript(publish, folder, FIRST)
    expect(run.code, run.out + run.err).toBe(0)
    const tree = await treeOf(join(folder, 'data/published'))
    for (const [path, text] of Object.entries(tree)) {
      await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'output', path))
    }
    expect(Object.keys(tree)).toEqual(Object.keys(await treeOf(join(import.meta.dirname, 'output'))))
  }))

test('names of inspectors, remarks and days of inspection stay where they came from', () =>
  withPortal(['small'], async (folder) => {
    await runScript(publish, folder, FIRST)
    const published = Object.values(await treeOf(join(folder, 'data/published'))).join('\n')
    expect(published).toContain('东湾区')
    expect(published).not.toMatch(/巡查员|北段|已无钠灯|2026-08-28|HF2026/)
  }))

test('a second run publishes nothing; a corrected file makes a revision beside what was published', () =>
  withPortal(['small'], async (folder) => {
    const published = join(folder, 'data/published')
    await runScript(publish, folder, FIRST)
    const before = await treeOf(published)
    const again = await runScript(publish, folder, ['--today', '2026-11-21'])
    expect([again.code, again.out]).toEqual([0, '没有新内容。 nothing new.\n'])
    expect(await treeOf(published)).toEqual(before)

    const raw = join(folder, 'data/raw/satisfaction/2026-10.csv')
    await appendFile(raw, listCalls(217))
    const silent = await runScript(publish, folder, ['--yes', '--today', '2026-12-01'])
    expect(silent.code).toBe(2)
    expect(silent.err).toContain('这次会更正已经发布的数字（旧版仍可下载），须写明原因：--reason')
    expect(await treeOf(published)).toEqual(before)

    const third = await runScript(publish, folder, [...CORRECTED, '--today', '2026-12-01', '--format', 'json'])
    expect(JSON.parse(third.out).release).toMatchObject({
      release: 2,
      date: '2026-12-01',
      note: { zh: '更正1个文件', en: '1 revised file' },
      reason: { zh: '漏报一条回访', en: 'One call was left out' },
    })
    const after = await treeOf(published)
    expect(after['satisfaction/ratings/2026-10.2.csv']).toContain('2026-10,990200,石榴市,')
    const kept = Object.keys(before).filter((path) => !/^(releases\.jsonl|heads\.txt)$/.test(path))
    expect(kept.filter((path) => after[path] !== before[path])).toEqual([])
    expect((await readReleases(openFolder(published))).releases.length).toBe(2)
  }))

test('a preview is a copy; the published folder is only read', () =>
  withPortal(['small'], async (folder) => {
    const run = await runScript(publish, folder, [...FIRST, '--preview', join(folder, 'preview')])
    expect(run.code).toBe(0)
    expect(await treeOf(join(folder, 'data/published'))).toEqual({})
    const { contracts } = await openPortal(join(folder, 'data'))
    const { tables } = await readPublished(join(folder, 'preview'), contracts)
    expect([...tables.keys()]).toEqual(['satisfaction/ratings', 'street-lamps/lamps'])
  }))

test('check as JSON: files with what was read, used and refused', () =>
  withPortal(['small'], async (folder) => {
    const run = await runScript(check, folder, ['--format', 'json'])
    expect(run.code).toBe(0)
    const report = JSON.parse(run.out)
    expect(report.files).toContainEqual({
      path: 'raw/street-lamps/2026-10.csv',
      dataset: 'street-lamps',
      encoding: 'gb18030',
      rowsRead: 4,
      rowsUsed: 4,
      rowsRefused: 0,
    })
    expect(report.problems.filter((problem: { level: string }) => problem.level === 'error')).toEqual([])
  }))

test('a log that somebody has edited stops the next release, with the line and the remedy in both languages', () =>
  withPortal(['small'], async (folder) => {
    const log = join(folder, 'data/published/releases.jsonl')
    await runScript(publish, folder, FIRST)
    await appendFile(join(folder, 'data/raw/satisfaction/2026-10.csv'), listCalls(217))
    await runScript(publish, folder, [...CORRECTED, '--today', '2026-12-01'])
    const [first = '', second = ''] = (await readFile(log, 'utf8')).split('\n')
    await writeFile(log, `${first.replace('首次发布', '首次公布')}\n${second}\n`)
    await appendFile(join(folder, 'data/raw/satisfaction/2026-10.csv'), listCalls(227))
    const [zh, en] = [
      await runScript(publish, folder, [...CORRECTED, '--today', '2026-12-02']),
      await runScript(publish, folder, [...CORRECTED, '--today', '2026-12-02', '--lang', 'en']),
    ]
    expect([zh.code, en.code]).toEqual([1, 1])
    expect(zh.err).toContain('发布记录被改动：第2行与第1行对不上')
    expect(en.err).toContain('Line 2 contains a hash that no longer matches line 1')
    for (const { err } of [zh, en]) expect(err).toContain('published/releases.jsonl')
  }))
