import { comparePeriods } from '../calendar/period.ts'
import { memoisePerSite } from '../compose/once.ts'
import type { Site } from '../compose/site.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import type { SourceRef } from '../measure/series.ts'
import { formatCellName } from '../store/cell-name.ts'
import { compareRevisions, type RevisionChanges } from '../store/compare-revisions.ts'
import type { PublishedFile, Release } from '../store/published-tables.ts'
import type { LocalText } from '../text/local-text.ts'
import { buildDictionary } from './dictionary.ts'
import { describeKey } from './key-words.ts'

/** One version of a table for a period. */
interface Revision {
  file: PublishedFile
  /** The release that it came with. */
  release: Release
  /** The release that took it out, or null. */
  withdrawn: Release | null
}

/** A table and period of which more than one version was published, or one was taken out. */
interface RevisedPeriod {
  contract: Contract
  spec: TableSpec
  table: string
  period: string
  /** Ascending. */
  revisions: Revision[]
}

export function revisionsPathOf(dataset: string): string {
  return `/data/${dataset}/revisions/`
}

/** Anchor of a table and period on the page of revisions: `flow-2026-10`. */
export function revisionAnchorOf({ table, period }: Pick<RevisedPeriod, 'table' | 'period'>): string {
  return `${table}-${period}`
}

/** Every table and period of a dataset that was corrected or taken out, the newest period first. */
export const listRevisedPeriods = memoisePerSite((site, dataset: string): readonly RevisedPeriod[] => {
  const contract = site.contracts.get(dataset)
  if (!contract) return []
  const all = site.published.releases.flatMap((release) =>
    release.files
      .filter((file) => file.dataset === dataset)
      .map((file): Revision => ({ file, release, withdrawn: site.published.withdrawn.get(file.path) ?? null })),
  )
  const made: RevisedPeriod[] = []
  for (const revisions of Map.groupBy(all, ({ file }) => `${file.table}/${file.period}`).values()) {
    const file = revisions[0]?.file
    const spec = file && contract.tables[file.table]
    if (!spec || (revisions.length < 2 && revisions.every(({ withdrawn }) => withdrawn === null))) continue
    made.push({ contract, spec, table: file.table, period: file.period, revisions })
  }
  const order = Object.keys(contract.tables)
  return made.toSorted((a, b) => comparePeriods(b.period, a.period) || order.indexOf(a.table) - order.indexOf(b.table))
})

/** Two versions and what differs between them; null where one of them was taken out. */
interface RevisionPair {
  from: Revision
  to: Revision
  changes: RevisionChanges | null
}

/** Any two versions of a table and period, the newest first. */
export function listPairs(site: Site, { spec, revisions }: RevisedPeriod): RevisionPair[] {
  const keys = spec.dimensions.map(({ column }) => column)
  const pairs: RevisionPair[] = []
  for (const to of revisions.toReversed()) {
    for (const from of revisions.filter(({ file }) => file.revision < to.file.revision).toReversed()) {
      const isThere = from.withdrawn === null && to.withdrawn === null
      const texts = isThere ? ([site.published.textOf(from.file), site.published.textOf(to.file)] as const) : null
      pairs.push({ from, to, changes: texts && compareRevisions(...texts, keys) })
    }
  }
  return pairs
}

/** A cell that two versions have differently, in words. */
interface ChangedCell {
  /** `cases/flow/990102/2026-10/on_time_rate` */
  name: string
  what: LocalText
  column: LocalText
  before: string
  after: string
}

/** The cells of a pair in words; of tables about people, none. */
export function listChangedCells(site: Site, revised: RevisedPeriod, changes: RevisionChanges): ChangedCell[] {
  const { contract, spec, table, period } = revised
  if (contract.class !== 'O') return []
  const names = new Map(buildDictionary(contract, spec).map((row) => [row.id, row.name]))
  return changes.cells.map(({ key, column, before, after }) => ({
    name: formatCellName({ dataset: contract.id, table, key: Object.values(key), period, measure: column }),
    what: describeKey(site, contract, key),
    column: names.get(column) ?? { zh: column, en: column },
    before: before || '—',
    after: after || '—',
  }))
}

/** True where a version has other values than an earlier version, and not only other columns. */
const isCorrected = memoisePerSite((site, dataset: string, table: string, period: string): boolean => {
  const revised = listRevisedPeriods(site, dataset).find((some) => some.table === table && some.period === period)
  if (!revised) return false
  return listPairs(site, revised).some(({ from, to, changes }) => {
    // In a table about people the status of a row is its vintage.
    const isFigure = (column: string) => column !== 'status' || revised.contract.class === 'O'
    if (changes !== null) return changes.cells.some(({ column }) => isFigure(column))
    // Of what was taken out nobody can say any more what differed: that it was a correction is in the log.
    return to.file.revision === from.file.revision + 1 && !to.file.onlyLapsed
  })
})

/** What a figure or a bulletin says of periods that it shows and that were corrected or taken out. */
export interface RevisionNotice {
  contract: Contract
  table: string
  period: string
  kind: 'corrected' | 'withdrawn'
  /** The release that corrected it last, or took it out. */
  release: Release
  path: string
}

/** Notices of all tables that figures read, over the periods that they show; the newest period first. */
export function listNotices(site: Site, sources: readonly SourceRef[]): RevisionNotice[] {
  return sources.flatMap(({ dataset, table, from, to }) =>
    listRevisedPeriods(site, dataset)
      .filter((revised) => revised.table === table)
      .filter(({ period }) => comparePeriods(from, period) <= 0 && comparePeriods(period, to) <= 0)
      .flatMap((revised) => noticeOf(site, revised) ?? []),
  )
}

/** Null where its figures are as they were published, whatever columns were added to them. */
export function noticeOf(site: Site, revised: RevisedPeriod): RevisionNotice | null {
  const { contract, table, period, revisions } = revised
  const last = revisions.at(-1)
  if (!last) return null
  const at = { contract, table, period, path: `${revisionsPathOf(contract.id)}#${revisionAnchorOf(revised)}` }
  if (last.withdrawn) return { ...at, kind: 'withdrawn', release: last.withdrawn }
  if (revisions.length < 2 || !isCorrected(site, contract.id, table, period)) return null
  return { ...at, kind: 'corrected', release: last.release }
}
