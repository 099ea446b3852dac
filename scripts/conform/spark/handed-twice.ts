import { link, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Places } from '../../../src/codes/places.ts'
import type { Contract } from '../../../src/contracts/contract.ts'
import { compileContract } from '../../../src/sql/compile-contract.ts'
import type { HandedRows } from '../../../src/sql/engine.ts'
import { HANDED_FILES, type HandedManifest } from '../../../src/sql/handed-manifest.ts'
import type { Dialect } from '../../../src/sql/sql-text.ts'
import { sha256 } from '../../../src/store/disk.ts'
import { hashContract } from '../../sql/hash-contract.ts'
import { RawWriter } from '../../sql/raw-writer.ts'
import { writeStatements } from '../../sql/write-statements.ts'

/** The same rows as two folders of handed rows, with the SQL of each engine. */
export interface HandedTwice {
  contract: Contract
  places: Places
  duckdb: string
  spark: string
  rows: number
}

/** Writes the rows of files once, and beside them what each engine is to run. */
export async function handTwice(
  folder: string,
  of: { contract: Contract; places: Places; files: Iterable<HandedRows> },
): Promise<HandedTwice> {
  const { contract, places, files } = of
  const duckdb = join(folder, 'duckdb')
  await mkdir(duckdb, { recursive: true })
  const writer = new RawWriter(duckdb, contract)
  for (const file of files) await writer.add(file)
  return giveToBoth(folder, { contract, places }, await writer.close())
}

/** Rows that are in the folder `duckdb` already. */
export async function giveToBoth(
  folder: string,
  { contract, places }: { contract: Contract; places: Places },
  raw: Pick<HandedManifest, 'raw' | 'rows'>,
): Promise<HandedTwice> {
  const [duckdb, spark] = [join(folder, 'duckdb'), join(folder, 'spark')]
  await mkdir(spark, { recursive: true })
  for (const { file } of raw.raw) await link(join(duckdb, file), join(spark, file))
  for (const [own, dialect] of [
    [duckdb, 'duckdb'],
    [spark, 'spark'],
  ] as const) {
    await writeList(own, contract, { places, dialect, raw })
  }
  return { contract, places, duckdb, spark, rows: raw.rows }
}

async function writeList(
  folder: string,
  contract: Contract,
  { places, dialect, raw }: { places: Places; dialect: Dialect; raw: Pick<HandedManifest, 'raw' | 'rows'> },
): Promise<void> {
  const sql = await writeStatements(folder, contract, compileContract(contract, { places, dialect }))
  const reader = '[]\n'
  await writeFile(join(folder, HANDED_FILES.reader), reader)
  const hashes = { contract: hashContract(contract), sql, reader: sha256(reader) }
  const manifest: HandedManifest = { dataset: contract.id, ...hashes, ...raw, files: [] }
  await writeFile(join(folder, HANDED_FILES.manifest), JSON.stringify(manifest))
}
