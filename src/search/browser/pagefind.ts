import type { IndexFiles } from '../index-files.ts'
import type { Engine, Filters, Hit, Page } from '../search-plan.ts'

/** What is used of Pagefind's browser module. */
interface Pagefind {
  createInstance(options: Record<string, unknown>): Instance
}

interface Instance {
  init(): Promise<void>
  filters(): Promise<Record<string, Record<string, number>>>
  search(term: string | null, options: { filters: Record<string, { any: string[] }> }): Promise<Response>
}

type Counts = Record<string, Record<string, number>>

interface Response {
  results: { id: string; score: number; data(): Promise<Page> }[]
  filters: Counts
  totalFilters: Counts
}

/** Written into the bundle by `bundleClient`. */
declare const __INDEX__: IndexFiles

/** Weights measured on a corpus of the same kind: title words first, hubs before mentions, synonyms last. */
const RANKING = { termSimilarity: 5, metaWeights: { title: 0, t: 5, h: 1, st: 1.5, s: 0.3, py: 1 } }

/** The name under which each language is opened: `mul` is Chinese without Pagefind's own segmentation. */
const OPENED_AS = { zh: 'mul', en: 'en' }

/** Opens the index of a language, or gives null where the site has no page in it. `base` ends in a slash. */
export async function openEngine(base: string, lang: 'zh' | 'en'): Promise<Engine | null> {
  const index = __INDEX__.languages[lang]
  if (!index) return null
  const folder = `${base}pagefind/`
  // Pagefind asks for its files one after the other, each when it has read the file before; here all start at once.
  preload(`${folder}pagefind.js`)
  const { hash, wasm, filters } = index
  for (const file of [`pagefind-entry.json?ts=${__INDEX__.tag}`, `pagefind.${hash}.pf_meta`, `wasm.${wasm}.pagefind`])
    preload(folder + file, 'fetch')
  for (const filter of filters) preload(`${folder}filter/${hash.split('_')[0]}_${filter}.pf_filter`, 'fetch')
  const module: Pagefind = await import(/* @vite-ignore */ `${folder}pagefind.js`)
  const instance = open(module, lang, folder)
  await instance.init()
  return {
    lang,
    pages: index.pages,
    boosts: await boostsOf(instance),
    search: (term, filters) => ask(instance, term, filters),
  }
}

/** Starts to load a module, or a file that a script is going to fetch. */
export function preload(href: string, as?: 'fetch'): void {
  const how = as ? { rel: 'preload', as, crossOrigin: '' } : { rel: 'modulepreload' }
  document.head.append(Object.assign(document.createElement('link'), how, { href }))
}

/** Pagefind takes the language from the document, once, when an instance is made. */
function open(module: Pagefind, lang: 'zh' | 'en', basePath: string): Instance {
  const root = document.documentElement
  const own = root.lang
  root.lang = OPENED_AS[lang]
  const instance = module.createInstance({
    basePath,
    baseUrl: '/',
    metaCacheTag: __INDEX__.tag,
    ranking: RANKING,
    // A worker is one more file to wait for, and is not served by what the page has begun to load.
    noWorker: true,
  })
  root.lang = own
  return instance
}

/** Hubs come before the pages that mention the same words, topics before datasets. */
const BOOSTS = { '1': 1.25, '2': 1.6 }
/**
 * Hundreds of register entries have the same words, and what explains a page has the words of that page; name and number
 * still find an entry first.
 */
const BOOST_OF_RECORD = 0.7
const KINDS_OF_RECORD = ['permit', 'explanation']
/** What the newest month gains against the oldest: of bulletins with the same words, readers want the last. */
const GAIN_OF_NEWEST = 0.1

async function boostsOf(instance: Instance): Promise<Map<string, number>> {
  const boosts = new Map<string, number>()
  const boost = async (filter: string, value: string, factor: number) => {
    const { results } = await instance.search(null, { filters: { [filter]: { any: [value] } } })
    for (const { id } of results) boosts.set(id, factor)
  }
  const months = Object.keys((await instance.filters())['month'] ?? {}).sort()
  await Promise.all(months.map((month, i) => boost('month', month, 1 + (GAIN_OF_NEWEST * (i + 1)) / months.length)))
  for (const kind of KINDS_OF_RECORD) await boost('kind', kind, BOOST_OF_RECORD)
  for (const [level, factor] of Object.entries(BOOSTS)) await boost('authority', level, factor)
  return boosts
}

async function ask(instance: Instance, term: string, filters: Filters): Promise<{ hits: Hit[]; counts: Counts }> {
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0)
  const options = { filters: Object.fromEntries(chosen.map(([name, any]) => [name, { any }])) }
  const response = await instance.search(term, options)
  const counts = { ...response.filters }
  // Within one facet values are alternatives: their counts must not fall when one of them is chosen.
  for (const [name] of chosen) counts[name] = response.totalFilters[name] ?? {}
  // Pagefind forgets a page's data once its result is collected as garbage: the closure keeps the result.
  const hits = response.results.map((result) => ({ id: result.id, score: result.score, load: () => result.data() }))
  return { hits, counts }
}
