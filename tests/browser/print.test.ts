import { expect, inject, test } from 'vitest'
import { findLostOnPaper, hasMuchToPrint, PAPER_NAMES } from '../../scripts/conform/paper.ts'
import type { Tab } from '../../scripts/test/reader.ts'
import { DESKTOP, openFileReader } from './page-reader.ts'
import { listSamplePages } from './sample-pages.ts'
import { halfOf } from './sights.ts'

const site = inject('site')
const { openTab } = openFileReader(site)
const sample = listSamplePages(site).filter(hasMuchToPrint)

test('there are tables and charts to print', () => {
  expect(sample.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['/reports/MONTH/', '/permits/', '/']))
})

test.each(sample)('$address prints every word of its charts and every cell of its tables', async (page) => {
  const papers = halfOf(PAPER_NAMES, page, sample)
  const { goTo, page: tab } = await openTabForPrinting()
  await goTo(page.address)
  expect(await findLostOnPaper(tab, papers)).toEqual([])
})

/** A process that has printed very many pages writes some words as ActualText, which the reader of PDFs passes over. */
const PRINTS_OF_TAB_MAX = 8
let open: { tab: Tab; prints: number } | undefined

/** A new tab costs as much of the processor's time as a print, so that each serves for several. */
async function openTabForPrinting(): Promise<Tab> {
  if (open === undefined || open.prints === PRINTS_OF_TAB_MAX) {
    await open?.tab.close()
    open = { tab: await openTab({ viewport: DESKTOP }), prints: 0 }
  }
  open.prints += 1
  return open.tab
}
