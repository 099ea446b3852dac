import type { Page } from 'playwright'
import { describe, expect, inject, test } from 'vitest'
import { readPage } from './built-pages.ts'
import { DESKTOP, PHONE, reader } from './page-reader.ts'
import { samplePages } from './sample-pages.ts'

const site = inject('site')
const { inTab } = reader(site)
const sample = samplePages(site)
const withFigures = sample.filter((page) => readPage(page).includes('<figure'))

/** A node of Chromium's accessibility tree, as far as it is asked for here. */
interface Heard {
  role: string
  name: string
  description: string
}

describe('a screen reader hears a chart once', () => {
  test.each(withFigures)('$address', async ({ address }) => {
    const seen = await inTab(address, async (page) => {
      const trees: { heard: Heard[]; figures: { heading: string; sentence: string }[] }[] = []
      for (const viewport of [PHONE, DESKTOP]) {
        await page.setViewportSize(viewport)
        trees.push({ heard: await accessibilityTree(page), figures: await figuresOf(page) })
      }
      return trees
    })
    for (const { heard, figures } of seen) {
      const named = heard.filter(({ role }) => role === 'figure').map(({ name }) => name)
      expect(named).toEqual(figures.map(({ heading }) => heading))
      const images = heard.filter(({ role }) => role === 'image')
      for (const { heading, sentence } of figures) {
        expect(images.filter((image) => image.name === heading && image.description === sentence)).not.toHaveLength(0)
        expect(heard.filter(({ name }) => name.includes(sentence))).toEqual([])
      }
      expect(images.filter(({ name }) => name !== '')).toHaveLength(figures.length)
    }
  })
})

test('signs that part the crumbs are not read out', async () => {
  const heard = await inTab('/reports/2026-10/', accessibilityTree, { viewport: DESKTOP })
  expect(heard.filter(({ name }) => /[›>»]/.test(name))).toEqual([])
})

function figuresOf(page: Page): Promise<{ heading: string; sentence: string }[]> {
  return page.locator('main figure').evaluateAll((figures) =>
    figures.map((figure) => ({
      heading: figure.querySelector('h2, h3')?.textContent ?? '',
      sentence: figure.querySelector('figcaption p')?.textContent ?? '',
    })),
  )
}

async function accessibilityTree(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Accessibility.enable')
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  // The tree of the next page in this tab does not matter until it is asked for.
  await session.detach()
  return nodes
    .filter((node) => !node.ignored)
    .map((node) => ({
      role: String(node.role?.value ?? ''),
      name: String(node.name?.value ?? ''),
      description: String(node.description?.value ?? ''),
    }))
}
