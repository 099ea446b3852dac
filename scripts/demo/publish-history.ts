import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  findNewReceipts,
  formatReceipts,
  listReceipts,
  RECEIVED_FILE,
  type Receipt,
} from '../../src/deliveries/receipt.ts'
import { composeDeliveries } from '../../src/deliveries/release-deliveries.ts'
import type { LineEffects, Memory } from '../../src/line/effects.ts'
import { type LineResult, runLine } from '../../src/line/run-line.ts'
import { openPortal, type Portal } from '../../src/portal/portal.ts'
import { stopPublishing } from '../../src/problems/acceptance.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { type ReleaseWords, writeRelease } from '../../src/store/append-release.ts'
import { readIfThere } from '../../src/store/disk.ts'
import { openFolder } from '../../src/store/file-reader.ts'
import { LOG, releasesOf } from '../../src/store/log.ts'
import { planRelease } from '../../src/store/plan-release.ts'
import { planWithdrawal } from '../../src/store/plan-withdrawal.ts'
import { ReleaseError } from '../../src/store/release-error.ts'
import { InputError } from '../command/run-command.ts'
import { nameTool } from '../command/tool.ts'
import { buildDiskEffects } from '../line/disk-effects.ts'
import { openDiskLedger } from '../line/disk-ledger.ts'
import { auditPlanned } from '../publish/audit-planned.ts'
import { ARRIVALS } from './arrivals.ts'
import { bytesAt, HISTORY, type HistoryStep, hasArrived, SIGNER } from './history.ts'

/**
 * Makes `published/` of a demonstration folder and its record of received files again from its raw files, arrival by
 * arrival and release by release on fixed days. What was there is replaced only when the new history is whole. Answers how
 * many releases there are.
 */
export async function publishHistory(dataDir: string, report: (step: HistoryStep) => void): Promise<number> {
  const portal = await openPortal(dataDir)
  const [target, part] = [join(dataDir, 'published'), join(dataDir, 'published.part')]
  await rm(part, { recursive: true, force: true })
  const memory = buildRunMemory()
  const proofsDir = join(dataDir, 'proofs')
  const tool = await nameTool()
  const receipts: Receipt[] = []
  const receive = (result: LineResult, day: string) => {
    receipts.push(...findNewReceipts(receipts, listReceipts(result, day)))
  }
  let releases = 0
  let before = ''
  for (const step of HISTORY) {
    report(step)
    const { contracts, holidays, places } = portal
    const deliveries = composeDeliveries({ contracts: [...contracts.values()], holidays, receipts, today: step.date })
    if (step.withdraw !== undefined) {
      await withdrawStep(part, step, { name: step.withdraw, tool, contracts, deliveries })
      releases++
      continue
    }
    for (const { date, files } of ARRIVALS) {
      if (date <= before || date > step.date) continue
      const datasets = new Set(files.map((file) => file.slice(0, file.indexOf('/'))))
      receive(await runLine(portal, { ...effectsAt(dataDir, date, datasets), memory }), date)
    }
    before = step.date
    const ledger = openDiskLedger(part, proofsDir)
    const result = await runLine(portal, { ...effectsAt(dataDir, step.date), memory, ledger })
    receive(result, step.date)
    if (stopPublishing(result.problems)) throw new Error(`demo: ${step.date}\n${printProblems(result.problems, 'en')}`)
    const { date, note, reason } = step
    const words = { date, note: () => note, ...(reason ? { reason } : {}), signer: SIGNER, tool }
    const lapse = { contracts, today: date }
    const plan = await planRelease(part, { ...result, places, ...lapse })
    if (plan.files.length + plan.withdrawn.length === 0) continue
    const audit = await auditPlanned(plan, contracts)
    const said = { ...words, deliveries, proofsDir, ...(audit ? { audit } : {}), origin: 'demonstration' as const }
    await writeRelease(part, plan, said)
    releases++
  }
  await rm(target, { recursive: true, force: true })
  await rename(part, target)
  await writeFile(join(dataDir, RECEIVED_FILE), formatReceipts(receipts))
  return releases
}

/** A step that publishes nothing and takes something out. */
async function withdrawStep(
  part: string,
  { date, note, reason }: HistoryStep,
  {
    name,
    contracts,
    ...words
  }: { name: string; contracts: Portal['contracts'] } & Pick<ReleaseWords, 'tool' | 'deliveries'>,
): Promise<void> {
  const plan = await planWithdrawal(part, name, { contracts, today: date })
  if (!plan || plan.taken.length === 0 || !reason) throw new Error(`demo: ${date} withdraws nothing: ${name}`)
  const said = { date, note: () => note, reason, signer: SIGNER, ...words }
  await writeRelease(part, plan, { ...said, origin: 'demonstration' })
}

/**
 * Throws where a folder holds what the demonstration did not make: a log with a release of somebody else, or, before
 * anything is published, another list of places. Nobody's data is overwritten by a slip of `--data`.
 */
export async function requireDemoFolder(dataDir: string, places: Uint8Array): Promise<void> {
  const bytes = await openFolder(join(dataDir, 'published'))(LOG)
  const log = bytes === null ? '' : new TextDecoder().decode(bytes)
  const found = await readIfThere(join(dataDir, 'places.csv'))
  if (log === '' && (found === null || Buffer.compare(found, places) === 0)) return
  if (log !== '' && isDemoLog(log)) return
  throw new InputError({
    zh: `${dataDir} 中的数据不是 npm run demo 生成的，未作任何改动。请用 --out 另指定一个文件夹。`,
    en: `The data in ${dataDir} was not made by npm run demo; nothing was changed. Name another folder with --out.`,
  })
}

function isDemoLog(log: string): boolean {
  try {
    return releasesOf(log).every((release) => release.origin === 'demonstration')
  } catch (error) {
    // A log that cannot be read is somebody else's until they have said otherwise.
    if (error instanceof ReleaseError) return false
    throw error
  }
}

/** The raw files as they were on a day; of an arrival, those of its datasets. */
function effectsAt(dataDir: string, date: string, datasets?: ReadonlySet<string>): LineEffects {
  // What is read is changed on the way, and so is read whole.
  const { open: _, ...disk } = buildDiskEffects(dataDir, date)
  const isAsked = (path: string) => datasets?.has(path.split('/')[1] ?? '') ?? true
  return {
    ...disk,
    list: async () =>
      (await disk.list())?.filter(
        ({ path, kind }) => kind !== 'file' || (isAsked(path) && hasArrived(path, { date })),
      ) ?? null,
    read: async (path) => bytesAt(path, { date }, await disk.read(path)),
  }
}

/** Results of one run, so that a file that is in every release is checked once. */
function buildRunMemory(): Memory {
  const known = new Map<string, string>()
  return {
    salt: '',
    recall: async (key) => known.get(key) ?? null,
    async keep(key, text) {
      known.set(key, text)
    },
    async forgetRest() {},
  }
}
