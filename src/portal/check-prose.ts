import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join, relative } from 'node:path'
import { nameKinds } from '../personal/kind-names.ts'
import { maskPersonal } from '../personal/mask-personal.ts'
import { type ScanContext, scanText } from '../personal/scan-text.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Location, Problem } from '../problems/problem.ts'
import { listPictureWords } from '../read/picture-words.ts'

/**
 * Personal data in the words of a portal, one problem a hit, masked: pages with their heads, settings, lists, drawings,
 * and the names of all files. `allowed` are the telephone numbers that offices have made public.
 */
export async function checkProse(folder: string, allowed: ReadonlySet<string>): Promise<Problem[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const problems: Problem[] = []
  for (const path of paths.toSorted()) {
    const received = `content/${relative(folder, path).replaceAll('\\', '/')}`
    // A name that is itself a hit is masked like any other.
    const file = maskPersonal(received, { allowed })
    problems.push(...findHits(basename(path), { file }, { allowed }))
    if (PICTURE.test(path)) {
      problems.push(...checkPicture(await readFile(path), file, allowed))
      continue
    }
    if (SEALED.test(path)) problems.push(createProblem('content-sealed', { file }, { found: extname(path) }))
    if (!WORDS.test(path)) continue
    const lines = (await readFile(path, 'utf8')).split(/\r\n?|\n/)
    for (const [index, line] of lines.entries()) problems.push(...findHits(line, { file, row: index + 1 }, { allowed }))
  }
  return problems
}

/** Files that people write words in. */
const WORDS = /\.(?:mdx?|ya?ml|json|csv|tsv|txt|svg|html?)$/i

/** Pictures whose comments and camera data are read; what is drawn in them is for a person to look at. */
const PICTURE = /\.(?:png|jpe?g|webp)$/i
/** Files whose text this program cannot read whole: layers, fonts without letters, scans. */
const SEALED = /\.(?:pdf|docx?|xlsx?|pptx?|wps|et|dps|zip|rar|7z|gif|tiff?|heic|avif|bmp|psd|ai|mp4|mov|mp3)$/i

function checkPicture(bytes: Uint8Array, file: string, allowed: ReadonlySet<string>): Problem[] {
  const words = listPictureWords(bytes)
  if (words === null) return [createProblem('content-sealed', { file }, { found: extname(file) })]
  const hits = words.flatMap((word) => findHits(word, { file }, { allowed }))
  // The same text is read in several encodings.
  return [...new Map(hits.map((hit) => [String(hit.params['key']), { ...hit, column: null }])).values()]
}

function findHits(text: string, at: Partial<Location>, context: ScanContext): Problem[] {
  return scanText(text, context).map((hit) =>
    createProblem(
      'content-personal',
      { ...at, ...(at.row === undefined ? {} : { column: hit.start + 1 }) },
      { found: hit.masked, params: { kinds: nameKinds([hit]), key: hit.hash } },
    ),
  )
}
