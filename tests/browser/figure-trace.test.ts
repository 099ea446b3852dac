import { expect, inject, test } from 'vitest'
import { DESKTOP, openFileReader, PHONE } from './page-reader.ts'

const site = inject('site')
const { visit } = openFileReader(site)
const HASH = /SHA-256 [0-9a-f]{64}/

test.each([
  [
    '/reports/2026-10/',
    PHONE,
    ['规则', '分子', '分母', '计入的行', 'raw/cases/2026-10.csv', 'cases/flow/2026-10.1.csv'],
  ],
  ['/en/reports/2026-10/', DESKTOP, ['Rule', 'numerator', 'denominator', 'Rows counted', 'raw/cases/2026-10.csv']],
])(
  '%s: a figure opened shows where its number comes from, and its page says the same without scripts',
  async (address, viewport, words) => {
    const openPanel = (scripted: boolean) =>
      visit(
        address,
        async (page) => {
          const details = page.locator('#on-time details[data-trace]')
          const from = (await details.getAttribute('data-trace')) ?? ''
          await details.locator('summary').click()
          if (scripted) return page.locator('#on-time .came').innerText()
          await details.locator('a').click()
          return page.locator(`[id="${from.split('#')[1]}"]`).innerText()
        },
        { viewport, javaScriptEnabled: scripted },
      )
    const [shown, plain] = [await openPanel(true), await openPanel(false)]
    for (const word of words) expect(shown).toContain(word)
    expect(shown).toMatch(HASH)
    expect(plain.replace(/\s+/g, ' ')).toBe(shown.replace(/\s+/g, ' '))
  },
)
