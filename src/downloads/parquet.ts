import type { SchemaElement } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { toDayNumber } from '../calendar/days.ts'
import type { CellKind } from './download-columns.ts'
import type { TableContent } from './table-content.ts'

/**
 * The table as Apache Parquet: texts (all codes among them) as STRING, whole numbers as INT64, others as DOUBLE, days as
 * DATE; a missing value is null. `facts` go into the file's own metadata. Throws for a number or day that is none.
 */
export function renderParquet({ columns, rows }: TableContent, facts: Readonly<Record<string, string>>): Uint8Array {
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.map(
      ({ id, kind, isKey }): SchemaElement => ({
        name: id,
        repetition_type: isKey ? 'REQUIRED' : 'OPTIONAL',
        ...PHYSICAL[kind],
      }),
    ),
  ]
  const columnData = columns.map(({ id, kind, isKey }, at) => ({
    name: id,
    data: rows.map((row) => parseCell(row[at] ?? '', kind, isKey)),
  }))
  const kvMetadata = Object.entries(facts).map(([key, value]) => ({ key, value }))
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, kvMetadata, createdBy: 'mingge' }))
}

const PHYSICAL: Record<CellKind, Partial<SchemaElement>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  decimal: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
}

function parseCell(cell: string, kind: CellKind, isKey: boolean): string | bigint | number | Date | null {
  if (cell === '') return isKey && kind === 'text' ? '' : null
  if (kind === 'integer') return BigInt(cell)
  if (kind === 'decimal') return parseNumber(cell)
  if (kind === 'date') return parseDay(cell)
  return cell
}

/** Throws where the text is no number. */
export function parseNumber(text: string): number {
  const value = Number(text)
  if (text === '' || !Number.isFinite(value)) throw new Error(`downloads: no number: ${text}`)
  return value
}

function parseDay(text: string): Date {
  if (toDayNumber(text) === null) throw new Error(`downloads: no day: ${text}`)
  return new Date(`${text}T00:00:00Z`)
}
