import { join } from 'node:path'
import { comparePeriods } from '../../src/calendar/period.ts'
import { buildProblemsJson } from '../../src/problems/json.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { type ReleaseWords, requireDateAfterLast, writeRelease } from '../../src/store/append-release.ts'
import type { ReleasePlan } from '../../src/store/plan-release.ts'
import type { WithdrawalPlan } from '../../src/store/plan-withdrawal.ts'
import type { Release } from '../../src/store/published-tables.ts'
import type { Lang, LocalText } from '../../src/text/local-text.ts'
import { sum } from '../../src/text/sum.ts'
import { toBilingual } from '../command/bilingual.ts'
import { runStage } from '../command/progress-reporter.ts'
import { nameTool } from '../command/tool.ts'
import { toInputError } from '../line/run-line-over.ts'
import { openAsking, requireConsent } from './consent.ts'
import { buildPlanJson, buildPlanText } from './plan-text.ts'
import type { PublishOptions } from './publish-options.ts'
import { describeDistance, requireTypedDay } from './release-day.ts'
import { requireReason } from './release-words.ts'

/** What the command line asks for. */
export interface Order {
  options: PublishOptions
  /** Day of publication. */
  date: string
  note: ReleaseWords['note']
  reason: LocalText | undefined
}

/** A plan, and what is needed to write it. */
interface Write {
  plan: ReleasePlan & { taken?: WithdrawalPlan['taken'] }
  published: string
  problems: readonly Problem[]
  signer: LocalText | undefined
  /** What it stores of who was late; nothing where the portal cannot be read. */
  deliveries?: ReleaseWords['deliveries']
  audit?: ReleaseWords['audit']
  /** What it is that needs a reason; null where nothing published is changed. */
  needsReason: LocalText | null
}

/** Shows what would change, asks, and writes it. A preview is for a look: it asks nothing. */
export async function writePlanned({ options, date, note, reason }: Order, write: Write): Promise<void> {
  const { plan, published, problems, signer, deliveries, audit, needsReason } = write
  const isPreview = options.preview !== undefined
  const report = { changes: buildPlanJson(plan), problems: buildProblemsJson(problems) }
  await runAsInput(options.lang, async () => requireDateAfterLast(plan, date))
  if (!isPreview) {
    if (options.format === 'text')
      process.stdout.write(`${PLANNED.zh} ${PLANNED.en} · ${date}\n${buildPlanText(plan)}\n`)
    try {
      if (needsReason) requireReason(reason, needsReason)
      await askConsent(options, describeDistance(plan.releases, date))
    } catch (error) {
      if (options.format === 'json') print({ release: null, ...report })
      throw error
    }
  }
  const said = { date, note, ...(reason ? { reason } : {}), ...(signer ? { signer } : {}) }
  const proofs = isPreview ? {} : { proofsDir: join(options.data, 'proofs') }
  const words = {
    ...said,
    ...proofs,
    tool: await nameTool(),
    ...(deliveries ? { deliveries } : {}),
    ...(audit ? { audit } : {}),
  }
  const made = await runInputStage({ zh: '发布', en: 'Publishing' }, options.lang, () =>
    writeRelease(published, plan, words),
  )
  if (options.format === 'json') print({ release: made, ...report })
  else process.stdout.write(`${buildReleaseText(made)}\n`)
}

/** A day far from the last release is asked back too. */
async function askConsent(options: PublishOptions, distance: LocalText | null): Promise<void> {
  const asking = openAsking()
  if (distance && (options.yes || !asking.isTerminal)) requireTypedDay(distance, options.date !== undefined)
  if (options.yes) return
  const question = { zh: '发布以上内容？', en: 'Publish this?' }
  await requireConsent(
    distance ? { zh: `${distance.zh}${question.zh}`, en: `${distance.en} ${question.en}` } : question,
    asking,
  )
}

const PLANNED: LocalText = { zh: '将要写入', en: 'To be written' }
/** A stage of the work whose faults of the store are faults of the input. */
export function runInputStage<T>(what: LocalText, lang: Lang, work: () => Promise<T>): Promise<T> {
  return runStage(what, () => runAsInput(lang, work))
}

async function runAsInput<T>(lang: Lang, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toInputError(error, lang)
  }
}

function buildReleaseText(release: Release): string {
  const byDataset = Map.groupBy(release.files, (file) => file.dataset)
  const lines = [...byDataset].map(([dataset, files]) => {
    const periods = [...new Set(files.map((file) => file.period))].sort(comparePeriods)
    const bytes = sum(files.map((file) => file.bytes))
    return `  ${dataset}  ${periods[0]} … ${periods.at(-1)}  ${files.length} × csv  ${Math.ceil(bytes / 1000)} kB`
  })
  return [`✓ ${release.date}  #${release.release}  ${toBilingual(release.note)}`, ...lines].join('\n')
}

export function print(report: unknown): void {
  process.stdout.write(`${JSON.stringify(report)}\n`)
}
