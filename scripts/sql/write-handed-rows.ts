import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { Contract } from '../../src/contracts/contract.ts'
import { describeReading, type FileForEngine, openForEngine } from '../../src/line/check-by-engine.ts'
import { planFiles } from '../../src/line/plan-files.ts'
import { listAcceptedCells } from '../../src/portal/exceptions.ts'
import type { Portal } from '../../src/portal/portal.ts'
import type { CompiledContract } from '../../src/sql/compile-contract.ts'
import type { HandedRow } from '../../src/sql/hand-over.ts'
import { listHandedColumns } from '../../src/sql/handed-columns.ts'
import { HANDED_FILES, type HandedManifest } from '../../src/sql/handed-manifest.ts'
import { nameCell } from '../../src/sql/sql-text.ts'
import { sha256 } from '../../src/store/disk.ts'
import { pluralise } from '../../src/text/plural.ts'
import { requireEmpty } from '../command/empty-folder.ts'
import { runStage } from '../command/progress-reporter.ts'
import { InputError } from '../command/run-command.ts'
import { buildDiskEffects } from '../line/disk-effects.ts'
import { hashContract } from './hash-contract.ts'
import { renderScript } from './render-script.ts'

/** Rows of a file: few large files are listed and opened faster than many small files. */
const ROWS_A_FILE = 500_000

interface HandingOver {
  contract: Contract
  portal: Portal
  data: string
  compiled: CompiledContract
  today: string
}

/**
 * Writes the rows of the raw files of a dataset as `raw-0001.parquet` …, the statements as `contract.json` and `contract.sql`,
 * what the reader found as `reader.json`, and a list of all with their hashes as `manifest.json`. Texts are UTF-8, blanks
 * null. What the reader found holds counts of people: the folder is as private as the raw files. Throws InputError where the
 * folder has something in it or a file is refused: nothing is written then.
 */
export async function writeHandedRows(folder: string, order: HandingOver): Promise<void> {
  await requireEmpty(folder)
  const { contract, compiled } = order
  const opened = await runStage({ zh: '读取原始文件', en: 'Reading raw files' }, async (reporter) => {
    const files = await openFiles(order, (file) => reporter.advance(file))
    reporter.setResult({ zh: `${files.length} 个文件`, en: pluralise(files.length, 'file') })
    return files
  })
  const rows = opened.flatMap(({ file, handed }) => handed.handed.map((row) => ({ ...row, file, of: handed })))
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS_A_FILE) }, (_, part) =>
    rows.slice(part * ROWS_A_FILE, (part + 1) * ROWS_A_FILE),
  )
  const write = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content)
  await mkdir(folder, { recursive: true })
  const raw: HandedManifest['raw'] = []
  for (const [part, some] of parts.entries()) {
    const file = `raw-${String(part + 1).padStart(4, '0')}.parquet`
    const bytes = encodeRows(contract, some)
    await write(file, bytes)
    raw.push({ file, sha256: sha256(bytes) })
  }
  const { statements, faultsQuery, tables } = compiled
  const queries = tables.map(({ id, query }) => ({ table: id, query }))
  const sql = toJson({ dataset: contract.id, statements, faultsQuery, tables: queries })
  const reader = toJson(opened.map(describeReading))
  await write(HANDED_FILES.statements, sql)
  await write(HANDED_FILES.script, renderScript(contract, compiled))
  await write(HANDED_FILES.reader, reader)
  const files = opened.map(({ file: { path, period }, encoding, handed, ...of }) => {
    return { path, period, sha256: of.sha256, encoding, rows: handed.handed.length }
  })
  const hashes = { contract: hashContract(contract), sql: sha256(sql), reader: sha256(reader) }
  const manifest: HandedManifest = { dataset: contract.id, ...hashes, rows: rows.length, raw, files }
  await write(HANDED_FILES.manifest, toJson(manifest))
}

async function openFiles(order: HandingOver, advance: (file: string) => void): Promise<FileForEngine[]> {
  const { contract, portal, data, today } = order
  const effects = buildDiskEffects(data, today)
  const plan = planFiles((await effects.list()) ?? [], portal.contracts)
  const opened: FileForEngine[] = []
  for (const file of plan.files.get(contract.id) ?? []) {
    advance(file.path)
    const { exceptions } = portal.exceptions
    const of = { dataset: contract.id, file: file.path, period: file.period, today }
    const acceptedCells = listAcceptedCells(exceptions, of)
    const { places, departments } = portal
    const made = await openForEngine({ file, contract, places, departments, acceptedCells }, effects)
    if (made === null) {
      throw new InputError({
        zh: `${file.path}有误，没有交出任何行。请先运行npm run check。`,
        en: `${file.path} is at fault, and no row was handed over. Run npm run check first.`,
      })
    }
    opened.push(made)
  }
  return opened
}

type Row = HandedRow & Pick<FileForEngine, 'file'> & { of: FileForEngine['handed'] }

function encodeRows(contract: Contract, rows: readonly Row[]): Uint8Array {
  const texts: [string, (row: Row) => string | null][] = [
    ['period', ({ of }) => of.period],
    ['first_day', ({ of }) => of.firstDay],
    ['last_day', ({ of }) => of.lastDay],
    ['file', ({ file }) => file.path],
    ...listHandedColumns(contract).map(([id]): [string, (row: Row) => string | null] => [
      nameCell(id),
      ({ cells }) => cells[id] ?? null,
    ]),
  ]
  const wholes: [string, (row: Row) => bigint][] = [
    ['line', ({ line }) => BigInt(line)],
    ['ordinal', ({ ordinal }) => BigInt(ordinal)],
  ]
  const columnData = [
    ...texts.map(([name, read]) => ({ name, data: rows.map(read), type: 'STRING' as const })),
    ...wholes.map(([name, read]) => ({ name, data: rows.map(read), type: 'INT64' as const })),
  ]
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}
