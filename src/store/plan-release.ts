import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Table } from '../contracts/table.ts'
import { compareRevisions, type RevisionChanges } from './compare-revisions.ts'
import { sha256 } from './disk.ts'
import { openFolder } from './file-reader.ts'
import { findNewestFiles, findWithdrawn, nameOf, type ReadLog, readReleases } from './log.ts'
import { markRevised } from './mark-revised.ts'
import type { PublishedFile, Release, SourceFile } from './published-tables.ts'
import { csvOf } from './table-csv.ts'
import { readTexts } from './verified-texts.ts'

/** A filled table and the raw files that it was made of. */
export interface SourcedTable {
  contract: Contract
  table: Table
  sources: readonly SourceFile[]
}

/** What a release may be made of. */
export interface ReleaseInput {
  tables: readonly SourcedTable[]
  places: Places
  repairs: Release['repairs']
}

/** A file that a release would add. */
export interface PlannedFile {
  file: PublishedFile
  text: string
  contract: Contract
  /** What it has differently from the revision before; null where it is the first, or the one before was taken out. */
  changes: RevisionChanges | null
}

/** What a release would add to a store, before anything is written. */
export interface ReleasePlan extends ReadLog {
  files: PlannedFile[]
  /** Tables that are as a file that was taken out, which is not published again. */
  leftOut: PublishedFile[]
  repairs: Release['repairs']
}

/**
 * What is new in these tables, once every byte of the store has been held against its log. Throws `ReleaseError` where
 * the store is not as it was published.
 */
export async function planRelease(publishedDir: string, input: ReleaseInput): Promise<ReleasePlan> {
  const read = openFolder(publishedDir)
  const log = await readReleases(read)
  const texts = await readTexts(read, log.releases)
  const newest = findNewestFiles(log.releases)
  const withdrawn = findWithdrawn(log.releases)
  const plan: ReleasePlan = { ...log, files: [], leftOut: [], repairs: [] }
  for (const sourced of input.tables) {
    const before = newest.get(nameOf(sourced.table)) ?? null
    const made = planFile(sourced, { before, text: texts.get(before?.path ?? '') ?? null, places: input.places })
    if (made === null) continue
    const isGone = before !== null && withdrawn.has(before.path)
    if (isGone && made.file.sha256 === (before.unmarked ?? before.sha256)) plan.leftOut.push(before)
    else plan.files.push(made)
  }
  const changed = new Set(plan.files.flatMap(({ file }) => file.sources.map((source) => source.path)))
  return { ...plan, repairs: input.repairs.filter((repair) => changed.has(repair.file)) }
}

interface Earlier {
  before: PublishedFile | null
  /** Null where nothing was published, or it was taken out. */
  text: string | null
  places: Places
}

/** Null where the newest revision is what would be published. */
function planFile({ contract, table, sources }: SourcedTable, { before, text: old, places }: Earlier) {
  const spec = contract.tables[table.table]
  if (!spec) throw new Error(`table without a contract: ${nameOf(table)}`)
  const shape = { contract, spec }
  const plain = csvOf(table, shape, places)
  if (plain === old) return null
  const text = old === null ? plain : csvOf(markRevised(table, shape, old), shape, places)
  if (text === old) return null
  const revision = (before?.revision ?? 0) + 1
  const file: PublishedFile = {
    path: `${nameOf(table)}.${revision}.csv`,
    dataset: table.dataset,
    table: table.table,
    period: table.period,
    revision,
    sha256: sha256(text),
    ...(text === plain ? {} : { unmarked: sha256(plain) }),
    bytes: Buffer.byteLength(text),
    rows: table.rows.length,
    sources: sources.map((source) => recordSource(source, contract)),
  }
  const keys = spec.dimensions.map(({ column }) => column)
  return { file, text, contract, changes: old === null ? null : compareRevisions(old, text, keys) }
}

/** Of a file about people, the log holds no numbers of rows: with them, what a table hides could be worked out. */
function recordSource(source: SourceFile, contract: Contract): SourceFile {
  if (contract.class === 'O') return source
  const { path, sha256: hash, encoding, sheets } = source
  return { path, sha256: hash, encoding, ...(sheets ? { sheets } : {}) }
}
