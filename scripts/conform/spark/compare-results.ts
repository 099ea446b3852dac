import { join } from 'node:path'
import { HANDED_FILES } from '../../../src/sql/handed-manifest.ts'
import { quoteText } from '../../../src/sql/sql-text.ts'
import { openDuckDb, queryRows } from '../../sql/duckdb.ts'
import type { HandedTwice } from './handed-twice.ts'

interface Comparison {
  /** Results that differ: `cases/flow: 3 rows of Spark, 3 of DuckDB`. */
  findings: string[]
  /** Values that were compared. */
  cells: number
  /** Rows that both refused. */
  refused: number
}

/** What both engines have written, value by value; the order of rows does not count. */
export async function compareResults({ contract, duckdb, spark }: HandedTwice): Promise<Comparison> {
  const connection = await openDuckDb()
  const found: Comparison = { findings: [], cells: 0, refused: 0 }
  const files = [HANDED_FILES.faults, ...Object.keys(contract.tables).map((table) => `table-${table}.csv`)]
  for (const file of files) {
    const read = (folder: string) =>
      `(select * from read_csv(${quoteText(join(folder, file), 'duckdb')}, header = true, all_varchar = true, nullstr = '', delim = ',', quote = '"', escape = '"'))`
    const [ours, theirs] = [read(duckdb), read(spark)]
    const count = async (query: string) =>
      Number((await queryRows(connection, `select count(*) as n from ${query}`))[0]?.['n'])
    const columns = (await queryRows(connection, `describe ${ours}`)).map(({ column_name }) => String(column_name))
    const names = columns.join(', ')
    const countRest = (a: string, b: string) =>
      count(`(select ${names} from ${a} except all select ${names} from ${b})`)
    const [more, less] = [await countRest(theirs, ours), await countRest(ours, theirs)]
    if (more + less > 0) {
      found.findings.push(`${contract.id}/${file}: ${more} rows of Spark that DuckDB has not, ${less} the other way`)
    }
    const rows = await count(ours)
    if (file === HANDED_FILES.faults) found.refused = rows
    else found.cells += rows * columns.length
  }
  return found
}
