import type { Lang } from '../src/text/local-text.ts'
import { readOptions } from './command/options.ts'
import { run, UsageError } from './command/run-command.ts'
import { LANG } from './line/run-line-over.ts'
import { draftDataset } from './new/dataset.ts'
import { migratePortal } from './new/migrate.ts'
import { writePortal } from './new/portal.ts'

const KINDS = ['portal', 'dataset', 'migrate'] as const

/** Writes what a publisher starts from: a whole small portal, or the contract of one more dataset. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'new',
      does: {
        en: 'Writes a small portal that runs, drafts a contract for a file, or brings an older portal into the form of today.',
        zh: '新建一个可运行的小网站，为一个文件起草数据约定，或把旧网站的文件改成现在的写法。',
      },
      rest: 'portal DIR | dataset ID [FILE] | migrate DIR',
      options: { lang: LANG },
    },
    args,
  )
  const [given, ...rest] = options.rest
  const kind = KINDS.find((known) => known === given)
  if (kind === undefined) {
    throw new UsageError({
      zh: `new 之后应为 ${KINDS.join('、')}${given === undefined ? '' : `，而不是 ${given}`}。`,
      en: `new takes ${KINDS.join(' | ')}${given === undefined ? '' : `, not ${given}`}.`,
    })
  }
  process.stdout.write(await create(kind, rest, options))
}

function create(kind: (typeof KINDS)[number], rest: readonly string[], options: { data: string; lang: Lang }) {
  switch (kind) {
    case 'portal':
      return writePortal(takeArguments(kind, rest, ['DIR']))
    case 'dataset':
      return draftDataset(takeArguments(kind, rest, ['ID', '[FILE]']), options)
    case 'migrate':
      return migratePortal(takeArguments(kind, rest, ['DIR']))
  }
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
