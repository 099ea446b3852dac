import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { listHandedColumns } from '../../../src/sql/handed-columns.ts'
import { nameCell, quoteText } from '../../../src/sql/sql-text.ts'
import { openDuckDb, queryRows } from '../../sql/duckdb.ts'
import { hashFile } from '../../sql/handed-folder.ts'
import { giveToBoth, type HandedTwice } from './handed-twice.ts'

/** Columns with a year at their beginning. */
const TIMES = new Set(['date', 'datetime', 'month', 'year'])
const BEFORE = ['period', 'first_day', 'last_day', 'key_scope']

/**
 * The rows so many times, each time in other years: later by fours, so that leap years stay leap years, and without the
 * hundreds that are none. Periods multiply and no group grows, as when a dataset gets older or more cities share it.
 */
export async function multiplyMonths(folder: string, from: HandedTwice, times: number): Promise<HandedTwice> {
  const { contract, places } = from
  const to = join(folder, 'duckdb')
  await mkdir(to, { recursive: true })
  const columns = listHandedColumns(contract).filter(([, { type }]) => TIMES.has(type.kind))
  const moved = [...BEFORE, ...columns.map(([id]) => nameCell(id))].map(
    (name) =>
      `case when ${name} is not null then concat(cast(cast(substring(${name}, 1, 4) as int) + later as varchar), substring(${name}, 5)) end as ${name}`,
  )
  const connection = await openDuckDb()
  const file = 'raw-0001.parquet'
  const source = `read_parquet(${quoteText(join(from.duckdb, 'raw-*.parquet'), 'duckdb')})`
  const laters = await listYears(connection, source, times)
  await connection.run(
    `copy (select r.* replace (${moved.join(', ')}, concat(later, '/', file) as file)
from (select unnest([${laters.join(', ')}]) as later) as t, ${source} as r) to ${quoteText(join(to, file), 'duckdb')} (format parquet)`,
  )
  const raw = [{ file, sha256: await hashFile(to, file) }]
  return giveToBoth(folder, { contract, places }, { raw, rows: from.rows * times })
}

/** Years by which all leap days of the rows stay days. */
async function listYears(
  connection: Awaited<ReturnType<typeof openDuckDb>>,
  source: string,
  times: number,
): Promise<number[]> {
  const [span] = await queryRows(
    connection,
    `select min(substring(period, 1, 4)) as first, max(substring(period, 1, 4)) as last from ${source}`,
  )
  const [first, last] = [Number(span?.['first']), Number(span?.['last'])]
  const years: number[] = []
  for (let later = 0; years.length < times; later += 4) {
    const hundreds = [2100, 2200, 2300, 2500].map((year) => year - later)
    if (!hundreds.some((year) => year >= first - 1 && year <= last + 1)) years.push(later)
  }
  return years
}
