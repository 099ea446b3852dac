import type { Site } from '../compose/site.ts'
import type { PublishedFile, PublishedTable, Release } from '../store/published-tables.ts'
import { headerOf } from '../store/table-csv.ts'
import { formatPeriod } from '../text/format.ts'
import { localise } from '../text/ui.ts'
import { type DatasetFacts, describeAtRelease } from './dataset-facts.ts'
import type { DownloadFile } from './download-file.ts'
import { renderExcelCsv } from './excel-csv.ts'
import { readTableContent } from './table-content.ts'
import { renderTableJson } from './table-json.ts'
import { renderDatasetWorkbook } from './workbook/dataset-workbook.ts'

/** Formats in which each period has a file of its own, beside the CSV of the log. Columnar formats hold whole tables only. */
export const PERIOD_FORMATS = ['excel.csv', 'xlsx', 'json'] as const

/**
 * Each published period of a table, superseded revisions too, in other formats: `flow/2026-10.1.xlsx` beside
 * `flow/2026-10.1.csv`, with what was true when it was released; and `flow/latest.xlsx`, which is always the newest.
 * A revision with columns that the contract no longer has keeps its CSV alone.
 */
export function buildPeriodFiles(site: Site, table: PublishedTable, facts: DatasetFacts): DownloadFile[] {
  const header = headerOf(table)
  const newest = table.files.get(table.periods.at(-1) ?? '')
  return listKeptFiles(site, table).flatMap(({ file, release }) => {
    if (!site.published.textOf(file).startsWith(`${header}\n`)) return []
    const made = renderPeriod(
      site,
      table,
      file,
      describeAtRelease(
        facts,
        release,
        localise((lang) => formatPeriod(file.period, lang)),
      ),
    )
    const stem = file.path.slice(file.path.indexOf('/') + 1, -'.csv'.length)
    return made.flatMap(([format, content]) => [
      { path: `${stem}.${format}`, content },
      ...(file.path === newest?.path ? [{ path: `${table.id}/latest.${format}`, content }] : []),
    ])
  })
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
  const encode = (text: string) => new TextEncoder().encode(text)
  return [
    ['excel.csv', encode(renderExcelCsv(content))],
    ['xlsx', renderDatasetWorkbook(facts, [content])],
    ['json', encode(renderTableJson(content, facts.licence))],
  ]
}
