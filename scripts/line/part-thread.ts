import { parentPort, workerData } from 'node:worker_threads'
import { scanPartOfFile } from '../../src/line/raw-file.ts'
import { buildReadingEffects } from './disk-effects.ts'
import { openTasks } from './second-thread.ts'
import { Checksum, type PartMessage, type PartOrder } from './split-file.ts'

// A thread of its own: it scans the later part of one file and sends its columns, whose memory passes on uncopied.
const order = workerData as PartOrder // Put together in `startPart`.
const [task] = openTasks(order)
if (!task) throw new Error('the thread of a part was given no file')
const checksum = new Checksum()
const onBytes = (bytes: Uint8Array) => checksum.add(bytes)
const part = await scanPartOfFile(task, { from: order.from, onBytes }, buildReadingEffects(order.dataDir))
const message: PartMessage = { part, checksum: checksum.value }
const arrays = part ? [part, ...part.columns].flatMap((values) => Object.values(values).filter(isNumbers)) : []
parentPort?.postMessage(message, [...new Set(arrays.map(({ buffer }) => buffer))])

function isNumbers(value: unknown): value is Int32Array<ArrayBuffer> {
  return ArrayBuffer.isView(value)
}
