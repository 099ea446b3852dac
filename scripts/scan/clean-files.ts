import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readIfThere, sha256 } from '../../src/store/disk.ts'
import { PROJECT } from '../command/options.ts'
import { bundleCode } from '../line/program-hash.ts'

/** Hashes of files in which this scanner has found nothing: bytes that have not changed are not scanned again. */
export interface CleanFiles {
  has(hash: string): boolean
  /** Keeps the hashes of one site, and forgets all others. Throws where the disk cannot be written. */
  keep(hashes: readonly string[]): Promise<void>
}

const PATH = join(PROJECT, '.mingge', 'scanned.json')

/** What an earlier build found clean, by the same code, packages and allowed telephones; else nothing. */
export async function openCleanFiles(allowed: ReadonlySet<string>): Promise<CleanFiles> {
  const [code, lock] = await Promise.all([
    bundleCode(join(PROJECT, 'scripts/scan/scan-packed.ts')),
    readFile(join(PROJECT, 'package-lock.json')),
  ])
  const salt = sha256(JSON.stringify([code, sha256(lock), [...allowed].sort()]))
  const bytes = await readIfThere(PATH)
  const kept =
    bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as { salt: string; hashes: string[] })
  const known = new Set(kept?.salt === salt ? kept.hashes : [])
  return {
    has: (hash) => known.has(hash),
    async keep(hashes) {
      await mkdir(dirname(PATH), { recursive: true })
      await writeFile(PATH, JSON.stringify({ salt, hashes: [...new Set(hashes)].sort() }))
    },
  }
}
