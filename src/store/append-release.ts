import { join } from 'node:path'
import type { LocalText } from '../text/local-text.ts'
import { sha256 } from './disk.ts'
import { openFolder } from './file-reader.ts'
import { HEADS, renderHeads } from './heads.ts'
import { LAPSED_REASON } from './lapsed.ts'
import { findWithdrawn, LOG, linesOf, type ReadLog, readReleases } from './log.ts'
import { planRelease, type ReleaseInput, type ReleasePlan } from './plan-release.ts'
import type { PublishedFile, Release } from './published-tables.ts'
import { ReleaseError } from './release-error.ts'
import { DISK, type StoreEffects } from './store-effects.ts'

/** Folder in that of the proofs: the people of raw files, by hash of the file. */
export const PEOPLE = 'people'

/** What a person says of a release. */
export interface ReleaseWords {
  /** Day of publication, `YYYY-MM-DD`. */
  date: string
  /** Words of the release, from what is new in it. */
  note(files: readonly PublishedFile[]): LocalText
  /** Why something published is corrected or withdrawn. */
  reason?: LocalText
  /** The office or role that answers for the release. */
  signer?: LocalText
  /** Name and version of the program. */
  tool: string
  /** The table of who was late, as of a day: its text from all releases, this one included. */
  deliveries?: { judgedOn: string; format(releases: readonly Release[]): string }
  /** Private folder in which the witnesses of the proofs are kept, as `<sha256>.json`, and the people of raw files; nowhere where left out. */
  proofsDir?: string
  /** What an attacker makes of what is public then. */
  audit?: Release['audit']
  /** Where the release comes from, if not from a publisher. */
  origin?: Release['origin']
}

/** What an act of publishing is made of. */
export interface Edition extends ReleaseInput, ReleaseWords {}

/** Plans a release and writes it; null where every table is published already. */
export async function appendRelease(
  publishedDir: string,
  edition: Edition,
  effects: StoreEffects = DISK,
): Promise<Release | null> {
  const plan = await planRelease(publishedDir, edition)
  return plan.files.length + plan.withdrawn.length === 0
    ? null
    : writeRelease(publishedDir, plan, { ...edition, effects })
}

/**
 * Appends a release to a published folder: the files first, then one line of the log, then what the release takes out
 * is deleted. Nothing else there is changed, and a process that is killed between any two steps leaves either the
 * releases that were there or the new release as well: files that no line of the log names are not published.
 */
export async function writeRelease(
  publishedDir: string,
  plan: ReleasePlan,
  words: ReleaseWords & { effects?: StoreEffects },
): Promise<Release> {
  const { effects = DISK } = words
  await requireUnmoved(publishedDir, plan)
  const composed = composeRelease(plan, words)
  const deliveries = words.deliveries?.format([...plan.releases, composed])
  const release = { ...composed, ...describeDeliveries(composed, words.deliveries?.judgedOn, deliveries) }
  const log = `${plan.log}${JSON.stringify(release)}\n`
  const releases = [...plan.releases, release]
  const write = (path: string, text: string) => writeWhole(join(publishedDir, path), text, effects)
  for (const { file, text } of plan.files) await write(file.path, text)
  const { proofsDir } = words
  if (proofsDir !== undefined) {
    for (const proof of plan.proofs) {
      for (const { sha256: name, text } of proof.people) {
        await writeWhole(join(proofsDir, PEOPLE, `${name}.json`), text, effects)
      }
      await writeWhole(join(proofsDir, `${proof.sha256}.json`), proof.text, effects)
    }
  }
  if (release.deliveries && deliveries !== undefined) await write(release.deliveries.path, deliveries)
  await write(HEADS, renderHeads(linesOf(log), releases, true))
  await write(LOG, log)
  await finish(publishedDir, { log, releases }, effects)
  return release
}

/**
 * Ends what a process that was killed had left: bytes that its release took out, the mark of a release under way. Nothing is
 * done to a store that is whole.
 */
export async function finishRelease(publishedDir: string, effects: StoreEffects = DISK): Promise<void> {
  const store = await readReleases(openFolder(publishedDir))
  if (store.releases.at(-1)?.tool !== undefined) await finish(publishedDir, store, effects, store.heads)
}

async function finish(
  publishedDir: string,
  { log, releases }: Pick<ReadLog, 'log' | 'releases'>,
  effects: StoreEffects,
  heads = '',
): Promise<void> {
  for (const path of findWithdrawn(releases).keys()) await effects.remove(join(publishedDir, path))
  const ended = renderHeads(linesOf(log), releases)
  if (ended !== heads) await writeWhole(join(publishedDir, HEADS), ended, effects)
}

function describeDeliveries({ release }: Release, judgedOn = '', text?: string): Pick<Release, 'deliveries'> {
  if (text === undefined) return {}
  return {
    deliveries: { path: `deliveries.${release}.csv`, judgedOn, sha256: sha256(text), bytes: Buffer.byteLength(text) },
  }
}

/** Nobody else has published since the plan was made. */
async function requireUnmoved(publishedDir: string, plan: ReleasePlan): Promise<void> {
  const { log } = await readReleases(openFolder(publishedDir))
  if (log !== plan.log) throw new ReleaseError('release-log-moved', LOG)
}

/** Throws `ReleaseError` for a day before the last release. */
export function requireDateAfterLast({ releases }: Pick<ReleasePlan, 'releases'>, date: string): void {
  const latest = releases.at(-1)
  if (latest && date < latest.date) {
    throw new ReleaseError('release-date-back', LOG, { found: date, expected: `≥ ${latest.date}` })
  }
}

function composeRelease(plan: ReleasePlan, words: ReleaseWords): Release {
  const { date, note, signer, tool, audit, origin } = words
  requireDateAfterLast(plan, date)
  const files = plan.files.map(({ file }) => file)
  const last = linesOf(plan.log).at(-1)
  const reason = words.reason ?? (plan.lapsed.length > 0 ? LAPSED_REASON : undefined)
  return {
    release: plan.releases.length + 1,
    date,
    note: note(files),
    ...(reason ? { reason } : {}),
    ...(signer ? { signer } : {}),
    files,
    ...(plan.withdrawn.length > 0 ? { withdrawn: plan.withdrawn } : {}),
    repairs: plan.repairs,
    ...(plan.proofs.length > 0 ? { proofs: plan.proofs.map(({ text: _, people: __, ...proof }) => proof) } : {}),
    ...(audit ? { audit } : {}),
    ...(origin ? { origin } : {}),
    tool,
    previous: last === undefined ? null : sha256(last),
  }
}

/** A reader sees the old file or the new file, never a half. */
async function writeWhole(path: string, text: string, effects: StoreEffects): Promise<void> {
  const part = `${path}.part`
  await effects.write(part, text)
  await effects.rename(part, path)
}
