import type { Places } from '../codes/places.ts'
import { STATUSES, type Status } from '../contracts/table.ts'
import type { LocalText } from '../text/local-text.ts'
import { describeUnit } from '../text/units.ts'
import { type FileColumn, listFileColumns } from './file-columns.ts'
import type { PublishedRow, PublishedTable } from './published.ts'
import { csvOf, statusOfRow } from './table-csv.ts'

/** A column of a JSON download. */
interface JsonColumn {
  id: string
  names: LocalText
  unit?: LocalText
  decimals?: number
  /** The only values that the column holds. */
  values?: readonly Status[]
}

/** The whole of a published table, all periods at their newest revision, as one CSV: one header, periods ascending. */
export function renderTableCsv(table: PublishedTable, places: Places): string {
  const shape = { contract: table.contract, spec: table.spec }
  const parts = table.periods.map((period, index) => {
    const text = csvOf({ ...named(table), period, rows: [...table.rows(period)] }, shape, places)
    return index === 0 ? text : text.slice(text.indexOf('\n') + 1)
  })
  return parts.join('')
}

/** The same table as JSON, a row a line: what the columns mean, then the rows; a missing value is null. */
export function renderTableJson(
  table: PublishedTable,
  places: Places,
  licence?: { name: string; url: string },
): string {
  const columns = listFileColumns(table.contract, table.spec)
  const head = {
    dataset: table.contract.id,
    table: table.id,
    title: table.spec.title,
    ...(licence ? { licence } : {}),
    columns: columns.map((column) => buildJsonColumn(column, table)),
  }
  const rows = table.periods.flatMap((period) =>
    table.rows(period).map((row) => JSON.stringify(buildJsonRow(row, columns, places))),
  )
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "rows": [\n${rows.join(',\n')}\n ]\n}\n`
}

function named(table: PublishedTable): { dataset: string; table: string } {
  return { dataset: table.contract.id, table: table.id }
}

function buildJsonColumn(column: FileColumn, table: PublishedTable): JsonColumn {
  const { contract, spec } = table
  if (column.part === 'period') return { id: column.heading, names: { zh: '期次', en: 'Period' } }
  if (column.part === 'status') return { id: column.heading, names: { zh: '状态', en: 'Status' }, values: STATUSES }
  if (column.part === 'measure' || column.part === 'measure-status') {
    const measure = spec.measures[column.id]
    if (!measure) throw new Error(`measure without a contract: ${column.id}`)
    if (column.part === 'measure-status') {
      const { zh, en } = measure.names
      return { id: column.heading, names: { zh: `${zh}：状态`, en: `${en}: status` }, values: STATUSES }
    }
    return {
      id: column.heading,
      names: measure.names,
      unit: describeUnit(measure.unit),
      decimals: measure.decimals ?? 0,
    }
  }
  const own = contract.columns[column.id]
  if (!own) throw new Error(`column without a contract: ${column.id}`)
  if (column.part === 'name') {
    return { id: column.heading, names: { zh: `${own.names.zh}名称`, en: `${own.names.en} (name in Chinese)` } }
  }
  if (column.part === 'level') {
    return { id: column.heading, names: { zh: `${own.names.zh}级别`, en: `${own.names.en}, level` } }
  }
  return { id: column.heading, names: own.names, ...(own.unit ? { unit: describeUnit(own.unit) } : {}) }
}

function buildJsonRow(row: PublishedRow, columns: readonly FileColumn[], places: Places): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const { heading, part, id } of columns) {
    if (part === 'period') made[heading] = row.period
    if (part === 'key') made[heading] = row.key[id] ?? ''
    if (part === 'text') made[heading] = row.text[id] ?? ''
    if (part === 'name') made[heading] = places.get(row.key[id] ?? row.text[id] ?? '')?.names.zh ?? ''
    if (part === 'measure') made[heading] = row.cells[id]?.value ?? null
    if (part === 'status') made[heading] = statusOfRow(row.cells, columns)
    if (part === 'measure-status') made[heading] = row.cells[id]?.status ?? ''
    if (part === 'level') made[heading] = places.get(row.key[id] ?? row.text[id] ?? '')?.level ?? ''
  }
  return made
}
