import type { Page } from 'playwright'
import { type Page as BuiltPage, readPage } from '../../tests/browser/built-pages.ts'
import { readPdf } from './pdf-pieces.ts'
import { findLostInPrint, readWanted, readWantedInPrint } from './printed-pages.ts'

/** How Chromium prints: by the page of the style sheet, and with margins that the reader's printer sets. */
const PAPERS = {
  'the page of the style sheet': { preferCSSPageSize: true },
  'A4 with margins of 1 cm': { format: 'A4', margin: { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' } },
} as const

type Paper = keyof typeof PAPERS
export const PAPER_NAMES = ['the page of the style sheet', 'A4 with margins of 1 cm'] as const satisfies Paper[]

/** True where a page has a table or a chart. */
export function hasMuchToPrint(page: BuiltPage): boolean {
  return /<main[\s\S]*<(table|svg)\b[\s\S]*<\/main>/.test(readPage(page))
}

/**
 * Prints a page of Chromium and lists what of its charts and tables is lost. The page should be in a context of its
 * own: one process that has printed many pages writes some words as ActualText, which the reader of PDFs passes over.
 */
export async function findLostOnPaper(page: Page, papers: readonly Paper[] = PAPER_NAMES): Promise<string[]> {
  const wanted = readWanted(await page.evaluate(readWantedInPrint))
  const found: string[] = []
  for (const paper of papers) {
    const lost = findLostInPrint(wanted, await readPdf(await page.pdf(PAPERS[paper])))
    found.push(...lost.map((text) => `${paper}: ${text}`))
  }
  return found
}
