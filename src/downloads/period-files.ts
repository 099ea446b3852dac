import type { Site } from '../compose/site.ts'
import type { PublishedFile, PublishedTable, Release } from '../store/published-tables.ts'
import { headerOf } from '../store/table-csv.ts'
import { formatPeriod } from '../text/format.ts'
import { localise } from '../text/ui.ts'
import { type DatasetFacts, describeAtRelease } from './dataset-facts.ts'
import type { DownloadFile } from './download-file.ts'
import { describePeriods } from './period-descriptions.ts'
import { readTableContent, type TableContent } from './table-content.ts'
import { renderTableFormats } from './table-formats.ts'
import { renderDatasetWorkbook } from './workbook/dataset-workbook.ts'

/** Formats in which each period has a file of its own, beside the CSV of the log; a register is no cube of JSON-stat. */
export const PERIOD_FORMATS = ['excel.csv', 'xlsx', 'json', 'parquet', 'jsonstat.json'] as const

/**
 * Each published period of a table, superseded revisions too, in other formats: `flow/2026-10.1.xlsx` beside
 * `flow/2026-10.1.csv`, with what was true when it was released; `flow/latest.xlsx`, which is always the newest; and
 * what describes the CSV files of the folder. A revision with columns that the contract no longer has keeps its CSV alone.
 */
export function buildPeriodFiles(
  site: Site,
  table: PublishedTable,
  content: TableContent,
  facts: DatasetFacts,
): DownloadFile[] {
  const header = headerOf(table)
  const files = listKeptFiles(site, table).filter(({ file }) => site.published.textOf(file).startsWith(`${header}\n`))
  const newest = table.files.get(table.periods.at(-1) ?? '')
  const made = files.flatMap(({ file, release }) => {
    const span = localise((lang) => formatPeriod(file.period, lang))
    const stem = stemOf(file)
    return renderPeriod(site, table, file, describeAtRelease(facts, release, span)).flatMap(([format, bytes]) => [
      { path: `${stem}.${format}`, content: bytes },
      ...(file.path === newest?.path ? [{ path: `${table.id}/latest.${format}`, content: bytes }] : []),
    ])
  })
  const csvs = files.map(({ file }) => ({ name: file.path.split('/').at(-1) ?? '', text: site.published.textOf(file) }))
  const latest = newest ? [{ name: 'latest.csv', text: site.published.textOf(newest) }] : []
  return [...made, ...describePeriods(facts, content, [...csvs, ...latest])]
}

/** Every file of a table that is still published, with the release that it came with. */
function listKeptFiles(
  { published }: Site,
  { contract, id }: PublishedTable,
): { file: PublishedFile; release: Release }[] {
  return published.releases.flatMap((release) =>
    release.files
      .filter(({ dataset, table, path }) => dataset === contract.id && table === id && !published.withdrawn.has(path))
      .map((file) => ({ file, release })),
  )
}

function renderPeriod(
  { published, places }: Site,
  table: PublishedTable,
  file: PublishedFile,
  facts: DatasetFacts,
): [(typeof PERIOD_FORMATS)[number], Uint8Array][] {
  const only = { ...table, periods: [file.period], files: new Map([[file.period, file]]) }
  const content = readTableContent(only, { published, places, csv: published.textOf(file) })
  const stem = stemOf(file)
  return [['xlsx', renderDatasetWorkbook(facts, [content])], ...renderTableFormats(content, facts, stem)]
}

/** `cases/flow/2026-10.1.csv` → `flow/2026-10.1` */
function stemOf({ path }: PublishedFile): string {
  return path.slice(path.indexOf('/') + 1, -'.csv'.length)
}
