import type { Cell } from '../contracts/table.ts'
import type { LocalText } from '../text/local-text.ts'
import type { DataTable, FigureSpec } from './figure.ts'
import { headerOf } from './figure-csv-header.ts'
import { tableOf } from './figure-table.ts'

/**
 * The figure's table as CSV (UTF-8, LF, no BOM), the same for both languages: ASCII headers, labels in two columns,
 * units in the headers (`value_hours`), numbers with the decimals of the table, a missing value empty and explained in
 * `status`. Series that go by codes, such as districts, are rows: a code is never a heading.
 */
export function csvOf(spec: FigureSpec): string {
  const table = unfoldCodes(tableOf(spec))
  const header = table.columns.flatMap((column, index) =>
    isText(table, index) ? [`${column.id}_zh`, `${column.id}_en`] : [headerOf(column)],
  )
  const lines = table.rows.map((row) => [
    ...row.flatMap((entry, index) => fieldsOf(entry, table.columns[index]?.decimals ?? 0)),
    statusOf(table, row),
  ])
  return [[...header, 'status'], ...lines].map((fields) => `${fields.map(quote).join(',')}\n`).join('')
}

type Entry = LocalText | string | Cell

/** A column of a series that goes by a code: `990101`, `990101_low`. */
const CODED = /^(?<code>\d+)(?<part>_\w+)?$/

/** `period,990101,990102` → `period,code,name,value`: a row for each code, with its name. */
function unfoldCodes(table: DataTable): DataTable {
  const coded = table.columns.flatMap((column, at) => {
    const { code, part = '' } = CODED.exec(column.id)?.groups ?? {}
    return code === undefined ? [] : [{ column, at, code, part }]
  })
  if (coded.length === 0) return table
  const kept = table.columns.flatMap((column, at) => (CODED.test(column.id) ? [] : [{ column, at }]))
  const parts = [...new Map(coded.map(({ part, column }) => [part, column]))]
  const codes = coded.filter(({ part }) => part === '')
  return {
    columns: [
      ...kept.map(({ column }) => column),
      { id: 'code', label: { zh: '代码', en: 'Code' } },
      { id: 'name', label: { zh: '名称', en: 'Name' } },
      ...parts.map(([part, column]) => ({ ...column, id: `value${part}` })),
    ],
    rows: table.rows.flatMap((row) =>
      codes.map(({ code, column }) => [
        ...kept.map(({ at }) => row[at] ?? ''),
        code,
        column.label,
        ...parts.map(([part]) => row[coded.find((own) => own.code === code && own.part === part)?.at ?? -1] ?? ''),
      ]),
    ),
  }
}

function isText(table: DataTable, column: number): boolean {
  const entry = table.rows[0]?.[column]
  return typeof entry === 'object' && 'zh' in entry
}

function fieldsOf(entry: Entry, decimals: number): string[] {
  if (typeof entry === 'string') return [entry]
  if ('zh' in entry) return [entry.zh, entry.en]
  return [entry.value === null ? '' : numberOf(entry.value, decimals)]
}

// Zeros are added where the table prints them, but no digit is rounded away.
function numberOf(value: number, decimals: number): string {
  const text = String(value)
  const own = /^-?\d+(?:\.(\d+))?$/.exec(text)
  return own && (own[1]?.length ?? 0) < decimals ? value.toFixed(decimals) : text
}

/** `final`, the status that all cells of the row share, or the exceptions: `final;median:not-applicable`. */
function statusOf(table: DataTable, row: readonly Entry[]): string {
  const statuses = row.flatMap((entry, index) =>
    typeof entry === 'object' && 'status' in entry ? [{ id: headerAt(table, index), status: entry.status }] : [],
  )
  const first = statuses[0]?.status ?? 'final'
  if (statuses.every((status) => status.status === first)) return first
  const exceptions = statuses
    .filter((status) => status.status !== 'final')
    .map((status) => `${status.id}:${status.status}`)
  return ['final', ...exceptions].join(';')
}

function headerAt(table: DataTable, index: number): string {
  const column = table.columns[index]
  return column ? headerOf(column) : ''
}

function quote(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
