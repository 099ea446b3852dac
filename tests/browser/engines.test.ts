import type { Page } from 'playwright'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { answerOf, filteredRows, verdictOn } from '../../scripts/conform/act.ts'
import { compareLooks } from '../../scripts/conform/compare.ts'
import { lookAt } from '../../scripts/conform/look.ts'
import type { Tab } from '../../scripts/test/reader.ts'
import { pageKinds } from './built-pages.ts'
import { DESKTOP, PHONE, reader } from './chromium.ts'
import { brokenFile, NAME, sent } from './desk-month.ts'
import { FLOOR } from './old-engine.ts'

/** The same site in the oldest engine in which it is to be whole, and in the present one. */
const site = inject('site')
const engine = inject('oldEngine')
const kinds = pageKinds(site)
/** Where a narrow page is laid out otherwise than a wide one. */
const PHONE_KINDS = ['/', '/reports/MONTH/', '/permits/', '/methods/import/']

// The reason stands in the output of the setup, and beside each test that is left out.
const told = 'lacks' in engine ? `: ${engine.lacks}` : ''
describe.skipIf('lacks' in engine)(`as in the present engine, so in Chromium ${FLOOR}${told}`, () => {
  const present = reader(site)
  const old = reader(site, '/', 'path' in engine ? engine.path : undefined)
  let tabs: { present: Tab; old: Tab }
  beforeAll(async () => {
    tabs = { present: await present.openTab(), old: await old.openTab() }
  })

  /** The same done in both engines, and what went wrong in the old one. */
  async function inBoth<T>(address: string, look: (page: Page) => Promise<T>, viewport = DESKTOP) {
    const done = async ({ page, goTo }: Tab) => {
      await page.setViewportSize(viewport)
      await goTo(address)
      return look(page)
    }
    const [wanted, found] = await Promise.all([done(tabs.present), done(tabs.old)])
    return { wanted, found, faults: [...tabs.old.faults] }
  }

  test.each(kinds)('$lang $kind has the same words and colours', async ({ address }) => {
    const { wanted, found, faults } = await inBoth(address, lookAt)
    expect([...compareLooks(wanted, found), ...faults]).toEqual([])
  })

  const onPhone = kinds.filter(({ kind }) => PHONE_KINDS.includes(kind))
  test.each(onPhone)('$lang $kind on a phone has the same words and colours', async ({ address }) => {
    const { wanted, found, faults } = await inBoth(address, lookAt, PHONE)
    expect([...compareLooks(wanted, found), ...faults]).toEqual([])
  })

  test.each([
    ['/search/', '排污许可'],
    ['/en/search/', 'permit'],
  ])('%s?q=%s gives the same results', async (address, query) => {
    const { wanted, found, faults } = await inBoth(`${address}?q=${encodeURIComponent(query)}`, answerOf)
    expect(wanted.links.length).toBeGreaterThan(3)
    expect({ ...found, faults }).toEqual({ ...wanted, faults: [] })
  })

  test.each(['/permits/', '/en/permits/'])('the filter of %s leaves the same rows', async (address) => {
    const { wanted, found, faults } = await inBoth(address, filteredRows)
    expect(wanted.rows.length).toBeGreaterThan(1)
    expect({ ...found, faults }).toEqual({ ...wanted, faults: [] })
  })

  const files = [
    { what: 'a clean file', kind: 'clean', text: sent },
    { what: 'a broken file', kind: 'stopped', text: brokenFile() },
  ]
  const tries = ['/check/', '/en/check/'].flatMap((address) => files.map((file) => ({ address, ...file })))
  test.each(tries)('$address says the same of $what', async ({ address, kind, text }) => {
    const { wanted, found, faults } = await inBoth(address, (page) => verdictOn(page, { name: NAME, text }))
    expect(wanted.kind).toBe(kind)
    expect({ ...found, faults }).toEqual({ ...wanted, faults: [] })
  })
})
