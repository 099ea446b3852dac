import { memoisePerSite } from '../../compose/once.ts'
import type { Figured } from '../../compose/rich.ts'
import { listParagraphs, type Section } from '../../compose/section.ts'
import type { Site } from '../../compose/site.ts'
import type { Lang } from '../../text/local-text.ts'
import { makeAddress } from '../address.ts'
import { buildGlossary } from './glossary-page.ts'

/** A term in a sentence that leads to its entry. */
interface TermLink {
  text: string
  /** Address of the entry. */
  href: string
}

/** A sentence with links in it. */
export type Linked = (string | Figured | TermLink)[]

/** So many terms of a section are links: more would make a text of links. */
const LINKS_MAX = 2

/** Shorter Chinese names are words of every sentence: 受理, 网格. */
const NAME_CHARS_MIN = 3

interface TermEntry {
  id: string
  /** Null for a term of no dataset. */
  dataset: string | null
}

interface TermNames {
  /** Entries by name, of which two datasets may have one each; English names in lower case. */
  entries: ReadonlyMap<string, readonly TermEntry[]>
  /** Any of the names, the longest first: 非常满意率 before 满意率. */
  pattern: RegExp
}

/** Names of terms that need a word of explanation: computed measures, and the publisher's own terms. */
const listTermNames = memoisePerSite((site, lang: string): TermNames => {
  const own = lang === 'zh' ? 'zh' : 'en'
  const computed = listComputed(site)
  const entries = new Map<string, TermEntry[]>()
  for (const { id: group, path, entries: terms } of buildGlossary(site)) {
    const dataset = path === null ? null : group
    for (const { id, name, also } of group === 'status' ? [] : terms) {
      if (dataset !== null && !computed.has(id)) continue
      for (const text of [name[own], ...also[own]]) {
        const key = text.toLowerCase()
        if (text.length >= NAME_CHARS_MIN) entries.set(key, [...(entries.get(key) ?? []), { id, dataset }])
      }
    }
  }
  const longestFirst = [...entries.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const any = longestFirst.length === 0 ? '(?!)' : longestFirst.join('|')
  return {
    entries,
    pattern: own === 'zh' ? new RegExp(any, 'gi') : new RegExp(`(?<![\\w-])(?:${any})(?![\\w-])`, 'gi'),
  }
})

/** Entries of rates, shares and quantiles: a count says by its name what it is. */
function listComputed(site: Site): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { contract, spec } of site.published.tables.values()) {
    for (const [id, measure] of Object.entries(spec.measures))
      if ('rate' in measure || 'quantile' in measure || 'share' in measure) found.add(`${contract.id}-${id}`)
  }
  return found
}

/** The paragraphs of each section of a page with links to the terms in them, each term once a page. */
export function linkTerms(
  site: Site,
  sections: readonly Section[],
  { base, lang }: { base: string; lang: Lang },
): Linked[][] {
  const used = new Set<string>()
  const names = listTermNames(site, lang)
  return sections.map((section) => {
    const datasets = listDatasetsOf(section)
    let left = LINKS_MAX
    const link = (text: string): Linked => {
      const parts: Linked = []
      let from = 0
      for (const match of text.matchAll(names.pattern)) {
        const entry = names.entries
          .get(match[0].toLowerCase())
          ?.find(({ dataset }) => dataset === null || datasets.has(dataset))
        if (!entry || left === 0 || used.has(entry.id)) continue
        used.add(entry.id)
        left -= 1
        if (match.index > from) parts.push(text.slice(from, match.index))
        parts.push({ text: match[0], href: makeAddress(base, lang, `/glossary/#${entry.id}`) })
        from = match.index + match[0].length
      }
      return from < text.length ? [...parts, text.slice(from)] : parts
    }
    return listParagraphs(section).map((words) =>
      words[lang].flatMap((part) => (typeof part === 'string' ? link(part) : [part])),
    )
  })
}

/** Datasets that a section speaks of: those of its cells, figures and tables. */
function listDatasetsOf(section: Section): ReadonlySet<string> {
  const ofCells = listParagraphs(section).flatMap(({ zh }) =>
    zh.flatMap((part) => (typeof part === 'string' ? [] : (part.cell?.split('/')[0] ?? []))),
  )
  const ofFigures = section.figures.flatMap(({ sources }) => sources.map(({ dataset }) => dataset))
  const ofTables = (section.tables ?? []).flatMap(({ data }) => data.of?.dataset ?? [])
  return new Set([...ofCells, ...ofFigures, ...ofTables])
}
