import type { DuckDBConnection } from '@duckdb/node-api'
import type { Contract } from '../../src/contracts/contract.ts'
import { compileContract } from '../../src/sql/compile-contract.ts'
import type { Engine, HandedRows } from '../../src/sql/engine.ts'
import { HANDED_COLUMNS, listHandedColumns } from '../../src/sql/handed-columns.ts'
import type { EngineRow } from '../../src/sql/read-tables.ts'
import { nameCell } from '../../src/sql/sql-text.ts'
import { InputError } from '../command/run-command.ts'

/** An open DuckDB in memory. Its package is for development, and so is asked for only where somebody uses it. */
export async function openDuckDb(options: Record<string, string> = {}): Promise<DuckDBConnection> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch((error: unknown) => {
    throw new InputError({
      zh: `没有装好DuckDB（${String(error)}）。请运行npm install --include=dev --include=optional。`,
      en: `DuckDB is not installed (${String(error)}). Run npm install --include=dev --include=optional.`,
    })
  })
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', ...options })
  return instance.connect()
}

/** DuckDB as the engine of a run of the line. */
export async function openDuckDbEngine(): Promise<Engine> {
  const connection = await openDuckDb()
  return {
    async run(contract, places, files) {
      const compiled = compileContract(contract, { places, dialect: 'duckdb' })
      await loadRaw(connection, contract, files)
      for (const statement of compiled.statements) await connection.run(statement)
      const faults = await queryRows(connection, compiled.faultsQuery)
      for (const statement of compiled.passes) await connection.run(statement)
      const tables = new Map<string, EngineRow[]>()
      for (const { id, query } of compiled.tables) tables.set(id, await queryRows(connection, query))
      return {
        faults: faults.map(({ file, line, faults }) => ({
          file: String(file),
          line: Number(line),
          faults: String(faults),
        })),
        tables,
      }
    },
  }
}

/** Makes `raw` of files that were handed over. */
export async function loadRaw(
  connection: DuckDBConnection,
  contract: Contract,
  files: readonly HandedRows[],
): Promise<void> {
  const columns = listHandedColumns(contract)
  const NUMBERS = new Set(['line', 'ordinal'])
  const declared = [
    ...HANDED_COLUMNS.map((name) => `${name} ${NUMBERS.has(name) ? 'bigint' : 'varchar'}`),
    ...columns.map(([id]) => `${nameCell(id)} varchar`),
  ]
  await connection.run(`create or replace table raw (${declared.join(', ')})`)
  const appender = await connection.createAppender('raw')
  for (const { period, firstDay, lastDay, keyScope = period, file, handed } of files) {
    for (const { line, ordinal, cells } of handed) {
      for (const text of [period, firstDay, lastDay, keyScope, file]) appender.appendVarchar(text)
      appender.appendBigInt(BigInt(line))
      appender.appendBigInt(BigInt(ordinal))
      for (const [id] of columns) {
        const cell = cells[id] ?? null
        if (cell === null) appender.appendNull()
        else appender.appendVarchar(cell)
      }
      appender.endRow()
    }
  }
  appender.closeSync()
}

/** The rows of a query. */
export async function queryRows(connection: DuckDBConnection, sql: string): Promise<EngineRow[]> {
  const reader = await connection.runAndReadAll(sql)
  return reader.getRowObjects() as EngineRow[] // Statements give whole numbers and texts only.
}
