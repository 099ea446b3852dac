import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { type Served, serveFolder } from '../../scripts/serve.ts'
import { findChromium, launchChromium } from '../../scripts/test/chromium.ts'

export interface Reader {
  url(address: string): string
  /** Opens a page in a context of its own, does something with it and closes it. */
  visit<T>(address: string, look: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>
}

/** One Chromium and one server for all tests of a file; both are closed at its end. */
export function reader(site: string, base = '/'): Reader {
  let browser: Browser | undefined
  let served: Served | undefined
  beforeAll(async () => {
    served = await serveFolder(site, { base })
    browser = await launchChromium(await findChromium())
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })
  const url = (address: string) => `${served?.url.replace(/\/$/, '')}${address}`
  return {
    url,
    async visit(address, look, options = {}) {
      if (!browser) throw new Error('the browser is not open yet')
      const context: BrowserContext = await browser.newContext({
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        ...options,
      })
      try {
        const page = await context.newPage()
        await page.goto(url(address), { waitUntil: 'load' })
        return await look(page)
      } finally {
        await context.close()
      }
    },
  }
}

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 900 }
