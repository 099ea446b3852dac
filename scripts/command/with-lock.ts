import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** How often a waiting process looks whether the other is done. */
const RETRY_EVERY_MS = 500

/**
 * Does the work while no other process does the same: Astro keeps its half-made pages in one folder of the project,
 * and two builds at a time would take each other's. A lock whose process is gone is taken over.
 */
export async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lock), { recursive: true })
  while (!(await takeLock(lock))) {
    if (await isAbandoned(lock)) await rm(lock, { force: true })
    else await sleep(RETRY_EVERY_MS)
  }
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

/** True where the lock is ours now: a file can be made only once. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx')
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function isAbandoned(lock: string): Promise<boolean> {
  try {
    const pid = Number(await readFile(lock, 'utf8'))
    // A lock that is empty yet is just being written.
    if (pid === 0) return false
    process.kill(pid, 0)
    return false
  } catch (error) {
    // ENOENT: released meanwhile; ESRCH: its process is gone; EPERM: it lives and is another user's.
    if (codeOf(error) === 'ESRCH') return true
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EPERM') return false
    throw error
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
