import { crc32 } from 'node:zlib'
import type { PendingPart, ScannedPart } from '../../src/accept/index.ts'
import { isWorthSplitting } from '../../src/line/file-weights.ts'
import type { FileEffects, FileTask } from '../../src/line/raw-file.ts'
import { buildPassedTasks, type PassedTasks, startWorker } from './second-thread.ts'

/** What the thread is given: one file, and from where on it scans. */
export interface PartOrder extends PassedTasks {
  from: number
}

/** What it sends: what it has scanned, and the checksum of the bytes that it has read. */
export interface PartMessage {
  part: ScannedPart | null
  checksum: number
}

/** Adds bytes up, at hardly more cost than to read them, so that two threads can tell whether both have read the same. */
export class Checksum {
  value = 0

  add(bytes: Uint8Array): void {
    this.value = crc32(bytes, this.value)
  }
}

/** Has a thread of its own scan the later half of a large file of a data folder. */
export function buildSplit(dataDir: string): NonNullable<FileEffects['scanElsewhere']> {
  return (task) => (isWorthSplitting(task) ? (from) => startPart(dataDir, task, from) : null)
}

export function startPart(dataDir: string, task: FileTask, from: number): PendingPart {
  const order: PartOrder = { ...buildPassedTasks(dataDir, [task]), from }
  const worker = startWorker('part-thread', order)
  const checksum = new Checksum()
  const done = new Promise<PartMessage>((resolve, reject) => {
    worker.on('message', resolve)
    worker.on('messageerror', reject)
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the thread of a part ended with ${code} before its work was done`)))
  })
  // A failure is thrown by `finish`, which may be called long after it.
  done.catch(() => {})
  return {
    compare: (bytes) => checksum.add(bytes),
    async finish() {
      const message = await done
      return message.part !== null && message.checksum !== checksum.value ? 'changed' : message.part
    },
    async close() {
      await worker.terminate()
    },
  }
}
