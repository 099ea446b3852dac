import { describe, expect, inject, test } from 'vitest'
import { findViolations } from './axe.ts'
import { DESKTOP, reader } from './page-reader.ts'
import { samplePages } from './sample-pages.ts'
import { sightsOf } from './sights.ts'

const site = inject('site')
const sample = samplePages(site)
const { inTab } = reader(site)
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe('each kind of page is seen at every pair of', () => {
  const seen = sample.flatMap((page) =>
    sightsOf(page, sample).map(({ viewport, colorScheme }) => ({ ...page, width: viewport.width, colorScheme })),
  )

  test.each([
    ['language and width', 'lang', 'width'],
    ['language and colours', 'lang', 'colorScheme'],
    ['width and colours', 'width', 'colorScheme'],
  ] as const)('%s', (_, text, other) => {
    for (const [kind, all] of Map.groupBy(seen, (sight) => sight.kind)) {
      const pairs = new Set(all.map((sight) => `${sight[text]} ${sight[other]}`))
      const languages = new Set(all.map(({ lang }) => lang))
      expect(pairs.size, kind).toBe(text === 'lang' ? 2 * languages.size : 4)
    }
  })
})

test('axe finds what is spoilt', async () => {
  const found = await inTab('/404.html', async (tab) => {
    await tab.evaluate(() => {
      document.documentElement.removeAttribute('lang')
      const pale = document.createElement('p')
      pale.textContent = 'pale'
      pale.style.cssText = 'color: #ccc; background: #fff'
      document.querySelector('main')?.append(pale, document.createElement('img'))
    })
    return findViolations(tab, [{ viewport: DESKTOP, colorScheme: 'light' }], TAGS)
  })
  expect(found.map((text) => text.split(' ')[2])).toEqual(['color-contrast', 'html-has-lang', 'image-alt'])
})

describe('axe finds nothing', () => {
  test.each(sample)('$address', async (page) => {
    const found = await inTab(page.address, (tab) => findViolations(tab, sightsOf(page, sample), TAGS))
    expect(found).toEqual([])
  })
})
