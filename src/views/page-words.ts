import type { FigureSpec } from '../charts/figure.ts'
import type { Report, Section } from '../compose/section.ts'
import type { Site } from '../compose/site.ts'
import type { MdxTag } from '../portal/mdx-parts.ts'
import type { Lang } from '../text/local-text.ts'

/** What the words of an editor on one page can place: its figures and parts, numbered as they are read. */
interface PageWords {
  site: Site
  /** Base path of the site, with a slash at both ends. */
  base: string
  path: string
  lang: Lang
  /** Month of a bulletin; null for other pages. */
  month: string | null
  sections: readonly Section[]
  /** The same without the figures that the words place one by one. */
  placed: readonly Section[]
  /** Numbers of the figures by id, from 1. */
  numbers: ReadonlyMap<string, number>
  /** What is left for the page itself, behind the words. */
  rest: Section[]
}

/**
 * The parts of a page around the words: a figure or part that the words place is not printed twice, one that they
 * replace not at all.
 */
export function placeWords(
  page: Pick<PageWords, 'site' | 'base' | 'path' | 'lang' | 'month'> & { report: Report },
  words: { tags: readonly MdxTag[]; replaces: readonly string[] } | null,
): PageWords {
  const { report, ...shown } = page
  const tags = words?.tags ?? []
  const listPlaced = (name: string) =>
    tags.filter((tag) => tag.name === name).map(({ attributes }) => attributes['of'] ?? '')
  const [charts, parts] = [
    new Set(listPlaced('Chart')),
    new Set([...listPlaced('Composed'), ...(words?.replaces ?? [])]),
  ]
  const sections = report.sections.map((section) => dropFigures(section, charts))
  const rest = sections.filter(({ id }) => !parts.has(id))
  const order = [
    ...tags.flatMap(({ name, attributes }) => {
      const of = attributes['of'] ?? ''
      if (name === 'Chart') return [of]
      return name === 'Composed' ? idsOf(sections.filter(({ id }) => id === of)) : []
    }),
    ...idsOf(rest),
  ]
  const numbers = new Map([...new Set(order)].map((id, index) => [id, index + 1]))
  return { ...shown, sections: report.sections, placed: sections, numbers, rest }
}

function dropFigures(section: Section, placed: ReadonlySet<string>): Section {
  return { ...section, figures: section.figures.filter(({ id }) => !placed.has(id)) }
}

function idsOf(sections: readonly Section[]): string[] {
  return sections.flatMap(({ figures }) => figures.map(({ id }) => id))
}

/** Pages whose words are being rendered, by their address: a component of an editor is given nothing but its attributes. */
const OPEN = new Map<string, PageWords>()

export function openPageWords(address: string, words: PageWords): PageWords {
  OPEN.set(address, words)
  return words
}

export function readPageWords(address: string): PageWords {
  const words = OPEN.get(address)
  if (!words) throw new Error(`content: no words are rendered on ${address}`)
  return words
}

/** A figure that the words place, with its number. */
export function findPlacedFigure({ sections, numbers }: PageWords, id: string): { spec: FigureSpec; number: number } {
  const spec = sections.flatMap(({ figures }) => figures).find((figure) => figure.id === id)
  if (!spec) throw new Error(`content: the page has no figure ${id}`)
  return { spec, number: numbers.get(id) ?? 0 }
}

/** A part that the words place. */
export function findPlacedPart({ placed }: PageWords, id: string): Section {
  const found = placed.find((section) => section.id === id)
  if (!found) throw new Error(`content: the page has no part ${id}`)
  return found
}
