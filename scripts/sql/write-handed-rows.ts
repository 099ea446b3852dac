import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contract } from '../../src/contracts/contract.ts'
import { describeReading, openForEngine, type ReaderPart } from '../../src/line/check-by-engine.ts'
import { planFiles } from '../../src/line/plan-files.ts'
import { listAcceptedCells } from '../../src/portal/exceptions.ts'
import type { Portal } from '../../src/portal/portal.ts'
import type { CompiledContract } from '../../src/sql/compile-contract.ts'
import { HANDED_FILES, type HandedManifest } from '../../src/sql/handed-manifest.ts'
import { sha256 } from '../../src/store/disk.ts'
import { pluralise } from '../../src/text/plural.ts'
import { requireEmpty } from '../command/empty-folder.ts'
import { runStage } from '../command/progress-reporter.ts'
import { InputError } from '../command/run-command.ts'
import { buildDiskEffects } from '../line/disk-effects.ts'
import { hashContract } from './hash-contract.ts'
import { RawWriter } from './raw-writer.ts'
import { writeStatements } from './write-statements.ts'

interface HandingOver {
  contract: Contract
  portal: Portal
  data: string
  compiled: CompiledContract
  today: string
}

/**
 * Writes the rows of the raw files of a dataset as `raw-0001.parquet` …, the statements as `contract.json` and `contract.sql`,
 * what the reader found as `reader.json`, and a list of all with their hashes as `manifest.json`. Rows are written as files
 * are read, so that no dataset is held in memory. What the reader found holds counts of people: the folder is as private as
 * the raw files. Throws InputError where the folder has something in it or a file is refused: nothing is left there then.
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
    const write = (name: string, content: string) => writeFile(join(folder, name), content)
    const sql = await writeStatements(folder, contract, compiled)
    const reader = toJson(parts.map(({ rows: _, ...part }) => part))
    await write(HANDED_FILES.reader, reader)
    const files = parts.map(({ report: { path, sha256, encoding }, period, rows }) => {
      return { path, period, sha256, encoding, rows }
    })
    const hashes = { contract: hashContract(contract), sql, reader: sha256(reader) }
    const manifest: HandedManifest = { dataset: contract.id, ...hashes, ...raw, files }
    await write(HANDED_FILES.manifest, toJson(manifest))
  } catch (error) {
    // Half of a dataset must not be taken for the whole.
    await rm(folder, { recursive: true })
    throw error
  }
}

/** The rows of each file, and what the reader found in it, with how many rows it took. */
async function writeRaw(folder: string, order: HandingOver, advance: (file: string) => void) {
  const { contract, portal, data, today } = order
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
    const opened = await openForEngine({ file, contract, places, departments, acceptedCells }, effects)
    if (opened === null) {
      throw new InputError({
        zh: `${file.path}有误，没有交出任何行。请先运行npm run check。`,
        en: `${file.path} is at fault, and no row was handed over. Run npm run check first.`,
      })
    }
    await writer.add({ ...opened.handed, file: file.path })
    parts.push({ ...describeReading(opened), rows: opened.handed.handed.length })
  }
  return { parts, ...(await writer.close()) }
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}
