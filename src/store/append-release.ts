import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Table } from '../contracts/table.ts'
import type { LocalText } from '../text/local-text.ts'
import { sha256 } from './disk.ts'
import { findNewestFiles, LOG, linesOf, nameOf, readLog, releasesOf } from './log.ts'
import type { PublishedFile, Release, SourceFile } from './published.ts'
import { ReleaseError } from './release-error.ts'
import { csvOf } from './table-csv.ts'

/** A filled table and the raw files that it was made of. */
export interface SourcedTable {
  contract: Contract
  table: Table
  sources: readonly SourceFile[]
}

/** What an act of publishing is made of. */
export interface Edition {
  tables: readonly SourcedTable[]
  places: Places
  /** Day of publication, `YYYY-MM-DD`. */
  date: string
  repairs: Release['repairs']
  /** Where the release comes from, if not from a publisher. */
  origin?: Release['origin']
  /** Words of the release, from what is new in it. */
  note(files: readonly PublishedFile[]): LocalText
}

/**
 * Appends a release to a published folder: a file for each table whose bytes are new, then one line of the log.
 * Nothing that stands there is changed. Null where every table stands there already.
 * The log is written last: a run that is cut off leaves files that no line names, which the next run writes again.
 */
export async function appendRelease(publishedDir: string, edition: Edition): Promise<Release | null> {
  const log = await readLog(publishedDir)
  const releases = releasesOf(log)
  const fresh = listFreshFiles(findNewestFiles(releases), edition)
  if (fresh.length === 0) return null
  const files = fresh.map(({ file }) => file)
  const latest = releases.at(-1)
  if (latest && edition.date < latest.date) {
    throw new ReleaseError('release-date-back', LOG, { found: edition.date, expected: `≥ ${latest.date}` })
  }
  const changed = new Set(files.flatMap((file) => file.sources.map((source) => source.path)))
  const last = linesOf(log).at(-1)
  const release: Release = {
    release: releases.length + 1,
    date: edition.date,
    note: edition.note(files),
    files,
    repairs: edition.repairs.filter((repair) => changed.has(repair.file)),
    ...(edition.origin ? { origin: edition.origin } : {}),
    previous: last === undefined ? null : sha256(last),
  }
  for (const { file, text } of fresh) await writeWhole(join(publishedDir, file.path), text)
  await writeWhole(join(publishedDir, LOG), `${log}${JSON.stringify(release)}\n`)
  return release
}

interface FreshFile {
  file: PublishedFile
  text: string
}

function listFreshFiles(newest: ReadonlyMap<string, PublishedFile>, edition: Edition): FreshFile[] {
  const fresh: FreshFile[] = []
  for (const { contract, table, sources } of edition.tables) {
    const spec = contract.tables[table.table]
    if (!spec) throw new Error(`table without a contract: ${nameOf(table)}`)
    const text = csvOf(table, { contract, spec }, edition.places)
    const before = newest.get(nameOf(table))
    const hash = sha256(text)
    if (before?.sha256 === hash) continue
    const revision = (before?.revision ?? 0) + 1
    const file: PublishedFile = {
      path: `${nameOf(table)}.${revision}.csv`,
      dataset: table.dataset,
      table: table.table,
      period: table.period,
      revision,
      sha256: hash,
      bytes: Buffer.byteLength(text),
      rows: table.rows.length,
      sources: [...sources],
    }
    fresh.push({ file, text })
  }
  return fresh
}

/** A reader sees the old file or the new one, never a half. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const part = `${path}.part`
  await writeFile(part, text)
  await rename(part, path)
}
