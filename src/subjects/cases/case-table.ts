import type { DataTable } from '../../charts/figure.ts'
import { buildMeasuresTable } from '../../compose/measures-table.ts'
import type { Site } from '../../compose/site.ts'
import type { LocalText } from '../../text/local-text.ts'

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
