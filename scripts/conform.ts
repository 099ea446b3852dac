import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './command/child.ts'
import { PROJECT, readOptions } from './command/options.ts'
import { InputError, run } from './command/run-command.ts'
import type { ConformCheck } from './conform/conform-check.ts'
import { CHECKS } from './conform/index.ts'
import { outcomesText } from './conform/outcomes-text.ts'
import { chosenChecks, runChecks } from './conform/run-checks.ts'

/** Has programs that are not ours look at the built site; outside `npm test`, since a machine may lack any of them. */
export async function main(args: string[]): Promise<void> {
  await conform(CHECKS, args)
}

/** Exit code 1 for findings, 0 where programs are merely lacking; `store` keeps what each check has found. */
export async function conform(checks: readonly ConformCheck[], args: string[], store = STORE): Promise<void> {
  const options = readOptions(
    {
      verb: 'conform',
      does: {
        en: 'Runs browsers and other programs of this machine on the built site and tells what they find.',
        zh: '用本机的浏览器和其他程序核对生成的网站，列出各自的发现。',
      },
      options: {
        only: {
          kind: 'text',
          placeholder: 'NAME[,NAME]',
          help: {
            en: `these checks, all by default: ${checks.map((check) => check.name).join(', ')}.`,
            zh: '只做这些核对，默认全部',
          },
        },
        out: {
          kind: 'folder',
          help: { en: 'finished site at / to look at; built anew by default', zh: '要核对的网站，默认重新生成' },
        },
      },
    },
    args,
  )
  const chosen = chosenChecks(checks, options.only)
  const site = await builtSite(options, join(store, 'site'))
  const outcomes = await runChecks(chosen, { site, store })
  process.stdout.write(outcomesText(outcomes, store))
  // What was found is said already.
  if (outcomes.some(({ result }) => result.kind === 'ran' && result.findings.length > 0)) throw new InputError('')
}

const STORE = join(PROJECT, '.mingge', 'conform')

async function builtSite(
  given: { data: string; content: string; out: string | undefined },
  folder: string,
): Promise<string> {
  if (given.out !== undefined) {
    if (existsSync(join(given.out, 'index.html'))) return given.out
    throw new InputError({ zh: `${given.out} 中没有网站。`, en: `There is no site in ${given.out}.` })
  }
  const script = join(PROJECT, 'scripts', 'build.ts')
  const args = ['--data', given.data, '--content', given.content, '--out', folder]
  const ended = await runProgram(process.execPath, [script, ...args])
  if (ended.code === 0) return folder
  throw new InputError({
    zh: '没能生成网站，因此什么也没有核对。',
    en: 'The site could not be built, so nothing was looked at.',
  })
}

if (import.meta.main) await run(main)
