import type { Cell } from '../datasets/table.ts'
import type { Words } from '../text/words.ts'
import type { DataTable, FigureSpec } from './figure.ts'
import { tableOf } from './table.ts'

/**
 * The figure's table as CSV (UTF-8, LF, no BOM), the same for both languages: ASCII headers, labels in two columns,
 * numbers as they are, a missing value empty and explained in `status`.
 */
export function csvOf(spec: FigureSpec): string {
  const table = tableOf(spec)
  const header = table.columns.flatMap((column, index) =>
    isWords(table, index) ? [`${column.id}_zh`, `${column.id}_en`] : [column.id],
  )
  const lines = table.rows.map((row) => [...row.flatMap((entry) => fieldsOf(entry)), statusOf(table, row)])
  return [[...header, 'status'], ...lines].map((fields) => `${fields.map(quoted).join(',')}\n`).join('')
}

type Entry = Words | string | Cell

function isWords(table: DataTable, column: number): boolean {
  const entry = table.rows[0]?.[column]
  return typeof entry === 'object' && 'zh' in entry
}

function fieldsOf(entry: Entry): string[] {
  if (typeof entry === 'string') return [entry]
  if ('zh' in entry) return [entry.zh, entry.en]
  return [entry.value === null ? '' : String(entry.value)]
}

/** `final`, the status that all cells of the row share, or the exceptions: `final;median:not-applicable`. */
function statusOf(table: DataTable, row: readonly Entry[]): string {
  const statuses = row.flatMap((entry, index) =>
    typeof entry === 'object' && 'status' in entry
      ? [{ id: table.columns[index]?.id ?? '', status: entry.status }]
      : [],
  )
  const first = statuses[0]?.status ?? 'final'
  if (statuses.every((one) => one.status === first)) return first
  const exceptions = statuses.filter((one) => one.status !== 'final').map((one) => `${one.id}:${one.status}`)
  return ['final', ...exceptions].join(';')
}

function quoted(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
