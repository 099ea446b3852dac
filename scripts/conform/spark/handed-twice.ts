import { link, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Places } from '../../../src/codes/places.ts'
import type { Contract } from '../../../src/contracts/contract.ts'
import { compileContract } from '../../../src/sql/compile-contract.ts'
import type { HandedRows } from '../../../src/sql/engine.ts'
import type { HandedManifest } from '../../../src/sql/handed-manifest.ts'
import { READERS, splitFile } from '../../../tests/sql/reader-shares.ts'
import { RawWriter } from '../../sql/raw-writer.ts'
import { writeLists } from '../../sql/write-lists.ts'

/** The same rows as two folders of handed rows, with the SQL of each engine. */
export interface HandedTwice {
  contract: Contract
  places: Places
  duckdb: string
  /** Where Spark writes its results. */
  spark: string
  /** All that Spark is given, that folder first. */
  sparkFolders: readonly string[]
  rows: number
}

interface HandedFiles {
  contract: Contract
  places: Places
  files: Iterable<HandedRows>
}

/** Writes the rows of files once, and beside them what each engine is to run. */
export async function handTwice(folder: string, { contract, places, files }: HandedFiles): Promise<HandedTwice> {
  const duckdb = join(folder, 'duckdb')
  await mkdir(duckdb, { recursive: true })
  const writer = new RawWriter(duckdb, contract)
  for (const file of files) await writer.add(file)
  return giveToBoth(folder, { contract, places }, await writer.close())
}

/**
 * The same, but Spark gets the rows of each period from three readers, each with a folder of its own. Files that are judged
 * apart are the first reader's.
 */
export async function handToReaders(folder: string, { contract, places, files }: HandedFiles): Promise<HandedTwice> {
  const all = [...files]
  const whole = await handTwice(folder, { contract, places, files: all })
  const compiled = compileContract(contract, { places, dialect: 'spark' })
  const sparkFolders: string[] = []
  for (const [nth, reader] of READERS.entries()) {
    const own = join(folder, `spark-${reader}`)
    await mkdir(own, { recursive: true })
    const writer = new RawWriter(own, contract)
    for (const file of all) {
      const part = file.keyScope === undefined ? splitFile(file)[nth] : file
      if (part && (file.keyScope === undefined || nth === 0)) await writer.add(part)
    }
    await writeLists(own, { contract, compiled, part: reader, reader: [], files: [], ...(await writer.close()) })
    sparkFolders.push(own)
  }
  return { ...whole, spark: sparkFolders[0] ?? '', sparkFolders }
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
    await writeLists(own, { contract, compiled, part: null, reader: [], files: [], ...raw })
  }
  return { contract, places, duckdb, spark, sparkFolders: [spark], rows: raw.rows }
}
