import Papa from 'papaparse'
import { STATUSES, type Status } from '../contracts/table.ts'
import type { LocalText } from '../text/local-text.ts'
import { describeUnit } from '../text/units.ts'
import { type FileColumn, listFileColumns } from './file-columns.ts'
import type { Published, PublishedTable } from './published-tables.ts'
import { unescapeFormula } from './table-csv.ts'

/** A column of a JSON download. */
interface JsonColumn {
  id: string
  names: LocalText
  unit?: LocalText
  decimals?: number
  /** The only values that the column holds. */
  values?: readonly Status[]
}

/**
 * The whole of a published table, all periods at their newest revision, as one CSV: one header, periods ascending. It
 * holds the very lines of the published files, so that anyone can hold it against them.
 */
export function renderTableCsv(table: PublishedTable, published: Published): string {
  return joinTexts(textsOf(table, published))
}

/** Texts with the same header, one after the other under one header. */
export function joinTexts(texts: readonly string[]): string {
  return texts.map((text, index) => (index === 0 ? text : text.slice(text.indexOf('\n') + 1))).join('')
}

/** The same table as JSON, a row a line: what the columns mean, then the rows; a missing value is null. */
export function renderTableJson(
  table: PublishedTable,
  published: Published,
  licence?: { name: string; url: string },
): string {
  const columns = listFileColumns(table.contract, table.spec)
  const head = {
    dataset: table.contract.id,
    table: table.id,
    title: table.spec.title,
    ...(licence ? { licence } : {}),
    columns: columns.map((column) => buildJsonColumn(column, table)),
  }
  const rows = textsOf(table, published).flatMap((text) =>
    linesOfText(text).map((line) => JSON.stringify(buildJsonRow(line, columns))),
  )
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "rows": [\n${rows.join(',\n')}\n ]\n}\n`
}

function textsOf(table: PublishedTable, published: Published): string[] {
  return table.periods.flatMap((period) => {
    const file = table.files.get(period)
    return file ? [published.textOf(file)] : []
  })
}

/** The cells of a published text, line by line, without its header. */
function linesOfText(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: 'greedy' })
  return data.slice(1)
}

function buildJsonColumn(column: FileColumn, table: PublishedTable): JsonColumn {
  const { contract, spec } = table
  if (column.part === 'period') return { id: column.heading, names: { zh: '期次', en: 'Period' } }
  if (column.part === 'status') return { id: column.heading, names: { zh: '状态', en: 'Status' }, values: STATUSES }
  if (column.part === 'measure' || column.part === 'measure-status') {
    const measure = spec.measures[column.id]
    if (!measure) throw new Error(`measure without a contract: ${column.id}`)
    if (column.part === 'measure-status') {
      const { zh, en } = measure.names
      return { id: column.heading, names: { zh: `${zh}：状态`, en: `${en}: status` }, values: STATUSES }
    }
    return {
      id: column.heading,
      names: measure.names,
      unit: describeUnit(measure.unit),
      decimals: measure.decimals ?? 0,
    }
  }
  const own = contract.columns[column.id]
  if (!own) throw new Error(`column without a contract: ${column.id}`)
  if (column.part === 'name') {
    return { id: column.heading, names: { zh: `${own.names.zh}名称`, en: `${own.names.en} (name in Chinese)` } }
  }
  if (column.part === 'level') {
    return { id: column.heading, names: { zh: `${own.names.zh}级别`, en: `${own.names.en}, level` } }
  }
  return { id: column.heading, names: own.names, ...(own.unit ? { unit: describeUnit(own.unit) } : {}) }
}

function buildJsonRow(line: readonly string[], columns: readonly FileColumn[]): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [index, { heading, part }] of columns.entries()) {
    const text = line[index] ?? ''
    if (part === 'measure') made[heading] = text === '' ? null : Number(text)
    else made[heading] = unescapeFormula(text)
  }
  return made
}
