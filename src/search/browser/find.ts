import type { HanData } from '../han.ts'
import { normalise } from '../normalise-text.ts'
import { type Filters, type Found, type Hit, type Page, type Question, search } from '../search-plan.ts'
import { makeSimplifier } from '../simplify.ts'
import { hasHan, tokenise } from '../tokens.ts'
import { openEngine } from './pagefind.ts'

type Lang = 'zh' | 'en'

export interface Group {
  lang: Lang
  found: Found
}

/** Asks the indexes of a site; loads each of its parts when a query first needs it. */
export interface Finder {
  /** Starts to load what most queries need. */
  prepare(): void
  find(text: string, filters: Filters): Promise<{ groups: Group[]; phrase: string }>
}

export function openFinder({ base, lang }: { base: string; lang: Lang }): Finder {
  const engine = {
    zh: callOnce(() => openEngine(base, 'zh')),
    en: callOnce(() => openEngine(base, 'en')),
  }
  const han = callOnce(() => loadHan(base))

  async function findGroup(which: Lang, text: string, filters: Filters): Promise<Group | null> {
    const [opened, language] = await Promise.all([engine[which](), languageOf(text)])
    return opened && { lang: which, found: await search(opened, { text, filters, ...language }) }
  }

  /** Nothing of Chinese is fetched for a query without it. */
  async function languageOf(text: string): Promise<Pick<Question, 'simplify' | 'stopWords'>> {
    return hasHan(text) ? han() : { simplify: (same) => same, stopWords: '' }
  }

  async function find(text: string, filters: Filters) {
    const { simplify } = await languageOf(text)
    const groups: Group[] = []
    const first: Lang = hasHan(text) ? 'zh' : lang
    const own = await findGroup(first, text, filters)
    if (own && count(own) > 0) groups.push(own)
    if (wantsOther(text, first, own)) {
      const other = await findGroup(first === 'zh' ? 'en' : 'zh', text, filters)
      if (other && count(other) > 0) groups.splice(await placeOf(other, own, text), 0, other)
    }
    return { groups, phrase: normalise(text, simplify) }
  }

  function prepare(): void {
    // What fails here is tried again by the first query, which reports it.
    for (const part of lang === 'zh' ? [han, engine.zh] : [engine.en]) part().catch(() => undefined)
  }

  return { prepare, find }
}

/** English words may be on the pages of both languages; a code or number is looked up in the other language only where the reader's own has none. */
function wantsOther(text: string, first: Lang, own: Group | null): boolean {
  if (hasHan(text)) return false
  return own === null || own.found.whole.length === 0 || (first === 'zh' && /^[a-z\s-]+$/i.test(text))
}

/** The other language comes first where it has whole matches and the reader's own has none in a title. */
async function placeOf(other: Group, own: Group | null, text: string): Promise<number> {
  if (!own || count(own) === 0) return 0
  if (other.found.whole.length === 0) return 1
  const best = own.found.whole[0]
  return best && (await isInTitle(best, text)) ? 1 : 0
}

async function isInTitle(hit: Hit, text: string): Promise<boolean> {
  const { meta } = await hit.load()
  const title = [meta['title'], meta['t'], meta['py']].join(' ').toLowerCase()
  const joined = normalise(text).replaceAll(' ', '')
  return title.includes(joined) || tokenise(normalise(text)).every((word) => title.includes(word))
}

export function count({ found }: Group): number {
  return found.whole.length + found.partial.length
}

/** Hits with the same score come newest first, then by address: the order must not depend on what was loaded before. */
export async function loadFirstPages(hits: readonly Hit[], wanted: number): Promise<Page[]> {
  const ties: Promise<Page[]>[] = []
  for (let start = 0; start < hits.length && start < wanted; ) {
    const end = endOfTie(hits, start)
    const tied = Promise.all(hits.slice(start, end).map((hit) => hit.load()))
    ties.push(tied.then((pages) => pages.sort(compareByDate)))
    start = end
  }
  return (await Promise.all(ties)).flat().slice(0, wanted)
}

/** More tied pages than this are not all fetched. */
const TIE_MAX = 40

function endOfTie(hits: readonly Hit[], start: number): number {
  const score = hits[start]?.score ?? 0
  let end = start + 1
  while (end < hits.length && end - start < TIE_MAX && Math.abs((hits[end]?.score ?? 0) - score) <= 1e-6 * score) end++
  return end
}

function compareByDate(a: Page, b: Page): number {
  const [dateA, dateB] = [a.filters['month']?.[0] ?? '', b.filters['month']?.[0] ?? '']
  if (dateA !== dateB) return dateA < dateB ? 1 : -1
  return a.url < b.url ? -1 : 1
}

async function loadHan(base: string): Promise<Pick<Question, 'simplify' | 'stopWords'>> {
  const response = await fetch(`${base}pagefind/han.json`)
  if (!response.ok) throw new Error(`search: ${response.status} ${response.url}`)
  // Written by the same build from the same type.
  const { map, stopWords } = (await response.json()) as HanData
  return { simplify: makeSimplifier(map), stopWords }
}

/** Keeps what was loaded; what failed is tried again by the next query. */
function callOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => {
    loaded ??= load().catch((failure: unknown) => {
      loaded = undefined
      throw failure
    })
    return loaded
  }
}
