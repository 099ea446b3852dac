import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import { describe, expect, inject, test } from 'vitest'
import { BUDGETS, SCRIPT_BYTES_MAX_OF } from '../budgets.ts'
import { anchorsOf, builtPages, filesOf, kindOf, pageKinds, readPage, referencesOf } from './built-pages.ts'
import { deadLinks } from './links.ts'
import { BELOW } from './site-build.ts'

const site = inject('site')
const pages = builtPages(site)
const kinds = pageKinds(site)

describe('the reader of pages', () => {
  test('finds links, assets and anchors', () => {
    const html =
      '<a href="/a/?x=1&amp;y=2#b"><img src="p.png" srcset="p.png 1x, q.png 2x"></a><script src="s.js">"<a href=\\"no\\">"</script>'
    expect(referencesOf(html).map((reference) => reference.value)).toEqual([
      '/a/?x=1&y=2#b',
      'p.png',
      'p.png',
      'q.png',
      's.js',
    ])
    expect([...anchorsOf('<h2 id="a"><p name="b">')]).toEqual(['a', 'b'])
  })

  test('distinguishes kinds of pages', () => {
    const addresses = [
      '/',
      '/en/',
      '/reports/2026-10/',
      '/en/places/990101/',
      '/places/990101001/',
      '/data/cases/',
      '/404.html',
    ]
    expect(addresses.map(kindOf)).toEqual([
      '/',
      '/',
      '/reports/MONTH/',
      '/places/DISTRICT/',
      '/places/SUBDISTRICT/',
      '/data/DATASET/',
      '/404.html',
    ])
  })
})

describe('the built site', () => {
  test('has every kind of page in both languages', () => {
    const wanted = [
      '/',
      '/reports/',
      '/reports/MONTH/',
      '/places/',
      '/places/DISTRICT/',
      '/places/SUBDISTRICT/',
      '/permits/',
    ]
    const more = ['/permits/PERMIT/', '/data/', '/data/DATASET/', '/about/', '/methods/', '/search/', '/sitemap/']
    const topics = ['ageing', 'permits', 'cases', 'satisfaction'].map((topic) => `/topics/${topic}/`)
    const found = new Set(kinds.map((page) => `${page.lang} ${page.kind}`))
    const expected = [...wanted, ...more, ...topics].flatMap((kind) => [`zh ${kind}`, `en ${kind}`])
    expect([...expected, 'zh /404.html'].filter((kind) => !found.has(kind))).toEqual([])
  })

  test('has no dead link, anchor or asset', () => {
    expect(deadLinks(site, '/')).toEqual([])
  })

  test('has none under a sub-path either', () => {
    const below = inject('siteBelow')
    // The site below has fewer months, and every kind of page.
    expect(new Set(builtPages(below).map(({ kind }) => kind))).toEqual(new Set(pages.map(({ kind }) => kind)))
    expect(deadLinks(below, BELOW)).toEqual([])
  })

  test('every page has one h1, a language, a title and a description', () => {
    const lacking = pages.filter((page) => {
      const html = readPage(page)
      const lang = page.lang === 'zh' ? /<html[^>]* lang="zh(-CN|-Hans|-Hans-CN)?"/ : /<html[^>]* lang="en"/
      const described =
        /<title>[^<]{2,}<\/title>/.test(html) && /<meta name="description" content="[^"]{10,}"/.test(html)
      return html.match(/<h1[\s>]/g)?.length !== 1 || !lang.test(html) || !described
    })
    expect(lacking.map((page) => page.address)).toEqual([])
  })

  test('every page names its other language, which exists', () => {
    const addresses = new Set(pages.map((page) => page.address))
    const alone = pages.filter((page) => {
      if (page.address.endsWith('404.html')) return false
      const other = page.lang === 'zh' ? `/en${page.address}` : page.address.replace('/en/', '/')
      const tags = [...readPage(page).matchAll(/<link\b[^>]*rel="alternate"[^>]*hreflang="([^"]*)"[^>]*>/g)]
      const languages = tags.map((tag) => (tag[1] ?? '').slice(0, 2))
      return !addresses.has(other) || !languages.includes('zh') || !languages.includes('en')
    })
    expect(alone.map((page) => page.address)).toEqual([])
  })

  test('no two pages of a language share a title', () => {
    const titles = Map.groupBy(pages, (page) => `${page.lang} ${/<title>([^<]*)/.exec(readPage(page))?.[1]}`)
    expect([...titles].filter(([, same]) => same.length > 1).map(([title]) => title)).toEqual([])
  })
})

describe('HTML validates', () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Matters of taste, or of tools that write the markup for us.
      'attribute-boolean-style': 'off',
      'doctype-style': 'off',
      'long-title': 'off',
      'no-inline-style': 'off',
      'no-trailing-whitespace': 'off',
      'svg-focusable': 'off',
      'void-style': 'off',
    },
  })

  test.each(kinds)('$lang $kind', async (page) => {
    const report = await validator.validateString(readPage(page), page.file)
    const reported = report.results.flatMap((result) =>
      result.messages.map((fault) => `${fault.line}: ${fault.ruleId} ${fault.message}`),
    )
    expect(reported).toEqual([])
  })
})

describe('budgets', () => {
  test.each(pages.filter((page) => page.kind === '/reports/MONTH/'))('report $lang $address in bytes', (page) => {
    const html = readPage(page)
    const sheets = [...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*href="([^"]*)"/g)].map((match) => match[1] ?? '')
    const bytes = [html, ...sheets.map(assetText)].reduce((sum, text) => sum + zippedBytes(text), 0)
    expect(bytes).toBeLessThanOrEqual(BUDGETS.reportHtmlBytesMax)
  })

  test.each(kinds)('scripts of $lang $kind in bytes', (page) => {
    const scripts = [...readPage(page).matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].filter(
      ([, attributes = '']) => !/type="application\/(ld\+)?json"/.test(attributes),
    )
    const texts = scripts.map(([, attributes = '', inline = '']) => {
      const src = /\bsrc="([^"]*)"/.exec(attributes)?.[1]
      return src === undefined ? inline : assetText(src)
    })
    expect(texts.reduce((sum, text) => sum + zippedBytes(text), 0)).toBeLessThanOrEqual(
      SCRIPT_BYTES_MAX_OF[page.kind] ?? BUDGETS.scriptBytesMax,
    )
  })

  test('Plot and d3 are never sent to the reader', () => {
    const scripts = filesOf(site).filter((file) => /\.m?js$/.test(file))
    const words = /observablehq|plot-d6a7b5|d3-(scale|shape|array|selection)/
    expect(scripts.filter((file) => words.test(readFileSync(join(site, file), 'utf8')))).toEqual([])
  })
})

function assetText(address: string): string {
  return readFileSync(join(site, address), 'utf8')
}

function zippedBytes(text: string): number {
  return text === '' ? 0 : gzipSync(text, { level: 9 }).length
}
