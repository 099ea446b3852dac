import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readToday } from '../../src/portal/read-today.ts'
import { runInFolder } from '../store/edition.ts'

const withSettings = (text: string, work: (folder: string) => Promise<void>) =>
  runInFolder(async (folder) => {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'site.yaml'), text)
    await work(folder)
  })

test('the day of site.yaml, whatever else is in it; null where it fixes none', async () => {
  await withSettings('title: 1\ntoday: 2026-11-20\n', async (folder) =>
    expect(await readToday(folder)).toBe('2026-11-20'),
  )
  await withSettings('title: 1\n', async (folder) => expect(await readToday(folder)).toBeNull())
  await runInFolder(async (folder) => expect(await readToday(folder)).toBeNull())
})

test.each([
  ['no day', 'title: 1\ntoday: 2026-11-31\n', 'content-invalid', 2],
  ['no YAML', 'title: 1\n"today\n', 'content-yaml', 2],
])('%s is named with its line', (_, text, rule, row) =>
  withSettings(text, async (folder) => {
    await expect(readToday(folder)).rejects.toMatchObject({ problems: [{ rule, row, file: 'content/site.yaml' }] })
  }),
)
