import type { Page } from './built-pages.ts'
import { DESKTOP, PHONE } from './chromium.ts'

/** A window and the colours that its reader has asked for. */
export interface Sight {
  viewport: { width: number; height: number }
  colorScheme: 'light' | 'dark'
}

/**
 * In which windows a page is looked at. A fault of a template shows itself with two of language, width and colours at
 * most, so each language takes two of the four windows, and all pairs are seen of each kind:
 *
 *          light    dark
 *   phone  zh       en
 *   desk   en       zh
 *
 * A kind that is there in one language only is seen in all four.
 */
export function sightsOf(page: Page, kinds: readonly Page[]): Sight[] {
  const isAlone = !kinds.some(({ kind, lang }) => kind === page.kind && lang !== page.lang)
  return ALL.filter(({ lang }) => isAlone || lang === page.lang).map(({ sight }) => sight)
}

const ALL: readonly { lang: Page['lang']; sight: Sight }[] = [
  { lang: 'zh', sight: { viewport: PHONE, colorScheme: 'light' } },
  { lang: 'en', sight: { viewport: PHONE, colorScheme: 'dark' } },
  { lang: 'en', sight: { viewport: DESKTOP, colorScheme: 'light' } },
  { lang: 'zh', sight: { viewport: DESKTOP, colorScheme: 'dark' } },
]
