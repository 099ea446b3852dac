import { readFileSync } from 'node:fs'
import { extname, relative } from 'node:path'
import { nameKinds } from '../../src/personal/kind-names.ts'
import { createProblem } from '../../src/problems/create-problem.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { sha256 } from '../../src/store/disk.ts'
import type { CleanFiles } from './clean-files.ts'
import { listFiles } from './list-files.ts'
import { scanPacked } from './scan-packed.ts'

/** What a reader of the built site must not find in it, and what may be there all the same. */
interface SiteScan {
  problems: Problem[]
  files: number
}

interface SiteScanOptions {
  /** Public telephone numbers, as digits. */
  allowed: ReadonlySet<string>
  /** What a person has accepted in `exceptions.csv`, as hashes. */
  acceptedHashes?: ReadonlySet<string>
  clean?: CleanFiles
  /** SHA-256 of the files as they are on the disk, by path: what is known to be clean by its hash is not read again. */
  hashes?: ReadonlyMap<string, string>
}

/**
 * Scans every file of a built site for personal data: pages, downloads, pictures, PDFs, the search index. It knows nothing of
 * how the site was made.
 */
export async function checkBuiltSite(
  folder: string,
  { allowed, acceptedHashes, clean, hashes }: SiteScanOptions,
): Promise<SiteScan> {
  const files = (await listFiles([folder])).filter((path) => !PROGRAM.test(path))
  const problems: Problem[] = []
  const found: string[] = []
  for (const path of files) {
    const file = relative(folder, path).replaceAll('\\', '/')
    const known = hashes?.get(file)
    if (known !== undefined && clean?.has(nameContents(file, known))) {
      found.push(nameContents(file, known))
      continue
    }
    const bytes = readFileSync(path)
    const contents = nameContents(file, sha256(bytes))
    const scanned = clean?.has(contents) ? [] : await scanPacked(file, bytes, allowed)
    // A data file that nobody can read may hold anything.
    if (scanned === null && DATA.test(file)) throw new Error(`scan: ${file} cannot be read`)
    const hits = scanned ?? []
    if (hits.length === 0) found.push(contents)
    for (const { file: at, row, column, kind, masked, hash } of hits) {
      if (acceptedHashes?.has(hash)) continue
      problems.push(
        createProblem(
          'site-personal',
          { file: at, row, column },
          { found: masked, params: { kinds: nameKinds([{ kind }]), key: hash } },
        ),
      )
    }
  }
  await clean?.keep(found)
  return { problems, files: files.length }
}

/** What a file is called decides how it is read. */
function nameContents(file: string, hash: string): string {
  return sha256(`${extname(file)}${hash}`)
}

/** Code of the program, and the parts of the search index that hold no words: numbers of pages by packed word. */
const PROGRAM = /\.(?:m?js|css|wasm|pagefind|pf_index|pf_meta|pf_filter)$|pagefind\/han\.json$/

const DATA = /\.(?:zip|xlsx|parquet|csv|json|pdf)$/
