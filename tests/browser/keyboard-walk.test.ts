import type { Page } from 'playwright'
import { describe, expect, inject, test } from 'vitest'
import { findViolations } from './axe.ts'
import { DESKTOP, openFileReader, PHONE } from './page-reader.ts'
import { listSamplePages } from './sample-pages.ts'
import { templateOf } from './sights.ts'

const site = inject('site')
const { runInTab } = openFileReader(site)
/** One page of each template, the languages in turn; frames of other people’s pages have no way through them. */
const pages = [...Map.groupBy(listSamplePages(site), templateOf)]
  .filter(([template]) => !template.startsWith('/embed/'))
  .map(([, alike], index) => alike.find(({ lang }) => lang === (index % 2 === 0 ? 'zh' : 'en')) ?? alike[0])
  .filter((page) => page !== undefined)
/** The head of the page, and the first of what it holds. */
const STOPS_MAX = 24

interface Stop {
  /** Place among all that takes the focus, in the order of the page. */
  order: number
  /** What cannot be seen of it, or null. */
  hidden: string | null
}

/** Runs in the page: where the focus is, and whether it can be seen. */
function describeFocus(): Stop {
  const taking = [
    ...document.querySelectorAll(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
    ),
  ]
  const focused = document.activeElement
  if (!focused || focused === document.body) return { order: -1, hidden: null }
  const name = focused.outerHTML.slice(0, 90)
  const { outlineStyle, outlineWidth } = getComputedStyle(focused)
  const { left, right, top, bottom } = focused.getBoundingClientRect()
  const isSeen = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight && bottom > top
  const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  return { order: taking.indexOf(focused), hidden: isSeen && isMarked ? null : name }
}

async function walkByTab(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(describeFocus)
    // The end of a short page: the focus goes to the browser, or to the first link.
    if (found.order === -1 || (found.order === stops[0]?.order && stop > 5)) break
    stops.push(found)
  }
  return stops
}

/** Runs in the page: targets outside sentences that are lower than so many pixels; a link in a sentence has the height of its line. */
function findSmallTargets(min: number): string[] {
  const targets = [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select')]
  return targets
    .filter(
      (target) => target.checkVisibility() && getComputedStyle(target).display !== 'inline' && !target.matches('.skip'),
    )
    .filter((target) => Math.round(target.getBoundingClientRect().height) < min)
    .map((target) => target.outerHTML.slice(0, 110))
}

describe.each(pages)('$address', (opened) => {
  test('Tab walks it in its order, shows where it is, and is never caught', () =>
    runInTab(opened.address, async (page) => {
      const stops = await walkByTab(page)
      expect(stops.length).toBeGreaterThan(5)
      expect(stops.flatMap(({ hidden }) => hidden ?? [])).toEqual([])
      const orders = stops.map(({ order }) => order)
      expect(orders).toEqual([...new Set(orders)].toSorted((a, b) => a - b))
    }))

  test('so it does in elder mode, where targets are 44 px high and axe finds nothing', () =>
    runInTab(
      `${opened.address}#elder`,
      async (page) => {
        await page.waitForFunction(() => document.documentElement.classList.contains('elder'))
        expect(await page.evaluate(findSmallTargets, 44)).toEqual([])
        const stops = await walkByTab(page)
        expect(stops.flatMap(({ hidden }) => hidden ?? [])).toEqual([])
        const orders = stops.map(({ order }) => order)
        expect(orders).toEqual([...new Set(orders)].toSorted((a, b) => a - b))
        const colorScheme = opened.lang === 'zh' ? 'light' : 'dark'
        expect(
          await findViolations(page, [{ viewport: PHONE, colorScheme }], ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']),
        ).toEqual([])
      },
      { viewport: PHONE },
    ))
})

test('a caught focus, a hidden focus and a small target are found', () =>
  runInTab('/about/', async (page) => {
    await page.setViewportSize(DESKTOP)
    await page.evaluate(() => {
      const small = document.createElement('button')
      small.style.cssText = 'display: block; height: 20px; padding: 0; outline: none'
      small.textContent = 'small'
      document.body.prepend(small)
    })
    expect(await page.evaluate(findSmallTargets, 24)).toHaveLength(1)
    const [first] = await walkByTab(page)
    expect(first?.hidden).toContain('small')
  }))
