import type { Page } from 'playwright'
import type { Page as BuiltPage } from '../../tests/browser/built-pages.ts'
import { NAME, readBrokenFile, sent } from '../../tests/browser/checker-month.ts'
import { listSamplePages } from '../../tests/browser/sample-pages.ts'
import type { Tab } from '../test/reader.ts'
import { answerOf, checkFileOn, readFilteredRows } from './act.ts'
import { compareLooks, compareTexts } from './compare-looks.ts'
import { BELOW_114, listUnexpected } from './expected-faults.ts'
import { type Look, lookAt, SCHEMES, type Scheme } from './look.ts'

/** One thing that two engines are to show alike. */
export interface Stop {
  name: string
  /** What differs in the other engine, and what goes wrong there, in sentences; [] where nothing. */
  compare(present: Tab, other: Tab): Promise<string[]>
}

const DESKTOP = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }
/** Where a narrow page is laid out otherwise than a wide page. */
const PHONE_KINDS = ['/', '/reports/MONTH/', '/permits/', '/methods/import/']

/**
 * A sample of each kind of page in both languages, then what a reader does: a search, the register's filter, files in
 * /check/. `schemesOf` may choose the colours in which a page is looked at.
 */
export function tourOf(
  site: string,
  schemesOf: (page: BuiltPage, sample: readonly BuiltPage[]) => readonly Scheme[] = () => SCHEMES,
): Stop[] {
  const sample = listSamplePages(site)
  return [
    ...sample.map((page) => lookStop(page, schemesOf(page, sample))),
    ...SEARCHES.map(searchStop),
    ...['/permits/', '/en/permits/'].map(filterStop),
    ...['/check/', '/en/check/'].flatMap((address) => [
      checkStop(address, { kind: 'clean', text: sent }),
      checkStop(address, { kind: 'stopped', text: readBrokenFile() }),
    ]),
  ]
}

/** A page is opened once, and its window is made narrow then: to open it takes longer than to look at it. */
function lookStop({ address, kind }: BuiltPage, schemes: readonly Scheme[]): Stop {
  const viewports = PHONE_KINDS.includes(kind) ? [DESKTOP, PHONE] : [DESKTOP]
  const look = async (page: Page) => {
    const looks: Look[] = []
    for (const viewport of viewports) {
      await page.setViewportSize(viewport)
      looks.push(await lookAt(page, schemes))
    }
    return looks
  }
  return {
    name: `${address} at ${viewports.map(({ width }) => width).join(' and ')} pixels has the same words and colours`,
    compare: async (present, other) => {
      const [wanted, found] = await runInBoth([present, other], { address, look })
      const different = viewports.flatMap(({ width }, at) => {
        const [inPresent, inOther] = [wanted[at], found[at]]
        if (inPresent === undefined || inOther === undefined) throw new Error(`${address} was not looked at`)
        return compareLooks(inPresent, inOther).map((finding) => `${width}: ${finding}`)
      })
      return [...different, ...listUnexpected(other.errors, BELOW_114)]
    },
  }
}

const SEARCHES = [
  { address: '/search/', query: '排污许可' },
  { address: '/en/search/', query: 'permit' },
]

function searchStop({ address, query }: (typeof SEARCHES)[number]): Stop {
  const asked = `${address}?q=${encodeURIComponent(query)}`
  return {
    name: `${address}?q=${query} gives the same results`,
    compare: async (present, other) => {
      const [wanted, found] = await runInBoth([present, other], { address: asked, look: answerOf })
      const empty = wanted.links.length > 3 ? [] : ['the present engine finds next to nothing']
      return [
        ...empty,
        ...compareTexts(wanted.status, found.status),
        ...compareTexts(wanted.links.join('\n'), found.links.join('\n')),
        ...listUnexpected(other.errors, BELOW_114),
      ]
    },
  }
}

function filterStop(address: string): Stop {
  return {
    name: `the filter of ${address} leaves the same rows`,
    compare: async (present, other) => {
      const [wanted, found] = await runInBoth([present, other], { address, look: readFilteredRows })
      const empty = wanted.rows.length > 1 ? [] : ['the present engine leaves next to nothing']
      return [
        ...empty,
        ...compareTexts([wanted.count, ...wanted.rows].join('\n'), [found.count, ...found.rows].join('\n')),
        ...listUnexpected(other.errors, BELOW_114),
      ]
    },
  }
}

function checkStop(address: string, file: { kind: string; text: string }): Stop {
  return {
    name: `${address} says the same of a ${file.kind === 'clean' ? 'clean' : 'broken'} file`,
    compare: async (present, other) => {
      const look = (page: Page) => checkFileOn(page, { name: NAME, text: file.text })
      const [wanted, found] = await runInBoth([present, other], { address, look })
      const misread = wanted.kind === file.kind ? [] : [`the present engine says ${wanted.kind}, not ${file.kind}`]
      const describeVerdict = (verdict: typeof wanted) => [verdict.kind, ...verdict.rules, verdict.words].join('\n')
      return [
        ...misread,
        ...compareTexts(describeVerdict(wanted), describeVerdict(found)),
        ...listUnexpected(other.errors, BELOW_114),
      ]
    },
  }
}

/** The same done in both engines at once. */
function runInBoth<T>(
  tabs: readonly [present: Tab, other: Tab],
  what: { address: string; look: (page: Page) => Promise<T> },
): Promise<[T, T]> {
  const runIn = async ({ page, goTo }: Tab) => {
    await page.setViewportSize(DESKTOP)
    await goTo(what.address)
    return what.look(page)
  }
  return Promise.all([runIn(tabs[0]), runIn(tabs[1])])
}
