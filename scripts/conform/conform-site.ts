import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../command/child.ts'
import { PROJECT } from '../command/options.ts'
import { InputError } from '../command/run-command.ts'
import type { ConformCheck } from './conform-check.ts'
import type { ConformOptions } from './conform-options.ts'
import { formatOutcomes } from './outcomes-text.ts'
import { chooseChecks, runChecks } from './run-checks.ts'

/** Exit code 1 for findings, 0 where programs are merely lacking; `store` keeps what each check has found. */
export async function conform(checks: readonly ConformCheck[], options: ConformOptions, store = STORE): Promise<void> {
  const chosen = chooseChecks(checks, options.only)
  const needsSite = chosen.some((check) => check.needsSite !== false)
  const more = chosen.some((check) => check.needsPdf === true) ? ['--pdf'] : []
  const site = needsSite ? await buildSite(options, join(store, 'site'), more) : ''
  const outcomes = await runChecks(chosen, { site, store, shapes: options.shapes, times: options['spark-times'] })
  process.stdout.write(formatOutcomes(outcomes, store))
  // What was found is said already.
  if (outcomes.some(({ result }) => result.kind === 'ran' && result.findings.length > 0)) throw new InputError('')
}

const STORE = join(PROJECT, '.mingge', 'conform')

async function buildSite(
  given: { data: string; content: string; out: string | undefined },
  folder: string,
  more: readonly string[],
): Promise<string> {
  if (given.out !== undefined) {
    if (existsSync(join(given.out, 'index.html'))) return given.out
    throw new InputError({ zh: `${given.out} 中没有网站。`, en: `There is no site in ${given.out}.` })
  }
  const script = join(PROJECT, 'scripts', 'build.ts')
  const args = ['--data', given.data, '--content', given.content, '--out', folder, ...more]
  const ended = await runProgram(process.execPath, [script, ...args])
  if (ended.code === 0) return folder
  throw new InputError({
    zh: '没能生成网站，因此什么也没有核对。',
    en: 'The site could not be built, so nothing was looked at.',
  })
}
