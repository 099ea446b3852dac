import { sha256 } from './disk.ts'
import type { FileReader } from './file-reader.ts'
import { checkHeads, HEADS } from './heads.ts'
import type { PublishedFile, Release } from './published-tables.ts'
import { ReleaseError } from './release-error.ts'
import { releaseSchema } from './release-schema.ts'

/** The log of releases, one JSON object a line, each with the hash of the line before. */
export const LOG = 'releases.jsonl'

/** The log as it lies in a store or on a site: its chain holds, and `heads.txt` names its last line. */
export interface ReadLog {
  /** '' where nothing has been published. */
  log: string
  /** Text of `heads.txt`. */
  heads: string
  releases: Release[]
}

/** Reads the log and holds it against its own chain and against `heads.txt`. Throws `ReleaseError`. */
export async function readReleases(read: FileReader): Promise<ReadLog> {
  const [log, heads] = [await readText(read, LOG), await readText(read, HEADS)]
  const releases = releasesOf(log ?? '')
  checkHeads(heads, linesOf(log ?? ''), releases)
  return { log: log ?? '', heads: heads ?? '', releases }
}

async function readText(read: FileReader, path: string): Promise<string | null> {
  const bytes = await read(path)
  return bytes && decodeText(bytes, path)
}

/** Text of a file of the store. Throws `ReleaseError` where it is not UTF-8, as everything in a store is. */
export function decodeText(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new ReleaseError('published-file-unreadable', path, { found: 'UTF-8?' })
  }
}

/** Releases of a log whose chain holds. Throws `ReleaseError` with the line at which it breaks. */
export function releasesOf(log: string): Release[] {
  const releases: Release[] = []
  const revisions = new Map<string, number>()
  let previous: string | null = null
  const lines = linesOf(log)
  if (log !== lines.map((line) => `${line}\n`).join('')) {
    throw new ReleaseError('release-line-invalid', LOG, { found: '\\n', params: { line: lines.length } })
  }
  const published = new Map<string, string>()
  for (const [index, line] of lines.entries()) {
    const release = parseLine(line, index + 1)
    if (release.previous !== previous) {
      throw new ReleaseError('release-chain-broken', LOG, { params: { line: index + 1, before: index } })
    }
    if (release.release !== index + 1) {
      throw new ReleaseError('release-line-invalid', LOG, {
        found: `release ${release.release}`,
        params: { line: index + 1 },
      })
    }
    for (const made of release.files) {
      findNextRevision(made, revisions, index + 1)
      published.set(made.path, made.sha256)
    }
    checkWithdrawn(release, published, index + 1)
    releases.push(release)
    previous = sha256(line)
  }
  return releases
}

/** Files that releases have taken out, by path, with the release that did it. */
export function findWithdrawn(releases: readonly Release[]): Map<string, Release> {
  return new Map(releases.flatMap((release) => (release.withdrawn ?? []).map(({ path }) => [path, release] as const)))
}

/** The newest revision of each table and period, by `dataset/table/period`; it may have been taken out. */
export function findNewestFiles(releases: readonly Release[]): Map<string, PublishedFile> {
  const newest = new Map<string, PublishedFile>()
  for (const { files } of releases) for (const file of files) newest.set(nameOf(file), file)
  return newest
}

export function nameOf(file: { dataset: string; table: string; period: string }): string {
  return `${file.dataset}/${file.table}/${file.period}`
}

export function linesOf(log: string): string[] {
  return log.split('\n').filter((line) => line !== '')
}

function parseLine(line: string, number: number): Release {
  let content: unknown
  try {
    content = JSON.parse(line)
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    throw new ReleaseError('release-line-invalid', LOG, { found, params: { line: number } })
  }
  const parsed = releaseSchema.safeParse(content)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const found = `${issue?.path.join('.')}: ${issue?.message}`
  throw new ReleaseError('release-line-invalid', LOG, { found, params: { line: number } })
}

/** Mutates `revisions`. Revisions of a table and period count 1, 2, 3 …, and the path says which. */
function findNextRevision(made: PublishedFile, revisions: Map<string, number>, line: number): void {
  const name = nameOf(made)
  const revision = (revisions.get(name) ?? 0) + 1
  if (made.revision !== revision || made.path !== `${name}.${revision}.csv`) {
    throw new ReleaseError('release-line-invalid', LOG, { found: made.path, params: { line } })
  }
  revisions.set(name, revision)
}

/** Mutates `published`. What is taken out was published before, is named by its own hash, and is taken out once. */
function checkWithdrawn({ withdrawn = [] }: Release, published: Map<string, string>, line: number): void {
  for (const { path, sha256: hash } of withdrawn) {
    if (published.get(path) !== hash) {
      throw new ReleaseError('release-line-invalid', LOG, { found: path, params: { line } })
    }
    published.delete(path)
  }
}
