import type { DataTable, FigureSpec } from '../charts/figure.ts'
import { LANGS, type Lang, type LocalText } from '../text/local-text.ts'
import type { Rich } from './rich.ts'

/** A part of a page: a heading, a sentence, figures, a table. */
export interface Section {
  id: string
  heading: LocalText
  say?: Record<Lang, Rich>
  /** Further paragraphs, behind the first. */
  paragraphs?: Record<Lang, Rich>[]
  figures: FigureSpec[]
  tables?: { caption: LocalText; data: DataTable }[]
}

/** A page made of findings: a leading statement and its parts. */
export interface Report {
  lead: Record<Lang, Rich>
  sections: Section[]
}

/** All that a section says, paragraph by paragraph. */
export function listParagraphs({ say, paragraphs = [] }: Section): Record<Lang, Rich>[] {
  return [...(say ? [say] : []), ...paragraphs]
}

/** Drops what could not be drawn because nothing of it is published. */
export function drawAll(specs: readonly (FigureSpec | null)[]): FigureSpec[] {
  return specs.filter((spec) => spec !== null)
}

/** Sections that hold something; a portal without a dataset has no empty heading for it. */
export function dropEmpty(sections: readonly (Section | null)[]): Section[] {
  return sections
    .filter((section) => section !== null)
    .filter(
      (section) =>
        section.figures.length > 0 || (section.tables?.length ?? 0) > 0 || listParagraphs(section).length > 0,
    )
}

/** One sentence in each language. */
export function composeInBoth(compose: (lang: Lang) => Rich): Record<Lang, Rich> {
  return { zh: compose('zh'), en: compose('en') }
}

/** Sentences one after the other; an English sentence is parted from the next by a space. */
export function joinSentences(sentences: readonly Record<Lang, Rich>[]): Record<Lang, Rich> {
  const joined: Record<Lang, Rich> = { zh: [], en: [] }
  for (const lang of LANGS) {
    for (const sentence of sentences) {
      if (sentence[lang].length === 0) continue
      if (lang === 'en' && joined.en.length > 0 && !endsInSpace(joined.en)) joined.en.push(' ')
      joined[lang].push(...sentence[lang])
    }
  }
  return joined
}

function endsInSpace(sentence: Rich): boolean {
  const last = sentence.at(-1)
  return (typeof last === 'string' ? last : last?.text)?.endsWith(' ') ?? false
}
