import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readIfThere } from '../../../src/store/disk.ts'
import { PROJECT } from '../../command/options.ts'
import { runOrThrow } from '../outside.ts'

/** Of `cluster.json`, which `cluster.py` writes. */
const CLUSTER = z.object({
  master: z.string(),
  processes: z.array(z.object({ name: z.string(), pid: z.int() })),
})

type Cluster = z.infer<typeof CLUSTER>

/** Starts a master and two workers in `folder`, runs `work`, and ends them whatever became of it. */
export async function withCluster<Result>(
  { python, folder }: { python: string; folder: string },
  work: (cluster: Cluster) => Promise<Result>,
): Promise<Result> {
  const script = join(PROJECT, 'scripts/spark/cluster.py')
  await runOrThrow(python, [script, 'start', folder])
  try {
    return await work(CLUSTER.parse(JSON.parse(await readFile(join(folder, 'cluster.json'), 'utf8'))))
  } finally {
    await runOrThrow(python, [script, 'stop', folder])
  }
}

/** CPU seconds of the workers and of the executors that they have ended; null where the system has no /proc. */
export async function readWorkerSeconds({ processes }: Cluster): Promise<number | null> {
  let seconds = 0
  for (const { pid } of processes.filter(({ name }) => name !== 'master')) {
    const stat = await readIfThere(`/proc/${pid}/stat`)
    if (stat === null) return null
    const text = new TextDecoder().decode(stat)
    // Behind the name in brackets: own time in user and system mode, then that of ended children.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    for (const field of fields.slice(11, 15)) seconds += Number(field) / TICKS_A_SECOND
  }
  return seconds
}

/** Of Linux on every processor that Node runs on. */
const TICKS_A_SECOND = 100
