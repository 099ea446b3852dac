import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Portal } from '../../src/portal/portal.ts'
import { sha256 } from '../../src/store/disk.ts'

/** One SHA-256 over the names and bytes of all files in these folders and files; what is absent counts as empty. */
export async function computeDigest(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesOf(path)) {
      const bytes = await readFile(file)
      // Name and length keep the border between two files from moving unseen.
      hash.update(`${file}\0${bytes.length}\0`).update(bytes)
    }
  }
  return hash.digest('hex')
}

/** One SHA-256 over all that a portal's files said: contracts, places, exceptions and profiles, and what is wrong with them. */
export function computePortalDigest({ dataDir: _, ...opened }: Portal): string {
  const { contracts, places, profiles, ...rest } = opened
  return sha256(JSON.stringify([[...contracts], places.all, [...profiles], rest]))
}

async function filesOf(path: string): Promise<string[]> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (info === null) return []
  if (info.isFile()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}
