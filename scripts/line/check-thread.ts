import { parentPort, workerData } from 'node:worker_threads'
import { checkFile } from '../../src/line/raw-file.ts'
import { buildReadingEffects } from './disk-effects.ts'
import { openTasks, type ThreadMessage, type ThreadOrder, takeNext } from './second-thread.ts'

// A thread of its own: it takes files that nobody has begun, one after the other, and sends what became of each.
const order = workerData as ThreadOrder // Put together in `startSecondThread`.
const effects = buildReadingEffects(order.dataDir)
const tasks = openTasks(order)
const send = (message: ThreadMessage) => parentPort?.postMessage(message)

for (let index = takeNext(order.claimed); ; index = takeNext(order.claimed)) {
  const task = tasks[index]
  if (!task) break
  send({ index, checked: await checkFile(task, effects) })
}
send(null)
