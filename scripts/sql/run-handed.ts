import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import { type EngineResults, HANDED_FILES, handedManifest } from '../../src/sql/handed-manifest.ts'
import { quoteText } from '../../src/sql/sql-text.ts'
import { openDuckDb, queryRows } from './duckdb.ts'
import { checkHash, hashFile, readJson } from './handed-folder.ts'

/** `contract.json`, as `writeLists` writes it. */
const statements = z.object({
  statements: z.array(z.string()),
  faultsQuery: z.string(),
  tables: z.array(z.object({ table: z.string(), query: z.string() })),
})

/** What a run cost this process: CPU of all its threads for judging rows and for making tables, and its largest memory. */
export const runFigures = z.object({
  cpuSeconds: z.object({ rows: z.number(), tables: z.number() }),
  bytesMax: z.number(),
})
export type RunFigures = z.infer<typeof runFigures>

/** Leaves room for Node and for what DuckDB does not count, so that the process stays below 1 GB. */
const MEMORY = '600MB'

/** Runs DuckDB over a folder of handed rows and writes its results into it, in the form that each engine writes. */
export async function runHanded(folder: string): Promise<RunFigures> {
  const { sql, raw } = await readJson(folder, HANDED_FILES.manifest, handedManifest)
  for (const { file, sha256 } of raw) await checkHash(folder, file, sha256)
  await checkHash(folder, HANDED_FILES.statements, sql)
  const compiled = await readJson(folder, HANDED_FILES.statements, statements)
  // What does not fit is put on disk beside the rows, which are as private.
  const limits = { memory_limit: MEMORY, temp_directory: join(folder, '.spilled'), preserve_insertion_order: 'false' }
  const connection = await openDuckDb(limits)
  const start = measureSeconds()
  const rows = quoteText(join(folder, 'raw-*.parquet'), 'duckdb')
  await connection.run(`create view raw as select * from read_parquet(${rows})`)
  for (const statement of compiled.statements) await connection.run(statement)
  const faults = await writeRows(connection, folder, { file: HANDED_FILES.faults, query: compiled.faultsQuery })
  const judged = measureSeconds()
  const tables: EngineResults['tables'] = []
  for (const { table, query } of compiled.tables) {
    tables.push({ table, ...(await writeRows(connection, folder, { file: `table-${table}.csv`, query })) })
  }
  const end = measureSeconds()
  const [version] = await queryRows(connection, 'select version() as v')
  const results: EngineResults = { engine: 'duckdb', version: String(version?.['v']), sql, faults, tables }
  await writeFile(join(folder, HANDED_FILES.results), `${JSON.stringify(results, null, 1)}\n`)
  return {
    cpuSeconds: { rows: judged - start, tables: end - judged },
    bytesMax: process.resourceUsage().maxRSS * 1024,
  }
}

/** DuckDB writes the file itself, so that no table is held in memory. A null is blank. */
async function writeRows(
  connection: DuckDBConnection,
  folder: string,
  { file, query }: { file: string; query: string },
): Promise<{ file: string; rows: number; sha256: string }> {
  const path = quoteText(join(folder, file), 'duckdb')
  const copied = await queryRows(connection, `copy (${query}) to ${path} (format csv, header)`)
  return { file, rows: Number(copied[0]?.['Count']), sha256: await hashFile(folder, file) }
}

function measureSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000_000
}
