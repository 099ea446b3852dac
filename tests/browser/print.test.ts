import { expect, inject, test } from 'vitest'
import { hasMuchToPrint, lostOnPaper, PAPER_NAMES } from '../../scripts/conform/paper.ts'
import { pageKinds } from './built-pages.ts'
import { DESKTOP, reader } from './chromium.ts'
import { halfOf } from './sights.ts'

const site = inject('site')
const { visit } = reader(site)
const kinds = pageKinds(site).filter(hasMuchToPrint)

test('there are tables and charts to print', () => {
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['/reports/MONTH/', '/permits/', '/']))
})

test.each(kinds)('$lang $kind prints every word of its charts and every cell of its tables', async (page) => {
  const papers = halfOf(PAPER_NAMES, page, kinds)
  expect(await visit(page.address, (tab) => lostOnPaper(tab, papers), { viewport: DESKTOP })).toEqual([])
})
