import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWholeSite } from '../../scripts/line/open-whole-site.ts'
import { main as create } from '../../scripts/new.ts'
import { LANGS } from '../../src/text/local-text.ts'
import { runScript, treeOf, withPortal } from './with-portal.ts'

const draft = (folder: string, month: string) =>
  runScript(create, folder, ['report', month, '--published', join(folder, 'output')])

test('a draft is written in both languages, passes all checks of the build, and is never written over', () =>
  withPortal(['small'], async (folder) => {
    const { code, out, err } = await draft(folder, '2026-10')
    expect(code, err).toBe(0)
    const paths = LANGS.map((lang) => join(folder, 'content', 'reports', '2026-10', `${lang}.mdx`))
    for (const path of paths) expect(out).toContain(path)
    const [zh] = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
    expect(zh).toContain('<Top at="street-lamps/')
    const folders = { data: join(folder, 'data'), published: join(folder, 'output'), content: join(folder, 'content') }
    await openWholeSite(folders)

    await writeFile(paths[1] ?? '', 'mine')
    const again = await draft(folder, '2026-10')
    expect(again.code).toBe(1)
    expect(again.err).toContain('已存在，没有改动')
    expect(await readFile(paths[1] ?? '', 'utf8')).toBe('mine')
  }))

test('a month without data is refused, naming the newest; so is what is no month', () =>
  withPortal(['small'], async (folder) => {
    const before = Object.keys(await treeOf(join(folder, 'content')))
    const early = await draft(folder, '2027-01')
    expect([early.code, early.err.includes('2026-10')]).toEqual([1, true])
    expect((await draft(folder, '2026-13')).code).toBe(2)
    expect((await draft(folder, '2026-Q3')).code).toBe(2)
    expect((await runScript(create, folder, ['report'])).code).toBe(2)
    const unpublished = await runScript(create, folder, ['report', '2026-10'])
    expect([unpublished.code, unpublished.err.includes('npm run publish')]).toEqual([1, true])
    expect(Object.keys(await treeOf(join(folder, 'content')))).toEqual(before)
  }))
