import type { Page } from 'playwright'
import { NAME, readBrokenFile, sent } from '../../tests/browser/checker-month.ts'
import { listSamplePages } from '../../tests/browser/sample-pages.ts'
import type { Tab } from '../test/reader.ts'
import { answerOf, checkFileOn, readFilteredRows } from './act.ts'
import { compareLooks, compareTexts } from './compare-looks.ts'
import { lookAt } from './look.ts'

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

/** A sample of each kind of page in both languages, then what a reader does: a search, the register's filter, files in /check/. */
export function tourOf(site: string): Stop[] {
  const sample = listSamplePages(site)
  const onPhone = sample.filter(({ kind }) => PHONE_KINDS.includes(kind))
  return [
    ...sample.map((page) => lookStop(page, DESKTOP)),
    ...onPhone.map((page) => lookStop(page, PHONE)),
    ...SEARCHES.map(searchStop),
    ...['/permits/', '/en/permits/'].map(filterStop),
    ...['/check/', '/en/check/'].flatMap((address) => [
      checkStop(address, { kind: 'clean', text: sent }),
      checkStop(address, { kind: 'stopped', text: readBrokenFile() }),
    ]),
  ]
}

function lookStop({ address }: { address: string }, viewport: Size): Stop {
  return {
    name: `${address} at ${viewport.width} pixels has the same words and colours`,
    compare: async (present, other) => {
      const [wanted, found] = await runInBoth([present, other], { address, viewport, look: lookAt })
      return [...compareLooks(wanted, found), ...other.errors]
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
        ...other.errors,
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
        ...other.errors,
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
      return [...misread, ...compareTexts(describeVerdict(wanted), describeVerdict(found)), ...other.errors]
    },
  }
}

type Size = typeof DESKTOP

/** The same done in both engines at once. */
function runInBoth<T>(
  tabs: readonly [present: Tab, other: Tab],
  what: { address: string; viewport?: Size; look: (page: Page) => Promise<T> },
): Promise<[T, T]> {
  const runIn = async ({ page, goTo }: Tab) => {
    await page.setViewportSize(what.viewport ?? DESKTOP)
    await goTo(what.address)
    return what.look(page)
  }
  return Promise.all([runIn(tabs[0]), runIn(tabs[1])])
}
