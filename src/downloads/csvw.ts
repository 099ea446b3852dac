import type { PeriodKind } from '../calendar/period.ts'
import type { LocalText } from '../text/local-text.ts'
import type { PackagedCsv } from './data-package.ts'
import type { DatasetFacts } from './dataset-facts.ts'
import { type DownloadColumn, listStoredColumns } from './download-columns.ts'
import { PLACE_COLUMNS, PLACES_FILE } from './place-list.ts'
import { findPeriodKind, type TableContent } from './table-content.ts'

/**
 * `csv-metadata.json` (CSV on the Web, W3C 2015) of a dataset's CSV files. The heading of a file is the name of its
 * column, and so is listed among the titles of both languages.
 */
export function renderCsvw(facts: DatasetFacts, files: readonly PackagedCsv[], hasPlaces: boolean): string {
  const tables = files.map(({ path, table }) => ({
    url: path,
    'dc:title': { '@value': table.title.zh, '@language': 'zh' },
    dialect: DIALECT,
    tableSchema: buildTableSchema(table, hasPlaces ? PLACES_FILE : null),
  }))
  const places = hasPlaces ? [buildPlaceTable(PLACES_FILE)] : []
  return `${JSON.stringify({ ...describeGroup(facts), tables: [...tables, ...places] }, null, 1)}\n`
}

/**
 * The same of the files of one table, a period each, which are in a folder below the dataset's and have one schema. Each
 * program that follows the standard looks here for what a CSV of the folder means (Tabular Data Model, 5.3).
 */
export function renderPeriodCsvw(
  facts: DatasetFacts,
  table: Pick<TableContent, 'columns' | 'periods' | 'title'>,
  paths: readonly string[],
): string {
  const hasPlaces = table.columns.some(({ isPlace }) => isPlace)
  const places = `../${PLACES_FILE}`
  const group = {
    ...describeGroup(facts),
    'dc:description': { '@value': table.title.zh, '@language': 'zh' },
    dialect: DIALECT,
    tableSchema: buildTableSchema(table, hasPlaces ? places : null),
    tables: [...paths.map((url) => ({ url })), ...(hasPlaces ? [buildPlaceTable(places)] : [])],
  }
  return `${JSON.stringify(group, null, 1)}\n`
}

function describeGroup(facts: DatasetFacts) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    'dc:title': { '@value': facts.title.zh, '@language': 'zh' },
    'dc:publisher': { '@value': facts.publisher.zh, '@language': 'zh' },
    ...(facts.licence.url ? { 'dc:license': { '@id': facts.licence.url } } : {}),
    ...(facts.address ? { 'dc:source': { '@id': facts.address } } : {}),
    'dc:bibliographicCitation': { '@value': facts.citation.zh, '@language': 'zh' },
  }
}

const DIALECT = { encoding: 'utf-8', lineTerminators: ['\n'] }

/** `places` is the address of the list of places, or null where there is none. */
function buildTableSchema({ columns, periods }: Pick<TableContent, 'columns' | 'periods'>, places: string | null) {
  const stored = listStoredColumns(columns)
  return {
    columns: stored.map((column) => buildColumn(column, findPeriodKind(periods))),
    primaryKey: stored.flatMap(({ id, isKey }) => (isKey ? [id] : [])),
    ...(places === null
      ? {}
      : {
          foreignKeys: stored.flatMap(({ id, isPlace }) =>
            isPlace ? [{ columnReference: id, reference: { resource: places, columnReference: 'code' } }] : [],
          ),
        }),
  }
}

function buildColumn(column: DownloadColumn, period: PeriodKind | null) {
  const { id, names, unit, isKey } = column
  return {
    name: id,
    titles: titlesOf(id, names, unit),
    datatype: datatypeOf(column, period),
    ...(isKey ? { required: true } : {}),
    null: [''],
  }
}

function titlesOf(id: string, names: LocalText, unit: LocalText | null): Record<'zh' | 'en', string[]> {
  const remark = (text: string, open: string, close: string) => (text === '' ? '' : `${open}${text}${close}`)
  return {
    zh: [id, `${names.zh}${unit ? remark(unit.zh, '（', '）') : ''}`],
    en: [id, `${names.en}${unit ? remark(unit.en, ' (', ')') : ''}`],
  }
}

const DATATYPES = { text: 'string', integer: 'integer', decimal: 'decimal', date: 'date' } as const

function datatypeOf({ id, kind, isKey }: DownloadColumn, period: PeriodKind | null): string {
  if (id !== 'period' || !isKey) return DATATYPES[kind]
  if (period === 'month') return 'gYearMonth'
  return period === 'year' ? 'gYear' : 'string'
}

function buildPlaceTable(url: string) {
  return {
    url,
    dialect: DIALECT,
    tableSchema: {
      columns: PLACE_COLUMNS.map(({ id, names, isDay }) => ({
        name: id,
        titles: titlesOf(id, names, null),
        datatype: isDay ? 'date' : 'string',
        ...(id === 'code' ? { required: true } : {}),
        null: [''],
      })),
      primaryKey: ['code'],
    },
  }
}
