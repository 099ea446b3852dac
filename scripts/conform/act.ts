import type { Page } from 'playwright'

/*
 * What a reader does on a page, in engines back to Chromium 92: Playwright's own look at whether an element is visible
 * calls what is younger, so elements are waited for and focused by plain scripts.
 */

/** What a search finds: the links of the results in order, or none and what the page says instead. */
interface Answer {
  links: string[]
  status: string
}

/** Reads the results on a search page that was opened with a question in its address. */
export async function answerOf(page: Page): Promise<Answer> {
  await page.waitForFunction(() => {
    const status = document.querySelector('[data-search-status]')?.textContent?.trim() ?? ''
    // "Searching…" is what it says until it knows.
    return status !== '' && !status.endsWith('…')
  })
  return page.evaluate(() => ({
    // The ports of two servers differ.
    links: Array.from(document.querySelectorAll<HTMLAnchorElement>('[data-search-results] a[href]')).map(
      (link) => link.pathname + link.search + link.hash,
    ),
    status: document.querySelector<HTMLElement>('[data-search-status]')?.innerText ?? '',
  }))
}

/** The rows that the filter of the permit register leaves for the class of its first permit. */
export async function readFilteredRows(page: Page): Promise<{ count: string; rows: string[] }> {
  const { word, before } = await page.evaluate(() => {
    document.querySelector<HTMLElement>('#register-filter input')?.focus()
    const cell = document.querySelector<HTMLElement>('#register tbody td:nth-child(3)')
    const count = document.querySelector<HTMLElement>('#register-count')
    return { word: cell?.innerText ?? '', before: count?.innerText ?? '' }
  })
  await page.keyboard.insertText(word)
  await page.waitForFunction(
    (before) => document.querySelector<HTMLElement>('#register-count')?.innerText !== before,
    before,
  )
  return page.evaluate(() => ({
    count: document.querySelector<HTMLElement>('#register-count')?.innerText ?? '',
    rows: Array.from(document.querySelectorAll<HTMLElement>('#register tbody tr')).map((row) => row.innerText),
  }))
}

/** What the page that checks files reports for a file. */
interface CheckerOutcome {
  kind: string | null
  rules: (string | null)[]
  words: string
}

export async function checkFileOn(page: Page, file: { name: string; text: string }): Promise<CheckerOutcome> {
  const buffer = Buffer.from(file.text)
  await page.setInputFiles('#tray input', { name: file.name, mimeType: 'text/csv', buffer })
  // A fault of the page itself is shown where the sheets would be: it is an answer too.
  await page.waitForFunction(() => document.querySelector('p.outcome') !== null)
  return page.evaluate(() => ({
    kind: document.querySelector('.sheet')?.getAttribute('data-outcome') ?? null,
    rules: Array.from(document.querySelectorAll('.cause')).map((element) => element.getAttribute('data-rule')),
    words: document.querySelector<HTMLElement>('p.outcome')?.parentElement?.innerText ?? '',
  }))
}
