import { appendFile, chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main as check } from '../../scripts/check.ts'
import { main as publish } from '../../scripts/publish.ts'
import { readReceipts } from '../../src/deliveries/receipts-file.ts'
import { runScript, treeOf, withPortal } from './with-portal.ts'

const FIRST = ['--today', '2026-11-20', '--yes', '--note-zh', '首次发布', '--note-en', 'First release']

/** `2026-11-20 raw/street-lamps/2026-10.csv accepted` a line of the record. */
const listSeen = async (folder: string) =>
  (await readReceipts(join(folder, 'data'))).map(({ day, path, verdict }) => `${day} ${path} ${verdict}`)

test('check and publish record each file on the day that they first see it, and no word of any cell', () =>
  withPortal(['small'], async (folder) => {
    await runScript(check, folder, ['--today', '2026-11-18'])
    const first = await listSeen(folder)
    expect(first).toContain('2026-11-18 raw/street-lamps/2026-10.csv accepted')
    await runScript(publish, folder, FIRST)
    expect(await listSeen(folder)).toEqual(first)

    const raw = join(folder, 'data/raw/street-lamps/2026-10.csv')
    const sound = await readFile(raw)
    await appendFile(raw, '东湾区,王小明,x,y,1,11,0,2026-08-30,,\n')
    expect((await runScript(publish, folder, [...FIRST, '--today', '2026-11-21'])).code).toBe(1)
    await writeFile(raw, sound)
    await runScript(check, folder, ['--today', '2026-11-22'])
    expect((await listSeen(folder)).slice(first.length)).toEqual([
      '2026-11-21 raw/street-lamps/2026-10.csv refused',
      '2026-11-22 raw/street-lamps/2026-10.csv accepted',
    ])
    expect(await readFile(join(folder, 'data/received.jsonl'), 'utf8')).not.toMatch(/王小明|东湾|巡查|HF2026/)
  }))

test('a preview records nothing', () =>
  withPortal(['small'], async (folder) => {
    await runScript(publish, folder, [...FIRST, '--preview', join(folder, 'preview')])
    expect(await listSeen(folder)).toEqual([])
  }))

// Nothing is write-protected for root.
test.skipIf(process.getuid?.() === 0)('a folder that cannot be written to is checked all the same', () =>
  withPortal(['small'], async (folder) => {
    await chmod(join(folder, 'data'), 0o555)
    const run = await runScript(check, folder)
    await chmod(join(folder, 'data'), 0o755)
    expect([run.code, run.err]).toEqual([0, expect.stringContaining('本次收件未记录')])
  }),
)

test('a line of the record that cannot be read stops with its number, in the language asked for', () =>
  withPortal(['small'], async (folder) => {
    await writeFile(join(folder, 'data/received.jsonl'), '{"path":\n')
    const before = await treeOf(join(folder, 'data'))
    const run = await runScript(check, folder, ['--lang', 'en'])
    expect(run.code).toBe(1)
    expect(run.err).toContain('A line of received.jsonl cannot be read')
    expect(await treeOf(join(folder, 'data'))).toEqual(before)
  }))
