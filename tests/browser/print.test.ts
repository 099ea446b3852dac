import { beforeAll, expect, inject, test } from 'vitest'
import { readPdf } from '../../scripts/conform/pdf.ts'
import { lostInPrint, PAPERS, readWanted, wantedInPrint } from '../../scripts/conform/print.ts'
import type { Tab } from '../../scripts/test/reader.ts'
import { pageKinds, readPage } from './built-pages.ts'
import { DESKTOP, reader } from './chromium.ts'

const site = inject('site')
const { openTab } = reader(site)
const kinds = pageKinds(site).filter((page) => /<main[\s\S]*<(table|svg)\b[\s\S]*<\/main>/.test(readPage(page)))

let tab: Tab
beforeAll(async () => {
  tab = await openTab({ viewport: DESKTOP })
})

test('there are tables and charts to print', () => {
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['/reports/MONTH/', '/permits/', '/']))
})

test.each(kinds)('$lang $kind prints every word of its charts and every cell of its tables', async ({ address }) => {
  await tab.goTo(address)
  const wanted = readWanted(await tab.page.evaluate(wantedInPrint))
  const found: string[] = []
  for (const [paper, options] of Object.entries(PAPERS)) {
    const pieces = await readPdf(await tab.page.pdf(options))
    found.push(...lostInPrint(wanted, pieces).map((one) => `${paper}: ${one}`))
  }
  expect(found).toEqual([])
})
