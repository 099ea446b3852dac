import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, inject, test } from 'vitest'
import { BUDGETS } from '../budgets.ts'
import { findViolations } from './axe.ts'
import { isConverted, listBuiltPages, type Page, readPage, referencesOf } from './built-pages.ts'
import { openFileReader, PHONE } from './page-reader.ts'

const site = inject('site')
const pages = listBuiltPages(site)
const converted = pages.filter(isConverted)
const { runInTab } = openFileReader(site)

/** Address of the page that a page was converted from. */
const originOf = ({ address }: Page) => address.replace('/zh-hant/', '/')
const originals = new Map(pages.map((page) => [page.address, page]))

/** The source of a converted page without what it says of itself, and of the page that it was made of, without what search knows it by. */
function readBoth(page: Page): [string, string] {
  const original = originals.get(originOf(page))
  if (original === undefined) throw new Error(`${page.address} was made of nothing`)
  const added = /<style>:root\{--song:"Songti TC"[^<]*<\/style>|<p class="small">本頁由.*?<\/p>/g
  return [readPage(page).replaceAll(added, ''), readPage(original).replace(/ data-search-title="[^"]*"/, '')]
}

/** Converted pages for which something of theirs differs from the page that they were made of. */
function listDiffering(of: (html: string) => unknown): string[] {
  const differing = converted.filter((page) => {
    const [own, original] = readBoth(page).map((html) => JSON.stringify(of(html)))
    return own !== original
  })
  return differing.map(({ address }) => address)
}

const tagsOf = (html: string) => html.match(/<\/?[a-z][a-z0-9]*/g)
const numbersOf = (html: string) =>
  html.replaceAll(/<style>.*?<\/style>|<[^>]*>/gs, ' ').match(/[\d.,%〇一二三四五六七八九十]+/g)
const quotedOf = (html: string) =>
  html.match(/<(script|pre|code)\b[^>]*>.*?<\/\1>/gs)?.map((found) => found.replace(/<[^>]*>/, ''))
const picturesOf = (html: string) => html.match(/ (?:d|x|y|points|transform|width|height|viewBox)="[^"]*"/g)

describe('the version in Traditional Chinese', () => {
  test('has the pages that are read, and no other', () => {
    const kinds = new Set(converted.map((page) => originals.get(originOf(page))?.kind))
    const read = [
      '/',
      '/reports/',
      '/reports/MONTH/',
      '/topics/cases/',
      '/places/DISTRICT/',
      '/data/DATASET/',
      '/glossary/',
    ]
    expect(read.filter((kind) => !kinds.has(kind))).toEqual([])
    const others = [
      '/search/',
      '/check/',
      '/permits/PERMIT/',
      '/permits/LIST/',
      '/f/FIGURE/',
      '/embed/FIGURE/',
      '/404.html',
    ]
    expect(others.filter((kind) => kinds.has(kind))).toEqual([])
  })

  test('has the numbers, the markup and the pictures of the Chinese pages, and what is quoted, byte for byte', () => {
    const bulletin = converted.find(({ address }) => address === '/zh-hant/reports/2026-10/')
    if (bulletin === undefined) throw new Error('no bulletin is converted')
    const [own] = readBoth(bulletin)
    const counts = [tagsOf, numbersOf, quotedOf, picturesOf].map((of) => of(own)?.length ?? 0)
    expect(counts.every((count) => count > 2)).toBe(true)
    expect([tagsOf, numbersOf, quotedOf, picturesOf].map(listDiffering)).toEqual([[], [], [], []])
  })

  test('says what it is, and so do the other two: each names all three', () => {
    const faults = converted.flatMap((page) => {
      const origin = originOf(page)
      const three = [page.address, origin, `/en${origin}`].map((address) => originals.get(address))
      const alternates = three.map((one) => {
        const links =
          one === undefined
            ? []
            : [...readPage(one).matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">/g)]
        return links.map(([, lang, href = '']) => `${lang} ${new URL(href).pathname}`)
      })
      const wanted = [`zh-CN ${origin}`, `en /en${origin}`, `zh-Hant ${page.address}`]
      const html = readPage(page)
      const isOwn =
        html.includes('<html lang="zh-Hant" ') &&
        html.includes(`<link rel="canonical" href="https://mingge.example${page.address}">`)
      return isOwn && alternates.every((links) => links.join() === wanted.join()) ? [] : [page.address]
    })
    expect(faults).toEqual([])
  })

  test('is one click from the Chinese page, and back', () => {
    const faults = converted.filter((page) => {
      const [own, original] = readBoth(page)
      const to = `<a href="${page.address}" lang="zh-Hant" hreflang="zh-Hant">繁體</a>`
      const back = `<a href="${originOf(page)}" lang="zh-CN" hreflang="zh-CN">简体</a>`
      return !original.includes(to) || !own.includes(back) || own.includes(to)
    })
    expect(faults.map(({ address }) => address)).toEqual([])
  })

  test('keeps its readers where a page has been converted, but for the link back and the search', () => {
    const leaving = converted.flatMap((page) => {
      const leads = referencesOf(readPage(page).replaceAll(/<link\b[^>]*>|<[^>]* hreflang=[^>]*>/g, ''))
      return leads
        .filter(
          ({ value }) =>
            existsSync(join(site, 'zh-hant', value.split('#')[0] ?? '', 'index.html')) &&
            value.startsWith('/') &&
            !value.startsWith('/zh-hant/'),
        )
        .map(({ value }) => `${page.address} → ${value}`)
    })
    expect(leaving).toEqual([])
    expect(converted.filter((page) => !readPage(page).includes('action="/search/"'))).toEqual([])
  })

  test('writes names of record as the portal does, as often as the Chinese page', () => {
    const places = readFileSync('data/places.csv', 'utf8').split('\n').slice(1)
    const names = [
      '云锦市数据公开办公室（虚构）',
      ...places.map((line) => line.split(',')[1] ?? '').filter((name) => name !== ''),
    ]
    expect(names.length).toBeGreaterThan(20)
    const pattern = new RegExp(names.toSorted((a, b) => b.length - a.length).join('|'), 'g')
    expect(listDiffering((html) => html.match(pattern))).toEqual([])
    const ledger = readBoth(converted.find(({ address }) => address === '/zh-hant/systems/S02/') as Page)
    expect(ledger.map((html) => html.includes('<td>常住人口总数（六普）</td>'))).toEqual([true, true])
  })

  test('leaves no word that a reader sees or hears in simplified characters', () => {
    // Only in simplified text; names of record of the demonstration have none of them.
    const simplified = /按期办结|满意率|更正过|数据表|下载|发布于/
    const outside =
      /<(script|style|pre|code)\b.*?<\/\1>|<td[^>]*>[^<]*<\/td>|<meta name="(?!description)[^>]*>|<link\b[^>]*>|《[^》]*》| id="[^"]*"| href="#[^"]*"| data-search-[a-z]+="[^"]*"/gs
    const left = converted.flatMap(
      (page) => simplified.exec(readPage(page).replaceAll(outside, ''))?.map((word) => `${page.address} ${word}`) ?? [],
    )
    expect(left).toEqual([])
  })

  test('is not in the search index', () => {
    expect(converted.filter((page) => readPage(page).includes('data-pagefind-body'))).toEqual([])
    expect(readFileSync(join(site, 'sitemap.xml'), 'utf8')).toContain(
      '<loc>https://mingge.example/zh-hant/reports/2026-10/</loc>',
    )
  })

  test('has bulletins of one flight of packets too', () => {
    const bulletins = converted.filter(({ address }) => /\/reports\/\d{4}-\d\d\/$/.test(address))
    const sizes = bulletins.map((page) => gzipSync(readPage(page), { level: 9 }).length)
    expect(sizes.length).toBeGreaterThan(1)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(BUDGETS.reportHtmlBytesMax)
  })

  test('axe finds nothing in a bulletin', async () => {
    const violations = await runInTab('/zh-hant/reports/2026-10/', (page) =>
      findViolations(page, [{ viewport: PHONE, colorScheme: 'dark' }]),
    )
    expect(violations).toEqual([])
  })
})
