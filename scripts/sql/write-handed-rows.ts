import { mkdir, rm } from 'node:fs/promises'
import type { Contract } from '../../src/contracts/contract.ts'
import { describeReading, openForEngine, type ReaderPart } from '../../src/line/check-by-engine.ts'
import { planFiles } from '../../src/line/plan-files.ts'
import { listAcceptedCells } from '../../src/portal/exceptions.ts'
import type { Portal } from '../../src/portal/portal.ts'
import type { CompiledContract } from '../../src/sql/compile-contract.ts'
import { pluralise } from '../../src/text/plural.ts'
import { requireEmpty } from '../command/empty-folder.ts'
import { runStage } from '../command/progress-reporter.ts'
import { InputError } from '../command/run-command.ts'
import { buildDiskEffects } from '../line/disk-effects.ts'
import { RawWriter } from './raw-writer.ts'
import { writeLists } from './write-lists.ts'

interface HandingOver {
  contract: Contract
  portal: Portal
  data: string
  compiled: CompiledContract
  today: string
  /** Name of a reader of which there are several; null where each period is whole. */
  reader: string | null
}

/**
 * Writes the rows of the raw files of a dataset as `raw-0001.parquet` …, with what `writeLists` says of them. Rows are written
 * as files are read, so that no dataset is held in memory. What the reader found holds counts of people: the folder is as
 * private as the raw files. Throws InputError where the folder has something in it or a file is refused: nothing is left there
 * then.
 */
export async function writeHandedRows(folder: string, order: HandingOver): Promise<void> {
  await requireEmpty(folder)
  await mkdir(folder, { recursive: true })
  const { contract, compiled } = order
  try {
    const { parts, ...raw } = await runStage({ zh: '读取原始文件', en: 'Reading raw files' }, async (reporter) => {
      const written = await writeRaw(folder, order, (file) => reporter.advance(file))
      const { length } = written.parts
      reporter.setResult({ zh: `${length} 个文件`, en: pluralise(length, 'file') })
      return written
    })
    const reader = parts.map(({ rows: _, ...part }) => part)
    const files = parts.map(({ report: { path, sha256, encoding }, period, rows }) => {
      return { path, period, sha256, encoding, rows }
    })
    await writeLists(folder, { contract, compiled, part: order.reader, reader, files, ...raw })
  } catch (error) {
    // Half of a dataset must not be taken for the whole.
    await rm(folder, { recursive: true })
    throw error
  }
}

/** The rows of each file, and what the reader found in it, with how many rows it took. */
async function writeRaw(folder: string, order: HandingOver, advance: (file: string) => void) {
  const { contract, portal, data, today, reader } = order
  const effects = buildDiskEffects(data, today)
  const plan = planFiles((await effects.list()) ?? [], portal.contracts)
  const writer = new RawWriter(folder, contract)
  const parts: (ReaderPart & { rows: number })[] = []
  for (const file of plan.files.get(contract.id) ?? []) {
    advance(file.path)
    const { exceptions } = portal.exceptions
    const of = { dataset: contract.id, file: file.path, period: file.period, today }
    const acceptedCells = listAcceptedCells(exceptions, of)
    const { places, departments } = portal
    const task = { file, contract, places, departments, acceptedCells }
    const opened = await openForEngine(task, effects, reader ?? undefined)
    if (opened === null) {
      throw new InputError({
        zh: `${file.path}有误，没有交出任何行。请先运行npm run check。`,
        en: `${file.path} is at fault, and no row was handed over. Run npm run check first.`,
      })
    }
    await writer.add({ ...opened.handed, file: opened.path })
    parts.push({ ...describeReading(opened), rows: opened.handed.handed.length })
  }
  return { parts, ...(await writer.close()) }
}
