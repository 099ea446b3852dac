import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { describe, expect, inject, test } from 'vitest'
import { LANGS } from '../../src/text/local-text.ts'
import { BUDGETS } from '../budgets.ts'
import { filesOf, listBuiltPages, readPage } from './built-pages.ts'
import { openFileReader } from './page-reader.ts'

const site = inject('site')
const pages = listBuiltPages(site)
const { runInTab, visit } = openFileReader(site)
const files = new Set(filesOf(site))
const listOfKind = (kind: string) => pages.filter((page) => page.kind === kind)

/** In each language. */
const FRAMES_LOOKED_AT = 8

/** `<iframe …>` lines of the page of a figure, as an editor copies them. */
function listCodes(html: string): { src: string; height: number; code: string }[] {
  const { document } = parseHTML(html)
  return [...document.querySelectorAll('pre')].flatMap(({ textContent: code }) => {
    const [, src, height] =
      /^<iframe src="([^"]*)" title="[^"]+" width="100%" height="(\d+)" .*><\/iframe>$/.exec(code) ?? []
    return src === undefined ? [] : [{ src: new URL(src).pathname, height: Number(height), code }]
  })
}

test('every picture of a page has a page, a frame that follows and one that stays, five citations, in both languages', () => {
  // The code of a bulletin's address is no figure.
  const figures = [...files].filter((file) => /\.svg$/.test(file) && !file.endsWith('/qr.svg'))
  const own = listOfKind('/f/FIGURE/')
  expect(own).toHaveLength(figures.length)
  for (const page of own) {
    const html = readPage(page)
    const [live, fixed, ...more] = listCodes(html)
    expect(more, page.address).toEqual([])
    expect(live?.src).toBe(page.address.replace('/f/', '/embed/'))
    expect(fixed?.src).toMatch(/\/embed\/[a-z0-9-]+\/\d+\/$/)
    for (const { src } of [live, fixed].filter((code) => code !== undefined)) {
      expect(files.has(`${src.slice(1)}index.html`), src).toBe(true)
    }
    expect([...html.matchAll(/<dt>([^<]*)<\/dt>\s*<dd><pre/g)].map(([, style]) => style)).toEqual([
      'GB/T 7714',
      'APA',
      'BibTeX',
      'RIS',
      'CSL-JSON',
    ])
    // Without a script the bracket of the citing day is empty: the day is the reader's.
    expect(html).toMatch(/\[Z\/OL\]\. [^[]*\(\d{4}-\d\d-\d\d\)\[<span data-today><\/span>\]/)
  }
})

test('each figure of a page leads to its own page', () => {
  for (const page of listOfKind('/reports/MONTH/')) {
    const html = readPage(page)
    const links = [...html.matchAll(/href="(\/(?:en\/)?f\/[a-z0-9-]+\/)"/g)].map(([, href]) => href ?? '')
    expect(links).toHaveLength(html.match(/<figure /g)?.length ?? 0)
    for (const link of links) expect(files.has(`${link.slice(1)}index.html`), link).toBe(true)
  }
})

test('a frame holds no script, asks for nothing, is for no search engine, and says whose figure it is', () => {
  const embeds = [...listOfKind('/embed/FIGURE/'), ...listOfKind('/embed/FIGURE/RELEASE/')]
  expect(embeds.length).toBeGreaterThan(2 * listOfKind('/f/FIGURE/').length)
  for (const page of embeds) {
    const html = readPage(page)
    expect(html, page.address).not.toMatch(/<script|<link[^>]*stylesheet|<img|\son\w+=/)
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).toMatch(/<p>(?:来源：|Source: )[\s\S]*CC BY 4\.0<\/a>/)
    expect(html).toMatch(/第\d+次发布|Release \d+/)
    expect(html).toMatch(/<a href="\/(?:en\/)?f\/[a-z0-9-]+\/">/)
    expect(gzipSync(html, { level: 9 }).length, page.address).toBeLessThanOrEqual(BUDGETS.embedHtmlBytesMax)
  }
})

test('neither frames nor figures are in the list of pages for search engines', () => {
  expect(readFileSync(join(site, 'sitemap.xml'), 'utf8')).not.toMatch(/\/(?:embed|f)\//)
})

describe('a frame in another page', () => {
  /** The tallest frame of each figure by the end of its id, and of those the tallest in either language. */
  const tallest = LANGS.flatMap((lang) => {
    const codes = listOfKind('/f/FIGURE/')
      .filter((page) => page.lang === lang)
      .flatMap((page) => listCodes(readPage(page)).slice(0, 1))
      .toSorted((a, b) => b.height - a.height)
    const ends = Map.groupBy(codes, ({ src }) => src.split('-').slice(-2).join('-'))
    return [...ends.values()].flatMap(([first]) => first ?? []).slice(0, FRAMES_LOOKED_AT)
  })

  test.each(tallest)('$src: nothing is cut off, however narrow or wide', async ({ src, height }) => {
    for (const width of [320, 400, 635, 640, 1000]) {
      const needed = await runInTab(
        src,
        (page) => page.evaluate(() => [document.body.scrollHeight, document.body.scrollWidth]),
        {
          viewport: { width, height: 100 },
          javaScriptEnabled: false,
        },
      )
      expect(needed[0], `${width}`).toBeLessThanOrEqual(height)
      expect(needed[1], `${width}`).toBeLessThanOrEqual(width)
      // A frame that is far too tall is a hole in the page of others.
      if (width === 320) expect(height - (needed[0] ?? 0)).toBeLessThan(400)
    }
  })

  test('is shown where no script runs, in either colour scheme', async () => {
    const [live] = listCodes(readFileSync(join(site, 'f/reports-2026-10-cases-hours/index.html'), 'utf8'))
    for (const colorScheme of ['light', 'dark'] as const) {
      const seen = await visit(
        '/about/',
        async (page) => {
          const code = live?.code.replace('https://mingge.example/', new URL('/', page.url()).href)
          const host = new URL('/article/', page.url()).href
          const body = `<!doctype html><meta charset="utf-8"><p>Article</p>${code}`
          await page.route(host, (route) => route.fulfill({ contentType: 'text/html', body }))
          await page.goto(host)
          const frame = page.frameLocator('iframe')
          await frame.locator('h1').waitFor()
          const background = await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
          return {
            text: await frame.locator('body').innerText(),
            background,
            isDrawn: await frame.locator('svg').nth(1).isVisible(),
          }
        },
        { javaScriptEnabled: false, colorScheme, viewport: { width: 600, height: 900 } },
      )
      expect(seen.text).toMatch(/来源：网格事件，CC BY 4\.0[\s\S]*第1版（第7次发布，2026年11月20日）/)
      expect(seen.isDrawn).toBe(true)
      expect(seen.background).toBe(colorScheme === 'light' ? 'rgb(251, 250, 247)' : 'rgb(20, 23, 26)')
    }
  })
})
