import type { PeriodKind } from '../calendar/period.ts'
import { sha256 } from '../store/disk.ts'
import { joinLanguages } from './column-headings.ts'
import type { DatasetFacts } from './dataset-facts.ts'
import { type DownloadColumn, listStoredColumns } from './download-columns.ts'
import { PLACE_COLUMNS, PLACES_FILE } from './place-list.ts'
import { findPeriodKind, type TableContent } from './table-content.ts'

const PROFILE = 'https://datapackage.org/profiles/2.0'

/** A CSV of the package, beside its description. */
export interface PackagedCsv {
  /** File name in the package: `cases-flow.csv`. */
  path: string
  text: string
  table: TableContent
}

/**
 * `datapackage.json` (Data Package 2.0, Table Schema 2.0) of a dataset's CSV files. Codes are strings; places lead to
 * `places.csv` by a foreign key; the values of lists are in `enum`, with their names in `categories`.
 */
export function renderDataPackage(facts: DatasetFacts, files: readonly PackagedCsv[], places: string | null): string {
  const resources = [
    ...files.map(({ path, text, table }) => ({
      ...describeFile(path, text, joinLanguages(table.title)),
      schema: { ...buildSchema(table), ...(places === null ? {} : { foreignKeys: listPlaceKeys(table) }) },
    })),
    ...(places === null ? [] : [buildPlaceResource(places)]),
  ]
  return `${JSON.stringify({ ...describePackage(facts), resources }, null, 1)}\n`
}

/** What a package says of itself beside its files. */
export function describePackage(facts: DatasetFacts) {
  return {
    $schema: `${PROFILE}/datapackage.json`,
    name: facts.id,
    ...(facts.address === null ? {} : { id: facts.address, homepage: facts.address }),
    title: joinLanguages(facts.title),
    description: [facts.description.zh, facts.demonstration?.zh, facts.description.en, facts.demonstration?.en]
      .filter((text) => text !== undefined)
      .join('\n'),
    version: `${facts.release}.0.0`,
    created: `${facts.released}T00:00:00+08:00`,
    licenses: [
      { name: facts.licence.name.replaceAll(' ', '-'), ...(facts.licence.url ? { path: facts.licence.url } : {}) },
    ],
    contributors: [{ title: joinLanguages(facts.publisher), roles: ['publisher'] }],
  }
}

/** The Table Schema of a table's CSV files. */
export function buildSchema({ columns, periods }: Pick<TableContent, 'columns' | 'periods'>) {
  const stored = listStoredColumns(columns)
  return {
    $schema: `${PROFILE}/tableschema.json`,
    fields: stored.map((column) => buildField(column, findPeriodKind(periods))),
    fieldsMatch: 'exact',
    missingValues: [''],
    primaryKey: stored.flatMap(({ id, isKey }) => (isKey ? [id] : [])),
  }
}

function listPlaceKeys({ columns }: TableContent) {
  return listStoredColumns(columns).flatMap(({ id, isPlace }) =>
    isPlace ? [{ fields: [id], reference: { resource: 'places', fields: ['code'] } }] : [],
  )
}

/** A CSV among the resources of a package; its schema is stated beside. */
export function describeFile(path: string, text: string, title: string) {
  const bytes = new TextEncoder().encode(text)
  return {
    name: path.replace(/\.csv$/, '').toLowerCase(),
    path,
    type: 'table',
    title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${sha256(bytes)}`,
    dialect: { lineTerminator: '\n' },
  }
}

function buildField(column: DownloadColumn, period: PeriodKind | null) {
  const { id, names, unit, meaning, values, isKey } = column
  return {
    name: id,
    type: typeOf(column, period),
    title: `${joinLanguages(names)}${unit ? `（${joinLanguages(unit)}）` : ''}`,
    description: joinLanguages(meaning),
    ...(values ? { categories: values.map(({ code, names: { zh } }) => ({ value: code, label: zh })) } : {}),
    constraints: {
      ...(isKey ? { required: true } : {}),
      ...(values ? { enum: values.map(({ code }) => code) } : {}),
    },
  }
}

const TYPES = { text: 'string', integer: 'integer', decimal: 'number', date: 'date' } as const

function typeOf({ id, kind, isKey }: DownloadColumn, period: PeriodKind | null): string {
  if (id !== 'period' || !isKey) return TYPES[kind]
  if (period === 'month') return 'yearmonth'
  return period === 'year' ? 'year' : 'string'
}

function buildPlaceResource(text: string) {
  return {
    ...describeFile(PLACES_FILE, text, '地区 Places'),
    schema: {
      $schema: `${PROFILE}/tableschema.json`,
      fields: PLACE_COLUMNS.map(({ id, names, isDay }) => ({
        name: id,
        type: isDay ? 'date' : 'string',
        title: joinLanguages(names),
      })),
      fieldsMatch: 'exact',
      missingValues: [''],
      primaryKey: ['code'],
      foreignKeys: [{ fields: ['parent'], reference: { resource: '', fields: ['code'] } }],
    },
  }
}
