import { extname } from 'node:path'
import { unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import { listArchive } from '../../src/read/archive.ts'
import { UNPACKED_BYTES_MAX } from '../../src/read/limits.ts'
import { sha256 } from '../../src/store/disk.ts'
import { listPdfWords } from './pdf-words.ts'
import { scanFile } from './scan-file.ts'
import { type Allowed, type FileHit, scanOnce, scanTable } from './scan-table.ts'

/** Archives within archives are opened this deep. */
const DEPTH_MAX = 3

/**
 * The hits of any file: archives entry by entry, Parquet row by row, PDF page by page, all else as `scanFile` does. Null where something in it
 * cannot be scanned. What is in several archives, and beside them, is scanned once.
 */
export async function scanPacked(
  file: string,
  bytes: Uint8Array,
  allowed: Allowed,
  depth = 0,
): Promise<FileHit[] | null> {
  if (!DATA.test(file)) return scanFile(file, bytes, allowed)
  const known = scanned.get(allowed) ?? new Set<string>()
  scanned.set(allowed, known)
  const key = `${extname(file)} ${sha256(bytes)}`
  if (known.has(key)) return scanName(file, allowed)
  const found = await scanData(file, bytes, allowed, depth)
  if (found?.length === 0) known.add(key)
  return found
}

const DATA = /\.(?:zip|parquet|xlsx|csv|jsonl?|pdf)$/i

/** Kind and hash of the files in which a run has found nothing; each run has a set of allowed numbers of its own. */
const scanned = new WeakMap<Allowed, Set<string>>()

function scanName(file: string, allowed: Allowed): FileHit[] {
  const hits = scanFile(`${file}.txt`, new Uint8Array(), allowed) ?? []
  return hits.map((hit) => ({ ...hit, file }))
}

async function scanData(file: string, bytes: Uint8Array, allowed: Allowed, depth: number): Promise<FileHit[] | null> {
  if (/\.parquet$/i.test(file)) return scanParquet(file, bytes, allowed)
  if (/\.pdf$/i.test(file)) return scanPdf(file, bytes, allowed)
  if (/\.zip$/i.test(file)) return depth < DEPTH_MAX ? scanArchive(file, bytes, allowed, depth) : null
  return scanFile(file, bytes, allowed)
}

async function scanArchive(
  file: string,
  bytes: Uint8Array,
  allowed: Allowed,
  depth: number,
): Promise<FileHit[] | null> {
  const listed = listArchive(bytes)
  if (listed === null || listed.unpackedBytes > UNPACKED_BYTES_MAX) return null
  const hits: FileHit[] = []
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (name.endsWith('/')) continue
    const found = await scanPacked(name, content, allowed, depth + 1)
    if (found === null) return null
    for (const hit of found) hits.push({ ...hit, file: `${file}/${hit.file}` })
  }
  return hits
}

async function scanParquet(file: string, bytes: Uint8Array, allowed: Allowed): Promise<FileHit[] | null> {
  let rows: Record<string, unknown>[]
  try {
    rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer })
  } catch {
    // Not a Parquet file, or one that the reader does not know: the caller reports it as not scanned.
    return null
  }
  const headers = Object.keys(rows[0] ?? {})
  const table = [headers, ...rows.map((row) => headers.map((header) => textOf(row[header])))]
  const hits = scanTable(
    table.map((cells, at) => ({ row: at + 1, cells })),
    allowed,
  ).map((hit) => ({ file, ...hit }))
  return [...scanName(file, allowed), ...hits]
}

/** The row of a hit is its page. */
async function scanPdf(file: string, bytes: Uint8Array, allowed: Allowed): Promise<FileHit[] | null> {
  const words = await listPdfWords(bytes)
  if (words === null) return null
  const hits = words.flatMap(({ page, text }) =>
    scanOnce(text, { allowed }).map(({ kind, masked, hash }) => ({
      file,
      row: page,
      column: null,
      kind,
      masked,
      hash,
    })),
  )
  return [...scanName(file, allowed), ...hits]
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}
