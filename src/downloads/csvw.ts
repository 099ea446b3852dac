import type { PeriodKind } from '../calendar/period.ts'
import type { LocalText } from '../text/local-text.ts'
import type { PackagedCsv } from './data-package.ts'
import type { DatasetFacts } from './dataset-facts.ts'
import { type DownloadColumn, listStoredColumns } from './download-columns.ts'
import { PLACE_COLUMNS, PLACES_FILE } from './place-list.ts'
import { findPeriodKind } from './table-content.ts'

/**
 * `csv-metadata.json` (CSV on the Web, W3C 2015) of a dataset's CSV files. The heading of a file is the name of its
 * column, and so is listed among the titles of both languages.
 */
export function renderCsvw(facts: DatasetFacts, files: readonly PackagedCsv[], hasPlaces: boolean): string {
  return `${JSON.stringify(
    {
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
      'dc:title': { '@value': facts.title.zh, '@language': 'zh' },
      'dc:publisher': { '@value': facts.publisher.zh, '@language': 'zh' },
      ...(facts.licence.url ? { 'dc:license': { '@id': facts.licence.url } } : {}),
      tables: [...files.map((file) => buildTable(file, hasPlaces)), ...(hasPlaces ? [buildPlaceTable()] : [])],
    },
    null,
    1,
  )}\n`
}

const DIALECT = { encoding: 'utf-8', lineTerminators: ['\n'] }

function buildTable({ path, table }: PackagedCsv, hasPlaces: boolean) {
  const columns = listStoredColumns(table.columns)
  return {
    url: path,
    'dc:title': { '@value': table.title.zh, '@language': 'zh' },
    dialect: DIALECT,
    tableSchema: {
      columns: columns.map((column) => buildColumn(column, findPeriodKind(table.periods))),
      primaryKey: columns.flatMap(({ id, isKey }) => (isKey ? [id] : [])),
      ...(hasPlaces
        ? {
            foreignKeys: columns.flatMap(({ id, isPlace }) =>
              isPlace ? [{ columnReference: id, reference: { resource: PLACES_FILE, columnReference: 'code' } }] : [],
            ),
          }
        : {}),
    },
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

function buildPlaceTable() {
  return {
    url: PLACES_FILE,
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
