import type { BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { findChromium } from '../../scripts/test/launch-chromium.ts'
import { openReader, type Reader, type Tab } from '../../scripts/test/reader.ts'

export interface FileReader extends Omit<Reader, 'close' | 'version'> {
  /**
   * As `visit`, in a tab that stays open for all tests of the file that ask for the same options: a context of its own
   * takes four times the processor's time. For looks that leave nothing behind but the size of the window, the colours
   * and the motion, which are set again.
   */
  runInTab<T>(address: string, look: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>
}

/** One Chromium and one server for all tests of a file, the present engine by default; both are closed at its end. */
export function openFileReader(site: string, base = '/', program?: string): FileReader {
  let opened: Reader | undefined
  beforeAll(async () => {
    opened = await openReader(program ?? (await requireChromium()), site, base)
  })
  afterAll(() => opened?.close())
  const open = () => {
    if (!opened) throw new Error('the browser is not open yet')
    return opened
  }
  const tabs = new Map<string, Tab>()
  return {
    resolveUrl: (address) => open().resolveUrl(address),
    visit: (...given) => open().visit(...given),
    openTab: (options) => open().openTab(options),
    async runInTab(address, look, options = {}) {
      const key = JSON.stringify(options)
      const tab = tabs.get(key) ?? (await open().openTab(options))
      tabs.set(key, tab)
      await tab.page.setViewportSize(options.viewport ?? DESKTOP)
      await tab.page.emulateMedia({ colorScheme: null, reducedMotion: null })
      await tab.goTo(address)
      return look(tab.page)
    },
  }
}

/** Looked for once for all files of tests that share their modules, since it is started to see whether it starts. */
let found: Promise<string> | undefined

function requireChromium(): Promise<string> {
  found ??= findChromium()
  return found
}

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 900 }
