import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readIfThere } from '../../src/store/disk.ts'
import { PROJECT } from '../command/options.ts'
import type { Machine } from './machine.ts'

/** One line a run, the newest last; committed, so that a change for the worse is seen on other days and in other clones. */
const HISTORY = join(PROJECT, 'tests', 'bench-line.jsonl')
const RUNS_KEPT = 20

const usedShape = z.object({ cpuSeconds: z.number(), wallSeconds: z.number(), bytesMax: z.number() })
const runShape = z.object({
  date: z.string(),
  machine: z.object({ node: z.string(), cores: z.number(), processor: z.string() }),
  figures: z.array(z.object({ name: z.string(), rows: z.number(), ours: usedShape, cpuRatio: z.number().nullable() })),
})

type Run = z.infer<typeof runShape>

/** What a run has found of one export. */
interface Figure {
  name: string
  rows: number
  ours: { cpuSeconds: number }
  /** Ours over that of what ran beside it. */
  cpuRatio: number | null
}

/** What an earlier run on such a machine has found of the same export. */
export interface Before {
  cpuSeconds: number
  /** Null where nothing ran beside it. */
  cpuRatio: number | null
}

type OfMachine = Pick<Machine, 'cores' | 'processor'>

/** What the last runs on such a machine have found, by name and rows. */
export async function readLastRuns({ cores, processor }: OfMachine, file = HISTORY): Promise<Map<string, Before>> {
  const runs = await readRuns(file)
  const own = runs.filter(({ machine }) => machine.cores === cores && machine.processor === processor)
  const figures = own.flatMap((run) => run.figures)
  return new Map(
    figures.map((figure) => [nameOf(figure), { cpuSeconds: figure.ours.cpuSeconds, cpuRatio: figure.cpuRatio }]),
  )
}

export function nameOf({ name, rows }: Pick<Figure, 'name' | 'rows'>): string {
  return `${name}, ${rows}`
}

/** Adds a run to the file, of which the oldest runs are left out. */
export async function keepRun(
  run: { date: string; machine: Machine; figures: readonly Figure[] },
  file = HISTORY,
): Promise<void> {
  await writeFile(file, `${[...(await readLines(file)), JSON.stringify(run)].slice(-RUNS_KEPT).join('\n')}\n`)
}

async function readRuns(file: string): Promise<Run[]> {
  return (await readLines(file)).map((line) => runShape.parse(JSON.parse(line)))
}

async function readLines(file: string): Promise<string[]> {
  const bytes = await readIfThere(file)
  return bytes
    ? new TextDecoder()
        .decode(bytes)
        .split('\n')
        .filter((line) => line !== '')
    : []
}

/** Share by which a figure may differ between two runs of the same program. */
const NOISE = 0.1

/** True where it has become worse: by the ratio to what ran beside it, which holds on a busy machine too, else by seconds. */
export function isWorse({
  ours,
  cpuRatio,
  before,
}: Pick<Figure, 'ours' | 'cpuRatio'> & { before: Before | null }): boolean {
  if (before === null) return false
  const [now, then] =
    cpuRatio === null || before.cpuRatio === null ? [ours.cpuSeconds, before.cpuSeconds] : [cpuRatio, before.cpuRatio]
  return now > then * (1 + NOISE)
}
