import { comparePeriods } from '../calendar/period.ts'
import { findNewestFiles, findWithdrawn } from './log.ts'
import type { Published, PublishedFile, PublishedRow, PublishedTable, Release } from './published-tables.ts'
import { type FileShape, headerOf, rowsOf } from './table-csv.ts'

/** What was public after an earlier release, and what of that cannot be shown any more. */
interface Recalled {
  published: Published
  lost: LostFile[]
}

/** A file that was the newest of its period then. */
export interface LostFile {
  file: PublishedFile
  /** The later release that took it out; null where its columns are not those of today’s contract. */
  withdrawn: Release | null
}

/**
 * The tables as they were after release `number`, from files that are kept for good. Tables that have no figures today are
 * left out; periods that are lost have no rows.
 */
export function recallRelease(published: Published, number: number): Recalled {
  const releases = published.releases.filter(({ release }) => release <= number)
  const byTable = Map.groupBy(findNewestFiles(releases).values(), ({ dataset, table }) => `${dataset}/${table}`)
  const lost: LostFile[] = []
  const tables = new Map<string, PublishedTable>()
  for (const [name, today] of published.tables) {
    const kept: PublishedFile[] = []
    for (const file of byTable.get(name) ?? []) {
      const withdrawn = published.withdrawn.get(file.path) ?? null
      if (withdrawn === null && hasColumnsOf(today, published.textOf(file))) kept.push(file)
      else if (withdrawn === null || withdrawn.release > number) lost.push({ file, withdrawn })
    }
    if (kept.length > 0) tables.set(name, recallTable(today, kept, published))
  }
  const present = new Set([...tables.values()].map(({ contract }) => contract.id))
  return {
    published: {
      ...published,
      contracts: new Map([...published.contracts].filter(([id]) => present.has(id))),
      tables,
      releases,
      head: published.releases.find(({ release }) => release === number + 1)?.previous ?? published.head,
      withdrawn: findWithdrawn(releases),
    },
    lost,
  }
}

function hasColumnsOf(shape: FileShape, text: string): boolean {
  return text.slice(0, text.indexOf('\n')) === headerOf(shape)
}

function recallTable(today: PublishedTable, files: readonly PublishedFile[], published: Published): PublishedTable {
  const byPeriod = new Map(files.map((file) => [file.period, file]))
  const parsed = new Map<string, readonly PublishedRow[]>()
  return {
    ...today,
    periods: [...byPeriod.keys()].sort(comparePeriods),
    files: byPeriod,
    withdrawn: new Map(),
    readRows(period) {
      const file = byPeriod.get(period)
      if (!file) return []
      // What has not been corrected since is read once for all releases.
      if (today.files.get(period)?.path === file.path) return today.readRows(period)
      const rows = parsed.get(period) ?? rowsOf(published.textOf(file), today).map((row) => ({ ...row, period }))
      parsed.set(period, rows)
      return rows
    },
  }
}
