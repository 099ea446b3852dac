import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main as check } from '../../../scripts/check.ts'
import { main as publish } from '../../../scripts/publish.ts'
import { RECEIVED_FILE } from '../../../src/deliveries/receipt.ts'
import { runScript, treeOf, withPortal } from '../with-portal.ts'

const cases = (await readdir(import.meta.dirname, { withFileTypes: true })).filter((entry) => entry.isDirectory())

describe.each(cases.map((entry) => entry.name))('%s', (name) => {
  const readGolden = (file: string) => join(import.meta.dirname, name, 'output', file)

  test('says what is wrong, where, and what to do, in both languages', async () => {
    const { zh, en, json } = await runOn(name)
    expect([zh.code, en.code, json.code]).toEqual([1, 1, 1])
    await expect(zh.out).toMatchFileSnapshot(readGolden('check.zh.txt'))
    await expect(en.out).toMatchFileSnapshot(readGolden('check.en.txt'))
    const report = JSON.parse(json.out)
    for (const file of report.files) expect(file.rowsRead).toBe(file.rowsUsed + file.rowsRefused)
    await expect(`${JSON.stringify(report.problems, null, 2)}\n`).toMatchFileSnapshot(readGolden('problems.json'))
  })

  test('publishes nothing and leaves the site as it was', async () => {
    const { published, before, after } = await runOn(name)
    expect(published.code).toBe(1)
    expect(published.err).toContain('有错误，未发布任何内容。')
    expect(after).toEqual(before)
  })
})

/** What came of each portal: it is checked and published once, as a clerk does it one after the other. */
const runs = new Map<string, ReturnType<typeof checkAndPublish>>()

function runOn(name: string): ReturnType<typeof checkAndPublish> {
  const run = runs.get(name) ?? checkAndPublish(name)
  runs.set(name, run)
  return run
}

async function checkAndPublish(name: string) {
  return withPortal(['small', join('broken', name)], async (folder) => {
    const zh = await runScript(check, folder)
    const en = await runScript(check, folder, ['--lang', 'en'])
    const json = await runScript(check, folder, ['--format', 'json'])
    await mkdir(join(folder, 'dist'))
    await writeFile(join(folder, 'dist/index.html'), 'the site that was there before')
    const before = await siteOf(folder)
    const published = await runScript(publish, folder)
    return { zh, en, json, published, before, after: await siteOf(folder) }
  })
}

/** Everything in the portal's folder that a reader or a clerk has put there; that a file was refused is recorded. */
async function siteOf(folder: string): Promise<Record<string, string>[]> {
  const { [RECEIVED_FILE]: _, ...data } = await treeOf(join(folder, 'data'))
  return [data, await treeOf(join(folder, 'dist'))]
}
