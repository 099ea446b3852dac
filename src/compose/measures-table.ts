import type { DataTable } from '../charts/figure.ts'
import { findCell } from '../measure/select.ts'
import type { LocalText } from '../text/local-text.ts'
import { measureOf } from './describe-figure.ts'
import type { Site } from './site.ts'

/** Measures of one table side by side, a row for each place or class. */
export function buildMeasuresTable(
  site: Site,
  query: {
    dataset: string
    table: string
    period: string
    measures: readonly string[]
    rowHeading: LocalText
    rows: readonly { label: LocalText; where: Record<string, string> }[]
  },
): DataTable {
  const { dataset, table, period, measures } = query
  return {
    of: { dataset, table, period },
    columns: [
      { id: 'row', label: query.rowHeading },
      ...measures.map((id) => {
        const spec = measureOf(site, dataset, table, id)
        return { id, label: spec.names, unit: spec.unit, decimals: spec.decimals ?? 0 }
      }),
    ],
    rows: query.rows.map((row) => [
      row.label,
      ...measures.map((measure) => findCell(site.published, { dataset, table, measure, where: row.where }, period)),
    ]),
  }
}
