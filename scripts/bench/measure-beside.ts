import { existsSync } from 'node:fs'
import { appendFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { ROWS_MAX } from '../../src/read/limits.ts'
import { sum } from '../../src/text/sum.ts'
import { runProgram } from '../command/child.ts'
import { PROJECT } from '../command/options.ts'
import type { Progress } from '../command/progress-reporter.ts'
import { writeLargeExport } from './large-export.ts'
import { type Before, keepRun, nameOf, readLastRuns } from './line-history.ts'
import type { Machine } from './machine.ts'
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
  /** Ours over DuckDB's. */
  cpuRatio: number | null
  wallRatio: number | null
  /** Null where no run on such a machine is known. */
  before: Before | null
  /** Programs that validate it too, and other forms of the same export. */
  rivals: Rival[]
}

/** A package for development: where it is not installed our figures are alone. */
const DUCKDB = join(PROJECT, 'node_modules', '@duckdb', 'node-api')

interface Order {
  data: string
  scratch: string
  rows: number
  months: readonly string[]
  runs: number
  machine: Machine
  /** True where the figures are written down, for later runs to be compared with. */
  isKept: boolean
}

/** Checks large exports in processes of their own, DuckDB in turn with them where it can be had. */
export async function measureBeside(order: Order, progress: Progress): Promise<Beside[]> {
  const { data, scratch, months, rows, machine } = order
  const hasDuckDb = existsSync(DUCKDB)
  const before = await readLastRuns(machine)
  const [last = ''] = months.slice(-1)
  const [validating, byHand] = RIVALS
  const exports = [
    { name: 'month', months: [last], rows, encoding: 'utf-8', duckdb: true, rivals: [validating, byHand] },
    { name: 'month, GB18030', months: [last], rows, encoding: 'gb18030', duckdb: false, rivals: [] },
    { name: `${months.length} months`, months, rows, encoding: 'utf-8', duckdb: true, rivals: [validating] },
    {
      name: 'one file',
      months: [last],
      rows: Math.min(ROWS_MAX, rows * 7),
      encoding: 'utf-8',
      duckdb: true,
      rivals: [],
    },
  ] as const
  progress.setTotal(exports.length + 3)
  const measured: Beside[] = []
  const compare = (name: string, rows: number, ours: Used, theirs: Used | null, rivals: Rival[] = []) => {
    const ratios = computeRatios(ours, theirs)
    measured.push({
      name,
      rows,
      ours,
      duckdb: theirs,
      ...ratios,
      before: before.get(nameOf({ name, rows })) ?? null,
      rivals,
    })
  }
  const repeat = async (run: () => Promise<Used>) => {
    const used: Used[] = []
    for (let count = 0; count < order.runs; count += 1) used.push(await run())
    return computeMedians(used)
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
    const makeRival = (name: string, used: Used): Rival => ({ name, used, ...computeRatios(own, used) })
    const beside = rivals.map(({ name }, at) => makeRival(name, computeMedians(used[at] ?? [])))
    const utf8 = made.encoding === 'utf-8' ? null : measured[0]
    if (utf8) beside.push(makeRival('the same in UTF-8', utf8.ours))
    const database = theirs.length > 0 ? computeMedians(theirs) : null
    compare(made.name, made.rows * made.months.length, own, database, beside)
    if (made.months.length === 1) continue
    // What is remembered of the last run: nothing has changed, then one month has.
    progress.advance('unchanged')
    compare('nothing changed', 0, await repeat(() => runCheck(folder, scratch)), null)
    progress.advance('changed')
    const changed = await repeat(async () => {
      await appendFile(join(folder, 'raw', 'cases', `${last}.csv`), '\n')
      return runCheck(folder, scratch)
    })
    compare('one month changed', made.rows, changed, null)
  }
  progress.advance('--help')
  compare('--help', 0, await repeat(() => runVerb(['--help'], scratch)), null)
  if (order.isKept) await keepRun({ date: new Date().toISOString(), machine, figures: measured })
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
  return runVerb(['--data', folder, '--format', 'json'], scratch)
}

/** As `npm run check` has it, with the flags that it sets. */
function runVerb(args: readonly string[], scratch: string): Promise<Used> {
  return runMeasured([join(PROJECT, 'scripts', 'set-up.mjs'), 'check', ...args], scratch)
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
