import { join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import type { Contract } from '../../src/contracts/contract.ts'
import type { Value } from '../../src/contracts/row.ts'
import { listHandedColumns } from '../../src/sql/handed-columns.ts'
import { isNumeric } from '../../src/sql/handed-numbers.ts'
import type { EngineRow } from '../../src/sql/read-tables.ts'
import type { RefusedRow } from '../../src/sql/refused-words.ts'
import { nameCell } from '../../src/sql/sql-text.ts'

type RawRow = Record<string, string | bigint | null>

/** Rules of rows that repeat another. */
const REPEATS = /(row|key|block)-duplicate/

/** Rows of `faults.csv` with the values that were handed over, looked up in the files of the folder. */
export async function readRefused(
  folder: string,
  faults: readonly EngineRow[],
  { contract, raw }: { contract: Contract; raw: readonly string[] },
): Promise<RefusedRow[]> {
  const wanted = new Map(faults.map((fault) => [`${fault['file']}\t${fault['line']}`, fault]))
  const found: RefusedRow[] = []
  // Of each key that is repeated, the line where it is first.
  const first = new Map<string, number>()
  for (const name of raw) {
    const file = await asyncBufferFromFile(join(folder, name))
    const columns = ['period', 'file', 'line', ...contract.key.map(nameCell)]
    const rows = (await parquetReadObjects({ file, columns })) as RawRow[] // `raw` has texts and whole numbers only.
    for (const [at, row] of rows.entries()) {
      const key = JSON.stringify([row['file'], ...contract.key.map((id) => row[nameCell(id)])])
      const [line, fault] = [Number(row['line']), wanted.get(`${row['file']}\t${row['line']}`)]
      const earlier = first.get(key) ?? null
      if (earlier === null) first.set(key, line)
      if (!fault) continue
      const [whole] = (await parquetReadObjects({ file, rowStart: at, rowEnd: at + 1 })) as RawRow[]
      const faults = String(fault['faults'])
      found.push({
        ...{ period: String(row['period']), file: String(row['file']), line, key: String(fault['key'] ?? ''), faults },
        values: whole ? readValues(whole, contract) : {},
        earlier: REPEATS.test(faults) ? earlier : null,
      })
    }
  }
  return found
}

function readValues(row: RawRow, contract: Contract): Record<string, Value> {
  return Object.fromEntries(
    listHandedColumns(contract).map(([id, { type }]) => {
      const text = row[nameCell(id)] ?? null
      if (text === null) return [id, null]
      return [id, isNumeric(type) ? Number(text) : String(text)]
    }),
  )
}
