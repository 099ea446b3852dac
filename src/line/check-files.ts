import type { FinishedTask, LineEffects } from './effects.ts'
import { weigh } from './file-weights.ts'
import { openRaw } from './raw-bytes.ts'
import { type CheckedFile, checkFile, type FileTask, refuseLarge } from './raw-file.ts'

/** What became of each file, in the order of the tasks. What earlier runs have found is not looked for again. */
export async function checkFiles(tasks: readonly FileTask[], effects: LineEffects): Promise<CheckedFile[]> {
  const found = new Map<FileTask, CheckedFile>()
  const take = (task: FileTask, checked: CheckedFile) => {
    effects.reportProgress?.(task.file.path, found.size, tasks.length)
    found.set(task, checked)
  }
  for (const task of tasks) {
    const known = refuseLarge(task) ?? (await recall(task, effects))
    if (known) take(task, known)
  }
  // The largest first, so that no thread is left alone with it.
  const left = tasks.filter((task) => !found.has(task)).sort((a, b) => weigh(b) - weigh(a))
  await checkLeft(left, effects, async (task, checked) => {
    take(task, checked)
    await keep(task, checked, effects)
  })
  return tasks.flatMap((task) => found.get(task) ?? [])
}

/** One file at a time on each thread, so that memory holds the rows of few and the tables of all. */
async function checkLeft(
  left: readonly FileTask[],
  effects: LineEffects,
  take: (task: FileTask, checked: CheckedFile) => Promise<void>,
): Promise<void> {
  // Whoever is notified of each cell is on this thread.
  const second = effects.watch ? null : effects.startSecond?.(left)
  // Two threads are as many as there are cores.
  const own = second ? { ...effects, scanElsewhere: () => null } : effects
  let next = 0
  const claim = second?.claim ?? (() => next++)
  const takeAll = async (finished: readonly FinishedTask[] = []) => {
    for (const { index, checked } of finished) {
      const task = left[index]
      if (task) await take(task, checked)
    }
  }
  try {
    for (let task = left[claim()]; task; task = left[claim()]) {
      await take(task, await checkFile(task, own))
      await takeAll(await second?.collect())
    }
    await takeAll(await second?.finish())
  } finally {
    await second?.close()
  }
}

/** What an earlier run has found of the same bytes; null where none has. */
async function recall(task: FileTask, effects: LineEffects): Promise<CheckedFile | null> {
  const { memory, watch } = effects
  if (!memory || watch) return null
  const { path } = task.file
  const read = async (sha256: string) =>
    // The text was kept by `keep`, by the same version of the program: the salt is the hash of its source.
    JSON.parse((await memory.recall(keyOf(task, sha256, effects))) ?? 'null') as CheckedFile | null
  const unchanged = await memory.recallHash?.(path)
  const known = unchanged ? await read(unchanged) : null
  if (known || memory.mayKnow?.(path) === false) return known
  const raw = await openRaw(task.file, effects)
  try {
    const sha256 = raw.hash()
    await memory.keepHash?.(path, sha256)
    return await read(sha256)
  } finally {
    raw.close()
  }
}

async function keep(task: FileTask, checked: CheckedFile, effects: LineEffects): Promise<void> {
  const { memory, watch } = effects
  if (!memory || watch) return
  const { sha256 } = checked.report
  await memory.keepHash?.(task.file.path, sha256)
  await memory.keep(keyOf(task, sha256, effects), JSON.stringify(checked))
}

/** By all that the result of a file depends on. */
function keyOf(task: FileTask, sha256: string, { hash, memory }: LineEffects): string {
  const { contract, places, departments, acceptedCells, file } = task
  const depends = [contract, places.all, [...departments.phones], [...acceptedCells]]
  return hash(JSON.stringify([memory?.salt, file.path, sha256, ...depends]))
}
