import { comparePeriods } from '../../calendar/period.ts'
import type { FigureSpec, LineSpec } from '../../charts/figure.ts'
import type { Cell } from '../../contracts/table.ts'
import { ranked } from '../../measure/change.ts'
import { findTable } from '../../measure/select.ts'
import type { Point, Series } from '../../measure/series.ts'
import type { DeclaredFigure } from '../../portal/settings.ts'
import type { PublishedRow, PublishedTable } from '../../store/published.ts'
import { formatPeriod, formatValue } from '../../text/format.ts'
import type { Words } from '../../text/local-text.ts'
import { both } from '../../text/ui.ts'
import type { Site } from '../site.ts'
import { figureBase, measureOf, periodWords } from './describe-figure.ts'

/** Draws what was declared; throws where the table or a dimension does not exist, naming it. */
export function declaredFigure(site: Site, one: DeclaredFigure): FigureSpec | null {
  const table = findTable(site.published, one.dataset, one.table)
  if (!table) throw new Error(`content: figure ${one.id} asks for ${one.dataset}/${one.table}, which is not published`)
  const known = ['period', ...table.spec.dimensions.map((dimension) => dimension.column)]
  for (const name of [one.over, ...(one.series ? [one.series] : []), ...Object.keys(one.where ?? {})]) {
    if (!known.includes(name))
      throw new Error(`content: figure ${one.id} names ${name}; ${one.dataset}/${one.table} has ${known.join(', ')}`)
  }
  const series = seriesOf(table, one)
  if (series.every((line) => line.points.every((point) => point.cell.value === null))) return null
  const pick = { dataset: one.dataset, table: one.table, measure: one.measure, where: one.where ?? {} }
  const base = figureBase(site, {
    id: one.id,
    title: titleOf(site, one, series),
    pick,
    periods: table.periods,
    note: one.note,
  })
  const shown = series.flatMap((line) => line.points.map((point) => point.x)).toSorted((a, b) => compareX(a, b, one))
  const [first, last] = [shown[0] ?? '', shown.at(-1) ?? '']
  const period = periodWords([first, last])
  if (one.kind === 'interval') return { ...base, kind: 'interval', items: series.map(lastItem) }
  if (one.kind === 'multiples') {
    return {
      ...base,
      period,
      kind: 'multiples',
      panels: series.map((line) => ({ id: line.id, label: line.label, series: { ...line, role: 'now' as const } })),
    }
  }
  return { ...base, period, kind: 'line', zero: false, series } satisfies LineSpec
}

function seriesOf(table: PublishedTable, one: DeclaredFigure): Series[] {
  const rows = table.periods.flatMap((period) => [...table.rows(period)]).filter((row) => matches(row, one))
  const value = (row: PublishedRow, name: string) => (name === 'period' ? row.period : (row.key[name] ?? ''))
  const lines = new Map<string, Point[]>()
  for (const row of rows) {
    const cell = row.cells[one.measure]
    if (!cell)
      throw new Error(
        `content: figure ${one.id} names ${one.measure}, which ${one.dataset}/${one.table} does not publish`,
      )
    const line = one.series ? value(row, one.series) : one.measure
    lines.set(line, [...(lines.get(line) ?? []), { x: value(row, one.over), cell }])
  }
  const order = one.only ?? [...lines.keys()]
  return order.map(
    (id, index): Series => ({
      id,
      label: one.labels?.[id] ?? codeLabel(table, one.series, id),
      role: (['now', 'reference'] as const)[index] ?? 'other',
      points: (lines.get(id) ?? []).toSorted((a, b) => compareX(a.x, b.x, one)),
    }),
  )
}

function matches(row: PublishedRow, one: DeclaredFigure): boolean {
  const x = one.over === 'period' ? row.period : (row.key[one.over] ?? '')
  if ((one.from !== undefined && x < one.from) || (one.to !== undefined && x > one.to)) return false
  return Object.entries(one.where ?? {}).every(([name, value]) => row.key[name] === value)
}

function compareX(a: string, b: string, { over }: DeclaredFigure): number {
  if (over === 'period') return comparePeriods(a, b)
  return a < b ? -1 : 1
}

function codeLabel(table: PublishedTable, column: string | undefined, code: string): Words {
  const type = column === undefined ? undefined : table.contract.columns[column]?.type
  const item = type?.kind === 'list' ? type.items.find((one) => one.code === code) : undefined
  return item ? { zh: item.zh, en: item.en } : { zh: code, en: code }
}

function lastItem(line: Series): { id: string; label: Words; cell: Cell; low: null; high: null; n: null } {
  const cell = line.points.findLast((point) => point.cell.value !== null)?.cell ?? {
    value: null,
    status: 'not-reported' as const,
  }
  return { id: line.id, label: line.label, cell, low: null, high: null, n: null }
}

/** States which line stands highest at its last result, and how far the first has come. */
function titleOf(site: Site, one: DeclaredFigure, series: readonly Series[]): Words {
  const { unit, decimals = 0 } = measureOf(site, one.dataset, one.table, one.measure)
  const results = series.map((line) => {
    const points = line.points.filter((point) => point.cell.value !== null && point.cell.status !== 'forecast')
    return {
      label: line.label,
      first: points[0],
      last: points.at(-1),
      cell: points.at(-1)?.cell ?? { value: null, status: 'not-reported' as const },
    }
  })
  const top = ranked(results)[0]
  if (!top?.last) throw new Error(`content: figure ${one.id} holds no result, only forecasts or gaps`)
  const { first, last } = top
  const { names } = measureOf(site, one.dataset, one.table, one.measure)
  // Values that a source only reports come without a sample size; to call one the highest would be a ranking.
  if (last.cell.status === 'reported')
    return { zh: `${names.zh}：${results.length}项报道值`, en: `${names.en}: ${results.length} values as reported` }
  return both((lang) => {
    const value = formatValue(last.cell, unit, decimals, lang)
    if (!first || first === last)
      return lang === 'zh' ? `${top.label.zh}最高，${value}` : `${top.label.en} is highest, ${value}`
    const before = formatValue(first.cell, unit, decimals, lang)
    const [from, to] = [formatPeriod(first.x, lang), formatPeriod(last.x, lang)]
    return lang === 'zh'
      ? `${top.label.zh}最高：${from}${before}，${to}${value}`
      : `${top.label.en} is highest: ${before} in ${from}, ${value} in ${to}`
  })
}
