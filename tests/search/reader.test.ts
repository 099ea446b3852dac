import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium, launchChromium } from '../../scripts/test/launch-chromium.ts'
import { askInBrowser } from '../../src/search/ask.ts'
import type { IndexReport } from '../../src/search/build-index.ts'
import { buildSmallSite, serve } from './small-site.ts'

const BASE = '/foo/'
/** Only ends what hangs. */
const PATIENCE_MS = 600_000
const folder = mkdtempSync(join(tmpdir(), 'mingge-search-'))
let report: IndexReport
let site: Awaited<ReturnType<typeof serve>>
let browser: Browser
let page: Page

beforeAll(async () => {
  report = await buildSmallSite(folder, BASE)
  site = await serve(folder, BASE)
  browser = await launchChromium(await findChromium())
  page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
})

afterAll(async () => {
  await browser?.close()
  site?.close()
  rmSync(folder, { recursive: true, force: true })
})

function ask(query: string): Promise<string[]> {
  return askInBrowser(page, site.url, { query, lang: 'zh' })
}

function countZipped(path: string): number {
  return gzipSync(readFileSync(join(folder, 'pagefind', path)), { level: 9 }).length
}

test('reports what was indexed', () => {
  expect(report).toMatchObject({ pages: { zh: 6, en: 1 }, records: { zh: 2, en: 0 } })
})

test('only what a reader fetches is written, and within its budget', () => {
  const files = readdirSync(join(folder, 'pagefind'))
  expect(files.filter((file) => /ui|worker|^pagefind-highlight/.test(file))).toEqual([])
  expect(countZipped('search.js')).toBeLessThanOrEqual(7_000)
  expect(countZipped('pagefind.js')).toBeLessThanOrEqual(12_000)
  expect(countZipped('han.json')).toBeLessThanOrEqual(8_000)
  expect(countZipped('facets.js') + countZipped('highlight.js') + countZipped('words-zh.js')).toBeLessThanOrEqual(2_000)
})

test('two builds give the same bytes', async () => {
  const again = mkdtempSync(join(tmpdir(), 'mingge-search-'))
  try {
    await buildSmallSite(again, BASE)
    const files = readdirSync(again, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(again.length))
    expect(paths.length).toBeGreaterThan(20)
    for (const path of paths) {
      expect(readFileSync(join(folder, path)).equals(readFileSync(join(again, path))), path).toBe(true)
    }
  } finally {
    rmSync(again, { recursive: true, force: true })
  }
})

test('the hub first, then what mentions it; the page asks to mark the phrase', async () => {
  const links = await ask('排污许可证')
  expect(links[0]).toBe(`${BASE}topics/permits/?hl=${encodeURIComponent('排污许可证')}`)
  expect(links).toHaveLength(6)
})

test.each([
  ['2026-10', 'reports/2026-10/'],
  ['二〇二六年九月', 'reports/2026-09/'],
  ['排汙許可證 棲雲區', 'places/990102/'],
  ['好评率', 'topics/satisfaction/'],
  ['manyidu', 'topics/satisfaction/'],
  ['91990101ma0012345x001p', 'permits/91990101MA0012345X001P/'],
  ['锦丰印染', 'permits/91990101MA0012345X001P/'],
  ['怎么看满意率？', 'topics/satisfaction/'],
  ['discharge permits', 'en/topics/permits/'],
])(
  '%s finds %s first',
  async (query, path) => {
    const [first = ''] = await ask(query)
    expect(first.replace(/\?.*$/, '')).toBe(BASE + path)
  },
  30_000,
)

test('pages of the same score come newest first', async () => {
  const links = await ask('城市运行公报')
  expect(links.map((link) => link.slice(BASE.length, BASE.length + 15))).toEqual([
    'reports/2026-10',
    'reports/2026-09',
    'reports/2026-08',
  ])
})

test('partial matches have a heading of their own and are counted apart', async () => {
  await ask('满意讦率')
  expect(await page.locator('.search-heading').allTextContents()).toEqual(['部分匹配'])
  expect(await page.locator('[data-search-status]').textContent()).toMatch(
    /^没有完全匹配的结果，另有 \d+ 条部分匹配。$/,
  )
})

test('the phrase is marked whole in the excerpt and on the page, and leaves the address clean', async () => {
  await ask('有效排污许可证')
  expect(await page.locator('.search-excerpt mark').first().textContent()).toBe('有效排污许可证')
  await page.locator('[data-search-results] a').first().click()
  await page.waitForSelector('main mark')
  expect(await page.locator('main mark').allTextContents()).toEqual(['有效排污许可证'])
  expect(new URL(page.url()).search).toBe('')
})

test('facets narrow the results, are part of the address, and keep the focus', async () => {
  await ask('排污许可证')
  await page.locator('label', { hasText: '公报' }).click()
  await page.waitForFunction(() => document.querySelectorAll('[data-search-results] a').length === 3)
  expect(new URL(page.url()).searchParams.getAll('kind')).toEqual(['report'])
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('facet-kind-report')
  expect(await page.locator('label', { hasText: '专题' }).textContent()).toBe('专题 1')
  await page.reload()
  await page.waitForSelector('[data-search-results] a')
  expect(await page.locator('[data-search-results] a').count()).toBe(3)
})

test('the box of a page: arrows walk through the results, Esc clears', async () => {
  await page.goto(`${site.url}places/990102/`)
  await page.locator('input[type=search]').fill('满意')
  await page.waitForSelector('[data-search-results] a')
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate(() => document.activeElement?.closest('[data-search-results]') !== null)).toBe(true)
  await page.keyboard.press('ArrowUp')
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('input')
  await page.keyboard.press('Escape')
  expect(await page.locator('[data-search-panel]').isHidden()).toBe(true)
  expect(await page.locator('input[type=search]').inputValue()).toBe('')
})

test('Latin letters of an input method are no query until a word is picked', async () => {
  await page.goto(`${site.url}places/990102/`)
  await page.locator('input[type=search]').focus()
  const session = await page.context().newCDPSession(page)
  await page.waitForTimeout(300)
  await session.send('Input.imeSetComposition', { text: 'manyi', selectionStart: 5, selectionEnd: 5 })
  await page.waitForTimeout(500)
  expect(await page.locator('[data-search-status]').textContent()).toBe('')
  await session.send('Input.insertText', { text: '满意' })
  await page.waitForSelector('[data-search-results] a')
  expect(await page.locator('input[type=search]').inputValue()).toBe('满意')
})

test('what was typed is never read as HTML', async () => {
  await ask('<img src=x onerror=alert(1)> 排污')
  expect(await page.locator('[data-search-output] img, main > img').count()).toBe(0)
})

test('an index that does not load is reported, and tried again', async () => {
  const offline = await browser.newPage()
  offline.setDefaultTimeout(PATIENCE_MS)
  await offline.route('**/pagefind/**', (route) => route.abort())
  await offline.goto(`${site.url}search/?q=排污`)
  await offline.waitForFunction(() =>
    document.querySelector('[data-search-status]')?.textContent?.startsWith('检索没有载入'),
  )
  await offline.unroute('**/pagefind/**')
  await offline.reload()
  await offline.waitForSelector('[data-search-results] a')
  await offline.close()
})
