import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { digest } from '../../../scripts/start/digest.ts'

test('a digest changes with a byte and with a name, and with nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const seen: string[] = []
  const look = async () => seen.push(await digest([folder, join(folder, 'absent')]))

  await look()
  await writeFile(join(folder, 'a.csv'), 'one')
  await look()
  await writeFile(join(folder, 'a.csv'), 'two')
  await look()
  await rename(join(folder, 'a.csv'), join(folder, 'b.csv'))
  await look()
  expect(new Set(seen).size).toBe(4)

  await writeFile(join(folder, 'b.csv'), 'two')
  await look()
  expect(seen[4]).toBe(seen[3])
})
