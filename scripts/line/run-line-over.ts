import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { findNewReceipts, listReceipts, RECEIVED_FILE, type Receipt } from '../../src/deliveries/receipt.ts'
import { appendReceipts, readReceipts } from '../../src/deliveries/receipts-file.ts'
import type { LineEffects } from '../../src/line/effects.ts'
import { type GivenFiles, type LineResult, runLine } from '../../src/line/run-line.ts'
import { maskPath } from '../../src/personal/mask-personal.ts'
import { openPortal, type Portal } from '../../src/portal/portal.ts'
import { PortalError } from '../../src/portal/portal-error.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { isMissing } from '../../src/store/disk.ts'
import { ReleaseError } from '../../src/store/release-error.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { pluralise } from '../../src/text/plural.ts'
import { sum } from '../../src/text/sum.ts'
import { PROJECT } from '../command/options.ts'
import { runStage } from '../command/progress-reporter.ts'
import { InputError } from '../command/run-command.ts'
import { buildDiskEffects, createDiskMemory, openRawStamps } from './disk-effects.ts'
import { openDiskLedger } from './disk-ledger.ts'
import { chooseMemoryFolder } from './memory-folder.ts'
import { recallProgramHash } from './program-hash.ts'
import { buildSecondStart } from './second-thread.ts'
import { buildSplit } from './split-file.ts'

/** How the line is run over a folder. */
interface RunOptions {
  today: string
  lang: Lang
  /** Nothing is recorded. */
  isLook?: boolean
  /** Raw files of unchanged size and times are not read again. */
  trustsTimes?: boolean
  makeWatch?: (portal: Portal) => NonNullable<LineEffects['watch']>
  /** Judges rows and makes tables instead of the line. */
  engine?: LineEffects['engine']
  /** Opens what was made elsewhere. */
  giveFiles?: (portal: Portal) => Promise<GivenFiles>
}

/** A run of the line over a portal's folder. */
interface LineRun {
  portal: Portal
  result: LineResult
  /** The record of received files, this run included. */
  receipts: Receipt[]
  /** The record on disk says so too. */
  isRecorded: boolean
}

/**
 * The line over a portal's folder on a day, with progress and with what earlier runs have found for files that are
 * unchanged. Files that it sees for the first time are recorded in `received.jsonl`, unless it is a run for a look.
 * `makeWatch` makes the recorder of all that is tried.
 */
export async function runLineOver(
  dataDir: string,
  { today, lang, isLook = false, trustsTimes = false, makeWatch, engine, giveFiles }: RunOptions,
): Promise<LineRun> {
  await requireFolder(dataDir)
  return runStage({ zh: '核对原始文件', en: 'Checking raw files' }, async (reporter) => {
    const portal = await openPortal(dataDir)
    const folder = chooseMemoryFolder(dataDir)
    const stamps = trustsTimes ? await openRawStamps(`${folder}.raw.json`, dataDir, Date.now()) : undefined
    const memory = createDiskMemory(folder, await recallProgramHash(PROJECT), stamps)
    const reportProgress = (file: string, _done: number, total: number) => {
      reporter.setTotal(total)
      reporter.advance(maskPath(file))
    }
    const watch = makeWatch?.(portal)
    const ledger = openDiskLedger(join(dataDir, 'published'), join(dataDir, 'proofs'))
    const seen = { reportProgress, memory, ledger, ...(engine && { engine }) }
    const threads = { startSecond: buildSecondStart(dataDir), scanElsewhere: buildSplit(dataDir) }
    const effects = { ...buildDiskEffects(dataDir, today), ...seen, ...threads }
    const given = await giveFiles?.(portal)
    const result = await runLine(portal, watch ? { ...effects, watch } : effects, given)
    // What was watched was recalled from nowhere; that says nothing of what is still needed.
    if (!watch) await Promise.all([memory.forgetRest(), stamps?.save()])
    const rows = sum(result.files.map((file) => file.rowsRead))
    reporter.setResult({
      zh: `${result.files.length} 个文件，${rows} 行`,
      en: `${pluralise(result.files.length, 'file')}, ${pluralise(rows, 'row')}`,
    })
    const recorded = await recordFiles(dataDir, listReceipts(result, today), isLook).catch((error: unknown) => {
      throw toInputError(error, lang)
    })
    return { portal, result, ...recorded }
  })
}

/** The record with what this run has seen. A folder that cannot be written to is checked all the same, and that is said. */
async function recordFiles(
  dataDir: string,
  found: readonly Receipt[],
  isLook: boolean,
): Promise<Pick<LineRun, 'receipts' | 'isRecorded'>> {
  const known = await readReceipts(dataDir)
  if (isLook) return { receipts: [...known, ...findNewReceipts(known, found)], isRecorded: false }
  try {
    return { receipts: await appendReceipts(dataDir, found), isRecorded: true }
  } catch (error) {
    if (!isWriteProtected(error)) throw error
    process.stderr.write(
      `${RECEIVED_FILE}：文件夹不可写，本次收件未记录。 The folder cannot be written to; the files seen now were not recorded.\n`,
    )
    return { receipts: [...known, ...findNewReceipts(known, found)], isRecorded: false }
  }
}

function isWriteProtected(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))
}

/** A fault of a portal's files as a fault of the input: file, line, what is wrong and the remedy, instead of a stack. */
export function toInputError(error: unknown, lang: Lang): unknown {
  if (error instanceof PortalError) return new InputError(`${STOPPED[lang]}\n\n${printProblems(error.problems, lang)}`)
  if (!(error instanceof ReleaseError)) return error
  return new InputError(`${STOPPED[lang]}\n\n${printProblems([error.problem], lang)}`)
}

const STOPPED: Record<Lang, string> = { zh: '文件有误，没有继续。', en: 'Stopped: the files are at fault.' }

async function requireFolder(dataDir: string): Promise<void> {
  try {
    if ((await stat(dataDir)).isDirectory()) return
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  throw new InputError({ zh: `没有数据文件夹 ${dataDir}。`, en: `There is no data folder ${dataDir}.` })
}
