import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDiskMemory } from '../../../scripts/line/disk-effects.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-memory-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a run forgets what it has neither recalled nor kept itself', async () => {
  const first = createDiskMemory(folder, 'salt')
  await first.keep('recalled later', 'a')
  await first.keep('forgotten later', 'b')
  await first.forgetRest()
  const next = createDiskMemory(folder, 'salt')
  expect(await next.recall('recalled later')).toBe('a')
  await next.keep('new', 'c')
  await next.forgetRest()
  const last = createDiskMemory(folder, 'salt')
  expect(await Promise.all(['recalled later', 'forgotten later', 'new'].map((key) => last.recall(key)))).toEqual([
    'a',
    null,
    'c',
  ])
})
