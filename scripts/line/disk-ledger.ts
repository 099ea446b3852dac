import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ledger } from '../../src/line/effects.ts'
import { PEOPLE } from '../../src/store/append-release.ts'
import { isMissing } from '../../src/store/disk.ts'
import { openFolder } from '../../src/store/file-reader.ts'
import { findWithdrawn, readReleases } from '../../src/store/log.ts'
import type { Release } from '../../src/store/published-tables.ts'
import { ReleaseError } from '../../src/store/release-error.ts'
import type { PeopleOfFile } from '../../src/withhold/people-groups.ts'

/** What is public in a published folder; the people of earlier raw files lie in a private folder. */
export function openDiskLedger(publishedDir: string, proofsDir: string): Ledger {
  const read = openFolder(publishedDir)
  const releases = readReleases(read).then(
    (log) => log.releases,
    // What is wrong with a store is said by whoever publishes or builds.
    (error: unknown): Release[] => {
      if (error instanceof ReleaseError) return []
      throw error
    },
  )
  return {
    async list(dataset) {
      const known = await releases
      const withdrawn = findWithdrawn(known)
      const files = known.flatMap((release) => release.files).filter((file) => file.dataset === dataset)
      const listed = await Promise.all(
        files.filter(({ path }) => !withdrawn.has(path)).map(async (file) => ({ file, bytes: await read(file.path) })),
      )
      return listed.flatMap(({ file, bytes }) => (bytes ? [{ file, text: new TextDecoder().decode(bytes) }] : []))
    },
    async recallPeople(sha256) {
      try {
        // Written by `writeRelease`, and by nothing else.
        return JSON.parse(await readFile(join(proofsDir, PEOPLE, `${sha256}.json`), 'utf8')) as PeopleOfFile
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
  }
}
