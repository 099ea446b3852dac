import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contract } from '../../src/contracts/contract.ts'
import type { CompiledContract } from '../../src/sql/compile-contract.ts'
import { HANDED_FILES } from '../../src/sql/handed-manifest.ts'
import { sha256 } from '../../src/store/disk.ts'
import { renderScript } from './render-script.ts'

/** Writes the statements as `contract.json`, which engines run, and `contract.sql`, which people read; the hash of the first. */
export async function writeStatements(folder: string, contract: Contract, compiled: CompiledContract): Promise<string> {
  const { statements, faultsQuery, tables } = compiled
  const queries = tables.map(({ id, query }) => ({ table: id, query }))
  const sql = `${JSON.stringify({ dataset: contract.id, statements, faultsQuery, tables: queries }, null, 1)}\n`
  await writeFile(join(folder, HANDED_FILES.statements), sql)
  await writeFile(join(folder, HANDED_FILES.script), renderScript(contract, compiled))
  return sha256(sql)
}
