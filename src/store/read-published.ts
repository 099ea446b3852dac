import { comparePeriods } from '../calendar/period.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import { sha256 } from './disk.ts'
import { openFolder } from './file-reader.ts'
import { stampAll } from './file-stamp.ts'
import { findLapsedFiles } from './lapsed.ts'
import { findNewestFiles, findWithdrawn, linesOf, readReleases } from './log.ts'
import type { Published, PublishedFile, PublishedRow, PublishedTable, Release } from './published-tables.ts'
import { ReleaseError } from './release-error.ts'
import { type FileShape, headerOf, rowsOf } from './table-csv.ts'
import { readTexts } from './verified-texts.ts'

/**
 * All that is published: every file's bytes are compared with the log, and its header against the contract. A period's
 * rows are parsed when they are first asked for. `verified` is the stamp that the folder had before it was last read so:
 * while it has that stamp, no file is hashed again. Throws `ReleaseError`.
 */
export async function readPublished(
  publishedDir: string,
  contracts: ReadonlyMap<string, Contract>,
  verified?: string,
): Promise<Published> {
  const read = openFolder(publishedDir)
  const { log, releases } = await readReleases(read)
  const isVerified = verified !== undefined && verified === stampAll([publishedDir]).text
  const texts = await readTexts(read, releases, { isVerified })
  refuseLapsed({ releases, texts }, contracts)
  const withdrawn = findWithdrawn(releases)
  const byTable = Map.groupBy(findNewestFiles(releases).values(), (file) => `${file.dataset}/${file.table}`)
  const tables = new Map<string, PublishedTable>()
  for (const [name, files] of [...byTable].sort(compareNames)) {
    // A table of which everything was taken out has nothing to show; its history is in the log.
    if (files.every((file) => withdrawn.has(file.path))) continue
    tables.set(name, buildPublishedTable(files, { texts, withdrawn }, contracts))
  }
  const present = new Set([...tables.values()].map((table) => table.contract.id))
  const last = linesOf(log).at(-1)
  return {
    contracts: new Map([...contracts].filter(([id]) => present.has(id))),
    tables,
    releases,
    head: last === undefined ? null : sha256(last),
    withdrawn,
    textOf({ path }) {
      const text = texts.get(path)
      if (text === undefined) throw new Error(`store: no release holds ${path}`)
      return text
    },
  }
}

/** By the day of the last release, since a build has no clock of its own. */
function refuseLapsed(
  store: { releases: readonly Release[]; texts: ReadonlyMap<string, string> },
  contracts: ReadonlyMap<string, Contract>,
): void {
  const day = store.releases.at(-1)?.date
  const lapsed = day === undefined ? [] : findLapsedFiles(store, contracts, day)
  if (day !== undefined && lapsed[0])
    throw new ReleaseError('published-entry-lapsed', lapsed[0].file.path, { params: { date: day } })
}

interface Store {
  texts: ReadonlyMap<string, string>
  withdrawn: ReadonlyMap<string, Release>
}

function buildPublishedTable(
  all: readonly PublishedFile[],
  { texts, withdrawn }: Store,
  contracts: ReadonlyMap<string, Contract>,
): PublishedTable {
  const { contract, id, spec } = requireDeclared(all, contracts)
  const files = all.filter((file) => !withdrawn.has(file.path))
  const takenOut = all.flatMap(({ period, path }) => {
    const release = withdrawn.get(path)
    return release ? [[period, release] as const] : []
  })
  const byPeriod = new Map(files.map((file) => [file.period, file]))
  const parsed = new Map<string, readonly PublishedRow[]>()
  for (const file of files) checkHeader(file, texts.get(file.path) ?? '', { contract, spec })
  return {
    contract,
    id,
    spec,
    periods: [...byPeriod.keys()].sort(comparePeriods),
    files: byPeriod,
    withdrawn: new Map(takenOut),
    readRows(period) {
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

function requireDeclared(
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

function compareNames([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
