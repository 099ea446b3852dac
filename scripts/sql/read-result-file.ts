import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet'
import Papa from 'papaparse'
import type { EngineRow } from '../../src/sql/read-tables.ts'
import { readHashed, readHashedText, refuse } from './handed-folder.ts'

/** A table that an engine wrote: its columns, and its rows with null for a blank. */
interface ResultFile {
  head: string[]
  rows: EngineRow[]
}

/**
 * A file of results as engines write them: CSV in UTF-8, or Parquet where its name ends so. Throws InputError where it has
 * not the hash that is stated, lacks a column, or is not of that form.
 */
export async function readResultFile(
  folder: string,
  { file, sha256 }: { file: string; sha256: string },
  columns: readonly string[],
): Promise<ResultFile> {
  const isParquet = /\.parquet$/i.test(file)
  const result = isParquet
    ? await parseParquet(file, await readHashed(folder, file, sha256))
    : parseCsv(file, await readHashedText(folder, file, sha256))
  const missing = columns.filter((column) => !result.head.includes(column))
  if (missing.length > 0) {
    refuse(file, { zh: `缺少列${missing.join('、')}`, en: `columns are missing: ${missing.join(', ')}` })
  }
  return result
}

function parseCsv(file: string, text: string): ResultFile {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  const [error] = errors
  if (error && error.code !== 'UndetectableDelimiter') {
    refuse(file, {
      zh: `第${(error.row ?? 0) + 2}行不成表：${error.message}`,
      en: `line ${(error.row ?? 0) + 2}: ${error.message}`,
    })
  }
  return { head: meta.fields ?? [], rows: data.map(blankToNull) }
}

async function parseParquet(file: string, bytes: Uint8Array): Promise<ResultFile> {
  const { head, rows } = await readParquet(file, new Uint8Array(bytes).buffer)
  return { head, rows: rows.map((row) => blankToNull(requireValues(file, row))) }
}

async function readParquet(file: string, buffer: ArrayBuffer) {
  try {
    const metadata = parquetMetadata(buffer)
    const head = parquetSchema(metadata).children.map(({ element }) => element.name)
    return { head, rows: await parquetReadObjects({ file: buffer, metadata }) }
  } catch (error) {
    // What the library throws of a damaged file, or of a compression that it does not know.
    if (!(error instanceof Error)) throw error
    return refuse(file, {
      zh: `不能按Parquet读取（用Snappy压缩或不压缩）：${error.message}`,
      en: `it cannot be read as Parquet, compressed by Snappy or not at all: ${error.message}`,
    })
  }
}

/** The statements give whole numbers and texts; another type is of another query. */
function requireValues(file: string, row: Record<string, unknown>): EngineRow {
  for (const [column, value] of Object.entries(row)) {
    if (value === null || value === undefined) continue
    if (typeof value === 'string' || typeof value === 'bigint' || Number.isSafeInteger(value)) continue
    refuse(file, {
      zh: `列“${column}”不是整数或文字`,
      en: `the column ${column} holds neither whole numbers nor text`,
    })
  }
  // The loop has seen each value.
  return row as EngineRow
}

function blankToNull(row: EngineRow): EngineRow {
  return Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cell === '' ? null : (cell ?? null)]))
}
