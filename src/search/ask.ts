import type { Page } from 'playwright'
import type { Query } from './evaluate.ts'

/** Only ends what hangs, far beyond what a search takes on a busy machine. */
const TIMEOUT_MS = 300_000

/**
 * Types a query as a reader does who follows a link to the search page, and gives the results' addresses in the order
 * in which they are listed. `site` is the site's address with its base path: `http://localhost:4321/foo/`.
 */
export async function askInBrowser(page: Page, site: string, query: Pick<Query, 'query' | 'lang'>): Promise<string[]> {
  const path = query.lang === 'en' ? 'en/search/' : 'search/'
  await page.goto(`${site}${path}?q=${encodeURIComponent(query.query)}`)
  await page.waitForSelector('[data-search-output][aria-busy="false"]', { state: 'attached', timeout: TIMEOUT_MS })
  return page.$$eval('[data-search-results] a[href]', (links) => links.map((link) => link.getAttribute('href') ?? ''))
}
