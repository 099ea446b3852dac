import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { requireReplaceable } from '../../../scripts/build/replaceable-folder.ts'
import { main as build } from '../../../scripts/build.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-out-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a folder that is not there, an empty folder and a built site may be replaced', async () => {
  await requireReplaceable(join(folder, 'new'))
  await requireReplaceable(folder)
  await writeFile(join(folder, 'SHA256SUMS'), '')
  await writeFile(join(folder, 'index.html'), '')
  await requireReplaceable(folder)
})

test('a file is refused, and so is a folder with anything else, before anything is built', async () => {
  const file = join(folder, 'letter.txt')
  await writeFile(file, 'kept')
  await expect(build(['--out', file])).rejects.toThrow(/is not a folder/)
  await mkdir(join(folder, 'papers'))
  await expect(build(['--out', folder])).rejects.toThrow(/holds other files, such as letter\.txt/)
  expect(await readFile(file, 'utf8')).toBe('kept')
})
