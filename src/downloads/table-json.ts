import type { DownloadColumn } from './download-columns.ts'
import { parseNumber } from './parquet.ts'
import type { TableContent } from './table-content.ts'

/** The table as JSON, a row a line: what the columns mean, then the rows; a missing value is null. */
export function renderTableJson(table: TableContent, licence?: { name: string; url: string | null }): string {
  const head = {
    dataset: table.contract.id,
    table: table.id,
    title: table.title,
    ...(licence ? { licence } : {}),
    columns: table.columns.map(describeColumn),
  }
  const rows = table.rows.map((row) => JSON.stringify(buildRow(row, table.columns)))
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "rows": [\n${rows.join(',\n')}\n ]\n}\n`
}

function describeColumn({ id, names, unit, isMeasure, decimals, values }: DownloadColumn) {
  return {
    id,
    names,
    ...(unit ? { unit } : {}),
    ...(isMeasure ? { decimals } : {}),
    ...(values ? { values: values.map(({ code }) => code) } : {}),
  }
}

function buildRow(row: readonly string[], columns: readonly DownloadColumn[]): Record<string, string | number | null> {
  const made: Record<string, string | number | null> = {}
  for (const [at, { id, isMeasure }] of columns.entries()) {
    const cell = row[at] ?? ''
    if (isMeasure) made[id] = cell === '' ? null : parseNumber(cell)
    else made[id] = cell
  }
  return made
}
