import { countPrintingOf } from '../contracts/count-protection.ts'
import { listRunningTotals } from '../contracts/running-total.ts'
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
    ...describeProtection(table),
    columns: table.columns.map(describeColumn),
  }
  const rows = table.rows.map((row) => JSON.stringify(buildRow(row, table.columns)))
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "rows": [\n${rows.join(',\n')}\n ]\n}\n`
}

/** How counts of people are printed, and which sums hold between them: what an audit of the site starts from. */
function describeProtection({ contract, spec }: TableContent): { protection?: unknown } {
  const printing = countPrintingOf(contract)
  if (!printing) return {}
  const counts = Object.entries(spec.measures).flatMap(([id, measure]) =>
    'count' in measure || 'sum' in measure || 'take' in measure ? [id] : [],
  )
  const dimensions = spec.dimensions.map(({ column }) => column)
  const identities = spec.identities ?? []
  const totals = listRunningTotals(spec)
  const sums = { ...(totals.length > 0 ? { totals } : {}), identities }
  return { protection: { ...printing, dimensions, counts, ...sums } }
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
