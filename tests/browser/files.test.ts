import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { sum } from '../../src/text/sum.ts'
import { BUDGETS, SCRIPT_BYTES_MAX_OF } from '../budgets.ts'
import {
  anchorsOf,
  filesOf,
  isConverted,
  kindOf,
  listBuiltPages,
  type Page,
  readPage,
  referencesOf,
  removeScripts,
} from './built-pages.ts'
import { listDeadLinks } from './links.ts'
import { listSamplePages } from './sample-pages.ts'
import { BELOW } from './site-build.ts'

const site = inject('site')
const pages = listBuiltPages(site)
const sample = listSamplePages(site)
/** Without those that other people's pages show in a frame: search engines are led to the page of the figure. */
const indexed = pages.filter((page) => !page.kind.startsWith('/embed/') && !isConverted(page))

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
      '/systems/S07/',
      '/methods/reference/site/',
      '/404.html',
    ]
    expect(addresses.map(kindOf)).toEqual([
      '/',
      '/',
      '/reports/MONTH/',
      '/places/DISTRICT/',
      '/places/SUBDISTRICT/',
      '/data/DATASET/',
      '/systems/SYSTEM/',
      '/methods/reference/FILE/',
      '/404.html',
    ])
  })

  test('opens the last page of a kind, the largest, the longest title, and all markup', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingge-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const write = (address: string, html: string) => {
      mkdirSync(join(folder, address), { recursive: true })
      writeFileSync(join(folder, address, 'index.html'), html)
    }
    write('systems/S1', '<h1>A</h1><p class="a b">')
    write('en/systems/S1', '<h1>A</h1><p class="a b">')
    write('systems/S2', '<h1>A</h1><p class="a">')
    write('systems/S3', '<h1>A</h1><p class="b">')
    write('systems/S4', '<h1>A longer title</h1>')
    write('systems/S5', `<h1>A</h1>${'text '.repeat(99)}`)
    write('systems/S6', '<h1>A</h1><svg data-x="1">')
    write('systems/S7', '<h1>A</h1><script>"<b>"</script>')
    const opened = ['/systems/S7/', '/systems/S5/', '/systems/S4/', '/en/systems/S1/', '/systems/S6/']
    expect(listSamplePages(folder).map(({ address }) => address)).toEqual(opened)
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
    const found = new Set(sample.map((page) => `${page.lang} ${page.kind}`))
    const expected = [...wanted, ...more, ...topics].flatMap((kind) => [`zh ${kind}`, `en ${kind}`])
    expect([...expected, 'zh /404.html'].filter((kind) => !found.has(kind))).toEqual([])
  })

  test('has no dead link, anchor or asset', () => {
    expect(listDeadLinks(site, '/')).toEqual([])
  })

  test('has none under a sub-path either', () => {
    const below = inject('siteBelow')
    // The site below has fewer months and nothing corrected, and every other kind of page.
    const kinds = new Set(pages.map(({ kind }) => kind).filter((kind) => kind !== '/data/DATASET/revisions/'))
    expect(new Set(listBuiltPages(below).map(({ kind }) => kind))).toEqual(kinds)
    expect(listDeadLinks(below, BELOW)).toEqual([])
  })

  test('every page has one h1, a language, a title and a description', () => {
    const lacking = indexed.filter((page) => {
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
    const alone = indexed.filter((page) => {
      if (page.address.endsWith('404.html')) return false
      const other = page.lang === 'zh' ? `/en${page.address}` : page.address.replace('/en/', '/')
      const tags = [...readPage(page).matchAll(/<link\b[^>]*rel="alternate"[^>]*hreflang="([^"]*)"[^>]*>/g)]
      const languages = tags.map((tag) => (tag[1] ?? '').slice(0, 2))
      return !addresses.has(other) || !languages.includes('zh') || !languages.includes('en')
    })
    expect(alone.map((page) => page.address)).toEqual([])
  })

  test('every table has a caption', () => {
    const tables = pages.flatMap((page) =>
      readPage(page)
        .split(/<table\b[^>]*>/)
        .slice(1)
        .map((html) => ({ address: page.address, caption: /^\s*<caption\b[^>]*>(.*?)<\/caption>/s.exec(html)?.[1] })),
    )
    const unnamed = tables.filter(({ caption = '' }) => caption.replaceAll(/<[^>]*>/g, '').trim() === '')
    const withTables = pages.filter(({ kind }) => !/^\/(?:PAGE\/trace|embed)\//.test(kind))
    expect(tables.length).toBeGreaterThan(withTables.length)
    expect(unnamed).toEqual([])
  })

  test('no two pages of a language share a title', () => {
    const titles = Map.groupBy(indexed, (page) => `${page.lang} ${/<title>([^<]*)/.exec(readPage(page))?.[1]}`)
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

  test.each(sample)('$address', async (page) => {
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
    // The sheet for paper comes last and holds up nothing, nor does that of elder mode, which is loaded where it was chosen and,
    // without scripts, at the end of the page.
    const links = [
      ...removeScripts(html)
        .replaceAll(/<noscript>.*?<\/noscript>/g, '')
        .matchAll(/<link\b[^>]*rel="stylesheet"[^>]*href="([^"]*)"[^>]*>/g),
    ]
    const sheets = links.filter(([link]) => !link.includes('media="print"')).map((match) => match[1] ?? '')
    expect(sum([html, ...sheets.map(readAsset)].map(countZippedBytes))).toBeLessThanOrEqual(BUDGETS.reportHtmlBytesMax)
  })

  test('scripts of every page in bytes', () => {
    const heavy = pages
      .map((page) => ({ ...page, bytes: sum(scriptsOf(page).map(countZippedBytes)) }))
      .filter(({ kind, bytes }) => bytes > (SCRIPT_BYTES_MAX_OF[kind] ?? BUDGETS.scriptBytesMax))
    expect(heavy.map(({ address, bytes }) => `${address}: ${bytes}`)).toEqual([])
  })

  test('Plot and d3 are never sent to the reader', () => {
    const scripts = filesOf(site).filter((file) => /\.m?js$/.test(file))
    const words = /observablehq|plot-d6a7b5|d3-(scale|shape|array|selection)/
    expect(scripts.filter((file) => words.test(readFileSync(join(site, file), 'utf8')))).toEqual([])
  })
})

/** The text of each script that a page loads. */
function scriptsOf(page: Page): string[] {
  const scripts = [...readPage(page).matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].filter(
    ([, attributes = '']) => !/type="application\/(ld\+)?json"/.test(attributes),
  )
  return scripts.map(([, attributes = '', inline = '']) => {
    const src = /\bsrc="([^"]*)"/.exec(attributes)?.[1]
    return src === undefined ? inline : readAsset(src)
  })
}

function readAsset(address: string): string {
  return readFileSync(join(site, address), 'utf8')
}

/** Sizes of texts so far: most scripts are those of every page. */
const zipped = new Map<string, number>([['', 0]])

function countZippedBytes(text: string): number {
  const known = zipped.get(text) ?? gzipSync(text, { level: 9 }).length
  zipped.set(text, known)
  return known
}
