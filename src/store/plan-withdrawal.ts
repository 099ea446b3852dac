import { comparePeriods } from '../calendar/period.ts'
import { openFolder } from './file-reader.ts'
import { hashWithoutTotals, hasPrintedTotal, hasTotals } from './fill-totals.ts'
import { findNewestFiles, findWithdrawn, nameOf, readReleases } from './log.ts'
import { type LapseInput, planLapse, type ReleasePlan } from './plan-release.ts'
import type { PublishedFile, WithdrawnFile } from './published-tables.ts'
import { readTexts } from './verified-texts.ts'

/** What a withdrawal would take out of a store. */
export interface WithdrawalPlan extends ReleasePlan {
  /** Files that have the name. */
  taken: PublishedFile[]
  /** Files that have the name and were taken out before. */
  before: PublishedFile[]
}

/** A table, one of its periods, or one revision of that: `cases/flow`, `cases/flow/2026-10`, `cases/flow/2026-10.2`. */
const TARGET = /^([a-z][a-z0-9_-]*)\/([a-z][a-z0-9_-]*)(?:\/([0-9][0-9A-Z-]*)(?:\.(\d+))?)?$/

/**
 * All files that a name stands for, once every byte of the store has been compared with its log, and with them files whose
 * entries have lapsed, since a store is built only without such. A 累计 gives a period back that was added up in it, so that
 * later periods of the year go with it; `publish` adds them again without that sum. Null for a text that is no such name.
 * Throws `ReleaseError` where the store is not as it was published.
 */
export async function planWithdrawal(
  publishedDir: string,
  name: string,
  input: LapseInput,
): Promise<WithdrawalPlan | null> {
  const [, dataset, table, period, revision] = TARGET.exec(name) ?? []
  if (dataset === undefined) return null
  const read = openFolder(publishedDir)
  const log = await readReleases(read)
  const texts = await readTexts(read, log.releases)
  const gone = findWithdrawn(log.releases)
  const ofTable = log.releases
    .flatMap(({ files }) => files)
    .filter((file) => file.dataset === dataset && file.table === table)
  const named = ofTable
    .filter((file) => period === undefined || file.period === period)
    .filter((file) => revision === undefined || file.revision === Number(revision))
  const newest = findNewestFiles(log.releases)
  const isNewest = (file: PublishedFile) => newest.get(nameOf(file)) === file
  const declared = input.contracts.get(dataset)?.tables[table ?? '']
  const spec = declared && hasTotals(declared) ? declared : null
  const isPrinted = (file: PublishedFile) => spec !== null && hasPrintedTotal(texts.get(file.path) ?? '', spec)
  const present = named.filter(({ path }) => !gone.has(path))
  const summed = spec === null ? [] : listLaterOfYear(present, ofTable).filter(isPrinted)
  // While what was taken out is not the newest of its period, no newest sum has it.
  const withIt = named.some(isNewest) ? summed : summed.filter((file) => !isNewest(file))
  const taken = [...named, ...withIt].filter(({ path }) => !gone.has(path))
  const takeOut = (file: PublishedFile): WithdrawnFile => {
    const { path, sha256 } = file
    return spec && named.includes(file)
      ? { path, sha256, withoutTotals: hashWithoutTotals(texts.get(path) ?? '', spec) }
      : { path, sha256 }
  }
  // What is taken out whole is not published again without its lapsed entries.
  const lapse = planLapse({ ...log, texts }, input, new Set(taken.filter(isNewest).map(nameOf)))
  return {
    ...log,
    files: lapse.files,
    leftOut: [],
    repairs: [],
    proofs: [],
    texts,
    taken,
    before: named.filter(({ path }) => gone.has(path)),
    lapsed: lapse.lapsed.filter((file) => !taken.includes(file)),
    withdrawn: [
      ...taken.map(takeOut),
      ...lapse.withdrawn.filter(({ path }) => !taken.some((file) => file.path === path)),
    ],
  }
}

/** Those of `all` whose period comes after that of a file in `named`, in the same calendar year. */
function listLaterOfYear(named: readonly PublishedFile[], all: readonly PublishedFile[]): PublishedFile[] {
  return all.filter(
    (file) =>
      !named.includes(file) &&
      named.some(
        ({ period }) => file.period.slice(0, 4) === period.slice(0, 4) && comparePeriods(file.period, period) > 0,
      ),
  )
}
