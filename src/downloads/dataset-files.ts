import type { Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import { renderTableCsv } from '../store/download.ts'
import { tablesOf } from '../views/dataset-page.ts'
import { renderCsvw } from './csvw.ts'
import { type PackagedCsv, renderDataPackage } from './data-package.ts'
import { type DatasetFacts, describeDataset } from './dataset-facts.ts'
import type { DownloadFile } from './download-file.ts'
import { packFiles } from './pack-files.ts'
import { renderReadme } from './package-readme.ts'
import { buildPeriodFiles } from './period-files.ts'
import { PLACES_FILE, renderPlaces } from './place-list.ts'
import { listReleasePackages, renderReleasePackage } from './release-packages.ts'
import { readTableContent, type TableContent } from './table-content.ts'
import { renderTableFormats } from './table-formats.ts'
import { renderDatasetWorkbook } from './workbook/dataset-workbook.ts'

/**
 * Every file of a dataset's folder that is derived from its published tables: whole tables, their package as ZIP, all as it was
 * after each release, and each period by itself.
 */
export function buildDatasetFiles(site: Site, contract: Contract, base: string): DownloadFile[] {
  const facts = describeDataset(site, contract, base)
  const published = tablesOf(site, contract.id).map((table) => ({
    table,
    content: readTableContent(table, {
      published: site.published,
      places: site.places,
      csv: renderTableCsv(table, site.published),
    }),
  }))
  const tables = published.map(({ content }) => content)
  const csvs = tables.map((table): PackagedCsv => ({ path: `${contract.id}-${table.id}.csv`, text: table.csv, table }))
  const hasPlaces = tables.some(({ columns }) => columns.some(({ isPlace }) => isPlace))
  const places = hasPlaces ? renderPlaces(site.places) : null
  const files: DownloadFile[] = [
    { path: 'README.md', content: encode(renderReadme(facts, tables)) },
    { path: 'datapackage.json', content: encode(renderDataPackage(facts, csvs, places)) },
    { path: 'csv-metadata.json', content: encode(renderCsvw(facts, csvs, hasPlaces)) },
    ...(places === null ? [] : [{ path: PLACES_FILE, content: encode(places) }]),
    { path: `${contract.id}.xlsx`, content: renderDatasetWorkbook(facts, tables) },
    ...tables.flatMap((table) => buildTableFiles(table, facts)),
  ]
  return [
    ...files,
    // A package: every whole table in every format.
    { path: `${contract.id}.zip`, content: packFiles(files) },
    ...listReleasePackages(site.published, contract.id).map((pack) => ({
      path: pack.name,
      content: renderReleasePackage(pack, site.published),
    })),
    ...published.flatMap(({ table, content }) => buildPeriodFiles(site, table, content, facts)),
  ]
}

function buildTableFiles(table: TableContent, facts: DatasetFacts): DownloadFile[] {
  const name = `${table.contract.id}-${table.id}`
  return [
    { path: `${name}.csv`, content: encode(table.csv) },
    ...renderTableFormats(table, facts, name).map(([format, content]) => ({ path: `${name}.${format}`, content })),
  ]
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
