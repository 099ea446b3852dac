import { expect, inject, test } from 'vitest'
import { hasMuchToPrint, lostOnPaper, PAPER_NAMES } from '../../scripts/conform/paper.ts'
import { DESKTOP, reader } from './chromium.ts'
import { samplePages } from './sample-pages.ts'
import { halfOf } from './sights.ts'

const site = inject('site')
const { visit } = reader(site)
const sample = samplePages(site).filter(hasMuchToPrint)

test('there are tables and charts to print', () => {
  expect(sample.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['/reports/MONTH/', '/permits/', '/']))
})

test.each(sample)('$address prints every word of its charts and every cell of its tables', async (page) => {
  const papers = halfOf(PAPER_NAMES, page, sample)
  expect(await visit(page.address, (tab) => lostOnPaper(tab, papers), { viewport: DESKTOP })).toEqual([])
})
