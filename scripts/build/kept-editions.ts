import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../src/store/disk.ts'
import { PROJECT } from '../command/options.ts'
import { bundleCode } from '../line/program-hash.ts'

/**
 * Hash of what makes something beside its ingredients: the code from an entry (`src/charts/index.ts`), the packages, this
 * Node with its words of all languages, and the time zone, which nothing may depend on: tests compare builds in two.
 */
export async function hashMaker(entry: string): Promise<string> {
  const [code, lock] = await Promise.all([
    bundleCode(join(PROJECT, entry)),
    readFile(join(PROJECT, 'package-lock.json')),
  ])
  return sha256(JSON.stringify([code, sha256(lock), process.version, process.env['TZ'] ?? '']))
}

/** Deletes all editions in a folder but those that were used last. */
export async function forgetOldEditions(folder: string, max: number): Promise<void> {
  const editions = await Promise.all(
    (await readdir(folder)).map(async (name) => ({ name, used: (await stat(join(folder, name))).mtimeMs })),
  )
  const old = editions.toSorted((a, b) => b.used - a.used).slice(max)
  for (const { name } of old) await rm(join(folder, name), { recursive: true, force: true })
}
