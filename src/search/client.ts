import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { SCRIPT_OPTIONS } from '../text/script-target.ts'
import type { IndexFiles } from './index-files.ts'

/** What a page may fetch, by its name in `pagefind/`. */
const MODULES = {
  search: 'main.ts',
  // Only the search page has facets.
  facets: 'facets.ts',
  // Only a page that somebody came to from a result.
  highlight: 'highlight.ts',
  'words-zh': 'search-messages-zh.ts',
  'words-en': 'search-messages-en.ts',
}

/**
 * The reader's side, minified, each module whole in itself: a reader waits for one file rather than for a chain.
 * `index` is what it knows of the index that it belongs to.
 */
export async function bundleClient(index: IndexFiles): Promise<{ path: string; content: Uint8Array }[]> {
  const folder = new URL('./browser/', import.meta.url)
  const sources = Object.entries(MODULES).map(([name, file]) => [name, fileURLToPath(new URL(file, folder))])
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(sources),
    outdir: fileURLToPath(folder),
    ...SCRIPT_OPTIONS,
    define: { __INDEX__: JSON.stringify(index) },
  })
  return outputFiles.map(({ path, contents }) => ({ path: basename(path), content: contents }))
}
