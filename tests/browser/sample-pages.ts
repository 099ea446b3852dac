import { greatest } from 'd3'
import { isConverted, listBuiltPages, type Page, readPage, removeScripts, toChineseAddress } from './built-pages.ts'

/**
 * The pages that are opened in a browser. Of each kind: the last by address, which is the newest
 * month and the longest register; then the largest, the page with the longest heading, and as many as show all markup that
 * pages of the kind have. A fault of a template shows itself in one of them. The first is opened in both languages, the
 * others in each language in turn.
 */
export function listSamplePages(site: string): readonly Page[] {
  const known = sampled.get(site)
  if (known) return known
  const kinds = Map.groupBy(listBuiltPages(site).filter(isLookedAt), ({ kind }) => kind)
  const sample = [...kinds.values()].flatMap((pages, order) => sampleOf(pages, order))
  sampled.set(site, sample)
  return sample
}

/** A page that leads on at once cannot be looked at; `files.test.ts` reads it. */
function isLookedAt(page: Page): boolean {
  return !isConverted(page) && !/<meta http-equiv="refresh"/.test(readPage(page))
}

/** By site: every page is read for a sample, and files of tests share their modules. */
const sampled = new Map<string, readonly Page[]>()

/** An address in every language that it has. */
interface Candidate {
  pages: Page[]
  bytes: number
  /** Characters. */
  longestHeading: number
  /** Elements, with their classes and with the names of their attributes: `td`, `td.withheld`, `td[data-key]`. */
  markup: ReadonlySet<string>
}

/** `order` of the kind among others, so that not all have their second page in the same language. */
function sampleOf(pages: readonly Page[], order: number): Page[] {
  const candidates = [...Map.groupBy(pages, toChineseAddress).values()].map(candidateOf)
  const chosen = new Set<Candidate>()
  const missing = new Set(candidates.flatMap(({ markup }) => [...markup]))
  const choose = (candidate: Candidate | undefined) => {
    if (candidate === undefined) throw new Error('a kind of pages without a page')
    chosen.add(candidate)
    for (const mark of candidate.markup) missing.delete(mark)
  }
  choose(candidates.at(-1))
  choose(greatest(candidates, ({ bytes }) => bytes))
  choose(greatest(candidates, ({ longestHeading }) => longestHeading))
  while (missing.size > 0)
    choose(greatest(candidates, ({ markup }) => [...markup].filter((mark) => missing.has(mark)).length))
  const [first, ...further] = [...chosen].map((candidate) => candidate.pages)
  return [...(first ?? []), ...further.flatMap((pages, index) => pages[(order + index) % pages.length] ?? [])]
}

function candidateOf(pages: Page[]): Candidate {
  const html = pages.map((page) => removeScripts(readPage(page))).join('')
  const headings = [...html.matchAll(/<h1[^>]*>(.*?)<\/h1>/gs)].map(([, text = '']) => text.length)
  return { pages, bytes: html.length, longestHeading: Math.max(0, ...headings), markup: markupOf(html) }
}

function markupOf(html: string): Set<string> {
  const markup = new Set<string>()
  for (const [, name = '', attributes = ''] of html.matchAll(/<([a-z][a-z0-9-]*)([^<>]*)>/g)) {
    markup.add(name)
    for (const [, attribute = '', value = ''] of attributes.matchAll(/\s([a-z][a-z-]*)(?:="([^"]*)")?/g)) {
      markup.add(`${name}[${attribute}]`)
      if (attribute === 'class') for (const word of value.split(' ')) markup.add(`${name}.${word}`)
    }
  }
  return markup
}
