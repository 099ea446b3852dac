import { link, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Places } from '../../../src/codes/places.ts'
import type { Contract } from '../../../src/contracts/contract.ts'
import { compileContract } from '../../../src/sql/compile-contract.ts'
import type { HandedRows } from '../../../src/sql/engine.ts'
import type { HandedManifest } from '../../../src/sql/handed-manifest.ts'
import { RawWriter } from '../../sql/raw-writer.ts'
import { writeLists } from '../../sql/write-lists.ts'

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
    const compiled = compileContract(contract, { places, dialect })
    await writeLists(own, { contract, compiled, reader: [], files: [], ...raw })
  }
  return { contract, places, duckdb, spark, rows: raw.rows }
}
