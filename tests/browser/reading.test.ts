import type { Page } from 'playwright'
import { describe, expect, inject, test } from 'vitest'
import { BUDGETS } from '../budgets.ts'
import { DESKTOP, reader } from './page-reader.ts'
import { samplePages } from './sample-pages.ts'

const site = inject('site')
const sample = samplePages(site)
const { inTab, visit } = reader(site)
const NARROW = { width: BUDGETS.phoneWidthPixels, height: 780 }

describe('on a narrow phone and on a desktop, with JavaScript and without', () => {
  test.each(sample)('$address fits, its charts can be read, and it has the same text', async ({ address }) => {
    const { fits, ...scripted } = await inTab(
      address,
      async (page) => {
        const text = await visibleText(page)
        const controls = await controlTexts(page)
        const phone = { small: await smallTexts(page), width: await pageWidth(page) }
        await page.setViewportSize(DESKTOP)
        return { text, controls, fits: { ...phone, desktop: await pageWidth(page) } }
      },
      { viewport: NARROW },
    )
    expect(fits).toEqual({ small: [], width: NARROW.width, desktop: DESKTOP.width })
    const { text, lame, blank } = await inTab(
      address,
      async (page) => ({
        text: await visibleText(page),
        lame: await lameButtons(page),
        blank: await blankFigures(page),
      }),
      { viewport: NARROW, javaScriptEnabled: false },
    )
    expect(text.length).toBeGreaterThan(10)
    // A script may add a control and its label, but nothing that is to be read.
    const lines = scripted.text.split('\n').filter((line) => line.length > 30 && !scripted.controls.includes(line))
    const lost = lines.filter((line) => !text.includes(line))
    expect({ lost, lame, blank }).toEqual({ lost: [], lame: [], blank: [] })
  })
})

test('a missing page is reported, with a link onward', async () => {
  const { status, links } = await visit('/no/such/page/', async (page) => ({
    status: (await page.reload())?.status(),
    links: await page.locator('main a[href]').count(),
  }))
  expect(status).toBe(404)
  expect(links).toBeGreaterThan(0)
})

/** Equal to the width of the window unless the page scrolls sideways. */
function pageWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth)
}

function visibleText(page: Page): Promise<string> {
  return page.locator('main').first().innerText()
}

/** What a script may add: labels of controls, and what they report. */
async function controlTexts(page: Page): Promise<string> {
  return (await page.locator('main :is(label, output, [role=status], [role=search])').allInnerTexts()).join('\n')
}

/** Buttons that can be seen but do nothing without a script. */
function lameButtons(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((button) => button.checkVisibility() && !(button.type === 'submit' && button.form))
      .map((button) => button.outerHTML.slice(0, 120)),
  )
}

/** Figures of which no picture can be seen. */
function blankFigures(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('figure')]
      .filter(
        (figure) =>
          figure.querySelector('svg') && ![...figure.querySelectorAll('svg')].some((svg) => svg.checkVisibility()),
      )
      .map((figure) => figure.outerHTML.slice(0, 120)),
  )
}

/** Texts of visible charts that come out smaller than the budget allows. */
function smallTexts(page: Page): Promise<string[]> {
  return page.evaluate((min) => {
    const texts = [...document.querySelectorAll<SVGTextElement>('main svg text')]
    const sized = texts.flatMap((text) => {
      const scale = text.checkVisibility() && text.textContent?.trim() ? text.getScreenCTM()?.a : undefined
      return scale === undefined
        ? []
        : [{ text: text.textContent, size: Number.parseFloat(getComputedStyle(text).fontSize) * scale }]
    })
    // Half a tenth of a pixel is lost to rounding.
    return sized.filter((text) => text.size < min - 0.05).map((text) => `${text.text}: ${text.size.toFixed(1)}`)
  }, BUDGETS.chartTextPixelsMin)
}
