import type { PublishedFile, Release } from '../store/published-tables.ts'

/** When a dataset's figures of one period were published, corrected and taken out. */
export interface ReleasedPeriod {
  day: string
  release: number
  corrections: number
  corrected: string | null
  /** Releases that took something of it out; entries that lapsed are none. */
  withdrawals: number
  withdrawn: string | null
  /** How many of its tables the public has. */
  tables: number
}

/** By dataset, then by period. The tables of one release count once. */
export function countReleases(releases: readonly Release[]): Map<string, Map<string, ReleasedPeriod>> {
  const released = new Map<string, Map<string, ReleasedPeriod>>()
  const files = new Map<string, PublishedFile>()
  // The newest revision of each table and period that is not taken out.
  const current = new Map<string, PublishedFile>()
  for (const release of releases) {
    for (const file of release.files) {
      files.set(file.path, file)
      current.set(nameOf(file), file)
    }
    const gone = (release.withdrawn ?? []).flatMap(({ path, lapsed }) => (lapsed ? [] : (files.get(path) ?? [])))
    for (const file of gone) if (current.get(nameOf(file)) === file) current.delete(nameOf(file))
    forEachPeriod(release.files, (dataset, period, tables) => publish(released, { dataset, period, tables, release }))
    forEachPeriod(gone, (dataset, period) => withdraw(released, { dataset, period, date: release.date }))
  }
  for (const { dataset, period } of current.values()) {
    const found = released.get(dataset)?.get(period)
    if (found) found.tables += 1
  }
  return released
}

type Released = Map<string, Map<string, ReleasedPeriod>>

function nameOf({ dataset, table, period }: PublishedFile): string {
  return `${dataset}/${table}/${period}`
}

function forEachPeriod(
  files: readonly PublishedFile[],
  work: (dataset: string, period: string, tables: readonly PublishedFile[]) => void,
): void {
  for (const tables of Map.groupBy(files, ({ dataset, period }) => `${dataset}/${period}`).values()) {
    const [first] = tables
    if (first) work(first.dataset, first.period, tables)
  }
}

interface Published {
  dataset: string
  period: string
  tables: readonly PublishedFile[]
  release: Release
}

/** Mutates `released`. */
function publish(released: Released, { dataset, period, tables, release }: Published): void {
  const periods = released.get(dataset) ?? new Map<string, ReleasedPeriod>()
  released.set(dataset, periods)
  const before = periods.get(period)
  const { date: day } = release
  if (before === undefined) {
    const none = { corrections: 0, corrected: null, withdrawals: 0, withdrawn: null, tables: 0 }
    periods.set(period, { day, release: release.release, ...none })
  } else if (tables.some(({ revision, onlyLapsed }) => revision > 1 && !onlyLapsed)) {
    periods.set(period, { ...before, corrections: before.corrections + 1, corrected: day })
  }
}

/** Mutates `released`. */
function withdraw(
  released: Released,
  { dataset, period, date }: { dataset: string; period: string; date: string },
): void {
  const periods = released.get(dataset)
  const before = periods?.get(period)
  if (before) periods?.set(period, { ...before, withdrawals: before.withdrawals + 1, withdrawn: date })
}
