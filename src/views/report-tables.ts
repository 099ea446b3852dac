import type { DataTable } from '../charts/figure.ts'
import { findCell } from '../measure/select.ts'
import type { LocalText } from '../text/local-text.ts'
import { measureOf } from './figures/describe-figure.ts'
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

/** Measures of cases in the order in which they add up: 月初在办＋受理−办结−作废＝月末在办, then speed. */
const CASE_MEASURES = [
  'open_start',
  'accepted',
  'closed',
  'voided',
  'open_end',
  'due',
  'closed_on_time',
  'on_time_rate',
  'hours_median',
  'hours_p90',
]

/** Cases of one month, a row a place. */
export function buildCasesTable(
  site: Site,
  period: string,
  places: readonly { code: string; names: LocalText }[],
): DataTable {
  return buildMeasuresTable(site, {
    dataset: 'cases',
    table: 'flow',
    period,
    measures: CASE_MEASURES,
    rowHeading: { zh: '地区', en: 'Place' },
    rows: places.map((place) => ({ label: place.names, where: { place: place.code } })),
  })
}
