import axeCore from 'axe-core'
import type { Page } from 'playwright'
import type { Sight } from './sights.ts'

/**
 * What axe finds wrong with a page in each window, as `390 dark: color-contrast (2) p | td`; with `tags`, by their rules
 * alone. Axe is put into the page once: its wrapper for Playwright does so for each run, and takes twice the time. Long
 * tables are short afterwards.
 */
export async function findViolations(page: Page, sights: readonly Sight[], tags?: string[]): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('axe looks into no frames here, and the page has one')
  await page.evaluate(axeCore.source)
  await page.evaluate(rememberColours)
  await page.evaluate(removeRowsAlike, ROWS_ALIKE_MAX)
  const found: string[] = []
  for (const { viewport, colorScheme } of sights) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const violations = await page.evaluate(runAxe, tags)
    found.push(...violations.map((violation) => `${viewport.width} ${colorScheme}: ${violation}`))
  }
  return found
}

/** Rows of one list or table that have the same markup: axe looks at so many of them, of hundreds. */
const ROWS_ALIKE_MAX = 6

/**
 * Runs in the page. Takes out rows that are built as enough before them in their list or table: axe walks through what
 * it is to leave aside, too, which takes nine times as long on the longest table.
 */
function removeRowsAlike(max: number): void {
  const shapeOf = (element: Element): string => {
    const names = element.getAttributeNames().map((name) => (name === 'class' ? `class=${element.className}` : name))
    return `${element.localName}[${names.join()}](${[...element.children].map(shapeOf).join()})`
  }
  for (const list of document.querySelectorAll('tbody, ul, ol')) {
    const rows = Map.groupBy(list.querySelectorAll(':scope > :is(tr, li)'), shapeOf)
    for (const alike of rows.values()) for (const row of alike.slice(max)) row.remove()
  }
}

/**
 * Runs in the page. Axe reads the colours of every text and of all that is behind it, a fifth of its time, and a page has
 * a dozen: each is read once.
 */
function rememberColours(): void {
  // The types of axe leave colours out.
  const { prototype } = (globalThis.axe.commons as unknown as { color: { Color: { prototype: AxeColour } } }).color
    .Color
  const { parseString } = prototype
  const known = new Map<string, Pick<AxeColour, 'r' | 'g' | 'b' | 'alpha'>>()
  prototype.parseString = function parseOnce(text) {
    const before = known.get(text)
    if (before) return Object.assign(this, before)
    const { r, g, b, alpha } = parseString.call(this, text)
    known.set(text, { r, g, b, alpha })
    return this
  }
}

/** A colour as axe 4.13 keeps it: `parseString` sets the other four, red, green and blue from 0 to 1. */
interface AxeColour {
  r: number
  g: number
  b: number
  alpha: number
  parseString(this: AxeColour, text: string): AxeColour
}

/**
 * Runs in the page, where axe is a global variable. What passes is not gathered, which takes a third of the time. Of text
 * in a picture axe never knows whether it contrasts, and takes long to find out; `tests/charts/palette.test.ts` does.
 */
async function runAxe(tags: string[] | undefined): Promise<string[]> {
  globalThis.axe.configure({ rules: [{ id: 'color-contrast', selector: '*:not(svg *)' }] })
  const { violations } = await globalThis.axe.run({
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
