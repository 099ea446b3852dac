import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { DESKTOP, openFileReader } from './page-reader.ts'

const site = inject('site')
const { openTab } = openFileReader(site)

/** Runs before a page: a browser with these voices, which says nothing until the test lets it. */
function giveVoices(langs: readonly string[]): void {
  const said: SpeechSynthesisUtterance[] = []
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => langs.map((lang) => ({ lang })),
    speak: (utterance: SpeechSynthesisUtterance) => said.push(utterance),
    cancel: () => undefined,
  })
  class Utterance extends EventTarget {
    lang = ''
    voice: unknown = null
    readonly text: string
    constructor(text: string) {
      super()
      this.text = text
    }
  }
  Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true })
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true })
  Object.assign(window, { saidTexts: said })
}

function readSaid(page: Page): Promise<{ text: string; lang: string }[]> {
  return page.evaluate(() => {
    const { saidTexts } = window as unknown as { saidTexts: { text: string; lang: string }[] }
    return saidTexts.map(({ text, lang }) => ({ text, lang }))
  })
}

/** The last sentence comes to its end. */
function endSentence(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { saidTexts } = window as unknown as { saidTexts: EventTarget[] }
    saidTexts.at(-1)?.dispatchEvent(new Event('end'))
  })
}

test('a page is read aloud sentence by sentence, by keyboard, with pause, next and stop', async () => {
  const { page, goTo } = await openTab({ viewport: DESKTOP })
  await page.addInitScript(giveVoices, ['en-US', 'zh-CN'])
  await goTo('/reports/2026-10/')
  await page.keyboard.press('Tab')
  const button = page.locator('.aloud button').first()
  await button.waitFor()
  expect(
    await page.locator('.aloud button').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length),
  ).toBe(1)
  await button.focus()
  await page.keyboard.press('Enter')
  await endSentence(page)
  const [title, lead] = await readSaid(page)
  expect(title).toEqual({ text: expect.stringMatching(/城市运行公报$/), lang: 'zh-CN' })
  expect(lead?.text).not.toMatch(/\d,\d|%/)
  // Paused, the end of a sentence leads nowhere; resumed, it begins again.
  await page.keyboard.press('Enter')
  await endSentence(page)
  expect(await readSaid(page)).toHaveLength(2)
  await page.keyboard.press('Enter')
  expect((await readSaid(page))[2]).toEqual(lead)
  const next = page.locator('.aloud button').nth(1)
  await next.focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('.spoken').count()).toBe(1)
  await page.locator('.aloud button').nth(2).focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('.spoken').count()).toBe(0)
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  // From a chart on, its sentence is read.
  await page.locator('#on-time').evaluate((figure) => figure.scrollIntoView({ block: 'start' }))
  await button.click()
  await endSentence(page)
  const heard = (await readSaid(page)).slice(-2).map(({ text }) => text)
  expect(heard[0]).toContain('按期办结率')
  expect(heard[1]).toMatch(/^按期办结率2026年10月为百分之/)
})

test.each([
  ['no voice for the language of the page', ['en-US']],
  ['no voice at all', []],
] as const)('with %s there is no button', async (_, langs) => {
  const { page, goTo } = await openTab({ viewport: DESKTOP })
  await page.addInitScript(giveVoices, langs)
  await goTo('/reports/2026-10/')
  await page.keyboard.press('Tab')
  await page.locator('.pic[role="slider"]').first().waitFor()
  expect(await page.locator('.aloud').count()).toBe(0)
})

test('in Traditional Chinese its words, and those of a chart, are traditional', async () => {
  const { page, goTo } = await openTab({ viewport: DESKTOP })
  await page.addInitScript(giveVoices, ['zh-TW'])
  await goTo('/zh-hant/reports/2026-10/')
  await page.keyboard.press('Tab')
  await page.locator('.aloud button').first().waitFor()
  expect(await page.locator('.aloud').innerText()).toBe('朗讀')
  expect(await page.locator('.pic').first().getAttribute('aria-roledescription')).toBe('圖表')
})
