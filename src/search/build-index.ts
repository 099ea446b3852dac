import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { transformSync } from 'esbuild'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import type { Lang } from '../text/local-text.ts'
import { SCRIPT_TARGET } from '../text/script-target.ts'
import { sum } from '../text/sum.ts'
import { bundleClient } from './client.ts'
import { FACETS } from './facet-names.ts'
import { buildHanData } from './han.ts'
import type { IndexFiles } from './index-files.ts'
import { authorityOf, INDEX_LANG, readPage } from './indexed-page.ts'
import { readMetadata } from './metadata.ts'
import type { Group } from './thesaurus.ts'

/** Something to find that has no page of its own in the index: a permit, a figure of a page (`/reports/2026-10/#on-time`). */
export interface SearchRecord {
  /** Site path without the base. */
  url: string
  lang: Lang
  title: string
  content: string
  /** Other names of it, as good as its title. */
  also?: readonly string[]
  /** Id of the facet `kind`: `permit`, `dataset`, `figure`. */
  kind: string
  topic?: string
  place?: string
  month?: string
  /** True for the page of its subject, which ranks before pages that merely mention it. */
  authority?: boolean
}

interface IndexInput {
  /** The finished site; the index goes to `pagefind/` in it. */
  siteDir: string
  records: readonly SearchRecord[]
  thesaurus: readonly Group[]
  /** Called after each page and record. */
  onProgress?: (done: number, total: number) => void
}

export interface IndexReport {
  pages: Record<Lang, number>
  records: Record<Lang, number>
  files: number
  bytes: number
}

/** Indexes a built site and adds the reader's side of the search. The pages themselves stay as they are. */
export async function buildIndex(input: IndexInput): Promise<IndexReport> {
  const { index, errors } = await createIndex({})
  if (!index) throw new Error(`search: ${errors.join('; ')}`)
  try {
    const counts = await fill(index, input)
    const files = listFilesToServe(throwOnErrors(await index.getFiles()).files)
    await write(join(input.siteDir, 'pagefind'), files)
    const bytes = sum(files.map((file) => file.content.byteLength))
    return { ...counts, files: files.length, bytes }
  } finally {
    await close()
  }
}

/** Adds pages in the order of their addresses, then records, one by one: the index numbers them as they come. */
async function fill(index: PagefindIndex, input: IndexInput): Promise<Pick<IndexReport, 'pages' | 'records'>> {
  const counts = { pages: { zh: 0, en: 0 }, records: { zh: 0, en: 0 } }
  const paths = await listHtml(input.siteDir)
  const total = paths.length + input.records.length
  const urls = new Set<string>()
  let done = 0
  for (const path of paths) {
    const page = readPage(await readFile(join(input.siteDir, path), 'utf8'), path)
    if (page) {
      const url = addressOf(path)
      throwOnErrors(await index.addHTMLFile({ url, content: page.renderHtml(readMetadata(page, input.thesaurus)) }))
      urls.add(url)
      counts.pages[page.lang]++
    }
    input.onProgress?.(++done, total)
  }
  for (const record of input.records.toSorted((a, b) => compare(`${a.url} ${a.lang}`, `${b.url} ${b.lang}`))) {
    if (urls.has(record.url))
      throw new Error(
        `search: ${record.url} is indexed twice, as page and as record; take data-pagefind-body off the page`,
      )
    throwOnErrors(await index.addCustomRecord(makeRecord(record, input.thesaurus)))
    urls.add(record.url)
    counts.records[record.lang]++
    input.onProgress?.(++done, total)
  }
  return counts
}

function makeRecord(record: SearchRecord, thesaurus: readonly Group[]) {
  const { lang, title, content, also = [] } = record
  const named = [title, ...also].join(lang === 'zh' ? '，' : ', ')
  const authority = authorityOf(record.kind, record.authority === true)
  const filters: Record<string, string[]> = authority ? { authority: [authority] } : {}
  for (const facet of FACETS) {
    const value = record[facet]
    if (value !== undefined) filters[facet] = [value]
  }
  return {
    url: record.url,
    content: `${named}\n${content}`,
    language: INDEX_LANG[lang],
    meta: {
      title,
      ...(also.length > 0 ? { also: also.join('|') } : {}),
      ...readMetadata({ lang, title: named, text: content, authority }, thesaurus),
    },
    filters,
  }
}

/** `reports/2026-10/index.html` → `/reports/2026-10/` */
function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`
}

async function listHtml(siteDir: string): Promise<string[]> {
  const all = await readdir(siteDir, { recursive: true })
  const paths = all.map((path) => path.replaceAll('\\', '/'))
  return paths.filter((path) => path.endsWith('.html') && !path.startsWith('pagefind/')).toSorted(compare)
}

/** Code units, not the locale: the same order on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Pagefind reports what went wrong and goes on; here it stops. */
function throwOnErrors<T extends { errors: string[] }>(response: T): T {
  if (response.errors.length > 0) throw new Error(`search: ${response.errors.join('; ')}`)
  return response
}

interface File {
  path: string
  content: Uint8Array
}

/** Interfaces that come with Pagefind and are not ours, and the worker that ours does without. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./

/** Drops what is not needed, and lets the Chinese index be opened under a language that Pagefind does not segment. */
function listFilesToServe(files: readonly File[]): File[] {
  return files
    .filter(({ path }) => !UNUSED.test(path))
    .map((file) => {
      const change = CHANGED[file.path]
      return change
        ? { path: file.path, content: new TextEncoder().encode(change(DECODER.decode(file.content))) }
        : file
    })
    .toSorted((a, b) => compare(a.path, b.path))
}

const ENTRY = 'pagefind-entry.json'
const DECODER = new TextDecoder()
const CHANGED: Record<string, (text: string) => string> = {
  [ENTRY]: withNeutralLanguage,
  // It comes with its line breaks and long names, a third of its bytes.
  'pagefind.js': (text) =>
    transformSync(text, { minify: true, format: 'esm', target: SCRIPT_TARGET, charset: 'utf8' }).code,
}

/** `mul` is the code for several languages: our own words go to the index as they are. Keys are put in order. */
function withNeutralLanguage(text: string): string {
  // The entry file is Pagefind's own; its shape is pinned with its version.
  const entry = JSON.parse(text) as {
    languages: Record<string, unknown>
    include_characters: string[]
  }
  const names = Object.keys(entry.languages).toSorted(compare)
  const languages = Object.fromEntries(names.map((name) => [name, entry.languages[name]]))
  const chinese = languages[INDEX_LANG.zh]
  if (chinese) languages['mul'] = chinese
  return JSON.stringify({ ...entry, languages, include_characters: entry.include_characters.toSorted(compare) })
}

/** By language, the files that Pagefind asks for before it can look for the first word; `mul` is the Chinese index. */
function listFirstFiles(entry: File, files: readonly File[]): IndexFiles['languages'] {
  // Pagefind's own file, pinned with its version.
  const { languages } = JSON.parse(new TextDecoder().decode(entry.content)) as {
    languages: Record<string, { hash: string; wasm: string | null; page_count: number }>
  }
  const found: IndexFiles['languages'] = {}
  for (const lang of ['zh', 'en'] as const) {
    const index = languages[INDEX_LANG[lang]]
    if (!index) continue
    const pattern = new RegExp(`^filter/${INDEX_LANG[lang]}_(.+)\\.pf_filter$`)
    const filters = files.flatMap(({ path }) => pattern.exec(path)?.[1] ?? [])
    found[lang] = { pages: index.page_count, hash: index.hash, wasm: index.wasm ?? 'unknown', filters }
  }
  return found
}

/** Mutates `files`: adds the reader's side, which knows the index by its hash. */
async function write(folder: string, files: File[]): Promise<void> {
  const entry = files.find(({ path }) => path === ENTRY)
  if (!entry) throw new Error('search: Pagefind wrote no entry file')
  const tag = createHash('sha256').update(entry.content).digest('hex').slice(0, 12)
  files.push(...(await bundleClient({ tag, languages: listFirstFiles(entry, files) })))
  files.push({ path: 'han.json', content: new TextEncoder().encode(JSON.stringify(buildHanData())) })
  await rm(folder, { recursive: true, force: true })
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}
