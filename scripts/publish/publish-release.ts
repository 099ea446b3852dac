import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Receipt } from '../../src/deliveries/receipt.ts'
import { readReceipts } from '../../src/deliveries/receipts-file.ts'
import { composeDeliveries } from '../../src/deliveries/release-deliveries.ts'
import { type ContentReading, openContent } from '../../src/portal/content.ts'
import { openPortal, type Portal, problemsOfPortal } from '../../src/portal/portal.ts'
import { PortalError } from '../../src/portal/portal-error.ts'
import { stopPublishing } from '../../src/problems/acceptance.ts'
import { buildProblemsJson } from '../../src/problems/json.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { hasErrors } from '../../src/problems/problem.ts'
import { finishRelease } from '../../src/store/append-release.ts'
import { isMissing } from '../../src/store/disk.ts'
import { planRelease } from '../../src/store/plan-release.ts'
import { planWithdrawal, type WithdrawalPlan } from '../../src/store/plan-withdrawal.ts'
import type { LocalText } from '../../src/text/local-text.ts'
import { toBilingual } from '../command/bilingual.ts'
import { InputError, UsageError } from '../command/run-command.ts'
import { checkWords } from '../line/check-words.ts'
import { runLineOver } from '../line/run-line-over.ts'
import { findToday, isOwnContent, requireDay } from '../line/today.ts'
import { openDuckDbEngine } from '../sql/duckdb.ts'
import { giveResults } from '../sql/read-results.ts'
import { auditPlanned } from './audit-planned.ts'
import { buildPlanJson, buildPlanText } from './plan-text.ts'
import type { PublishOptions } from './publish-options.ts'
import { refuseDayAfter } from './release-day.ts'
import { describeWithdrawn, noteOf, reasonOf } from './release-words.ts'
import { type Order, print, runInputStage, writePlanned } from './write-planned.ts'

/** Publishes what is new, or takes out what was published: shows what would change, asks, and appends one release. */
export async function publishRelease(options: PublishOptions, args: readonly string[]): Promise<void> {
  const today = await findToday(options, args)
  const date = options.date === undefined ? today : requireDay('date', options.date)
  refuseDayAfter(today, date)
  const order: Order = { options, date, note: noteOf(options), reason: reasonOf(options) }
  if (options.withdraw === undefined) await publish(order, { today, isOwn: isOwnContent(options, args) })
  else await withdraw(order, options.withdraw, { today, isOwn: isOwnContent(options, args) })
}

async function publish(order: Order, { today, isOwn }: { today: string; isOwn: boolean }): Promise<void> {
  const { options } = order
  const { portal, result, receipts } = await runLineOver(options.data, {
    today,
    lang: options.lang,
    isLook: options.preview !== undefined,
    ...(options.tables !== undefined && { giveFiles: giveResults(options.tables, options.lang) }),
    ...(options.engine === 'duckdb' && { engine: await openDuckDbEngine() }),
  })
  // Figures that are published with words at fault would be on no page.
  const words = isOwn ? await openContent(options.content, portal.names) : null
  const ofWords = words ? [...words.problems, ...(await checkWords(options.content, portal, today))] : []
  const problems = [...result.problems, ...ofWords]
  if (stopPublishing(problems)) {
    if (options.format === 'json') print({ release: null, problems: buildProblemsJson(problems) })
    else process.stdout.write(`${printProblems(problems, options.lang)}\n`)
    throw new InputError(hasErrors(problems) ? STOPPED : UNACCEPTED)
  }
  const { contracts, places } = portal
  const input = { tables: result.tables, places, repairs: result.repairs, proofs: result.proofs, contracts, today }
  const published = await openTarget(options)
  const plan = await runInputStage(LOOKING, options.lang, () => planRelease(published, input))
  if (plan.files.length + plan.withdrawn.length === 0) {
    await finishRelease(published)
    if (options.format === 'json')
      print({ release: null, changes: buildPlanJson(plan), problems: buildProblemsJson(problems) })
    else
      process.stdout.write(`${[`${NOTHING_NEW.zh}。 ${NOTHING_NEW.en}.`, buildPlanText(plan)].join('\n').trimEnd()}\n`)
    return
  }
  const audit = await runInputStage(ATTACKING, options.lang, () => auditPlanned(plan, contracts))
  const isCorrection = plan.files.some(({ file }) => file.revision > 1 && !file.onlyLapsed)
  await writePlanned(order, {
    plan,
    published,
    problems,
    signer: signerOf(words),
    deliveries: composeOwnDeliveries({ portal, receipts }, today),
    ...(audit ? { audit } : {}),
    needsReason: isCorrection ? CORRECTION : null,
  })
}

async function withdraw(
  order: Order,
  name: string,
  { today, isOwn }: { today: string; isOwn: boolean },
): Promise<void> {
  const { options } = order
  const around = await openSurroundings(options)
  const published = await openTarget(options)
  const lapse = { contracts: around?.portal.contracts ?? new Map(), today }
  const plan = await runInputStage(LOOKING, options.lang, () => planWithdrawal(published, name, lapse))
  if (plan === null) {
    throw new UsageError({
      zh: `--withdraw 应为 cases/flow、cases/flow/2026-10 或 cases/flow/2026-10.2 的样子，而不是 ${name}。`,
      en: `--withdraw takes a name such as cases/flow, cases/flow/2026-10 or cases/flow/2026-10.2, not ${name}.`,
    })
  }
  refuseNothing(plan, name)
  const words = isOwn ? await openContent(options.content, null) : null
  const note = options['note-zh'] === undefined ? () => describeWithdrawn(plan.taken) : order.note
  const signer = signerOf(words)
  const write = { plan, published, problems: [], signer, needsReason: WITHDRAWAL }
  await writePlanned({ ...order, note }, around ? { ...write, deliveries: composeOwnDeliveries(around, today) } : write)
}

/** A portal and its record of received files. */
interface Surroundings {
  portal: Portal
  receipts: readonly Receipt[]
}

/**
 * What a withdrawal needs beside the store. Null, with a word on the terminal, where the portal's files are at fault: what
 * the law or a person's privacy asks for does not wait until they are corrected.
 */
async function openSurroundings({ data, lang }: PublishOptions): Promise<Surroundings | null> {
  try {
    const portal = await openPortal(data)
    const problems = problemsOfPortal(portal)
    if (hasErrors(problems)) throw new PortalError(problems)
    return { portal, receipts: await readReceipts(data) }
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    process.stderr.write(`${printProblems(error.problems, lang)}\n${toBilingual(WITHOUT_PORTAL)}\n`)
    return null
  }
}

function composeOwnDeliveries({ portal, receipts }: Surroundings, today: string) {
  const { contracts, holidays } = portal
  return composeDeliveries({ contracts: [...contracts.values()], holidays, receipts, today })
}

function refuseNothing(plan: WithdrawalPlan, name: string): void {
  if (plan.taken.length > 0) return
  if (plan.before.length > 0) throw new InputError({ zh: `${name}早已撤下。`, en: `${name} was withdrawn before.` })
  throw new InputError({ zh: `没有发布过${name}。`, en: `${name} was never published.` })
}

/** Who answers for the release; undefined where the words of the portal are not at hand. */
function signerOf(words: ContentReading | null): LocalText | undefined {
  const settings = words?.content?.settings
  return settings?.signer ?? settings?.publisher
}

const STOPPED: LocalText = { zh: '有错误，未发布任何内容。', en: 'There are errors; nothing was published.' }
const UNACCEPTED: LocalText = {
  zh: '有须核准的警告，未发布任何内容：请改正，或在exceptions.csv中逐条写明原因和截止日。',
  en: 'There are warnings that must be accepted; nothing was published. Correct them, or list each in exceptions.csv with a reason and an end date.',
}
const NOTHING_NEW: LocalText = { zh: '没有新内容', en: 'nothing new' }
const WITHOUT_PORTAL: LocalText = {
  zh: '以上不妨碍撤下，但收件情况表这次不更新，期满条目也不清理：改正后请再运行publish。',
  en: 'None of this prevents the withdrawal. The table of received files is not brought up to date and lapsed entries are not looked for: correct the files, then run publish.',
}
const ATTACKING: LocalText = { zh: '反推隐去的数', en: 'Trying to work out hidden counts' }
const LOOKING: LocalText = { zh: '对照已发布的内容', en: 'Comparing with what is published' }
const CORRECTION: LocalText = {
  zh: '这次会更正已经发布的数字（旧版仍可下载），',
  en: 'This corrects what is published (the earlier revision stays available), which',
}
const WITHDRAWAL: LocalText = { zh: '撤下已经发布的内容，', en: 'A withdrawal' }

/** The published folder, or the copy of it that is looked at. */
async function openTarget({ data, preview }: PublishOptions): Promise<string> {
  const published = join(data, 'published')
  return preview === undefined ? published : previewOf(published, preview)
}

/**
 * A folder that holds what is published so far, to which the next release may be added for a look. It is made again
 * each time, and what is really published is only read.
 */
async function previewOf(published: string, preview: string): Promise<string> {
  if (`${published}/`.startsWith(`${preview}/`)) {
    throw new UsageError({
      zh: '--preview 不能是已发布文件夹或其上级。',
      en: '--preview must not be the published folder or a folder that contains it.',
    })
  }
  await rm(preview, { recursive: true, force: true })
  await mkdir(preview, { recursive: true })
  try {
    await cp(published, preview, { recursive: true })
  } catch (error) {
    // Nothing has been published yet: the preview begins empty.
    if (!isMissing(error)) throw error
  }
  return preview
}
