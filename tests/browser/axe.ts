import axeCore from 'axe-core'
import type { Page } from 'playwright'
import type { Sight } from './sights.ts'

/**
 * What axe finds wrong with a page in each window, as `390 dark: color-contrast (2) p | td`; with `tags`, by their rules
 * alone. Axe is put into the page once: its wrapper for Playwright does so for each run, and takes twice the time.
 */
export async function findViolations(page: Page, sights: readonly Sight[], tags?: string[]): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('axe looks into no frames here, and the page has one')
  await page.evaluate(axeCore.source)
  const found: string[] = []
  for (const { viewport, colorScheme } of sights) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const violations = await page.evaluate(runAxe, tags)
    found.push(...violations.map((violation) => `${viewport.width} ${colorScheme}: ${violation}`))
  }
  return found
}

/** Runs in the page, where axe is a global variable. What passes is not gathered, which takes a third of the time. */
async function runAxe(tags: string[] | undefined): Promise<string[]> {
  const { violations } = await globalThis.axe.run(document, {
    resultTypes: ['violations'],
    ...(tags ? { runOnly: tags } : {}),
  })
  return violations.map(({ id, nodes }) => {
    const places = nodes.map((node) => node.target.join(' '))
    return `${id} (${places.length}) ${places.slice(0, 3).join(' | ')}`
  })
}

declare global {
  var axe: typeof import('axe-core')
}
