import type { Page } from 'playwright'
import { BUDGETS } from '../budgets.ts'

/** Equal to the width of the window unless the page scrolls sideways. */
export function measurePageWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth)
}

export function readVisibleText(page: Page): Promise<string> {
  return page.locator('main').first().innerText()
}

/** What a script may add: labels of controls, and what they report. */
export async function readControlTexts(page: Page): Promise<string> {
  return (await page.locator('main :is(label, output, [role=status], [role=search])').allInnerTexts()).join('\n')
}

/** Buttons that can be seen but do nothing without a script; that of a popover opens it without one. */
export function findLameButtons(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((button) => button.checkVisibility() && !(button.type === 'submit' && button.form))
      .filter((button) => !button.popoverTargetElement)
      .map((button) => button.outerHTML.slice(0, 120)),
  )
}

/** Figures of which no picture can be seen. */
export function findBlankFigures(page: Page): Promise<string[]> {
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
export function findSmallTexts(page: Page): Promise<string[]> {
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
