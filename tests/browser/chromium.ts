import { afterAll, beforeAll } from 'vitest'
import { findChromium } from '../../scripts/test/chromium.ts'
import { openReader, type Reader } from '../../scripts/test/reader.ts'

/** One Chromium and one server for all tests of a file, the present engine unless told; both are closed at its end. */
export function reader(site: string, base = '/', program?: string): Omit<Reader, 'close' | 'version'> {
  let opened: Reader | undefined
  beforeAll(async () => {
    opened = await openReader(program ?? (await findChromium()), site, base)
  })
  afterAll(() => opened?.close())
  const open = () => {
    if (!opened) throw new Error('the browser is not open yet')
    return opened
  }
  return {
    url: (address) => open().url(address),
    visit: (...given) => open().visit(...given),
    openTab: (options) => open().openTab(options),
  }
}

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 900 }
