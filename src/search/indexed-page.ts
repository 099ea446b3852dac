import { parseHTML } from 'linkedom'
import type { Lang } from '../text/local-text.ts'
import { FACETS, type Facet } from './facet-names.ts'

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
  html(meta: Record<string, string>): string
}

/**
 * Reads a built page: `<main data-pagefind-body data-search-kind="report" data-search-month="2026-10">`. Its title is
 * `data-search-title`, or its h1, which may be less specific: two pages of a month may have the same headline.
 * Null where the page is not to be found. Throws where the page is not as the search needs it.
 */
export function readPage(source: string, file: string): IndexedPage | null {
  if (!source.includes('data-pagefind-body')) return null
  const { document } = parseHTML(dropUnread(source))
  const bodies = document.querySelectorAll('[data-pagefind-body]')
  const [body] = bodies
  if (!body || bodies.length > 1)
    throw new Error(`search: ${file} has ${bodies.length} elements with data-pagefind-body, expected 1`)
  const title = body.getAttribute('data-search-title') || textOf(body.querySelector('h1'))
  if (title === '') throw new Error(`search: ${file} has neither data-search-title nor an h1 within data-pagefind-body`)
  const lang = languageOf(document.documentElement.getAttribute('lang') ?? '', file)
  clean(body)
  const facets = facetsOf(body)
  const authority = authorityOf(facets.kind, body.hasAttribute('data-search-authority'))
  return {
    lang,
    title,
    text: textOf(body),
    facets,
    authority,
    html: (meta) =>
      wrap(
        withHidden(body.outerHTML, {
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

function facetsOf(body: Element): Partial<Record<Facet, string>> {
  const facets: Partial<Record<Facet, string>> = {}
  for (const facet of FACETS) {
    const value = body.getAttribute(`data-search-${facet}`)
    if (value !== null && value !== '') facets[facet] = value
  }
  return facets
}

/**
 * Drops what nobody searches before the page is parsed: pictures and styles are two thirds of it. A picture within a picture
 * would leave half of itself, so such a page is parsed whole.
 */
function dropUnread(source: string): string {
  const rest = source.replace(/<(svg|script|style|template|noscript)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
  return /<\/(?:svg|template|noscript)\s*>/i.test(rest) ? source : rest
}

/** Cells and captions whose text would otherwise be glued to that of their neighbour. */
const GLUED = 'th, td, caption, figcaption, dt, dd, summary, li, option'

/** Mutates the copy: out with what is not to be searched, and spaces where words would grow together. */
function clean(body: Element): void {
  for (const unread of body.querySelectorAll('svg, script, style, template, noscript, [data-pagefind-ignore]'))
    unread.remove()
  for (const cell of body.querySelectorAll(GLUED)) cell.append(' ')
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

function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
