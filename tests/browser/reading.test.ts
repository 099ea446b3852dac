import type { Page } from 'playwright'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { BUDGETS } from '../budgets.ts'
import { pageKinds } from './built-pages.ts'
import { DESKTOP, PHONE, reader } from './chromium.ts'

const site = inject('site')
const kinds = pageKinds(site)
const { inTab, openTab, url, visit } = reader(site)
const NARROW = { width: BUDGETS.phoneWidthPixels, height: 780 }

describe('without JavaScript', () => {
  test.each(kinds)('$lang $kind says the same', async ({ address }) => {
    const scripted = await inTab(
      address,
      async (page) => ({ text: await visibleText(page), controls: await controlTexts(page) }),
      { viewport: PHONE },
    )
    const { text, lame, blank } = await inTab(
      address,
      async (page) => ({
        text: await visibleText(page),
        lame: await lameButtons(page),
        blank: await blankFigures(page),
      }),
      { viewport: PHONE, javaScriptEnabled: false },
    )
    expect(text.length).toBeGreaterThan(10)
    // A script may add a control and its label, but nothing that is to be read.
    const lines = scripted.text.split('\n').filter((line) => line.length > 30 && !scripted.controls.includes(line))
    const lost = lines.filter((line) => !text.includes(line))
    expect({ lost, lame, blank }).toEqual({ lost: [], lame: [], blank: [] })
  })
})

describe('before the reader acts', () => {
  let page: Page
  const requests: string[] = []
  const errors: string[] = []

  beforeAll(async () => {
    const tab = await openTab({ viewport: PHONE })
    page = tab.page
    // Nothing is kept from page to page, as on a first visit.
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    page.on('request', (request) => requests.push(request.url()))
    page.on('requestfailed', (request) => errors.push(`failed ${request.url()}`))
    page.on('response', (response) => {
      if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`)
    })
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(error.message))
  })

  test.each(kinds)('$lang $kind asks for little and has no fault', async ({ address }) => {
    requests.length = 0
    errors.length = 0
    await page.goto(url(address), { waitUntil: 'networkidle' })
    expect(errors).toEqual([])
    expect(requests[0]).toBe(url(address))
    expect(requests.length).toBeLessThanOrEqual(BUDGETS.requestsMax)
  })
})

describe('on a narrow phone and on a desktop', () => {
  test.each(kinds)('$lang $kind fits, and its charts can be read', async ({ address }) => {
    const narrow = await inTab(
      address,
      async (page) => {
        const fits = { small: await smallTexts(page), phone: await pageWidth(page), desk: 0 }
        await page.setViewportSize(DESKTOP)
        return { ...fits, desk: await pageWidth(page) }
      },
      { viewport: NARROW },
    )
    expect(narrow).toEqual({ small: [], phone: NARROW.width, desk: DESKTOP.width })
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
