import type { DatasetFacts } from './dataset-facts.ts'
import { renderExcelCsv } from './excel-csv.ts'
import { renderJsonStat } from './json-stat.ts'
import { renderParquet } from './parquet.ts'
import type { TableContent } from './table-content.ts'
import { renderTableJson } from './table-json.ts'

/** Formats of a file that holds one table and nothing else, by the end of its name. */
type TableFormat = 'excel.csv' | 'json' | 'parquet' | 'jsonstat.json'

/**
 * A table, or one period of it, in each format that holds a table alone. `stem` is its path below the dataset's folder
 * without the end of the name: `cases-flow`, `flow/2026-10.1`. JSON-stat is left out for what is no cube.
 */
export function renderTableFormats(
  table: TableContent,
  facts: DatasetFacts,
  stem: string,
): [TableFormat, Uint8Array][] {
  const cube = renderJsonStat(table, facts, stem)
  return [
    ['excel.csv', encode(renderExcelCsv(table))],
    ['json', encode(renderTableJson(table, facts.licence))],
    ['parquet', renderParquet(table, listMetadata(facts))],
    ...(cube === null ? [] : [['jsonstat.json', encode(cube)] satisfies [TableFormat, Uint8Array]]),
  ]
}

/** What a Parquet file says of itself. */
function listMetadata({ title, licence, address, released }: DatasetFacts): Record<string, string> {
  return {
    title: title.zh,
    licence: licence.name,
    ...(address === null ? {} : { source: address }),
    released,
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
