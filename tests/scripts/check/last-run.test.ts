import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openLastRun } from '../../../scripts/check/last-run.ts'
import { openRawStamps } from '../../../scripts/line/disk-effects.ts'
import { stampProgram } from '../../../scripts/line/program-bundle.ts'

const PRINTED = { text: '共1个文件\n', isStopped: true }

/** A small portal and a small program; `openAt` opens the last run as if `hours` had passed since its files were written. */
async function openFolders() {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-last-run-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  vi.stubEnv('MINGGE_MEMORY', join(folder, 'memory'))
  onTestFinished(() => void vi.unstubAllEnvs())
  const write = async (path: string, text: string) => {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await write('data/raw/cases/2026-10.csv', 'a,b\n1,2\n')
  await write(
    'data/contracts/one.ts',
    "import type { Contract } from '../../elsewhere.ts'\nexport default { id: 'x' }\n",
  )
  await write('data/published/releases.jsonl', '{}\n')
  await write('content/site.yaml', 'title: x\n')
  await write('program/src/a.ts', 'export const a = 1\n')
  const noon = new Date().setHours(12, 0, 0, 0)
  const openAt = (hours: number, args: readonly string[] = []) =>
    openLastRun({
      data: join(folder, 'data'),
      content: join(folder, 'content'),
      program: stampProgram(join(folder, 'program')),
      args,
      now: noon + 24 * 3_600_000 + hours * 3_600_000,
    })
  return { folder, write, openAt }
}

test('prints again what was printed, while nothing has changed', async () => {
  const { write, openAt } = await openFolders()
  expect(await openAt(1).recall()).toBeNull()
  await openAt(1).keep(PRINTED)
  expect(await openAt(2).recall()).toEqual(PRINTED)
  await write('data/published/releases.jsonl', '{}\n{}\n')
  expect(await openAt(2).recall()).toEqual(PRINTED)
})

test.each([
  ['a raw file of the same length', 'data/raw/cases/2026-10.csv', 'a,b\n1,3\n'],
  ['a new raw file', 'data/raw/cases/2026-11.csv', 'a,b\n'],
  ['a contract', 'data/contracts/one.ts', "export default { id: 'y' }\n"],
  ['the record of received files', 'data/received.jsonl', ''],
  ['the day that site.yaml fixes', 'content/site.yaml', 'title: y\n'],
  ['the program', 'program/src/a.ts', 'export const a = 2\n'],
])('checks again after a change of %s', async (_, path, text) => {
  const { write, openAt } = await openFolders()
  await openAt(1).keep(PRINTED)
  await write(path, text)
  expect(await openAt(2).recall()).toBeNull()
})

test('a change whose time of content is set back is seen all the same', async () => {
  const { folder, write, openAt } = await openFolders()
  const path = join(folder, 'data/raw/cases/2026-10.csv')
  const old = new Date(2026, 0, 1)
  await utimes(path, old, old)
  await openAt(1).keep(PRINTED)
  await write('data/raw/cases/2026-10.csv', 'a,b\n1,3\n')
  await utimes(path, old, old)
  expect(await openAt(2).recall()).toBeNull()
})

test('checks again on another day, and with other words on the command line', async () => {
  const { openAt } = await openFolders()
  await openAt(1).keep(PRINTED)
  expect(await openAt(24).recall()).toBeNull()
  expect(await openAt(1, ['--lang', 'en']).recall()).toBeNull()
})

test('keeps nothing where a later change might not be seen, or where files changed meanwhile', async () => {
  const { folder, write, openAt } = await openFolders()
  const justNow = openLastRun({
    data: join(folder, 'data'),
    content: join(folder, 'content'),
    program: stampProgram(join(folder, 'program')),
    args: [],
    now: Date.now(),
  })
  await justNow.keep(PRINTED)
  expect(await openAt(-23).recall()).toBeNull()

  const running = openAt(1)
  await write('data/raw/cases/2026-10.csv', 'a,b\n1,4\n')
  await running.keep(PRINTED)
  expect(await openAt(1).recall()).toBeNull()

  await write('data/contracts/one.ts', "import { id } from '../../elsewhere.ts'\nexport default { id }\n")
  await openAt(1).keep(PRINTED)
  expect(await openAt(1).recall()).toBeNull()
})

test('hashes of raw files are those of files unchanged since before they were read', async () => {
  const { folder, write } = await openFolders()
  const data = join(folder, 'data')
  const [kept, path, later] = [join(folder, 'raw.json'), 'raw/cases/2026-10.csv', Date.now() + 10_000]
  const first = await openRawStamps(kept, data, later)
  expect(await first.recallHash(path)).toBeNull()
  await first.keepHash(path, 'abc')
  await first.save()
  expect(await (await openRawStamps(kept, data, later)).recallHash(path)).toBe('abc')

  // The same bytes in another file of the same name: it is read again, which costs time and nothing else.
  await cp(join(data, path), join(folder, 'copy'))
  await write(`data/${path}`, await readFile(join(folder, 'copy'), 'utf8'))
  expect(await (await openRawStamps(kept, data, later)).recallHash(path)).toBeNull()

  const second = await openRawStamps(kept, data, later)
  await second.recallHash(path)
  await write(`data/${path}`, 'a,b\n1,9\n')
  await second.keepHash(path, 'def')
  await second.save()
  expect(await (await openRawStamps(kept, data, later)).recallHash(path)).toBeNull()
})
