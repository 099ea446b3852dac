import { Worker } from 'node:worker_threads'
import { type Department, Departments } from '../../src/codes/departments.ts'
import { type Place, Places } from '../../src/codes/places.ts'
import type { FinishedTask, LineEffects, SecondThread } from '../../src/line/effects.ts'
import { isWorthSecond } from '../../src/line/file-weights.ts'
import type { FileTask } from '../../src/line/raw-file.ts'

/** What the thread is given. */
export interface ThreadOrder extends PassedTasks {
  /** How many tasks have been begun, in memory that both threads see. */
  claimed: Int32Array<SharedArrayBuffer>
}

/** Files of a data folder, as they pass to another thread. */
export interface PassedTasks {
  dataDir: string
  places: readonly Place[]
  departments: readonly Department[]
  tasks: readonly Omit<FileTask, 'places' | 'departments'>[]
}

/** A class does not pass to another thread, what it is made of does. */
export function buildPassedTasks(dataDir: string, tasks: readonly FileTask[]): PassedTasks {
  const [first] = tasks
  return {
    dataDir,
    places: first?.places.all ?? [],
    departments: first?.departments.all ?? [],
    tasks: tasks.map(({ file, contract, acceptedCells }) => ({ file, contract, acceptedCells })),
  }
}

/** The tasks on the other thread. */
export function openTasks({ places, departments, tasks }: PassedTasks): FileTask[] {
  const of = { places: new Places(places), departments: new Departments(departments) }
  return tasks.map((task) => ({ ...task, ...of }))
}

/** Null once nothing is left for it. */
export type ThreadMessage = FinishedTask | null

/** The first task that nobody has begun is begun by whoever has called. */
export function takeNext(claimed: Int32Array<SharedArrayBuffer>): number {
  return Atomics.add(claimed, 0, 1)
}

/** A thread that runs a module beside this, bundled where this is. */
export function startWorker(name: string, workerData: unknown): Worker {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'mjs'
  return new Worker(new URL(`./${name}.${extension}`, import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
}

/** Of short-lived values, as the flags of `npm run check` have it for the first thread: three halves of 8 MB. */
const YOUNG_MB = 24

/** Starts one over a data folder where it saves more than it costs. */
export function buildSecondStart(dataDir: string): NonNullable<LineEffects['startSecond']> {
  return (tasks) => (isWorthSecond(tasks) ? startSecondThread(dataDir, tasks) : null)
}

/** A thread that checks files of a data folder. */
export function startSecondThread(dataDir: string, tasks: readonly FileTask[]): SecondThread {
  const claimed = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const order: ThreadOrder = { ...buildPassedTasks(dataDir, tasks), claimed }
  const worker = startWorker('check-thread', order)
  const finished: FinishedTask[] = []
  const done = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: ThreadMessage) => {
      if (message === null) resolve()
      else finished.push(message)
    })
    worker.on('messageerror', reject)
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the second thread ended with ${code} before its work was done`)))
  })
  // A failure is thrown by `finish`, which may be called long after it.
  done.catch(() => {})
  return {
    claim: () => takeNext(claimed),
    async collect() {
      await new Promise((resolve) => setImmediate(resolve))
      return finished.splice(0)
    },
    async finish() {
      await done
      return finished.splice(0)
    },
    async close() {
      await worker.terminate()
    },
  }
}
