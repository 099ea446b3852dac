import { expect, inject, test } from 'vitest'
import { findLostOnPaper, hasMuchToPrint, PAPER_NAMES } from '../../scripts/conform/paper.ts'
import { readPdf } from '../../scripts/conform/pdf-pieces.ts'
import type { Tab } from '../../scripts/test/reader.ts'
import { foldRadicals } from '../../src/text/radicals.ts'
import { DESKTOP, openFileReader } from './page-reader.ts'
import { readTaggedPdf, stripSpaces } from './printed-pdf.ts'
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

test('the print of a bulletin says where links lead and shows its address as a code, which no screen asks for', async () => {
  const { goTo, page, close } = await openTab({ viewport: DESKTOP })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await goTo('/reports/2026-10/')
  const code = '/reports/2026-10/qr.svg'
  expect(asked).not.toContain(code)
  const pieces = await readPdf(await page.pdf())
  const text = foldRadicals(stripSpaces(pieces.map((piece) => piece.text).join('')).normalize('NFKC'))
  expect(asked).toContain(code)
  expect(
    await page.locator('.permanent img').evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(0)
  expect(text).toContain('来源:网格事件(https://mingge.example/data/cases/)')
  expect(text).not.toContain('/glossary/')
  expect(text).toContain('本期公报的长期网址https://mingge.example/reports/2026-10/')
  await close()
})

test('cells without text stay in the tags, so that the cells behind them keep their heading', async () => {
  const { goTo, page, close } = await openTab({ viewport: DESKTOP })
  await goTo('/reports/2026-10/')
  // A table of one sheet, for tags are listed sheet by sheet.
  const [cells, empty] = await page.evaluate(() => {
    document.body.replaceChildren(document.querySelector('td:empty')?.closest('table') ?? '')
    return ['td', 'td:empty'].map((found) => document.querySelectorAll(found).length)
  })
  expect(empty).toBeGreaterThan(0)
  const { tags } = await readTaggedPdf(await page.pdf({ tagged: true }))
  expect(tags.get('TD')).toBe(cells)
  await close()
})
