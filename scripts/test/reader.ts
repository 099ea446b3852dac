import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { type Served, serveFolder } from '../serve.ts'
import { launchChromium } from './launch-chromium.ts'

/** One Chromium that reads one built site, served as the README says. */
export interface Reader {
  /** As the engine reports it: `103.0.5058.0`. */
  version: string
  resolveUrl(address: string): string
  /** Opens a page in a context of its own, does something with it and closes it. */
  visit<T>(address: string, look: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>
  /** One page for many addresses, which spares a process for each. */
  openTab(options?: BrowserContextOptions): Promise<Tab>
  close(): Promise<void>
}

export interface Tab {
  page: Page
  /** Goes to an address; `faults` is emptied. */
  goTo(address: string): Promise<void>
  /** What goes wrong in the page that is open: errors of its scripts, files that are not loaded. */
  errors: string[]
  close(): Promise<void>
}

export async function openReader(program: string, site: string, base = '/'): Promise<Reader> {
  const served = await serveFolder(site, { base })
  try {
    return readerOf(await launchChromium(program), served)
  } catch (error) {
    await served.close()
    throw error
  }
}

function readerOf(browser: Browser, served: Served): Reader {
  const resolveUrl = (address: string) => `${served.url.replace(/\/$/, '')}${address}`
  const openTab = async (options: BrowserContextOptions = {}): Promise<Tab> => {
    const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options })
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    const errors = collectErrors(page)
    const goTo = async (address: string) => {
      errors.length = 0
      await page.goto(resolveUrl(address), { waitUntil: 'load' })
    }
    return { page, errors, goTo, close: () => context.close() }
  }
  return {
    version: browser.version(),
    resolveUrl,
    openTab,
    async visit(address, look, options) {
      const tab = await openTab(options)
      try {
        await tab.goTo(address)
        return await look(tab.page)
      } finally {
        await tab.close()
      }
    },
    async close() {
      await browser.close()
      await served.close()
    },
  }
}

/** Only ends what hangs: on a busy machine a page may take a hundred times what it needs. */
const PATIENCE_MS = 600_000

function collectErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => errors.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => errors.push(`not loaded: ${request.url()}`))
  page.on('crash', () => errors.push('the page has crashed'))
  return errors
}
