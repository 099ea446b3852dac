import type { Lang } from '../text/local-text.ts'
import { FACETS, type Facet } from './facet-names.ts'
import { readBody } from './page-body.ts'

/** How authoritative a page is for its subject: `2` a hub, `1` a dataset or a district, null the pages that merely mention it. */
export type Authority = '1' | '2' | null

/** A built page as the index needs it. */
interface IndexedPage {
  lang: Lang
  title: string
  /** The text of the page, without what it marks as ignored. */
  text: string
  facets: Partial<Record<Facet, string>>
  authority: Authority
  /** The page for the index, which never reaches a reader; `meta` becomes hidden words. */
  renderHtml(meta: Record<string, string>): string
}

/**
 * Reads a built page: `<main data-pagefind-body data-search-kind="report" data-search-month="2026-10">`. Its title is
 * `data-search-title`, or its h1, which may be less specific: two pages of a month may have the same headline.
 * Null where the page is not to be found. Throws where the page is not as the search needs it.
 */
export function readPage(source: string, file: string): IndexedPage | null {
  if (!source.includes('data-pagefind-body')) return null
  const { language, bodies, attributes, heading, text, html } = readBody(source)
  if (bodies !== 1) throw new Error(`search: ${file} has ${bodies} elements with data-pagefind-body, expected 1`)
  const title = attributes.get('data-search-title') || heading
  if (title === '') throw new Error(`search: ${file} has neither data-search-title nor an h1 within data-pagefind-body`)
  const lang = languageOf(language, file)
  const facets = facetsOf(attributes)
  const authority = authorityOf(facets.kind, attributes.has('data-search-authority'))
  return {
    lang,
    title,
    text,
    facets,
    authority,
    renderHtml: (meta) =>
      wrap(
        withHidden(html, {
          ...renderAttributes('meta', { title, ...meta }),
          ...renderAttributes('filter', authority ? { ...facets, authority } : facets),
        }),
        lang,
        title,
      ),
  }
}

export function authorityOf(kind: string | undefined, declared: boolean): Authority {
  if (!declared) return null
  return kind === 'topic' || kind === 'page' ? '2' : '1'
}

/** The name of a language in the index. One name a language, or Pagefind makes an index that no page loads. */
export const INDEX_LANG: Record<Lang, string> = { zh: 'zh-cn', en: 'en' }

function languageOf(lang: string, file: string): Lang {
  if (/^zh\b/i.test(lang)) return 'zh'
  if (/^en\b/i.test(lang)) return 'en'
  throw new Error(`search: ${file} has lang="${lang}", expected zh-CN or en`)
}

function facetsOf(attributes: ReadonlyMap<string, string>): Partial<Record<Facet, string>> {
  const facets: Partial<Record<Facet, string>> = {}
  for (const facet of FACETS) {
    const value = attributes.get(`data-search-${facet}`)
    if (value) facets[facet] = value
  }
  return facets
}

/** `kind: 'report'` → `<span data-pagefind-filter="kind[data-v]" data-v="report" hidden>` */
function renderAttributes(attribute: 'meta' | 'filter', values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`data-pagefind-${attribute}="${key}[data-v]"`, value]),
  )
}

function withHidden(body: string, hidden: Record<string, string>): string {
  const spans = Object.entries(hidden).map(
    ([attribute, value]) => `<span ${attribute} data-v="${escapeHtml(value)}" hidden></span>`,
  )
  const end = body.lastIndexOf('</')
  return removeBlanks(body.slice(0, end)) + spans.join('') + body.slice(end)
}

/** A paragraph with the blanks of a form (`____区`) would be lost as a whole. */
function removeBlanks(html: string): string {
  return html.includes('___') ? html.replace(/_{3,}(?=[^<>]*<)/g, '……') : html
}

function wrap(body: string, lang: Lang, title: string): string {
  return `<!doctype html><html lang="${INDEX_LANG[lang]}"><head><title>${escapeHtml(title)}</title></head><body>${body}</body></html>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
