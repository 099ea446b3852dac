import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exitCodeOf } from '../../../scripts/command/run-command.ts'
import { main as create } from '../../../scripts/new.ts'
import { main as publish } from '../../../scripts/publish.ts'
import { openPortal } from '../../../src/portal/portal.ts'
import { catchOutput, runScript, treeOf, withPortal } from '../with-portal.ts'

const CONTRACT = 'data/contracts/street-lamps.ts'
const LAMPS = "{ zh: '盏', en: { one: 'lamp', other: 'lamps' } }"

/** Runs `new migrate` as the command line would. */
async function migrate(folder: string, lang: 'zh' | 'en' = 'en') {
  const { result, out, err } = await catchOutput(() => exitCodeOf(create, ['migrate', folder, '--lang', lang]))
  return { code: result, out, err }
}

/** The small portal with its contract in an older form. */
const withOld = (old: (text: string) => string, work: (folder: string) => Promise<void>) =>
  withPortal(['small'], async (folder) => {
    const path = join(folder, CONTRACT)
    await writeFile(path, old(await readFile(path, 'utf8')))
    await work(folder)
  })

test('counters get the English that pages printed before, and a comment stays', () =>
  withOld(
    (text) => `// unit: '件' it was once\n${text.replaceAll(LAMPS, "'件'")}`,
    async (folder) => {
      const { code, out } = await migrate(folder)
      expect([code, out]).toEqual([
        0,
        '✓ 数据约定：计数单位写明中英文，英文照旧，请核对是否贴切 contracts: counters have English words, those printed before; check that they fit\n  contracts/street-lamps.ts\n',
      ])
      const text = await readFile(join(folder, CONTRACT), 'utf8')
      expect(text).toContain("unit: { zh: '件', en: { one: 'case', other: 'cases' } },")
      expect(text.startsWith("// unit: '件' it was once\n")).toBe(true)
      expect((await openPortal(join(folder, 'data'))).problems).toEqual([])
      expect((await migrate(folder)).out).toContain('nothing was changed')
    },
  ))

test('what no program can know is left, named by its place and with what to write', () =>
  withOld(
    (text) => text.replace(LAMPS, "'箱'"),
    async (folder) => {
      const { code, out } = await migrate(folder, 'zh')
      expect(code).toBe(0)
      expect(out).toContain('没有可以代改的。')
      expect(out).toContain('还须手改')
      expect(out).toContain('contracts/street-lamps.ts')
      expect(out).toContain("{ zh: '箱', en: { one: '…', other: '…' } }")
    },
  ))

test('a portal with a ledger gets its contract', () =>
  withPortal(['small'], async (folder) => {
    await mkdir(join(folder, 'data/raw/ledger'))
    const { out } = await migrate(folder)
    expect(out).toContain('and was written\n  contracts/ledger.ts\n')
    expect((await openPortal(join(folder, 'data'))).contracts.has('ledger')).toBe(true)
    expect((await migrate(folder)).out).toContain('nothing was changed')
  }))

test('published files of other columns are left as they are, and publish is asked for', () =>
  withPortal(['small'], async (folder) => {
    const notes = ['--note-zh', '首次发布', '--note-en', 'First release']
    const published = await runScript(publish, folder, ['--yes', '--today', '2026-11-20', ...notes])
    expect(published.code, published.err).toBe(0)
    // A contract is loaded once a process, so the changed one lies in another folder.
    const other = join(folder, 'other')
    await cp(join(folder, 'data'), join(other, 'data'), { recursive: true })
    const path = join(other, CONTRACT)
    await writeFile(path, (await readFile(path, 'utf8')).replace(/^ {8}lit_rate: \{[\s\S]*?^ {8}\},\n/m, ''))
    const before = await treeOf(join(other, 'data/published'))
    const { code, out } = await migrate(other)
    expect(code).toBe(0)
    expect(out).toContain('npm run publish -- --note-zh 改用新的列 --note-en "New columns"')
    expect(out).toContain('published/street-lamps/lamps/')
    expect(await treeOf(join(other, 'data/published'))).toEqual(before)
  }))
