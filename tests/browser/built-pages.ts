import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** One page of the built site. */
export interface Page {
  /** Below the base, `/reports/2026-10/`; `/404.html` for the page of what is missing. */
  address: string
  file: string
  lang: 'zh' | 'en'
  /** What pages of this sort share: `/reports/MONTH/`. */
  kind: string
}

/** Every HTML page below a folder, by address. */
export function listBuiltPages(site: string): Page[] {
  return filesOf(site)
    .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'))
    .map((file) => {
      const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`
      const lang = /^\/en\//.test(address) ? 'en' : 'zh'
      return { address, file: join(site, file), lang, kind: kindOf(address) }
    })
}

/** True for a page in Traditional Chinese, which `reading-version.test.ts` holds against the page that it is made of. */
export function isConverted({ kind }: Page): boolean {
  return kind === '/zh-hant/PAGE/'
}

/** The address of the same page in Chinese. */
export function toChineseAddress({ address }: Page): string {
  return address.replace(/^\/en\//, '/')
}

/** Paths of all files below a folder, with `/`, ascending. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted()
}

/** The parts of an address that vary within a kind, in the order in which they are tried. */
const VARYING: readonly [RegExp, string][] = [
  // Chinese pages in Traditional characters: their markup is that of the pages they are made of.
  [/^\/zh-hant\/.*$/, '/zh-hant/PAGE/'],
  [/^\/en\//, '/'],
  // The traces of the figures of any page.
  [/^.*\/trace\/$/, '/PAGE/trace/'],
  [/^\/compare\/\d{6,}-vs-\d{6,}\//, '/compare/PLACES/'],
  [/^\/compare\/\d{4}-\d{2}-vs-\d{4}-\d{2}\//, '/compare/MONTHS/'],
  [/\/\d{4}(-\d{2}|-Q\d)?\//, '/MONTH/'],
  [/^\/places\/\d{6}\//, '/places/DISTRICT/'],
  [/^\/places\/\d{7,}\//, '/places/SUBDISTRICT/'],
  [/^\/permits\/[0-9a-z]{18,}\//, '/permits/PERMIT/'],
  // Pages of the register, of all of it, of a class and of a district.
  [/^\/permits\/(?!$)(?:(?:class|district)-[^/]+\/)?(?:page-\d+\/)?$/, '/permits/LIST/'],
  [/^\/data\/[a-z-]+\//, '/data/DATASET/'],
  [/^\/data\/DATASET\/trace\/[^/]+\//, '/data/DATASET/trace/TABLE/'],
  [/\/page-\d+\/$/, '/PAGE/'],
  [/^\/systems\/[^/]+\//, '/systems/SYSTEM/'],
  [/^\/methods\/reference\/[^/]+\//, '/methods/reference/FILE/'],
  [/^\/f\/[^/]+\//, '/f/FIGURE/'],
  [/^\/embed\/[^/]+\/(?=\d)/, '/embed/FIGURE/'],
  [/^\/embed\/(?!FIGURE)[^/]+\//, '/embed/FIGURE/'],
  [/^\/embed\/FIGURE\/\d+\//, '/embed/FIGURE/RELEASE/'],
]

export function kindOf(address: string): string {
  let kind = address
  for (const [pattern, name] of VARYING) kind = kind.replace(pattern, name)
  return kind
}

/** A link, an asset or an anchor as written in a page. */
export interface Reference {
  /** `href`, `src`, … */
  attribute: string
  value: string
}

export function referencesOf(html: string): Reference[] {
  const found: Reference[] = []
  // A tag may hold two references, so each attribute is looked for within its tag.
  for (const [tag] of removeScripts(html).matchAll(/<[a-z][^<>]*>/g)) {
    for (const match of tag.matchAll(ATTRIBUTE)) {
      const [, attribute = '', value = ''] = match
      const values =
        attribute === 'srcset' ? value.split(',').map((text) => text.trim().split(/\s+/)[0] ?? '') : [value]
      for (const address of values) found.push({ attribute, value: decodeEntities(address) })
    }
  }
  return found
}

/** Ids and names that `#…` may lead to. */
export function anchorsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\s(?:id|name)="([^"]*)"/g)].map((match) => decodeEntities(match[1] ?? '')))
}

export function readPage(page: Page): string {
  return readFileSync(page.file, 'utf8')
}

const ATTRIBUTE = /\s(href|src|srcset|action|poster)="([^"]*)"/g

/** A page with the text of its scripts left out. */
export function removeScripts(html: string): string {
  return html.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, (script) => script.slice(0, script.indexOf('>') + 1))
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>' }

function decodeEntities(text: string): string {
  return text.replaceAll(/&(amp|quot|#39|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
}
