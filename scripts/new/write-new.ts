import { UsageError } from '../command/run-command.ts'
import { findToday } from '../line/today.ts'
import { migratePortal } from './migrate.ts'
import { draftDataset } from './new-dataset.ts'
import type { NewOptions } from './new-options.ts'
import { writePortal } from './new-portal.ts'
import { writeReportDraft } from './new-report.ts'
import { type SampleOptions, writeSample } from './sample.ts'

const KINDS = ['portal', 'dataset', 'report', 'sample', 'migrate'] as const

/** Writes what a publisher starts from: a whole small portal, the contract of one more dataset, the words of a bulletin. */
export async function writeNew(options: NewOptions, args: readonly string[]): Promise<void> {
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

function create(
  kind: (typeof KINDS)[number],
  rest: readonly string[],
  options: SampleOptions & Pick<NewOptions, 'content' | 'published'>,
) {
  switch (kind) {
    case 'portal':
      return writePortal(takeArguments(kind, rest, ['DIR']))
    case 'dataset':
      return draftDataset(takeArguments(kind, rest, ['ID', '[FILE]']), options)
    case 'report':
      return writeReportDraft(takeArguments(kind, rest, ['YYYY-MM']), options)
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
