import { readOptions } from './command/options.ts'
import { run, UsageError } from './command/run-command.ts'
import { LANG } from './line/run-line-over.ts'
import { findToday, TODAY } from './line/today.ts'
import { migratePortal } from './new/migrate.ts'
import { draftDataset } from './new/new-dataset.ts'
import { writePortal } from './new/new-portal.ts'
import { type SampleOptions, writeSample } from './new/sample.ts'

const KINDS = ['portal', 'dataset', 'sample', 'migrate'] as const

const ROWS = {
  kind: 'number',
  min: 1,
  max: 100_000,
  fallback: 40,
  help: { en: 'rows of a sample; a return has as many as it owes', zh: '样例的行数；须报齐的表以应报的行数为准' },
} as const

const SEED = {
  kind: 'number',
  min: 0,
  max: 2 ** 31 - 1,
  fallback: 1,
  help: { en: 'another seed makes another sample', zh: '不同的种子生成不同的样例' },
} as const

const PERIOD = {
  kind: 'text',
  placeholder: 'PERIOD',
  help: { en: 'period of a sample; the newest that has a file by default', zh: '样例的期次，默认为已有文件的最近一期' },
} as const

/** Writes what a publisher starts from: a whole small portal, or the contract of one more dataset. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'new',
      does: {
        en: 'Writes a small portal that runs, drafts a contract for a file, makes a sample of what a department should send, or brings an older portal into the form of today.',
        zh: '新建一个可运行的小网站，为一个文件起草数据约定，造一份部门应报送的样例文件，或把旧网站的文件改成现在的写法。',
      },
      rest: 'portal DIR | dataset ID [FILE] | sample ID [DIR] | migrate DIR',
      options: { lang: LANG, rows: ROWS, seed: SEED, period: PERIOD, today: TODAY },
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
  process.stdout.write(await create(kind, rest, { ...options, today: await findToday(options, args) }))
}

function create(kind: (typeof KINDS)[number], rest: readonly string[], options: SampleOptions) {
  switch (kind) {
    case 'portal':
      return writePortal(takeArguments(kind, rest, ['DIR']))
    case 'dataset':
      return draftDataset(takeArguments(kind, rest, ['ID', '[FILE]']), options)
    case 'sample':
      return writeSample(takeArguments(kind, rest, ['ID', '[DIR]']), options)
    case 'migrate':
      return migratePortal(takeArguments(kind, rest, ['DIR']), options)
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
