import { parentPort, workerData } from 'node:worker_threads'
import { Departments } from '../../src/codes/departments.ts'
import { Places } from '../../src/codes/places.ts'
import { checkFile } from '../../src/line/raw-file.ts'
import { buildReadingEffects } from './disk-effects.ts'
import { type ThreadMessage, type ThreadOrder, takeNext } from './second-thread.ts'

// A thread of its own: it takes files that nobody has begun, one after the other, and sends what became of each.
const { dataDir, claimed, tasks, ...order } = workerData as ThreadOrder // Put together in `startSecondThread`.
const effects = buildReadingEffects(dataDir)
const places = new Places(order.places)
const departments = new Departments(order.departments)
const send = (message: ThreadMessage) => parentPort?.postMessage(message)

for (let index = takeNext(claimed); ; index = takeNext(claimed)) {
  const task = tasks[index]
  if (!task) break
  send({ index, checked: await checkFile({ ...task, places, departments }, effects) })
}
send(null)
