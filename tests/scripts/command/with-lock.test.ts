import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withLock } from '../../../scripts/command/with-lock.ts'

async function lockFile(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'mingge-lock-')), 'build.lock')
}

test('two works never overlap, and the lock is gone afterwards', async () => {
  const lock = await lockFile()
  const reported: string[] = []
  const makeWork = (name: string) => async () => {
    reported.push(`${name} begins`)
    await sleep(20)
    reported.push(`${name} ends`)
  }
  await Promise.all([withLock(lock, makeWork('a')), withLock(lock, makeWork('b'))])
  expect(reported[0]?.[0]).toBe(reported[1]?.[0])
  expect(reported[2]?.[0]).toBe(reported[3]?.[0])
  expect(existsSync(lock)).toBe(false)
})

test('the lock of a process that is gone is taken over', async () => {
  const lock = await lockFile()
  // No process has this number: it is above what any system hands out.
  await writeFile(lock, '99999999')
  expect(await withLock(lock, async () => 'done')).toBe('done')
})

test('a work that fails releases the lock', async () => {
  const lock = await lockFile()
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(existsSync(lock)).toBe(false)
})
