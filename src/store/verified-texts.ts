import { sha256 } from './disk.ts'
import type { FileReader } from './file-reader.ts'
import { decodeText, findNewestFiles, findWithdrawn } from './log.ts'
import type { Release } from './published-tables.ts'
import { ReleaseError } from './release-error.ts'

/** How many files are open at a time. */
const FILES_AT_ONCE = 16

/**
 * Texts of all published files that have not been taken out, by path, each compared with the log. The newest revisions
 * are read first, so that of two faults the fault that a page shows is named. Those of which it is known that they agree
 * with the log are only read. Throws `ReleaseError`.
 */
export async function readTexts(
  read: FileReader,
  releases: readonly Release[],
  { isVerified = false } = {},
): Promise<Map<string, string>> {
  const files = listStoredFiles(releases)
  const texts = new Map<string, string>()
  for (let start = 0; start < files.length; start += FILES_AT_ONCE) {
    const batch = files.slice(start, start + FILES_AT_ONCE)
    const found = await Promise.all(batch.map((file) => readStored(read, file, isVerified)))
    for (const [index, file] of batch.entries()) texts.set(file.path, found[index] ?? '')
  }
  return texts
}

/** A file that a store holds, and its hash by the log. */
interface StoredFile {
  path: string
  sha256: string
}

/** Every file that a store of these releases holds beside its log: the newest and the earlier revisions, tables of who was late. */
export function listStoredFiles(releases: readonly Release[]): StoredFile[] {
  const withdrawn = findWithdrawn(releases)
  const newest = [...findNewestFiles(releases).values()]
  const current = new Set(newest.map((file) => file.path))
  const earlier = releases.flatMap((release) => release.files).filter((file) => !current.has(file.path))
  const deliveries = releases.flatMap((release) => release.deliveries ?? [])
  return [...[...newest, ...earlier].filter((file) => !withdrawn.has(file.path)), ...deliveries]
}

async function readStored(read: FileReader, file: StoredFile, isVerified: boolean): Promise<string> {
  const bytes = await read(file.path)
  if (bytes === null) throw new ReleaseError('published-file-missing', file.path)
  const found = isVerified ? file.sha256 : sha256(bytes)
  if (found !== file.sha256) {
    throw new ReleaseError('published-file-changed', file.path, { found, expected: file.sha256 })
  }
  return decodeText(bytes, file.path)
}
