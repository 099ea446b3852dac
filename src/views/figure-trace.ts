import type { FigureSpec } from '../charts/figure.ts'
import { tableOf } from '../charts/figure-table.ts'
import { keyOf } from '../compose/named-cell.ts'
import { isDemonstration, type Site } from '../compose/site.ts'
import { findTable, type Pick } from '../measure/select.ts'
import type { CellName } from '../store/cell-name.ts'
import type { PublishedTable } from '../store/published-tables.ts'
import type { PageFigures } from './page-figures.ts'
import type { Frame } from './page-frame.ts'
import { type Trace, traceCell } from './trace-cell.ts'

/** Page with the traces of the figures of a page, beside it: `/reports/2026-10/trace/`. */
export function figureTracesPathOf(path: string): string {
  return `${path}trace/`
}

/** Anchor of a figure’s trace on that page, and its id where the page of the figure has taken it in. */
export function composeFigureTraceAnchor(id: string): string {
  return `trace-${id}`
}

export function buildFigureTracesFrame(site: Site, { path, title, figures }: PageFigures): Frame {
  return {
    path: figureTracesPathOf(path),
    title: { zh: `各图数字的来历：${title.zh}`, en: `Where the numbers in figures come from: ${title.en}` },
    description: {
      zh: `${title.zh}每张图的数字怎么来的：按什么规则、用哪些数算出，出自哪个文件，哪次发布。`,
      en: `How the numbers in each figure of “${title.en}” were computed: by which rule, from which numbers and file, in which release.`,
    },
    crumbs: path === '/' ? [] : [{ label: title, path }],
    room: null,
    real: figures.every(({ sources }) => sources.every(({ dataset }) => !isDemonstration(site, dataset))),
    search: null,
  }
}

/**
 * How the number that a figure is about came to be: of its newest period that has one, in the first row that fits and that
 * the figure shows. Shares of an answer are in no table; the answers that they are computed of are traced. Null where the
 * figure has no published number, as of a period that was taken out.
 */
export function traceFigure(site: Site, spec: FigureSpec): Trace | null {
  if (!spec.traced) return null
  const { pick } = spec.traced
  const table = findTable(site.published, pick.dataset, pick.table)
  const shown = new Set(listNumbers(spec))
  const name =
    table && (findNewestNumber(table, spec.traced, (value) => shown.has(value)) ?? findNewestNumber(table, spec.traced))
  const trace = name && traceCell(site, name)
  return trace && !('fault' in trace) ? trace : null
}

function listNumbers(spec: FigureSpec): number[] {
  const entries = tableOf(spec).rows.flat()
  return entries.flatMap((entry) => (typeof entry === 'object' && 'value' in entry ? (entry.value ?? []) : []))
}

function findNewestNumber(
  table: PublishedTable,
  { pick, period: until }: { pick: Pick; period: string },
  isWanted: (value: number) => boolean = () => true,
): CellName | null {
  const at = table.periods.indexOf(until)
  const periods = at < 0 ? table.periods : table.periods.slice(0, at + 1)
  for (const period of periods.toReversed()) {
    const rows = table.readRows(period).filter(({ key }) => fits(key, pick.where))
    const row = rows.find(({ cells }) => {
      const value = cells[pick.measure]?.value ?? null
      return value !== null && isWanted(value)
    })
    const { dataset, measure } = pick
    if (row) return { dataset, table: table.id, key: keyOf(table, row), period, measure }
  }
  return null
}

/** What a table has no column for, it cannot differ in. */
function fits(key: Readonly<Record<string, string>>, where: Readonly<Record<string, string>>): boolean {
  return Object.entries(where).every(([column, value]) => key[column] === undefined || key[column] === value)
}
