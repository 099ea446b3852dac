import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { findViolations } from './axe.ts'
import { filesOf } from './built-pages.ts'
import { DESKTOP, openFileReader, PHONE } from './page-reader.ts'

const site = inject('site')
const { visit } = openFileReader(site)

/** The chart of a figure, once the page has seen its reader act. */
async function goToChart(page: Page, id: string): Promise<Locator> {
  await page.keyboard.press('Tab')
  const chart = page.locator(`#${id} .pic[role="slider"]`)
  await chart.waitFor()
  await chart.focus()
  await page.locator(`#${id} .readout`).waitFor()
  return chart
}

/** A cell of the figure’s data table: the table is where the values are from. */
function readCell(page: Page, id: string, row: number, cell: number): Promise<string> {
  return page
    .locator(`#${id} details table`)
    .first()
    .locator('tbody tr')
    .nth(row)
    .locator('th, td')
    .nth(cell)
    .innerText()
}

test.each([
  ['/reports/2026-10/', PHONE, ['2026年10月，本期 ', '2026年9月，本期 ', '2026年9月，上年同期 ']],
  [
    '/en/reports/2026-10/',
    DESKTOP,
    ['October 2026, This period ', 'September 2026, This period ', 'September 2026, Year before '],
  ],
] as const)(
  '%s: arrow keys walk the values of a line, and each is said and shown as its table has it',
  (address, viewport, said) =>
    visit(
      address,
      async (page) => {
        const chart = await goToChart(page, 'on-time')
        const heard: (string | null)[] = [await chart.getAttribute('aria-valuetext')]
        for (const key of ['ArrowLeft', 'ArrowDown']) {
          await page.keyboard.press(key)
          heard.push(await chart.getAttribute('aria-valuetext'))
        }
        await page.locator('#on-time details summary').first().click()
        const cells = [
          await readCell(page, 'on-time', 11, 1),
          await readCell(page, 'on-time', 10, 1),
          await readCell(page, 'on-time', 10, 2),
        ]
        expect(heard).toEqual(said.map((words, index) => `${words}${cells[index]}%`))
      },
      { viewport },
    ),
)

test('the chart that has the focus shows it, scrolls nothing while it is walked, and passes axe', () =>
  visit('/reports/2026-10/', async (page) => {
    const chart = await goToChart(page, 'on-time')
    const before = await page.evaluate(() => scrollY)
    for (const key of ['ArrowUp', 'ArrowDown', 'End', 'Home']) await page.keyboard.press(key)
    expect(await page.evaluate(() => scrollY)).toBe(before)
    expect(
      await chart.evaluate((element) => Number.parseFloat(getComputedStyle(element).outlineWidth)),
    ).toBeGreaterThanOrEqual(2)
    const [spot, picture] = [await page.locator('#on-time .spot').boundingBox(), await chart.boundingBox()]
    expect(spot && picture && spot.x >= picture.x - 9 && spot.y >= picture.y).toBe(true)
    expect(
      await findViolations(page, [{ viewport: DESKTOP, colorScheme: 'light' }], ['wcag2a', 'wcag2aa', 'wcag22aa']),
    ).toEqual([])
    await page.keyboard.press('Tab')
    expect(await page.locator('#on-time .readout').count()).toBe(0)
  }))

test('a tap shows the nearest value', () =>
  visit(
    '/reports/2026-10/',
    async (page) => {
      const chart = page.locator('#on-time .pic')
      await chart.scrollIntoViewIfNeeded()
      const box = await chart.boundingBox()
      if (!box) throw new Error('no chart')
      await page.keyboard.press('Shift')
      await page.locator('#on-time .pic[role="slider"]').waitFor()
      await page.touchscreen.tap(box.x + 0.1 * box.width, box.y + 0.4 * box.height)
      await page.locator('#on-time .readout').waitFor()
      expect(await page.locator('#on-time .readout').innerText()).toMatch(/^2025年11月\s*(?:本期|上年同期) [\d.]+%$/)
    },
    { viewport: PHONE, hasTouch: true },
  ))

test('marks are said in words, and a bound with its value', () =>
  visit('/topics/satisfaction/', async (page) => {
    const bounded = await goToChart(page, 'reported-satisfaction')
    expect(await bounded.getAttribute('aria-valuetext')).toMatch(/，\d+%以上（报道值）$/)
    const revised = await goToChart(page, 'satisfied')
    expect(await revised.getAttribute('aria-valuetext')).toMatch(/^锦中区，\d+%（修订），区间下限 \d+%，区间上限 \d+%/)
  }))

test('each figure of the site has the places of its values, in both languages', () => {
  const files = filesOf(site)
  const places = files.filter((file) => file.endsWith('.points.json'))
  // The code of a bulletin’s address is no figure.
  const pictures = files.filter((file) => file.endsWith('.svg') && !file.endsWith('/qr.svg'))
  expect(places.map((file) => file.replace('.points.json', ''))).toEqual(
    pictures.map((file) => file.replace('.svg', '')),
  )
  for (const file of places) {
    const { columns, w, n } = JSON.parse(readFileSync(join(site, file), 'utf8'))
    expect(w.length, file).toBe(n.length)
    expect(columns.length, file).toBeGreaterThan(0)
  }
})
