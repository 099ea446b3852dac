import { existsSync } from 'node:fs'
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { ROWS_MAX } from '../../src/read/limits.ts'
import { sum } from '../../src/text/sum.ts'
import { runProgram } from '../command/child.ts'
import { PROJECT } from '../command/options.ts'
import type { Progress } from '../command/progress-reporter.ts'
import { writeLargeExport } from './large-export.ts'
import { divide, medianOf } from './statistics.ts'

/** What one program has used, as medians of several runs. */
interface Used {
  cpuSeconds: number
  wallSeconds: number
  bytesMax: number
}

/** Another program that checks the same export. */
interface Rival {
  name: string
  used: Used
  /** Ours over its. */
  cpuRatio: number | null
  wallRatio: number | null
}

/** One export, checked with all its tables, and read and grouped by DuckDB without a check. */
export interface Beside {
  name: string
  rows: number
  ours: Used
  duckdb: Used | null
  /** Ours over DuckDB's, and over our own run before it. */
  cpuRatio: number | null
  wallRatio: number | null
  cpuBefore: number | null
  /** Programs that validate it too. */
  rivals: Rival[]
}

/** A package for development: where it is not installed our figures are alone. */
const DUCKDB = join(PROJECT, 'node_modules', '@duckdb', 'node-api')
/** One line a run, the last of them is what a new run is compared with. */
const HISTORY = join(PROJECT, '.mingge', 'bench-line.jsonl')

interface Order {
  data: string
  scratch: string
  rows: number
  months: readonly string[]
  runs: number
}

/** Checks large exports in processes of their own, DuckDB in turn with them where it can be had. */
export async function measureBeside(order: Order, progress: Progress): Promise<Beside[]> {
  const { data, scratch, months, rows } = order
  const hasDuckDb = existsSync(DUCKDB)
  const before = await readHistory()
  const [last = ''] = months.slice(-1)
  const exports = [
    { name: 'month', months: [last], rows, encoding: 'utf-8', duckdb: true, rivals: RIVALS },
    { name: 'month, GB18030', months: [last], rows, encoding: 'gb18030', duckdb: false, rivals: [] },
    { name: `${months.length} months`, months, rows, encoding: 'utf-8', duckdb: true, rivals: [] },
    {
      name: 'one file',
      months: [last],
      rows: Math.min(ROWS_MAX, rows * 7),
      encoding: 'utf-8',
      duckdb: true,
      rivals: [],
    },
  ] as const
  progress.setTotal(exports.length + 2)
  const measured: Beside[] = []
  const compare = (name: string, rows: number, ours: Used, theirs: Used | null, rivals: Rival[] = []) => {
    const ratios = computeRatios(ours, theirs)
    measured.push({ name, rows, ours, duckdb: theirs, ...ratios, cpuBefore: before.get(name) ?? null, rivals })
  }
  for (const made of exports) {
    progress.advance(made.name)
    const folder = join(scratch, 'large')
    await rm(folder, { recursive: true, force: true })
    await writeLargeExport(folder, data, made)
    const ours: Used[] = []
    const theirs: Used[] = []
    const rivals = made.rivals.filter((rival) => hasDuckDb || !rival.needsDuckDb)
    const used = rivals.map((): Used[] => [])
    for (let run = 0; run < order.runs; run += 1) {
      await rm(memoryFolderOf(scratch), { recursive: true, force: true })
      ours.push(await runCheck(folder, scratch))
      if (made.duckdb && hasDuckDb) theirs.push(await runMeasured([findProgram('duckdb-cases.ts'), folder], scratch))
      for (const [at, { program, args }] of rivals.entries())
        used[at]?.push(await runMeasured([findProgram(program), folder, ...args], scratch))
    }
    const own = computeMedians(ours)
    const beside = rivals.map(({ name }, at): Rival => {
      const median = computeMedians(used[at] ?? [])
      return { name, used: median, ...computeRatios(own, median) }
    })
    const database = theirs.length > 0 ? computeMedians(theirs) : null
    compare(made.name, made.rows * made.months.length, own, database, beside)
    if (made.months.length === 1) continue
    // What is remembered of the last run: nothing has changed, then one month has.
    progress.advance('unchanged')
    compare('nothing changed', 0, await runCheck(folder, scratch), null)
    progress.advance('changed')
    await appendFile(join(folder, 'raw', 'cases', `${last}.csv`), '\n')
    compare('one month changed', made.rows, await runCheck(folder, scratch), null)
  }
  await keepHistory(measured)
  return measured
}

/** Programs of this folder that validate a month and make its groups. */
const RIVALS = [
  { name: 'DuckDB, validating in SQL', program: 'duckdb-cases.ts', args: ['check'], needsDuckDb: true },
  { name: 'Papa Parse and Zod by hand', program: 'papaparse-cases.ts', args: [], needsDuckDb: false },
] as const

function findProgram(name: string): string {
  return join(PROJECT, 'scripts', 'bench', name)
}

function memoryFolderOf(scratch: string): string {
  return join(scratch, 'memory')
}

function runCheck(folder: string, scratch: string): Promise<Used> {
  // As `npm run` has it, with the flags that it sets.
  const setUp = join(PROJECT, 'scripts', 'set-up.mjs')
  return runMeasured([setUp, 'check', '--data', folder, '--format', 'json'], scratch)
}

/** A large export is not real: exit code 1 says that the checker has found so. */
async function runMeasured(args: string[], scratch: string): Promise<Used> {
  const usage = join(scratch, 'usage-line.jsonl')
  await rm(usage, { force: true })
  const preload = pathToFileURL(findProgram('usage.ts')).href
  const start = performance.now()
  const ended = await runProgram(process.execPath, args, {
    gather: true,
    env: {
      ...{ MINGGE_USAGE: usage, MINGGE_MEMORY: memoryFolderOf(scratch), NODE_OPTIONS: `--import=${preload}` },
      // As `npm run` has it.
      NODE_COMPILE_CACHE: join(PROJECT, '.mingge', 'compiled'),
    },
  })
  const wallSeconds = (performance.now() - start) / 1000
  if (ended.code > 1) throw new Error(`bench: ${args[0]} ended with ${ended.code}:\n${ended.output.slice(-4000)}`)
  const lines = (await readFile(usage, 'utf8')).split('\n').filter((line) => line !== '')
  const used = lines.map((line) => usageShape.parse(JSON.parse(line)))
  const bytesMax = Math.max(...used.map(({ kilobytesMax }) => kilobytesMax)) * 1024
  return { cpuSeconds: sum(used.map(({ cpuSeconds }) => cpuSeconds)), wallSeconds, bytesMax }
}

const usageShape = z.object({ cpuSeconds: z.number(), kilobytesMax: z.number() })

function computeMedians(used: readonly Used[]): Used {
  const computeMedian = (read: (one: Used) => number) => medianOf(used.map(read)) ?? 0
  return {
    cpuSeconds: computeMedian(({ cpuSeconds }) => cpuSeconds),
    wallSeconds: computeMedian(({ wallSeconds }) => wallSeconds),
    bytesMax: computeMedian(({ bytesMax }) => bytesMax),
  }
}

function computeRatios(ours: Used, theirs: Used | null): Pick<Rival, 'cpuRatio' | 'wallRatio'> {
  return {
    cpuRatio: divide(ours.cpuSeconds, theirs?.cpuSeconds ?? null),
    wallRatio: divide(ours.wallSeconds, theirs?.wallSeconds ?? null),
  }
}

const historyShape = z.object({
  figures: z.array(z.object({ name: z.string(), ours: z.object({ cpuSeconds: z.number() }) })),
})

/** CPU seconds of the last run by name. */
async function readHistory(): Promise<Map<string, number>> {
  if (!existsSync(HISTORY)) return new Map()
  const last = (await readFile(HISTORY, 'utf8')).trimEnd().split('\n').at(-1) ?? ''
  const { figures } = historyShape.parse(JSON.parse(last))
  return new Map(figures.map(({ name, ours }) => [name, ours.cpuSeconds]))
}

async function keepHistory(figures: readonly Beside[]): Promise<void> {
  await mkdir(join(PROJECT, '.mingge'), { recursive: true })
  const [processor] = cpus()
  const machine = { node: process.version, cores: availableParallelism(), processor: processor?.model ?? '' }
  await appendFile(HISTORY, `${JSON.stringify({ date: new Date().toISOString(), machine, figures })}\n`)
}
