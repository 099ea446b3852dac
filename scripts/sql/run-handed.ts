import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import { z } from 'zod'
import { type EngineResults, HANDED_FILES, handedManifest } from '../../src/sql/handed-manifest.ts'
import type { EngineRow } from '../../src/sql/read-tables.ts'
import { sha256 } from '../../src/store/disk.ts'
import { openDuckDb, queryRows } from './duckdb.ts'
import { readHashed, readJson } from './handed-folder.ts'

/** `contract.json`, as `writeHandedRows` writes it. */
const statements = z.object({
  statements: z.array(z.string()),
  faultsQuery: z.string(),
  tables: z.array(z.object({ table: z.string(), query: z.string() })),
})

/** Runs DuckDB over a folder of handed rows and writes its results into it, in the form that each engine writes. */
export async function runHanded(folder: string): Promise<void> {
  const { sql, raw } = await readJson(folder, HANDED_FILES.manifest, handedManifest)
  for (const { file, sha256 } of raw) await readHashed(folder, file, sha256)
  await readHashed(folder, HANDED_FILES.statements, sql)
  const compiled = await readJson(folder, HANDED_FILES.statements, statements)
  const connection = await openDuckDb()
  const path = join(folder, 'raw-*.parquet').replaceAll("'", "''")
  await connection.run(`create view raw as select * from read_parquet('${path}')`)
  for (const statement of compiled.statements) await connection.run(statement)
  const write = async (file: string, rows: readonly EngineRow[], columns: string[]) => {
    const csv = `${Papa.unparse({ fields: columns, data: rows.map((row) => columns.map((column) => textOf(row[column]))) }, { newline: '\n' })}\n`
    await writeFile(join(folder, file), csv)
    return { file, rows: rows.length, sha256: sha256(csv) }
  }
  const faults = await queryRows(connection, compiled.faultsQuery)
  const ofFaults = await write(HANDED_FILES.faults, faults, ['period', 'file', 'line', 'faults'])
  const tables: EngineResults['tables'] = []
  for (const { table, query } of compiled.tables) {
    const { rows, columns } = await queryWithColumns(connection, query)
    tables.push({ table, ...(await write(`table-${table}.csv`, rows, columns)) })
  }
  const [version] = await queryRows(connection, 'select version() as v')
  const results: EngineResults = {
    engine: 'duckdb',
    version: String(version?.['v']),
    sql,
    faults: ofFaults,
    tables,
  }
  await writeFile(join(folder, HANDED_FILES.results), `${JSON.stringify(results, null, 1)}\n`)
}

async function queryWithColumns(connection: Awaited<ReturnType<typeof openDuckDb>>, query: string) {
  const reader = await connection.runAndReadAll(query)
  return { rows: reader.getRowObjects() as EngineRow[], columns: reader.columnNames() }
}

function textOf(value: EngineRow[string] | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}
