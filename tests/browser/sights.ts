import { type Page, toChineseAddress } from './built-pages.ts'
import { DESKTOP, PHONE } from './page-reader.ts'

/** A window and the colours that its reader has asked for. */
export interface Sight {
  viewport: { width: number; height: number }
  colorScheme: 'light' | 'dark'
}

/**
 * Of two choices (windows, papers …) the choice for a page: the same page in the other language has the other, and the next
 * page has them the other way round, so that every pair of kind, language and choice is seen. A kind that is there in one
 * language only has both.
 */
export function halfOf<T>(choices: readonly [T, T], page: Page, sample: readonly Page[]): readonly T[] {
  if (isAlone(page, sample)) return choices
  const order = [...new Set(sample.map(toChineseAddress))].indexOf(toChineseAddress(page))
  const isFirst = (order % 2 === 0) === (page.lang === 'zh')
  return [isFirst ? choices[0] : choices[1]]
}

/**
 * In which windows a page is looked at. A fault of a template shows itself with two of language, width and colours at
 * most, so each language takes two of the four windows, and all pairs are seen of each template:
 *
 *          light    dark
 *   phone  zh       en
 *   desk   en       zh
 *
 * The pages of a language are given its two windows in turn, the other language beginning with the other width; the only
 * page of a language has both. A template that is there in one language only is seen in all four.
 */
export function sightsOf(page: Page, sample: readonly Page[]): Sight[] {
  if (isAlone(page, sample)) return ALL.map(({ sight }) => sight)
  const sights = listSights(page.lang)
  const template = templateOf(page)
  const alike = sample.filter((other) => other.lang === page.lang && templateOf(other) === template)
  if (alike.length === 1) return sights
  const turn = alike.indexOf(page) + (page.lang === 'en' ? 1 : 0)
  return sights.filter((_, index) => index === turn % sights.length)
}

/** What kinds of pages share that are made by one file of `src/pages`: of its pages many are opened. */
export function templateOf({ kind }: Pick<Page, 'kind'>): string {
  if (/^\/topics\/[^/]+\/$/.test(kind)) return '/topics/TOPIC/'
  return kind === '/permits/' ? '/permits/LIST/' : kind
}

/** The two windows of a language. */
export function listSights(lang: Page['lang']): Sight[] {
  return ALL.filter((choice) => choice.lang === lang).map(({ sight }) => sight)
}

function isAlone(page: Page, sample: readonly Page[]): boolean {
  return !sample.some(({ kind, lang }) => kind === page.kind && lang !== page.lang)
}

const ALL: readonly { lang: Page['lang']; sight: Sight }[] = [
  { lang: 'zh', sight: { viewport: PHONE, colorScheme: 'light' } },
  { lang: 'en', sight: { viewport: PHONE, colorScheme: 'dark' } },
  { lang: 'en', sight: { viewport: DESKTOP, colorScheme: 'light' } },
  { lang: 'zh', sight: { viewport: DESKTOP, colorScheme: 'dark' } },
]
