import type { Page } from 'playwright'
import { describe, expect, inject, test } from 'vitest'
import { BUDGETS } from '../budgets.ts'
import { findViolations } from './axe.ts'
import { type Page as BuiltPage, readPage } from './built-pages.ts'
import { figuresOf, readAccessibilityTree } from './heard.ts'
import { DESKTOP, openFileReader, PHONE } from './page-reader.ts'
import {
  findBlankFigures,
  findLameButtons,
  findSmallTexts,
  measurePageWidth,
  readControlTexts,
  readVisibleText,
} from './reading.ts'
import { listSamplePages } from './sample-pages.ts'
import { type Sight, sightsOf, templateOf } from './sights.ts'

const site = inject('site')
const sample = listSamplePages(site)
const { runInTab, visit } = openFileReader(site)
const NARROW = { width: BUDGETS.phoneWidthPixels, height: 780 }
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/*
 * What a reader with and without scripts, with a screen reader, and axe find on each page of the sample. A page is opened
 * once with scripts and once without, and all is asked of it then: to open it takes as long as most questions.
 */
describe.each(sample)('$address', (page) => {
  test('fits a narrow phone and a desktop, its charts can be read, and it has the same text without scripts', async () => {
    const { fits, ...scripted } = (await look(page)).read
    expect(fits).toEqual({ small: [], width: NARROW.width, desktop: DESKTOP.width })
    const { text, lame, blank } = await runInTab(page.address, lookWithoutScripts, {
      viewport: NARROW,
      javaScriptEnabled: false,
    })
    expect(text.length).toBeGreaterThan(10)
    // A script may add a control and its label, but nothing that is to be read.
    const lines = scripted.text.split('\n').filter((line) => line.length > 30 && !scripted.controls.includes(line))
    const lost = lines.filter((line) => !text.includes(line))
    expect({ lost, lame, blank }).toEqual({ lost: [], lame: [], blank: [] })
  })

  if (hasFigures(page))
    test('a screen reader hears each chart once', async () => {
      for (const { heard, figures } of (await look(page)).heard) {
        const named = heard.filter(({ role }) => role === 'figure').map(({ name }) => name)
        expect(named).toEqual(figures.map(({ heading }) => heading))
        const images = heard.filter(({ role }) => role === 'image')
        for (const { heading, sentence } of figures) {
          expect(images.filter((image) => image.name === heading && image.description === sentence)).not.toHaveLength(0)
          expect(heard.filter(({ name }) => name.includes(sentence))).toEqual([])
        }
        expect(images.filter(({ name }) => name !== '')).toHaveLength(figures.length)
      }
    })

  test('axe finds nothing', async () => {
    expect((await look(page)).violations).toEqual([])
  })
})

function hasFigures(page: BuiltPage): boolean {
  return readPage(page).includes('<figure')
}

/** What was seen of each page, or is being looked at. */
const looks = new Map<BuiltPage, ReturnType<typeof lookWithScripts>>()

function look(page: BuiltPage): ReturnType<typeof lookWithScripts> {
  const seen = looks.get(page) ?? lookWithScripts(page)
  looks.set(page, seen)
  return seen
}

function lookWithScripts(built: BuiltPage) {
  return runInTab(
    built.address,
    async (page) => {
      // The day of citing is the reader's: without a script its bracket is empty, as the test of figures' addresses holds.
      await page.evaluate(() => {
        for (const day of document.querySelectorAll('[data-today]')) day.replaceChildren()
      })
      const text = await readVisibleText(page)
      const controls = await readControlTexts(page)
      const phone = { small: await findSmallTexts(page), width: await measurePageWidth(page) }
      // Each window lays the page out again, so that all that is asked in one window is asked at once.
      const heard = hasFigures(built) ? [await hear(page, PHONE)] : []
      await page.setViewportSize(DESKTOP)
      const read = { text, controls, fits: { ...phone, desktop: await measurePageWidth(page) } }
      if (hasFigures(built)) heard.push(await hear(page, DESKTOP))
      // Last, since axe is shown a part of long tables only.
      return {
        read,
        heard,
        violations: await findViolations(page, sightsOf(built, sample).toSorted(compareWindows), TAGS),
      }
    },
    { viewport: NARROW },
  )
}

/** The window that is open comes first. */
function compareWindows(a: Sight, b: Sight): number {
  return b.viewport.width - a.viewport.width
}

async function lookWithoutScripts(page: Page) {
  return { text: await readVisibleText(page), lame: await findLameButtons(page), blank: await findBlankFigures(page) }
}

async function hear(page: Page, viewport: typeof PHONE) {
  await page.setViewportSize(viewport)
  return { heard: await readAccessibilityTree(page), figures: await figuresOf(page) }
}

describe('each template is seen at every pair of', () => {
  const seen = sample.flatMap((page) =>
    sightsOf(page, sample).map(({ viewport, colorScheme }) => ({ ...page, width: viewport.width, colorScheme })),
  )

  test.each([
    ['language and width', 'lang', 'width'],
    ['language and colours', 'lang', 'colorScheme'],
    ['width and colours', 'width', 'colorScheme'],
  ] as const)('%s', (_, text, other) => {
    for (const [template, all] of Map.groupBy(seen, templateOf)) {
      const pairs = new Set(all.map((sight) => `${sight[text]} ${sight[other]}`))
      const languages = new Set(all.map(({ lang }) => lang))
      expect(pairs.size, template).toBe(text === 'lang' ? 2 * languages.size : 4)
    }
  })

  test('width, each kind of page', () => {
    for (const [kind, all] of Map.groupBy(seen, (sight) => sight.kind)) {
      expect(new Set(all.map(({ width }) => width)).size, kind).toBe(2)
    }
  })
})

test('axe finds what is spoilt', async () => {
  const found = await runInTab('/404.html', async (tab) => {
    await tab.evaluate(() => {
      document.documentElement.removeAttribute('lang')
      const pale = document.createElement('p')
      pale.textContent = 'pale'
      pale.style.cssText = 'color: #ccc; background: #fff'
      document.querySelector('main')?.append(pale, document.createElement('img'))
    })
    return findViolations(tab, [{ viewport: DESKTOP, colorScheme: 'light' }], TAGS)
  })
  expect(found.map((text) => text.split(' ')[2])).toEqual(['color-contrast', 'html-has-lang', 'image-alt'])
})

test('signs that part the crumbs are not read out', async () => {
  const heard = await runInTab('/reports/2026-10/', readAccessibilityTree, { viewport: DESKTOP })
  expect(heard.filter(({ name }) => /[›>»]/.test(name))).toEqual([])
})

test('a missing page is reported, with a link onward', async () => {
  const { status, links } = await visit('/no/such/page/', async (page) => ({
    status: (await page.reload())?.status(),
    links: await page.locator('main a[href]').count(),
  }))
  expect(status).toBe(404)
  expect(links).toBeGreaterThan(0)
})
