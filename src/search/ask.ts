import type { Page } from 'playwright'
import type { Query } from './evaluate.ts'

/** Only ends what hangs, far beyond what a search takes on a busy machine. */
const TIMEOUT_MS = 300_000

/**
 * Asks a query as a reader does who follows a link to the search page, or who is there already and sends a new query;
 * gives the results' addresses in the order in which they are listed. `site` is the site's address with its base path:
 * `http://localhost:4321/foo/`.
 */
export async function askInBrowser(page: Page, site: string, query: Pick<Query, 'query' | 'lang'>): Promise<string[]> {
  const address = `${site}${query.lang === 'en' ? 'en/search/' : 'search/'}`
  if (page.url().split('?')[0] === address) {
    // Sent at once, so that the results are marked as busy before anybody waits for them.
    await page.$eval(
      'form[data-search] input[type=search]',
      (input, text) => {
        if (!(input instanceof HTMLInputElement)) throw new Error('the search page has no box')
        input.value = text
        input.form?.requestSubmit()
      },
      query.query,
    )
  } else {
    await page.goto(`${address}?q=${encodeURIComponent(query.query)}`)
  }
  await page.waitForSelector('[data-search-output][aria-busy="false"]', { state: 'attached', timeout: TIMEOUT_MS })
  return page.$$eval('[data-search-results] a[href]', (links) => links.map((link) => link.getAttribute('href') ?? ''))
}
