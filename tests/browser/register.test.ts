import { expect, inject, test } from 'vitest'
import { openFileReader } from './page-reader.ts'

const { visit } = openFileReader(inject('site'))

test.each(['/permits/', '/en/permits/'])('the filter of %s finds what a row shows, as it is shown', async (address) => {
  const { wanted, statuses } = await visit(address, async (page) => {
    // A status of two parts has a Chinese comma, which typing turns into a Latin comma.
    const wanted = await page.locator('#register tbody td:last-child').first().innerText()
    await page.fill('#register-filter input', wanted)
    await page.waitForFunction(() => document.querySelector('#register-pages')?.hasAttribute('hidden'))
    return { wanted, statuses: await page.locator('#register tbody td:last-child').allInnerTexts() }
  })
  expect(statuses.length).toBeGreaterThan(0)
  expect(statuses.filter((status) => status !== wanted)).toEqual([])
})
