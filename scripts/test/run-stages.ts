import { mkdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { sum } from '../../src/text/sum.ts'
import { type Ended, resolvePackageFile, runProgram } from '../command/child.ts'
import { PROJECT } from '../command/options.ts'
import { runStage } from '../command/progress-reporter.ts'
import { InputError, UsageError } from '../command/run-command.ts'
import { type Counts, countTests } from './counts.ts'
import { findChromium } from './launch-chromium.ts'
import { QUICK, STAGE_NAMES, type StageName, type TestOptions } from './test-options.ts'

/**
 * `npm test`: every gate and every test, then one line with the true totals. `npm run test:quick`: those that build no
 * whole site and open no browser.
 */
export async function runStages(options: TestOptions): Promise<void> {
  const wanted = options.rest.flatMap((name) => (name === 'quick' ? QUICK : [requireStage(name)]))
  const total: Counts = { passed: 0, failed: 0, skipped: 0 }
  const stages = wanted.length > 0 ? wanted : STAGE_NAMES
  const beside = startBeside(stages)
  for (const name of stages) {
    const counts = await STAGES[name](beside)
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`)
  // The line above is the whole message.
  if (total.failed > 0) throw new InputError('')
}

function requireStage(name: string): StageName {
  const stage = STAGE_NAMES.find((known) => known === name)
  if (stage) return stage
  throw new UsageError({
    zh: `没有阶段 ${name}。`,
    en: `No stage ${name}: it is one of ${STAGE_NAMES.join(', ')}.`,
  })
}

/** The compiler written in Go, which takes a third of the time; what is under `typescript` serves Astro's check. */
const COMPILER = resolvePackageFile('typescript-7', 'bin', 'tsc')

const STAGES: Record<StageName, (beside: Beside) => Promise<Counts>> = {
  format: () => runGate('格式与规范 Format and lint', runTool(BIOME, 'ci', '--error-on-warnings')),
  unit: () => reportTests('unit', startTests('unit')),
  types: async ({ compilers: { pages, scripts, browsers } }) => {
    const all = [
      await runGate('类型 Types, .astro', pages),
      await runGate('类型 Types, .ts', scripts),
      await runGate('类型 Types, browser', browsers),
    ]
    return {
      passed: sum(all.map((counts) => counts.passed)),
      failed: sum(all.map((counts) => counts.failed)),
      skipped: 0,
    }
  },
  portal: ({ portal }) => reportTests('portal', portal),
  heavy: () => reportTests('heavy', startTests('heavy')),
  city: () => reportTests('city', startTests('city')),
  browser: async () => reportTests('browser', startTests('browser', { env: { CHROMIUM_PATH: await findChromium() } })),
}

const BIOME = resolvePackageFile('@biomejs', 'biome', 'bin', 'biome')

/**
 * What runs beside the stages before it, one program after the other: compilers and tests of a stage each keep one core
 * busy, and every machine has two. What is not asked for is not started, and waited for by no stage.
 */
interface Beside {
  compilers: { pages: Promise<Ended>; scripts: Promise<Ended>; browsers: Promise<Ended> }
  portal: Promise<TestRun>
}

function startBeside(stages: readonly StageName[]): Beside {
  let last: Promise<unknown> = Promise.resolve()
  const queue = <T>(stage: StageName, start: () => Promise<T>): Promise<T> => {
    if (!stages.includes(stage)) return new Promise(() => {})
    const started = last.then(start)
    last = started
    return started
  }
  return {
    compilers: {
      // Astro's check comes first: it writes the types that the other reads. It is given the pages alone: what they
      // import it reads anyway, and every `.ts` file is reported on by the faster compiler.
      pages: queue('types', () => runTool(ASTRO, 'check', '--tsconfig', 'tsconfig.astro.json')),
      scripts: queue('types', () => runCompiler('tsconfig.json')),
      // What runs in the reader's browser knows only what the oldest browser that is promised all knows.
      browsers: queue('types', () => runCompiler('tsconfig.browser.json')),
    },
    portal: queue('portal', () => startTests('portal', { gather: true })),
  }
}

const ASTRO = resolvePackageFile('astro', 'bin', 'astro.mjs')

function runTool(program: string, ...args: string[]): Promise<Ended> {
  return runProgram(process.execPath, [program, ...args], { gather: true })
}

/** What the compiler found of files that have not changed is kept, which takes a fourth of the time. */
function runCompiler(config: string): Promise<Ended> {
  const kept = join(PROJECT, '.mingge', `${basename(config, '.json')}.tsbuildinfo`)
  return runTool(COMPILER, '--noEmit', '-p', config, '--incremental', '--tsBuildInfoFile', kept)
}

/** A tool that only passes or fails; its words are shown where it fails. */
async function runGate(name: string, tool: Promise<Ended>): Promise<Counts> {
  return runStage(name, async (progress) => {
    const ended = await tool
    progress.setResult(ended.code === 0 ? 'passed' : 'failed')
    if (ended.code === 0) return { passed: 1, failed: 0, skipped: 0 }
    progress.markFailed()
    process.stderr.write(`\n${ended.output}\n`)
    return { passed: 0, failed: 1, skipped: 0 }
  })
}

interface TestRun {
  counts: Counts
  /** What vitest printed; '' where it was printed at once. */
  output: string
}

/** Starts the tests of one project of vitest.config.ts. */
async function startTests(
  project: string,
  options: { env?: Record<string, string>; gather?: boolean } = {},
): Promise<TestRun> {
  const report = join(PROJECT, '.mingge', `tests-${project}.json`)
  await mkdir(join(PROJECT, '.mingge'), { recursive: true })
  await rm(report, { force: true })
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ended = await runProgram(process.execPath, [resolvePackageFile('vitest', 'vitest.mjs'), ...args], options)
  return { counts: countTests(await textOf(report), ended.code), output: ended.output }
}

async function reportTests(project: string, started: Promise<TestRun>): Promise<Counts> {
  return runStage(`测试 Tests, ${project}`, async (progress) => {
    const { counts, output } = await started
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
    progress.setResult(`${counts.passed} passed, ${counts.failed} failed${skipped}`)
    if (counts.failed > 0) {
      progress.markFailed()
      process.stderr.write(output)
    }
    return counts
  })
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    // Vitest writes no report when it cannot even begin; `countTests` makes that a failure.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
