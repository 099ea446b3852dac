import { type ColumnData, type Columns, LazyColumns, valueAt } from '../contracts/columns.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Row } from '../contracts/row.ts'
import type { Vectors } from '../vectors/vectors.ts'
import type { CellPlan } from './cell-plan.ts'
import type { PlannedColumn } from './plans.ts'

interface HeldRows {
  rows: number
  vectors: Vectors
  dataOf: (plan: CellPlan) => ColumnData
}

/** The columns of a contract from the plans of a file, each copied to where the loops can reach it when it is first asked for. */
export function holdColumns(
  { columns }: Contract,
  planned: readonly PlannedColumn[],
  { rows, vectors, dataOf }: HeldRows,
): Columns {
  const make = (id: string): ColumnData => {
    const own = planned.find((column) => column.id === id)
    if (own) return holdColumn(dataOf(own.plan), vectors)
    return { kind: 'coded', codes: vectors.allocateInts(rows), values: [columns[id]?.blank ?? null] }
  }
  return new LazyColumns(rows, make, vectors)
}

function holdColumn(data: ColumnData, vectors: Vectors): ColumnData {
  if (data.kind === 'coded') return { ...data, codes: vectors.hold(data.codes) }
  if (data.kind === 'minutes') return { ...data, minutes: vectors.hold(data.minutes) }
  if (data.kind === 'numbers') return { ...data, numbers: vectors.hold(data.numbers) }
  return { ...data, high: vectors.hold(data.high), low: vectors.hold(data.low) }
}

/** True where a column has its values in other memory than before. */
export function isCopied(column: ColumnData, before: ColumnData | undefined): boolean {
  const known = new Set(before ? listArrays(before).map(({ buffer }) => buffer) : [])
  return listArrays(column).every(({ buffer }) => !known.has(buffer))
}

function listArrays(data: ColumnData): (Int32Array | Float64Array)[] {
  if (data.kind === 'coded') return [data.codes]
  if (data.kind === 'minutes') return [data.minutes]
  return data.kind === 'numbers' ? [data.numbers] : [data.high, data.low]
}

/** The same rows as records, without the texts of which only hashes are kept. `lines` are those of the rows in the file. */
export function makeRows(
  contract: Contract,
  columns: Columns,
  { file, sheet, lines }: Pick<Row, 'file' | 'sheet'> & { lines: Uint32Array },
): Row[] {
  const ids = Object.keys(contract.columns)
  return Array.from({ length: columns.rows }, (_, index) => {
    const entries = ids.map((id) => {
      const data = columns.get(id)
      return [id, data.kind === 'hashed' ? null : valueAt(data, index)] as const
    })
    return { values: Object.fromEntries(entries), file, sheet, row: lines[index] ?? 0 }
  })
}
