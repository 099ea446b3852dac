import { readOptions } from './command/options.ts'
import { run, UsageError } from './command/run-command.ts'
import { LANG } from './line/run-line-over.ts'
import { draftDataset } from './new/dataset.ts'
import { writePortal } from './new/portal.ts'

const KINDS = ['portal', 'dataset'] as const

/** Writes what a publisher starts from: a whole small portal, or the contract of one more dataset. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'new',
      does: {
        en: 'Writes a small portal that runs (portal DIR), or drafts a contract for a file (dataset ID FILE).',
        zh: '新建一个可运行的小网站（portal DIR），或为一个文件起草数据约定（dataset ID FILE）。',
      },
      rest: 'portal DIR | dataset ID [FILE]',
      options: { lang: LANG },
    },
    args,
  )
  const [given, ...rest] = options.rest
  const kind = KINDS.find((known) => known === given)
  if (kind === undefined) {
    throw new UsageError({
      zh: `new 之后应为 ${KINDS.join(' 或 ')}${given === undefined ? '' : `，而不是 ${given}`}。`,
      en: `new takes ${KINDS.join(' or ')}${given === undefined ? '' : `, not ${given}`}.`,
    })
  }
  if (kind === 'portal') process.stdout.write(await writePortal(takeArguments(kind, rest, ['DIR'])))
  else process.stdout.write(await draftDataset(takeArguments(kind, rest, ['ID', '[FILE]']), options))
}

/** The words after the kind: as many as it needs, and none beyond what it knows. */
function takeArguments(kind: string, given: readonly string[], known: readonly string[]): [string, ...string[]] {
  const [first, ...others] = given
  if (first !== undefined && given.length <= known.length) return [first, ...others]
  throw new UsageError({
    zh: `用法：npm run new -- ${kind} ${known.join(' ')}。`,
    en: `Usage: npm run new -- ${kind} ${known.join(' ')}.`,
  })
}

if (import.meta.main) await run(main)
