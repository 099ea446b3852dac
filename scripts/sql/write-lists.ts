import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contract } from '../../src/contracts/contract.ts'
import type { ReaderPart } from '../../src/line/check-by-engine.ts'
import type { CompiledContract } from '../../src/sql/compile-contract.ts'
import { HANDED_FILES, type HandedManifest } from '../../src/sql/handed-manifest.ts'
import { sha256 } from '../../src/store/disk.ts'
import { hashContract } from './hash-contract.ts'
import { renderScript } from './render-script.ts'

interface Lists extends Pick<HandedManifest, 'raw' | 'rows' | 'files' | 'part'> {
  contract: Contract
  compiled: CompiledContract
  /** What the reader found in each file. */
  reader: readonly ReaderPart[]
}

/**
 * Writes beside handed rows the statements as `contract.json`, which engines run, and `contract.sql`, which people read, what
 * the reader found as `reader.json`, and a list of all with their hashes as `manifest.json`.
 */
export async function writeLists(folder: string, { contract, compiled, reader, ...handed }: Lists): Promise<void> {
  const { statements, faultsQuery, passes, tables } = compiled
  const queries = tables.map(({ id, query }) => ({ table: id, query }))
  const write = async (name: string, content: string) => {
    await writeFile(join(folder, name), content)
    return sha256(content)
  }
  const sql = await write(
    HANDED_FILES.statements,
    toJson({ dataset: contract.id, statements, faultsQuery, passes, tables: queries }),
  )
  await write(HANDED_FILES.script, renderScript(contract, compiled))
  const hashes = { contract: hashContract(contract), sql, reader: await write(HANDED_FILES.reader, toJson(reader)) }
  const manifest: HandedManifest = { dataset: contract.id, ...hashes, ...handed }
  await write(HANDED_FILES.manifest, toJson(manifest))
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}
