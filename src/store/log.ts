import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isLink, isMissing, sha256 } from './disk.ts'
import type { PublishedFile, Release } from './published.ts'
import { ReleaseError } from './release-error.ts'

/** The log of releases, one JSON object a line, each with the hash of the line before. */
export const LOG = 'releases.jsonl'

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/)

const source = z.strictObject({
  path: z.string(),
  sha256: sha256Text,
  encoding: z.string(),
  rowsRead: z.int().min(0),
  rowsUsed: z.int().min(0),
})

const file = z.strictObject({
  // A path of the log never leads out of the published folder.
  path: z.string().regex(/^[a-z][a-z0-9_-]*\/[a-z][a-z0-9_-]*\/[0-9A-Z-]+\.\d+\.csv$/),
  dataset: z.string(),
  table: z.string(),
  period: z.string(),
  revision: z.int().min(1),
  sha256: sha256Text,
  bytes: z.int().min(0),
  rows: z.int().min(0),
  sources: z.array(source),
})

const release = z.strictObject({
  release: z.int().min(1),
  date: z.iso.date(),
  note: z.strictObject({ zh: z.string(), en: z.string() }),
  files: z.array(file),
  repairs: z.array(z.strictObject({ dataset: z.string(), file: z.string(), rule: z.string(), count: z.int() })),
  origin: z.literal('demonstration').optional(),
  previous: sha256Text.nullable(),
})

/** The text of the log; '' where nothing has been published. */
export async function readLog(publishedDir: string): Promise<string> {
  try {
    if (await isLink(join(publishedDir, LOG))) throw new ReleaseError('published-link', LOG)
    return await readFile(join(publishedDir, LOG), 'utf8')
  } catch (error) {
    if (isMissing(error)) return ''
    throw error
  }
}

/** Releases of a log whose chain holds. Throws `ReleaseFault` with the line at which it breaks. */
export function releasesOf(log: string): Release[] {
  const releases: Release[] = []
  const revisions = new Map<string, number>()
  let previous: string | null = null
  for (const [index, line] of linesOf(log).entries()) {
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
    for (const made of release.files) findNextRevision(made, revisions, index + 1)
    releases.push(release)
    previous = sha256(line)
  }
  return releases
}

/** The newest revision of each table and period, by `dataset/table/period`. */
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
  const parsed = release.safeParse(content)
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
