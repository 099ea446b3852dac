import { kindOf, type PeriodKind } from '../calendar/period.ts'
import type { Places } from '../codes/places.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import { parsePublishedCsv } from '../store/published-csv.ts'
import type { Published, PublishedFile, PublishedTable } from '../store/published-tables.ts'
import { unescapeFormula } from '../store/table-csv.ts'
import type { LocalText } from '../text/local-text.ts'
import { type DownloadColumn, listDownloadColumns } from './download-columns.ts'

/** A published table as every format writes it. */
export interface TableContent {
  contract: Contract
  spec: TableSpec
  /** Id of the table: `flow`. */
  id: string
  title: LocalText
  columns: readonly DownloadColumn[]
  /** Cells as text, in the order of the columns; '' is a missing value. Numbers are in plain notation. */
  rows: readonly (readonly string[])[]
  /** Ascending. */
  periods: readonly string[]
  /** The published text: the lines of the files, under one header. */
  csv: string
}

/** All periods of a table, each at its newest revision. A withdrawn period has no file and is in no format. */
export function readTableContent(
  table: PublishedTable,
  { published, places, csv }: { published: Published; places: Places; csv: string },
): TableContent {
  const columns = listDownloadColumns(table.contract, table.spec)
  const files = table.periods.flatMap((period): PublishedFile[] => {
    const file = table.files.get(period)
    return file ? [file] : []
  })
  const cells = prepareCells(columns, places)
  const rows = files.flatMap((file) =>
    parsePublishedCsv(published.textOf(file)).lines.map((line) => cells.map((readCell) => readCell(line))),
  )
  const { contract, spec, id, periods } = table
  return { contract, spec, id, title: spec.title, columns, rows, periods, csv }
}

/** The kind that all periods of a table are of; null where they differ, as in a table that was made coarser. */
export function findPeriodKind(periods: readonly string[]): PeriodKind | null {
  const kinds = [...new Set(periods.map(kindOf))]
  return kinds.length === 1 ? (kinds[0] ?? null) : null
}

/** Reads each cell of a line; names of codes are looked up once a code. */
function prepareCells(columns: readonly DownloadColumn[], places: Places): ((line: readonly string[]) => string)[] {
  return columns.map(({ index, nameIn }, at) => {
    if (nameIn === null) return (line) => unescapeFormula(line[index] ?? '')
    // The column of the code is before its names; that of a place has its list elsewhere.
    const code = columns.slice(0, at).findLast((column) => column.index === index && column.nameIn === null)
    const names = new Map(code?.values?.map((item) => [item.code, item.names[nameIn]]))
    return (line) => {
      const cell = unescapeFormula(line[index] ?? '')
      return names.get(cell) ?? places.get(cell)?.names[nameIn] ?? ''
    }
  })
}
