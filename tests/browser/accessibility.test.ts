import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { describe, expect, inject, test } from 'vitest'
import { pageKinds } from './built-pages.ts'
import { DESKTOP, PHONE, reader } from './chromium.ts'

const site = inject('site')
const { visit } = reader(site)
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

describe('axe finds nothing', () => {
  test.each(pageKinds(site))('$lang $kind', async ({ address }) => {
    const found: string[] = []
    await visit(address, async (page) => {
      for (const viewport of [PHONE, DESKTOP]) {
        await page.setViewportSize(viewport)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          const told = await violations(page, colorScheme)
          found.push(...told.map((one) => `${viewport.width} ${colorScheme}: ${one}`))
        }
      }
    })
    expect(found).toEqual([])
  })
})

async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  // The same document in other colours: only the rules that look at colours can find anything new.
  const result = await (colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules(COLOUR_RULES)).analyze()
  return result.violations.map((one) => {
    const places = one.nodes.map((node) => node.target.join(' '))
    return `${one.id} (${places.length}) ${places.slice(0, 3).join(' | ')}`
  })
}
