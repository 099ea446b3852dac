import { expect, inject, test } from 'vitest'
import { hasMuchToPrint, lostOnPaper } from '../../scripts/conform/paper.ts'
import { pageKinds } from './built-pages.ts'
import { DESKTOP, reader } from './chromium.ts'

const site = inject('site')
const { visit } = reader(site)
const kinds = pageKinds(site).filter(hasMuchToPrint)

test('there are tables and charts to print', () => {
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['/reports/MONTH/', '/permits/', '/']))
})

test.each(kinds)('$lang $kind prints every word of its charts and every cell of its tables', async ({ address }) => {
  expect(await visit(address, lostOnPaper, { viewport: DESKTOP })).toEqual([])
})
