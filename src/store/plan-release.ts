import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { protectionOf } from '../contracts/count-protection.ts'
import type { Table } from '../contracts/table.ts'
import { compareRevisions, type RevisionChanges } from './compare-revisions.ts'
import { sha256 } from './disk.ts'
import { openFolder } from './file-reader.ts'
import { fillAllTotals, hashWithoutTotals, removeTotals } from './fill-totals.ts'
import { findVintage, removeVintages } from './find-vintage.ts'
import { findLapsedFiles, takeCurrent, takeCurrentLines } from './lapsed.ts'
import { findNewestFiles, findWithdrawn, nameOf, type ReadLog, readReleases } from './log.ts'
import { markRevised } from './mark-revised.ts'
import type { PublishedFile, Release, ReleaseProof, SourceFile, Vintage, WithdrawnFile } from './published-tables.ts'
import { ReleaseError } from './release-error.ts'
import { csvOf } from './table-csv.ts'
import { readTexts } from './verified-texts.ts'

/** A filled table and the raw files that it was made of. */
export interface SourcedTable {
  contract: Contract
  table: Table
  sources: readonly SourceFile[]
}

/** By what it is known which entries of a store have lapsed. */
export interface LapseInput {
  /** Contracts of the portal, by id. */
  contracts: ReadonlyMap<string, Contract>
  /** The day of the run, `YYYY-MM-DD`. */
  today: string
}

/** What a release may be made of. */
export interface ReleaseInput extends LapseInput {
  tables: readonly SourcedTable[]
  places: Places
  repairs: Release['repairs']
  /** Of the datasets that have hidden cells; none where left out. */
  proofs?: readonly KeptProof[]
}

/** A proof with its witnesses, which are kept where nobody sees them. */
export interface KeptProof extends ReleaseProof {
  text: string
  /** The people of its raw files, by which later releases prove this one with them. */
  people: { sha256: string; text: string }[]
}

/** A file that a release would add. */
export interface PlannedFile {
  file: PublishedFile
  text: string
  contract: Contract
  /**
   * What it has differently from the revision before, but for entries that had lapsed; null where it is the first, or the
   * revision before was taken out.
   */
  changes: RevisionChanges | null
}

/** What a release would add to a store, before anything is written. */
export interface ReleasePlan extends ReadLog {
  files: PlannedFile[]
  /** Tables that are as a file that was taken out, which is not published again. */
  leftOut: PublishedFile[]
  /** Files with entries that have lapsed, which the release takes out. */
  lapsed: PublishedFile[]
  /** All that it takes out. */
  withdrawn: WithdrawnFile[]
  repairs: Release['repairs']
  proofs: KeptProof[]
  /** Texts of what is published already and was not taken out, by path. */
  texts: ReadonlyMap<string, string>
}

/**
 * What is new in these tables, once every byte of the store has been compared with its log. Throws `ReleaseError` where
 * the store is not as it was published.
 */
export async function planRelease(publishedDir: string, input: ReleaseInput): Promise<ReleasePlan> {
  const read = openFolder(publishedDir)
  const log = await readReleases(read)
  const texts = await readTexts(read, log.releases)
  const newest = findNewestFiles(log.releases)
  const withdrawn = findWithdrawn(log.releases)
  const plan: ReleasePlan = {
    ...log,
    files: [],
    leftOut: [],
    lapsed: [],
    withdrawn: [],
    repairs: [],
    proofs: [],
    texts,
  }
  const findTakenOut = (sourced: SourcedTable) => {
    const before = newest.get(nameOf(sourced.table))
    const release = before && withdrawn.get(before.path)
    return release && isAsPublished(sourced, before, { places: input.places, release }) ? before : null
  }
  for (const sourced of fillAllTotals(input.tables, (table) => findTakenOut(table) === null)) {
    const before = newest.get(nameOf(sourced.table)) ?? null
    const takenOut = findTakenOut(sourced)
    if (takenOut) {
      plan.leftOut.push(takenOut)
      continue
    }
    const made = planFile(sourced, { ...input, before, text: texts.get(before?.path ?? '') ?? null })
    if (made !== null) plan.files.push(made)
  }
  const changed = new Set(plan.files.flatMap(({ file }) => file.sources.map((source) => source.path)))
  const lapse = planLapse({ ...log, texts }, input, new Set(plan.files.map(({ file }) => nameOf(file))))
  return {
    ...plan,
    ...lapse,
    files: [...plan.files, ...lapse.files],
    proofs: (input.proofs ?? []).filter(({ dataset }) => plan.files.some(({ file }) => file.dataset === dataset)),
    repairs: input.repairs
      .filter((repair) => changed.has(repair.file))
      .map((repair) => recordRepair(repair, input.contracts.get(repair.dataset))),
  }
}

/**
 * Every stored file with an entry that has lapsed is taken out, and where it was what the public now has, published again
 * without the entry, unless the release publishes that table and period anyhow.
 */
export function planLapse(
  store: { releases: readonly Release[]; texts: ReadonlyMap<string, string> },
  { contracts, today }: LapseInput,
  published: ReadonlySet<string>,
): Pick<ReleasePlan, 'files' | 'lapsed' | 'withdrawn'> {
  const found = findLapsedFiles(store, contracts, today)
  const newest = findNewestFiles(store.releases)
  const again = found.filter(({ file }) => newest.get(nameOf(file)) === file && !published.has(nameOf(file)))
  const lapsed = found.map(({ file }) => file)
  return {
    files: again.map(({ file, contract, text, rows }): PlannedFile => {
      const { dataset, table, period, sources } = file
      const revision = file.revision + 1
      const made: PublishedFile = {
        path: `${nameOf(file)}.${revision}.csv`,
        dataset,
        table,
        period,
        revision,
        sha256: sha256(text),
        bytes: Buffer.byteLength(text),
        rows,
        currentOn: today,
        onlyLapsed: true,
        sources,
      }
      return { file: made, text, contract, changes: { cells: [], columnsAdded: [], columnsRemoved: [] } }
    }),
    lapsed,
    withdrawn: lapsed.map(({ path, sha256: hash }) => ({ path, sha256: hash, lapsed: true })),
  }
}

interface Earlier {
  before: PublishedFile | null
  /** Null where nothing was published, or it was taken out. */
  text: string | null
  places: Places
  today: string
}

function shapeOf({ contract, table }: SourcedTable) {
  const spec = contract.tables[table.table]
  if (!spec) throw new Error(`table without a contract: ${nameOf(table)}`)
  return { contract, spec }
}

/** True where the table gives what was published before and a release took out, by the day that this was made on. */
function isAsPublished(
  sourced: SourcedTable,
  before: PublishedFile,
  { places, release }: { places: Places; release: Release },
): boolean {
  const shape = { ...shapeOf(sourced), vintage: before.vintage }
  const then = before.currentOn === undefined ? sourced.table : takeCurrent(sourced.table, shape.spec, before.currentOn)
  const text = csvOf(then, shape, places)
  const own = release.withdrawn?.find(({ path }) => path === before.path)?.withoutTotals
  if (own !== undefined) return hashWithoutTotals(text, shape.spec) === own
  return sha256(text) === (before.unmarked ?? before.sha256)
}

/** Null where the newest revision is what would be published. Throws `ReleaseError` where it may no longer be corrected. */
function planFile(sourced: SourcedTable, { before, text: old, places, today }: Earlier): PlannedFile | null {
  const shape = shapeOf(sourced)
  const { contract, spec } = shape
  const table = takeCurrent(sourced.table, spec, today)
  const marked = old === null ? table : markRevised(table, shape, old)
  const composeText = (vintage: Vintage | undefined) => csvOf(marked, { ...shape, vintage }, places)
  const isVintage = protectionOf(contract) !== null
  const vintageBefore = isVintage && before ? (before.vintage ?? 'provisional') : undefined
  if (old !== null && composeText(before?.vintage) === old) return null
  const current = old === null ? null : (takeCurrentLines(old, spec, today)?.text ?? old)
  const keys = spec.dimensions.map(({ column }) => column)
  const compared = current === null ? null : compareRevisions(current, composeText(vintageBefore), keys)
  const changes = isVintage && compared ? removeVintages(compared) : compared
  const ownChanges = changes && removeTotals(changes, spec)
  const vintage = isVintage ? findVintage(vintageBefore, ownChanges) : undefined
  if (vintage === null) throw new ReleaseError('release-final-corrected', before?.path ?? '')
  const text = composeText(vintage)
  const plain = csvOf(table, { ...shape, vintage }, places)
  const revision = (before?.revision ?? 0) + 1
  const file: PublishedFile = {
    path: `${nameOf(table)}.${revision}.csv`,
    dataset: table.dataset,
    table: table.table,
    period: table.period,
    revision,
    ...(vintage ? { vintage } : {}),
    sha256: sha256(text),
    ...(text === plain ? {} : { unmarked: sha256(plain) }),
    bytes: Buffer.byteLength(text),
    rows: table.rows.length,
    ...(spec.currentOnly ? { currentOn: today } : {}),
    ...(text === current ? { onlyLapsed: true } : {}),
    sources: sourced.sources.map((source) => recordSource(source, contract)),
  }
  return { file, text, contract, changes }
}

/** Of a file about people, it is known that cells were repaired, and not how many: nearly every row may have a repair. */
function recordRepair({ dataset, file, rule, count }: Release['repairs'][number], contract: Contract | undefined) {
  return contract?.class === 'O' ? { dataset, file, rule, count } : { dataset, file, rule }
}

/** Of a file about people, the log holds no numbers of rows: with them, what a table hides could be worked out. */
function recordSource(source: SourceFile, contract: Contract): SourceFile {
  if (contract.class === 'O') return source
  const { path, sha256: hash, encoding, sheets } = source
  return { path, sha256: hash, encoding, ...(sheets ? { sheets } : {}) }
}
