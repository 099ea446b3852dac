import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../src/store/disk.ts'
import { readKept, writeKept } from '../../src/store/file-stamp.ts'
import { PROJECT } from '../command/options.ts'
import { bundleCode } from '../line/program-hash.ts'

/** Hashes of files in which this scanner has found nothing: bytes that have not changed are not scanned again. */
export interface CleanFiles {
  has(hash: string): boolean
  /** Keeps the hashes of one site beside those of the sites before. Throws where the disk cannot be written. */
  keep(hashes: readonly string[]): Promise<void>
}

const PATH = join(PROJECT, '.mingge', 'scanned.json')
/** Some ten sites of the size of the demonstration; the hashes that were used last are kept. */
const HASHES_MAX = 50_000

/** What an earlier build found clean, by the same code, packages and allowed telephones; else nothing. */
export async function openCleanFiles(allowed: ReadonlySet<string>): Promise<CleanFiles> {
  const [code, lock] = await Promise.all([
    bundleCode(join(PROJECT, 'scripts/scan/scan-packed.ts')),
    readFile(join(PROJECT, 'package-lock.json')),
  ])
  const salt = sha256(JSON.stringify([code, sha256(lock), [...allowed].sort()]))
  // Only `keep` writes here.
  const kept = (await readKept(PATH)) as { salt: string; hashes: string[] } | null
  const known = new Set(kept?.salt === salt ? kept.hashes : [])
  return {
    has: (hash) => known.has(hash),
    keep: (hashes) =>
      writeKept(PATH, { salt, hashes: [...new Set([...hashes].sort().concat([...known]))].slice(0, HASHES_MAX) }),
  }
}
