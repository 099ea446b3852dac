import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { BUDGETS } from '../budgets.ts'
import { DESKTOP, openFileReader, PHONE } from './page-reader.ts'

const site = inject('site')
const { visit } = openFileReader(site)

/** Pixels and colours by which the mode is known. */
function look(page: Page) {
  return page.evaluate(() => {
    const readStyle = (selector: string) => {
      const found = document.querySelector(selector)
      if (!found) throw new Error(`no ${selector}`)
      return getComputedStyle(found)
    }
    return {
      type: Number.parseFloat(readStyle('body').fontSize),
      paper: readStyle('body').backgroundColor,
      ink: readStyle('body').color,
      enter: readStyle('.lang [href="#elder"]').display !== 'none',
      leave: readStyle('.lang [href="#top"]').display !== 'none',
      rooms: [...document.querySelectorAll('.top nav a')].filter((link) => link.checkVisibility()).length,
    }
  })
}

const chooseLarge = (page: Page) => page.click('.lang [href="#elder"]')
const chooseUsual = (page: Page) => page.click('.lang [href="#top"]')
const isLarge = (page: Page) =>
  page.waitForFunction(() => Number.parseFloat(getComputedStyle(document.body).fontSize) > 20)
const isUsual = (page: Page) =>
  page.waitForFunction(() => Number.parseFloat(getComputedStyle(document.body).fontSize) < 18)

test.each([
  ['/reports/2026-10/', PHONE, 'light', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)'],
  ['/en/', DESKTOP, 'dark', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)'],
] as const)(
  'without scripts a link of %s makes this page large, and another makes it as before',
  (address, viewport, colorScheme, paper, ink) =>
    visit(
      address,
      async (page) => {
        const usual = await look(page)
        expect(usual).toMatchObject({ enter: true, leave: false })
        await chooseLarge(page)
        const large = await look(page)
        expect(large).toMatchObject({ paper, ink, enter: false, leave: true })
        expect(large.type).toBeGreaterThan(1.2 * usual.type)
        expect(large.rooms).toBeLessThan(usual.rooms)
        await chooseUsual(page)
        expect(await look(page)).toEqual(usual)
      },
      { viewport, colorScheme, javaScriptEnabled: false },
    ),
)

test('with scripts it is remembered for other pages and for both languages, until it is left', () =>
  visit(
    '/reports/2026-10/',
    async (page) => {
      await chooseLarge(page)
      await isLarge(page)
      expect(page.url()).not.toContain('#')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#top')
      await page.click('.lang [hreflang]')
      await isLarge(page)
      await page.click('.top nav a[href$="/topics/"]')
      await isLarge(page)
      await chooseUsual(page)
      await isUsual(page)
      await page.click('.name')
      await isUsual(page)
      expect(await look(page)).toMatchObject({ enter: true, leave: false })
    },
    { viewport: PHONE },
  ))

test('an address with #elder opens large, and stays so where nothing may be kept', () =>
  visit('/', async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError')
        },
      })
    })
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`${page.url()}#elder`)
    await page.reload()
    await isLarge(page)
    await chooseUsual(page)
    await isUsual(page)
    await chooseLarge(page)
    await isLarge(page)
    expect(faults).toEqual([])
  }))

test('a page that is large from the beginning does not shift', () =>
  visit('/', async (page) => {
    await chooseLarge(page)
    await isLarge(page)
    await page.goto(new URL('/reports/2026-10/', page.url()).href, { waitUntil: 'networkidle' })
    await isLarge(page)
    const shifts = await page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          new PerformanceObserver((list) =>
            resolve(list.getEntries().map((entry) => ('value' in entry ? Number(entry.value) : 0))),
          ).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve([]), 150)
        }),
    )
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(BUDGETS.shiftMax)
  }))
