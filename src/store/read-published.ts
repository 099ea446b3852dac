import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { comparePeriods } from '../calendar/period.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import { isLink, isMissing, sha256 } from './disk.ts'
import { findNewestFiles, readLog, releasesOf } from './log.ts'
import type { Published, PublishedFile, PublishedRow, PublishedTable } from './published.ts'
import { ReleaseError } from './release-error.ts'
import { type FileShape, headerOf, rowsOf } from './table-csv.ts'

/** How many files are open at a time. */
const FILES_AT_ONCE = 16

/**
 * All that is published: every file's bytes are held against the log, and its header against the contract. A period's
 * rows are parsed when they are first asked for. Throws `ReleaseFault`.
 */
export async function readPublished(
  publishedDir: string,
  contracts: ReadonlyMap<string, Contract>,
): Promise<Published> {
  const releases = releasesOf(await readLog(publishedDir))
  const newest = [...findNewestFiles(releases).values()]
  // Earlier revisions are offered for download beside the newest, and are held against the log like it. The newest are
  // read first, so that of two faults the one that a page shows is named.
  const current = new Set(newest.map((file) => file.path))
  const earlier = releases.flatMap((release) => release.files).filter((file) => !current.has(file.path))
  const texts = await readTexts(publishedDir, [...newest, ...earlier])
  const byTable = Map.groupBy(newest, (file) => `${file.dataset}/${file.table}`)
  const tables = new Map<string, PublishedTable>()
  for (const [name, files] of [...byTable].sort(byName)) tables.set(name, buildPublishedTable(files, texts, contracts))
  const present = new Set([...tables.values()].map((table) => table.contract.id))
  return {
    contracts: new Map([...contracts].filter(([id]) => present.has(id))),
    tables,
    releases,
    textOf({ path }) {
      const text = texts.get(path)
      if (text === undefined) throw new Error(`store: no release holds ${path}`)
      return text
    },
  }
}

/** The bytes of one published file, held against the log. Throws `ReleaseFault`. */
async function readVerified(publishedDir: string, file: PublishedFile): Promise<string> {
  let bytes: Uint8Array
  try {
    for (const path of pathsTo(file.path)) {
      if (await isLink(join(publishedDir, path))) throw new ReleaseError('published-link', path)
    }
    bytes = await readFile(join(publishedDir, file.path))
  } catch (error) {
    if (isMissing(error)) throw new ReleaseError('published-file-missing', file.path)
    throw error
  }
  const found = sha256(bytes)
  if (found !== file.sha256) {
    throw new ReleaseError('published-file-changed', file.path, { found, expected: file.sha256 })
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/** `cases/flow/2026-10.1.csv` with the folders that it lies in. */
function pathsTo(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

async function readTexts(publishedDir: string, files: readonly PublishedFile[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (let start = 0; start < files.length; start += FILES_AT_ONCE) {
    const batch = files.slice(start, start + FILES_AT_ONCE)
    const read = await Promise.all(batch.map((file) => readVerified(publishedDir, file)))
    for (const [index, file] of batch.entries()) texts.set(file.path, read[index] ?? '')
  }
  return texts
}

function buildPublishedTable(
  files: readonly PublishedFile[],
  texts: ReadonlyMap<string, string>,
  contracts: ReadonlyMap<string, Contract>,
): PublishedTable {
  const { contract, id, spec } = declared(files, contracts)
  const byPeriod = new Map(files.map((file) => [file.period, file]))
  const parsed = new Map<string, readonly PublishedRow[]>()
  for (const file of files) checkHeader(file, texts.get(file.path) ?? '', { contract, spec })
  return {
    contract,
    id,
    spec,
    periods: [...byPeriod.keys()].sort(comparePeriods),
    files: byPeriod,
    rows(period) {
      const file = byPeriod.get(period)
      if (!file) return []
      let rows = parsed.get(period)
      if (!rows) {
        rows = parse(file, texts.get(file.path) ?? '', { contract, spec })
        parsed.set(period, rows)
      }
      return rows
    },
  }
}

function declared(
  files: readonly PublishedFile[],
  contracts: ReadonlyMap<string, Contract>,
): { contract: Contract; id: string; spec: TableSpec } {
  const [first] = files
  const contract = first && contracts.get(first.dataset)
  const spec = first && contract?.tables[first.table]
  if (contract && spec) return { contract, id: first.table, spec }
  throw new ReleaseError('published-without-contract', first?.path ?? '')
}

function checkHeader(file: PublishedFile, text: string, shape: FileShape): void {
  const found = text.slice(0, text.indexOf('\n'))
  const expected = headerOf(shape)
  if (found !== expected) throw new ReleaseError('published-header-old', file.path, { found, expected })
}

function parse(file: PublishedFile, text: string, shape: FileShape): PublishedRow[] {
  try {
    return rowsOf(text, shape).map((row) => ({ ...row, period: file.period }))
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    throw new ReleaseError('published-file-unreadable', file.path, { found })
  }
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
