import type { DataColumn, DataTable, FigureSpec } from '../charts/figure.ts'
import { tableOf } from '../charts/figure-table.ts'
import { placeValues } from '../charts/placed-values.ts'
import { translateTerm } from '../charts/terms.ts'
import type { Status } from '../contracts/table.ts'
import type { ChartPoint, ChartPoints, PointColumn } from '../reading/chart-points.ts'
import { formatPeriod } from '../text/format.ts'
import type { Lang } from '../text/local-text.ts'
import { describeStatus } from '../text/status.ts'
import { formatUnitAfter, type Unit } from '../text/units.ts'
import { placeColumns } from './data-table.ts'

/** Points of the figure's pictures in one language; columns that are in no picture come after those that are. */
export function composeFigurePoints(spec: FigureSpec, lang: Lang): ChartPoints {
  const table = tableOf(spec)
  const [wide, narrow] = [placeValues(spec, 'wide', lang), placeValues(spec, 'narrow', lang)]
  const seen = new Set(wide.map(({ column }) => column))
  const shown = table.columns.filter(({ id }) => seen.has(id))
  const order = [...shown, ...table.columns.slice(1).filter(({ id }) => !seen.has(id))]
  const printed = placeColumns(table)
  const placeOf = (id: string) => order.findIndex((column) => column.id === id)
  const columns = order.map((column): PointColumn => {
    const { cell = 0, status = null, shared = null } = printed[table.columns.indexOf(column)] ?? {}
    const all = seen.has(column.id) ? order.filter((other) => saysMoreOf(column, other, shown)) : []
    const bound = all.find(({ id }) => /(?:^|_)bound$/.test(id))
    const also = all.filter((other) => other !== bound)
    return {
      label: shown.length === 1 && shown[0] === column ? '' : nameColumn(column, shown, lang),
      unit:
        column.unit === undefined ? ['', ''] : [formatAfter(1, column.unit, lang), formatAfter(2, column.unit, lang)],
      cell,
      status,
      shared: shared === null ? '' : translateTerm(shared, lang),
      bound: bound === undefined ? null : placeOf(bound.id),
      also: also.map(({ id }) => placeOf(id)),
    }
  })
  const list = (values: typeof wide) =>
    values.map(({ column, row, x, y }): ChartPoint => [placeOf(column), row, Math.round(x), Math.round(y)])
  const heads = table.rows.flatMap(([head]) => (typeof head === 'string' ? formatPeriod(head, lang) : []))
  return { heads, columns, marks: listMarks(table, lang), w: list(wide), n: list(narrow) }
}

/** A column that no picture shows, and which is named after the first, or is beside the only column that is shown. */
function saysMoreOf(column: DataColumn, other: DataColumn, shown: readonly DataColumn[]): boolean {
  if (shown.includes(other)) return false
  return shown.length === 1 || other.id.startsWith(`${column.id}_`)
}

/** The name of a column; of `满意率区间下限`, which is said after 满意率, the rest. */
function nameColumn({ id, label }: DataColumn, shown: readonly DataColumn[], lang: Lang): string {
  const own = shown.find((column) => id.startsWith(`${column.id}_`))?.label[lang] ?? ''
  const name = label[lang]
  return own !== '' && name.startsWith(own) ? name.slice(own.length).replace(/^, /, '') : name
}

function formatAfter(value: number, unit: Unit, lang: Lang): string {
  const word = formatUnitAfter(value, unit)[lang]
  return lang === 'zh' || word === '' || /^[%‰]/.test(word) ? word : ` ${word}`
}

function listMarks(table: DataTable, lang: Lang): Record<string, string> {
  const statuses = new Set<Status>()
  for (const entry of table.rows.flat()) if (typeof entry === 'object' && 'status' in entry) statuses.add(entry.status)
  const marked = [...statuses].filter((status) => describeStatus(status)[lang].endsWith(']'))
  return Object.fromEntries(marked.map((status) => [describeStatus(status)[lang], translateTerm(status, lang)]))
}
