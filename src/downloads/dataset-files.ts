import { zip } from '../annotate/write-zip.ts'
import type { Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import { sha256 } from '../store/disk.ts'
import { renderTableCsv } from '../store/download.ts'
import { renderSums, SUMS } from '../store/site-sums.ts'
import { tablesOf } from '../views/dataset-page.ts'
import { renderCsvw } from './csvw.ts'
import { type PackagedCsv, renderDataPackage } from './data-package.ts'
import { type DatasetFacts, describeDataset } from './dataset-facts.ts'
import type { DownloadFile } from './download-file.ts'
import { renderExcelCsv } from './excel-csv.ts'
import { renderJsonStat } from './json-stat.ts'
import { renderReadme } from './package-readme.ts'
import { renderParquet } from './parquet.ts'
import { buildPeriodFiles } from './period-files.ts'
import { PLACES_FILE, renderPlaces } from './place-list.ts'
import { readTableContent, type TableContent } from './table-content.ts'
import { renderTableJson } from './table-json.ts'
import { renderDatasetWorkbook } from './workbook/dataset-workbook.ts'

/**
 * Every file of a dataset's folder that is derived from its published tables: whole tables, their package as ZIP, and each
 * period by itself.
 */
export function buildDatasetFiles(site: Site, contract: Contract, base: string): DownloadFile[] {
  const facts = describeDataset(site, contract, base)
  const published = tablesOf(site, contract.id)
  const tables = published.map((table) =>
    readTableContent(table, {
      published: site.published,
      places: site.places,
      csv: renderTableCsv(table, site.published),
    }),
  )
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
    { path: `${contract.id}.zip`, content: bundle(files) },
    ...published.flatMap((table) => buildPeriodFiles(site, table, facts)),
  ]
}

/** A package: the files and the list of their hashes. What only repeats another format is left out. */
function bundle(files: readonly DownloadFile[]): Uint8Array<ArrayBuffer> {
  const packed = files.filter(({ path }) => !REPEATED.test(path))
  const sums = renderSums(new Map(packed.map(({ path, content }) => [path, sha256(content)])))
  return zip([
    ...packed.map(({ path, content }) => ({ path, content, isPacked: PACKED.test(path) })),
    { path: SUMS, content: encode(sums) },
  ])
}

/** The CSV for Excel is a part of the workbook, and the rows as JSON say what the CSV and its schema do. */
const REPEATED = /\.excel\.csv$|(?<!\.jsonstat|datapackage|csv-metadata)\.json$|\.zip$/
const PACKED = /\.(?:xlsx|parquet)$/

function buildTableFiles(table: TableContent, facts: DatasetFacts): DownloadFile[] {
  const name = `${table.contract.id}-${table.id}`
  const cube = renderJsonStat(table, facts)
  const metadata = {
    title: facts.title.zh,
    licence: facts.licence.name,
    ...(facts.address === null ? {} : { source: facts.address }),
    released: facts.released,
  }
  return [
    { path: `${name}.csv`, content: encode(table.csv) },
    { path: `${name}.excel.csv`, content: encode(renderExcelCsv(table)) },
    { path: `${name}.json`, content: encode(renderTableJson(table, facts.licence)) },
    { path: `${name}.parquet`, content: renderParquet(table, metadata) },
    ...(cube === null ? [] : [{ path: `${name}.jsonstat.json`, content: encode(cube) }]),
  ]
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
