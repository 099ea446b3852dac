import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { describe, expect, inject, test } from 'vitest'
import { pageKinds } from './built-pages.ts'
import { reader } from './chromium.ts'
import { sightsOf } from './sights.ts'

const site = inject('site')
const kinds = pageKinds(site)
const { inTab } = reader(site)
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe('each kind of page is seen at every pair of', () => {
  const seen = kinds.flatMap((page) =>
    sightsOf(page, kinds).map(({ viewport, colorScheme }) => ({ ...page, width: viewport.width, colorScheme })),
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
    return violations(tab)
  })
  expect(found.map((text) => text.split(' ')[0])).toEqual(['color-contrast', 'html-has-lang', 'image-alt'])
})

describe('axe finds nothing', () => {
  test.each(kinds)('$lang $kind', async (page) => {
    const found = await inTab(page.address, async (tab) => {
      const reported: string[] = []
      for (const { viewport, colorScheme } of sightsOf(page, kinds)) {
        await tab.setViewportSize(viewport)
        await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        reported.push(...(await violations(tab)).map((violation) => `${viewport.width} ${colorScheme}: ${violation}`))
      }
      return reported
    })
    expect(found).toEqual([])
  })
})

async function violations(page: Page): Promise<string[]> {
  // Axe's newer mode opens a window for each run to gather what frames say, which takes as long as the run itself.
  if (page.frames().length > 1) throw new Error('a page with a frame is not looked at whole in the legacy mode of axe')
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  // What passes is not listed either: a third of the time went into some thousand elements that nobody reads about.
  const result = await axe
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .analyze()
  return result.violations.map((violation) => {
    const places = violation.nodes.map((node) => node.target.join(' '))
    return `${violation.id} (${places.length}) ${places.slice(0, 3).join(' | ')}`
  })
}
