import { createReadStream, createWriteStream } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import { type EngineResults, HANDED_FILES } from '../../src/sql/handed-manifest.ts'
import { quoteText } from '../../src/sql/sql-text.ts'
import { openDuckDb, queryRows } from './duckdb.ts'
import { checkHash, hashFile, readJson } from './handed-folder.ts'
import type { HandedFolder } from './list-handed.ts'

/** `contract.json`, as `writeLists` writes it. */
const statements = z.object({
  statements: z.array(z.string()),
  faultsQuery: z.string(),
  passes: z.array(z.string()),
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
/** Periods are judged and added up each by itself, so that so many rows at a time give the same tables as all at once. */
const ROWS_AT_ONCE = 500_000

/**
 * Runs DuckDB over the folders of handed rows of one dataset and writes its results into the first, in the form that each
 * engine writes. Of whole periods it takes as many at a time as have about `rowsAtOnce` rows, at least one.
 */
export async function runHanded(folders: readonly HandedFolder[], rowsAtOnce = ROWS_AT_ONCE): Promise<RunFigures> {
  const [first] = folders
  if (!first) throw new Error('sql: no folder to run')
  const { folder } = first
  for (const { folder, manifest } of folders) {
    for (const { file, sha256 } of manifest.raw) await checkHash(folder, file, sha256)
    await checkHash(folder, HANDED_FILES.statements, manifest.sql)
    // What an earlier run made of this folder alone would count beside what is made now.
    await rm(join(folder, HANDED_FILES.results), { force: true })
  }
  const compiled = await readJson(folder, HANDED_FILES.statements, statements)
  // What does not fit is put on disk beside the rows, which are as private.
  const limits = { memory_limit: MEMORY, temp_directory: join(folder, '.spilled'), preserve_insertion_order: 'false' }
  const connection = await openDuckDb(limits)
  const cpuSeconds = { rows: 0, tables: 0 }
  const faults = new ResultFile(folder, HANDED_FILES.faults)
  const tables = compiled.tables.map(({ table, query }) => ({
    table,
    query,
    file: new ResultFile(folder, `table-${table}.csv`),
  }))
  const raw = folders.flatMap(({ folder, manifest }) => manifest.raw.map(({ file }) => join(folder, file)))
  for (const rows of await listSlices(connection, raw, rowsAtOnce)) {
    const start = measureSeconds()
    await connection.run(`create or replace view raw as ${rows}`)
    for (const statement of compiled.statements) await connection.run(statement)
    await faults.append(connection, compiled.faultsQuery)
    const judged = measureSeconds()
    for (const statement of compiled.passes) await connection.run(statement)
    for (const { query, file } of tables) await file.append(connection, query)
    cpuSeconds.rows += judged - start
    cpuSeconds.tables += measureSeconds() - judged
  }
  const [version] = await queryRows(connection, 'select version() as v')
  const results: EngineResults = {
    engine: 'duckdb',
    version: String(version?.['v']),
    manifests: folders.map(({ hash }) => hash),
    sql: first.manifest.sql,
    faults: await faults.describe(),
    tables: await Promise.all(tables.map(async ({ table, file }) => ({ table, ...(await file.describe()) }))),
  }
  await writeFile(join(folder, HANDED_FILES.results), `${JSON.stringify(results, null, 1)}\n`)
  return { cpuSeconds, bytesMax: process.resourceUsage().maxRSS * 1024 }
}

/** Queries of the rows of some periods each, in the order of periods. */
async function listSlices(connection: DuckDBConnection, raw: readonly string[], rowsAtOnce: number): Promise<string[]> {
  const all = `select * from read_parquet([${raw.map((path) => quoteText(path, 'duckdb')).join(', ')}])`
  const periods = await queryRows(
    connection,
    `select period, count(*) as n from (${all}) as handed group by period order by period`,
  )
  const slices: string[][] = [[]]
  let rows = 0
  for (const { period, n } of periods) {
    if (rows > 0 && rows + Number(n) > rowsAtOnce) {
      slices.push([])
      rows = 0
    }
    slices.at(-1)?.push(quoteText(String(period), 'duckdb'))
    rows += Number(n)
  }
  return slices.length === 1 ? [all] : slices.map((own) => `${all} where period in (${own.join(', ')})`)
}

/** A CSV that grows by what queries give. A null is blank. */
class ResultFile {
  readonly #folder: string
  readonly #file: string
  #rows = 0
  #isBegun = false

  constructor(folder: string, file: string) {
    this.#folder = folder
    this.#file = file
  }

  /** DuckDB writes the rows itself, so that no table is held in memory. */
  async append(connection: DuckDBConnection, query: string): Promise<void> {
    const [path, part] = [join(this.#folder, this.#file), join(this.#folder, `.${this.#file}.part`)]
    const form = `(format csv, header ${!this.#isBegun})`
    const copied = await queryRows(connection, `copy (${query}) to ${quoteText(part, 'duckdb')} ${form}`)
    await pipeline(createReadStream(part), createWriteStream(path, { flags: this.#isBegun ? 'a' : 'w' }))
    await rm(part)
    this.#rows += Number(copied[0]?.['Count'])
    this.#isBegun = true
  }

  async describe(): Promise<{ file: string; rows: number; sha256: string }> {
    return { file: this.#file, rows: this.#rows, sha256: await hashFile(this.#folder, this.#file) }
  }
}

function measureSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000_000
}
