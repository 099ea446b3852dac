import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, inject, onTestFinished, test } from 'vitest'
import { composeManyRows, NAME } from './checker-files.ts'
import { openFileReader } from './page-reader.ts'

/** Large files, which are checked straight from their bytes, and the page before its script is there. */
const { visit } = openFileReader(inject('site'))
const ROWS = 40_000

/** A large file of callbacks on disk, with a rating that is none in its last row but one. */
async function writeLargeFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-checker-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const lines = composeManyRows(ROWS).split('\n')
  const at = lines.length - 2
  lines[at] = lines[at]?.replace(/,[^,]*$/, ',不错') ?? ''
  await writeFile(join(folder, NAME), lines.join('\n'))
  return join(folder, NAME)
}

/** What the page says of a file, and how it said that it was reading on. */
async function check(page: Page, file: string) {
  await page.evaluate(() => {
    const heard = new Set<string>()
    Object.assign(window, { heard })
    const record = () => heard.add(document.querySelector('.running p')?.textContent?.replaceAll(/\d+/g, '0') ?? '')
    new MutationObserver(record).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await page.setInputFiles('#tray input', file)
  await page.locator('.sheet').waitFor()
  const heard = await page.evaluate(() => [...(Reflect.get(window, 'heard') as Set<string>)])
  return { heard, sheet: await page.locator('.sheet').innerText() }
}

test('a large file is checked from its bytes, where the policy of the page forbids WebAssembly too', async () => {
  const file = await writeLargeFile()
  const plain = await visit('/check/', (page) => check(page, file))
  const without = await visit('/check/', async (page) => {
    await page.route('**/check/', async (route) => {
      const policy = "script-src 'self' 'unsafe-inline'; worker-src blob:"
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
    })
    await page.reload({ waitUntil: 'load' })
    const canCompile = await page.evaluate(() => {
      try {
        return Boolean(new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)))
      } catch {
        return false
      }
    })
    return { canCompile, ...(await check(page, file)) }
  })
  expect(plain.sheet).toContain(`读入${ROWS.toLocaleString('en')}行`)
  expect(plain.sheet).toContain('不错')
  // Rows are counted only where they are checked one by one.
  expect(plain.heard).toContain('正在核对0-0.csv：0%')
  expect(plain.heard.filter((text) => text.includes('行'))).toEqual([])
  expect(without).toEqual({ canCompile: false, ...plain })
})

test('the page is there to be read before its script is', async () => {
  const seen = await visit('/check/', async (page) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/_astro/*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.reload({ waitUntil: 'commit' })
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
    const before = { title: await page.locator('h1').innerText(), isOpen: await page.isEnabled('#tray input') }
    release()
    await page.locator('#tray input:enabled').waitFor({ state: 'attached' })
    return before
  })
  expect(seen).toEqual({ title: '核对文件', isOpen: false })
})
