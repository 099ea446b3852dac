import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import type { Contract } from '../../src/contracts/contract.ts'
import type { Value } from '../../src/contracts/row.ts'
import { listHandedColumns } from '../../src/sql/handed-columns.ts'
import { isNumeric } from '../../src/sql/handed-numbers.ts'
import type { EngineRow } from '../../src/sql/read-tables.ts'
import type { RefusedRow, RowPlace } from '../../src/sql/refused-words.ts'
import { nameCell } from '../../src/sql/sql-text.ts'

type RawRow = Record<string, string | bigint | null>

/** Rules of rows that repeat another. */
const REPEATS = /(row|key|block)-duplicate|key-elsewhere/

/** Rows of `faults.csv` with the values that were handed over, looked up in the files `raw`, and the row that each repeats. */
export async function readRefused(
  raw: readonly string[],
  faults: readonly EngineRow[],
  contract: Contract,
): Promise<RefusedRow[]> {
  const wanted = new Map(faults.map((fault) => [`${fault['file']}\t${fault['line']}`, fault]))
  const found: { row: RefusedRow; key: string }[] = []
  for (const path of raw) {
    const file = await asyncBufferFromFile(path)
    const columns = ['file', 'line']
    const rows = (await parquetReadObjects({ file, columns })) as RawRow[] // `raw` has texts and whole numbers only.
    for (const [at, row] of rows.entries()) {
      const fault = wanted.get(`${row['file']}\t${row['line']}`)
      if (!fault) continue
      const [whole = {}] = (await parquetReadObjects({ file, rowStart: at, rowEnd: at + 1 })) as RawRow[]
      const [period, faults, key] = [String(whole['period']), String(fault['faults']), String(fault['key'] ?? '')]
      const place = { file: String(row['file']), line: Number(row['line']) }
      const refused = { ...place, period, key, faults, values: readValues(whole, contract), earlier: null }
      found.push({ row: refused, key: nameKey(whole, contract) })
    }
  }
  const repeats = found.filter(({ row }) => REPEATS.test(row.faults))
  const first =
    repeats.length === 0 ? new Map() : await findFirst(raw, new Set(repeats.map(({ key }) => key)), contract)
  return found.map(({ row, key }) => (REPEATS.test(row.faults) ? { ...row, earlier: first.get(key) ?? null } : row))
}

/** Of each key the row where it is first: in the first of the files by name, as the statements have it. */
async function findFirst(
  raw: readonly string[],
  keys: ReadonlySet<string>,
  contract: Contract,
): Promise<Map<string, RowPlace>> {
  const first = new Map<string, RowPlace & { ordinal: number }>()
  for (const path of raw) {
    const file = await asyncBufferFromFile(path)
    const columns = ['key_scope', 'file', 'line', 'ordinal', ...contract.key.map(nameCell)]
    for (const row of (await parquetReadObjects({ file, columns })) as RawRow[]) {
      const key = nameKey(row, contract)
      if (!keys.has(key)) continue
      const own = { file: String(row['file']), line: Number(row['line']), ordinal: Number(row['ordinal']) }
      const known = first.get(key)
      const isBefore = !known || own.file < known.file || (own.file === known.file && own.ordinal < known.ordinal)
      if (isBefore) first.set(key, own)
    }
  }
  return first
}

function nameKey(row: RawRow, { key }: Contract): string {
  return JSON.stringify([row['key_scope'], ...key.map((id) => row[nameCell(id)])])
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
