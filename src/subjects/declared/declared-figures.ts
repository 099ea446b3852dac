import { comparePeriods } from '../../calendar/period.ts'
import type { FigureSpec, LineSpec } from '../../charts/figure.ts'
import { buildFigureBase, describePeriod, measureOf } from '../../compose/describe-figure.ts'
import type { Site } from '../../compose/site.ts'
import type { Cell } from '../../contracts/table.ts'
import { rankByValue } from '../../measure/change.ts'
import { findTable } from '../../measure/select.ts'
import type { Point, Series } from '../../measure/series.ts'
import type { DeclaredFigure } from '../../portal/settings.ts'
import type { PublishedRow, PublishedTable } from '../../store/published.ts'
import { formatPeriod, formatValue } from '../../text/format.ts'
import type { LocalText } from '../../text/local-text.ts'
import { inBoth } from '../../text/ui.ts'

/** Draws what was declared; throws where the table or a dimension does not exist, naming it. */
export function buildDeclaredFigure(site: Site, figure: DeclaredFigure): FigureSpec | null {
  const table = findTable(site.published, figure.dataset, figure.table)
  if (!table)
    throw new Error(`content: figure ${figure.id} asks for ${figure.dataset}/${figure.table}, which is not published`)
  const known = ['period', ...table.spec.dimensions.map((dimension) => dimension.column)]
  for (const name of [figure.over, ...(figure.series ? [figure.series] : []), ...Object.keys(figure.where ?? {})]) {
    if (!known.includes(name))
      throw new Error(
        `content: figure ${figure.id} names ${name}; ${figure.dataset}/${figure.table} has ${known.join(', ')}`,
      )
  }
  const series = collectSeries(table, figure)
  if (series.every((line) => line.points.every((point) => point.cell.value === null))) return null
  const pick = { dataset: figure.dataset, table: figure.table, measure: figure.measure, where: figure.where ?? {} }
  const base = buildFigureBase(site, {
    id: figure.id,
    title: titleOf(site, figure, series),
    pick,
    periods: table.periods,
    note: figure.note,
  })
  const shown = series.flatMap((line) => line.points.map((point) => point.x)).toSorted((a, b) => compareX(a, b, figure))
  const [first, last] = [shown[0] ?? '', shown.at(-1) ?? '']
  const period = describePeriod([first, last])
  if (figure.kind === 'interval') return { ...base, kind: 'interval', items: series.map(lastItem) }
  if (figure.kind === 'multiples') {
    return {
      ...base,
      period,
      kind: 'multiples',
      panels: series.map((line) => ({ id: line.id, label: line.label, series: { ...line, role: 'now' as const } })),
    }
  }
  return { ...base, period, kind: 'line', zero: false, series } satisfies LineSpec
}

function collectSeries(table: PublishedTable, figure: DeclaredFigure): Series[] {
  const rows = table.periods.flatMap((period) => [...table.rows(period)]).filter((row) => matches(row, figure))
  const value = (row: PublishedRow, name: string) => (name === 'period' ? row.period : (row.key[name] ?? ''))
  const lines = new Map<string, Point[]>()
  for (const row of rows) {
    const cell = row.cells[figure.measure]
    if (!cell)
      throw new Error(
        `content: figure ${figure.id} names ${figure.measure}, which ${figure.dataset}/${figure.table} does not publish`,
      )
    const line = figure.series ? value(row, figure.series) : figure.measure
    lines.set(line, [...(lines.get(line) ?? []), { x: value(row, figure.over), cell }])
  }
  const order = figure.only ?? [...lines.keys()]
  return order.map(
    (id, index): Series => ({
      id,
      label: figure.labels?.[id] ?? describeCode(table, figure.series, id),
      role: (['now', 'reference'] as const)[index] ?? 'other',
      points: (lines.get(id) ?? []).toSorted((a, b) => compareX(a.x, b.x, figure)),
    }),
  )
}

function matches(row: PublishedRow, figure: DeclaredFigure): boolean {
  const x = figure.over === 'period' ? row.period : (row.key[figure.over] ?? '')
  if ((figure.from !== undefined && x < figure.from) || (figure.to !== undefined && x > figure.to)) return false
  return Object.entries(figure.where ?? {}).every(([name, value]) => row.key[name] === value)
}

function compareX(a: string, b: string, { over }: DeclaredFigure): number {
  if (over === 'period') return comparePeriods(a, b)
  return a < b ? -1 : 1
}

function describeCode(table: PublishedTable, column: string | undefined, code: string): LocalText {
  const type = column === undefined ? undefined : table.contract.columns[column]?.type
  const item = type?.kind === 'list' ? type.items.find((item) => item.code === code) : undefined
  return item ? { zh: item.zh, en: item.en } : { zh: code, en: code }
}

function lastItem(line: Series): { id: string; label: LocalText; cell: Cell; low: null; high: null; n: null } {
  const cell = line.points.findLast((point) => point.cell.value !== null)?.cell ?? {
    value: null,
    status: 'not-reported' as const,
  }
  return { id: line.id, label: line.label, cell, low: null, high: null, n: null }
}

/** States which line is highest at its last result, and how far the first has come. */
function titleOf(site: Site, figure: DeclaredFigure, series: readonly Series[]): LocalText {
  const { unit, decimals = 0 } = measureOf(site, figure.dataset, figure.table, figure.measure)
  const results = series.map((line) => {
    const points = line.points.filter((point) => point.cell.value !== null && point.cell.status !== 'forecast')
    return {
      label: line.label,
      first: points[0],
      last: points.at(-1),
      cell: points.at(-1)?.cell ?? { value: null, status: 'not-reported' as const },
    }
  })
  const top = rankByValue(results)[0]
  if (!top?.last) throw new Error(`content: figure ${figure.id} holds no result, only forecasts or gaps`)
  const { first, last } = top
  const { names } = measureOf(site, figure.dataset, figure.table, figure.measure)
  // Values that a source only reports come without a sample size; to call one the highest would be a ranking.
  if (last.cell.status === 'reported')
    return { zh: `${names.zh}：${results.length}项报道值`, en: `${names.en}: ${results.length} values as reported` }
  return inBoth((lang) => {
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
