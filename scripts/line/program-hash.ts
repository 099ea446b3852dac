import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { CATALOGUE } from '../../src/problems/catalogue.ts'
import { isRule, natureOf } from '../../src/problems/describe-problem.ts'
import { sha256 } from '../../src/store/disk.ts'
import { isSettled, readKept, stampAll, writeKept } from '../../src/store/file-stamp.ts'

/**
 * Hash of the code that checks a raw file, so that a changed rule invalidates what the old one found. It is
 * taken of the code that really runs, without comments. Words of messages are left out: what is kept holds
 * none, so a comma in a message must not throw the memory away.
 */
export async function hashProgram(projectDir: string): Promise<string> {
  const natures = Object.keys(CATALOGUE)
    .filter(isRule)
    .map((rule) => [rule, natureOf(rule)])
  const lock = await readFile(join(projectDir, 'package-lock.json'))
  const code = await bundleCode(join(projectDir, 'src/line/raw-file.ts'))
  return sha256(JSON.stringify([sha256(lock), code, natures]))
}

/** Put in where the program is bundled: the hash of what it was made of. */
declare const PROGRAM_HASH: string | undefined

/** By project: the code of a process that runs stays as it is. */
const recalled = new Map<string, Promise<string>>()

/** The same, as it was kept while no file of the program has changed its size or time. */
export function recallProgramHash(projectDir: string): Promise<string> {
  if (typeof PROGRAM_HASH === 'string') return Promise.resolve(PROGRAM_HASH)
  const hash = recalled.get(projectDir) ?? recallKeptHash(projectDir)
  recalled.set(projectDir, hash)
  return hash
}

async function recallKeptHash(projectDir: string): Promise<string> {
  const file = join(projectDir, '.mingge', 'program-hash.json')
  const now = Date.now()
  const stamp = stampAll(['src', 'scripts', 'package-lock.json'].map((path) => join(projectDir, path)))
  // Only the line below writes here.
  const kept = (await readKept(file)) as { stamp: string; hash: string } | null
  if (kept?.stamp === stamp.text) return kept.hash
  const hash = await hashProgram(projectDir)
  if (isSettled(stamp, now)) await writeKept(file, { stamp: stamp.text, hash })
  return hash
}

/** The code that runs from an entry, packages and the catalogue of messages aside. */
export async function bundleCode(entry: string): Promise<string> {
  const { build } = await import('esbuild')
  const made = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    minifyWhitespace: true,
    plugins: [withoutCatalogue],
  })
  return made.outputFiles.map((file) => file.text).join()
}

const withoutCatalogue: Plugin = {
  name: 'without-catalogue',
  setup(bundle) {
    bundle.onResolve({ filter: /\/catalogue\.ts$/ }, () => ({ path: 'catalogue', external: true }))
  },
}
