import { MARKS, STATUSES } from '../contracts/table.ts'
import type { LocalText } from '../text/local-text.ts'
import { explainStatus } from '../text/status.ts'
import { joinLanguages } from './column-headings.ts'
import type { DatasetFacts } from './dataset-facts.ts'
import type { DownloadColumn } from './download-columns.ts'
import { parseNumber } from './parquet.ts'
import type { TableContent } from './table-content.ts'

/** A cube of more cells than this is left out: it would be mostly holes, and readers hold all of it. */
const CELLS_MAX = 2_000_000

/**
 * The table as JSON-stat 2.0 (json-stat.org/format), a dataset with every cell in the order of its dimensions: period,
 * the table's own, measure. `stem` is its path without the end of the name. Null for a register, whose rows are no cube,
 * and for a cube that is too large.
 */
export function renderJsonStat(table: TableContent, facts: DatasetFacts, stem: string): string | null {
  if (table.spec.kind === 'register') return null
  const dimensions = table.columns.flatMap((column, at) => (column.isKey ? [buildDimension(table, column, at)] : []))
  const measures = table.columns.flatMap((column, at) => (column.isMeasure ? [{ column, at }] : []))
  const size = [...dimensions.map(({ codes }) => codes.length), measures.length]
  const cells = size.reduce((product, length) => product * length, 1)
  if (measures.length === 0 || cells > CELLS_MAX) return null
  const value: (number | null)[] = new Array(cells).fill(null)
  const marks: string[] = new Array(cells).fill(NO_ROW)
  for (const row of table.rows) {
    let position = 0
    for (const { at, codes, positions } of dimensions) {
      position = position * codes.length + (positions.get(row[at] ?? '') ?? 0)
    }
    for (const [nth, { column, at }] of measures.entries()) {
      const cell = row[at] ?? ''
      const index = position * measures.length + nth
      value[index] = cell === '' ? null : parseNumber(cell)
      marks[index] = markOf(row, column, table.columns)
    }
  }
  const label = `${joinLanguages(facts.title)}：${joinLanguages(table.title)}`
  const dimension = Object.fromEntries([
    ...dimensions.map(({ id, text }) => [id, text] as const),
    [MEASURE, buildMeasureDimension(measures.map(({ column }) => column))],
  ])
  return `${JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label,
    source: joinLanguages(facts.publisher),
    updated: facts.released,
    ...(facts.address === null ? {} : { href: `${facts.address}${stem}.jsonstat.json` }),
    id: Object.keys(dimension),
    size,
    role: {
      time: ['period'],
      geo: dimensions.flatMap(({ id, isPlace }) => (isPlace ? [id] : [])),
      metric: [MEASURE],
    },
    dimension,
    value,
    status: Object.fromEntries(marks.flatMap((mark, index) => (mark === '' ? [] : [[index, mark] as const]))),
    extension: { status: STATUS_MEANINGS, licence: facts.licence.name },
  })}\n`
}

/** Id of the dimension whose categories are the measures. */
const MEASURE = 'measure'
/** The mark of a cell whose row the table does not have. */
const NO_ROW = '-'
/** 报道值 has no letter among the marks of tables, and must not be taken for a final value here. */
const AS_REPORTED = 's'

const STATUS_MEANINGS: Record<string, LocalText> = {
  ...Object.fromEntries(
    STATUSES.filter((status) => status !== 'final').map((status) => [letterOf(status), explainStatus(status)]),
  ),
  [NO_ROW]: { zh: '原表没有这一行', en: 'the table has no such row' },
}

function letterOf(status: string): string {
  if (status === 'reported') return AS_REPORTED
  const known = STATUSES.find((candidate) => candidate === status)
  if (!known) throw new Error(`downloads: unknown status: ${status}`)
  return MARKS[known]
}

/** The letter of a value's status: its own column's, or the row's. */
function markOf(row: readonly string[], { id }: DownloadColumn, columns: readonly DownloadColumn[]): string {
  const own = columns.findIndex((column) => column.id === `${id}_status` && column.values !== null)
  return letterOf(row[own < 0 ? columns.length - 1 : own] ?? '')
}

function buildDimension({ columns, rows }: TableContent, column: DownloadColumn, at: number) {
  const found = new Set(rows.map((row) => row[at] ?? ''))
  const listed = column.values?.flatMap(({ code }) => (found.has(code) ? [code] : [])) ?? []
  const codes = listed.length === found.size ? listed : [...found].sort()
  const names = columns.findIndex(({ index, nameIn, id }) => isNameOf(column, { index, nameIn, id }))
  const label: Record<string, string> = {}
  for (const row of rows) {
    const code = row[at] ?? ''
    label[code] ??= names < 0 || row[names] === '' ? code : (row[names] ?? code)
  }
  const { zh, en } = column.names
  return {
    id: column.id,
    at,
    codes,
    isPlace: column.isPlace,
    positions: new Map(codes.map((code, position) => [code, position])),
    text: {
      label: zh === en ? zh : `${zh} ${en}`,
      category: { index: codes, label: Object.fromEntries(codes.map((code) => [code, label[code] ?? code])) },
    },
  }
}

/** The column with the Chinese names of a code's column: of a place it is a column of the published file. */
function isNameOf(column: DownloadColumn, { index, nameIn, id }: Pick<DownloadColumn, 'index' | 'nameIn' | 'id'>) {
  return column.isPlace ? id === `${column.id}_name` : index === column.index && nameIn === 'zh'
}

function buildMeasureDimension(measures: readonly DownloadColumn[]) {
  return {
    label: '指标 Measure',
    category: {
      index: measures.map(({ id }) => id),
      label: Object.fromEntries(measures.map(({ id, names }) => [id, joinLanguages(names)])),
      unit: Object.fromEntries(
        measures.map(({ id, unit, decimals }) => [id, { label: unit ? joinLanguages(unit) : '', decimals }]),
      ),
    },
  }
}
