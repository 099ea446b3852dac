import { join } from 'node:path'
import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { Contract } from '../../src/contracts/contract.ts'
import type { HandedRows } from '../../src/sql/engine.ts'
import type { HandedRow } from '../../src/sql/hand-over.ts'
import { listHandedColumns } from '../../src/sql/handed-columns.ts'
import type { HandedManifest } from '../../src/sql/handed-manifest.ts'
import { nameCell } from '../../src/sql/sql-text.ts'
import { hashFile } from './handed-folder.ts'

/** Rows of a file: few large files are listed and opened faster than many small files. */
const ROWS_A_FILE = 500_000
/** Rows that are written together; no more are kept, but for those of the file that is added. */
const ROWS_A_GROUP = 50_000

type Row = HandedRow & { of: HandedRows }

/** Writes handed rows as `raw-0001.parquet` … into a folder, as they come. Texts are UTF-8, blanks null. */
export class RawWriter {
  readonly #folder: string
  readonly #columns: readonly RawColumn[]
  readonly #names: string[] = []
  #open: { writer: ParquetWriter; rows: number } | null = null
  #kept: Row[] = []
  #rows = 0

  constructor(folder: string, contract: Contract) {
    this.#folder = folder
    this.#columns = listColumns(contract)
  }

  /** The rows of one file. */
  async add(file: HandedRows): Promise<void> {
    for (const row of file.handed) {
      this.#kept.push({ ...row, of: file })
      if (this.#kept.length >= ROWS_A_GROUP) await this.#writeGroup()
    }
  }

  /** Writes what is left; the files with their hashes, and how many rows they have. */
  async close(): Promise<Pick<HandedManifest, 'raw' | 'rows'>> {
    if (this.#kept.length > 0 || this.#names.length === 0) await this.#writeGroup()
    await this.#closeFile()
    const raw: HandedManifest['raw'] = []
    for (const file of this.#names) raw.push({ file, sha256: await hashFile(this.#folder, file) })
    return { raw, rows: this.#rows }
  }

  async #writeGroup(): Promise<void> {
    const [rows, open] = [this.#kept, this.#open ?? this.#openFile()]
    this.#kept = []
    const columnData = this.#columns.map(({ name, read }) => ({ name, data: rows.map(read) }))
    await open.writer.write({ columnData, rowGroupSize: Math.max(1, rows.length) })
    open.rows += rows.length
    this.#rows += rows.length
    if (open.rows >= ROWS_A_FILE) await this.#closeFile()
  }

  #openFile(): { writer: ParquetWriter; rows: number } {
    const name = `raw-${String(this.#names.length + 1).padStart(4, '0')}.parquet`
    this.#names.push(name)
    const schema = schemaFromColumnData({
      columnData: this.#columns.map(({ name, type }) => ({ name, type, data: [] })),
    })
    this.#open = { writer: new ParquetWriter({ writer: fileWriter(join(this.#folder, name)), schema }), rows: 0 }
    return this.#open
  }

  async #closeFile(): Promise<void> {
    await this.#open?.writer.finish()
    this.#open = null
  }
}

interface RawColumn {
  name: string
  type: 'STRING' | 'INT64'
  read: (row: Row) => string | bigint | null
}

function listColumns(contract: Contract): RawColumn[] {
  const texts: [string, (row: Row) => string | null][] = [
    ['period', ({ of }) => of.period],
    ['first_day', ({ of }) => of.firstDay],
    ['last_day', ({ of }) => of.lastDay],
    ['key_scope', ({ of }) => of.keyScope ?? of.period],
    ['file', ({ of }) => of.file],
    ...listHandedColumns(contract).map(([id]): [string, (row: Row) => string | null] => [
      nameCell(id),
      ({ cells }) => cells[id] ?? null,
    ]),
  ]
  return [
    ...texts.map(([name, read]): RawColumn => ({ name, read, type: 'STRING' })),
    { name: 'line', read: ({ line }) => BigInt(line), type: 'INT64' },
    { name: 'ordinal', read: ({ ordinal }) => BigInt(ordinal), type: 'INT64' },
  ]
}
