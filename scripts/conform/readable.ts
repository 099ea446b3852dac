import { listSamplePages } from '../../tests/browser/sample-pages.ts'
import type { Tab } from '../test/reader.ts'
import { comparePaint, compareTexts } from './compare-looks.ts'
import { BELOW_97, listUnexpected } from './expected-faults.ts'
import { lookAt, type Painted } from './look.ts'
import type { Stop } from './tour.ts'

/*
 * What holds below the floor: a page may be plainer, but every word, number and chart is there, and what cannot work
 * says so and leads on.
 */

const DESKTOP = { width: 1280, height: 900 }

export function listReadableTour(site: string): Stop[] {
  // A feature that cannot work there is replaced by a message.
  const read = listSamplePages(site).filter(({ kind }) => kind !== '/check/')
  return [
    ...read.map(({ address }) => readStop(address)),
    ...['/search/?q=%E6%8E%92%E6%B1%A1', '/en/search/?q=permit'].map((address) =>
      createTooOldStop(address, 'sitemap/'),
    ),
    ...['/check/', '/en/check/'].map((address) => createTooOldStop(address, null)),
  ]
}

interface Reading {
  /** The words in sight but for those of pictures. */
  text: string
  charts: { name: string; isWhole: boolean }[]
}

function readStop(address: string): Stop {
  const read = async ({ page, goTo }: Tab) => {
    await page.setViewportSize(DESKTOP)
    await goTo(address)
    const look = await lookAt(page)
    return { look, ...readReading(await page.evaluate(readingOf)) }
  }
  return {
    name: `${address} can be read`,
    compare: async (present, old) => {
      const [wanted, found] = await Promise.all([read(present), read(old)])
      const lost = compareTexts(wanted.text, found.text).filter(
        (compareText) => !compareText.startsWith('text is added'),
      )
      const broken = found.charts.filter((chart) => !chart.isWhole).map(({ name }) => `chart ${name} lacks words`)
      const schemes = (['light', 'dark'] as const).flatMap((scheme) => {
        const marks = matchMarks(wanted.look[scheme], found.look[scheme])
        return comparePaint(scheme, ...marks)
      })
      return [...lost, ...broken, ...schemes, ...listUnexpected(old.errors, BELOW_97)]
    },
  }
}

/** Which of its two pictures a chart shows may differ, but what is shown in both is painted alike. */
function matchMarks(present: readonly Painted[], old: readonly Painted[]): [Painted[], Painted[]] {
  const isMark = (painted: Painted) => 'fill' in painted.paint
  const [here, there] = [present, old].map((all) => new Set(all.filter(isMark).map((painted) => painted.index)))
  const isInBoth = (painted: Painted) => here?.has(painted.index) === true && there?.has(painted.index) === true
  return [present.filter(isInBoth), old.filter(isInBoth)]
}

/** `way` is the end of an address that the page must lead to. */
function createTooOldStop(address: string, way: string | null): Stop {
  return {
    name: `${address} says that the browser is too old, and what to do instead`,
    compare: async (_present, { page, goTo, errors }) => {
      await page.setViewportSize(DESKTOP)
      await goTo(address)
      await page.waitForFunction(isWarned, way, { timeout: WARNED_WITHIN_MS })
      return listUnexpected(errors, BELOW_97)
    },
  }
}

/** Runs in the page. True once the words that a page of this site has for it are in sight, and the way on. */
function isWarned(way: string | null): boolean {
  const text = document.querySelector<HTMLElement>('main')?.innerText ?? ''
  const links = Array.from(document.querySelectorAll<HTMLElement>(`main a[href$="${way}"]`))
  const isLed = way === null || links.some((link) => link.getClientRects().length > 0)
  return isLed && /浏览器.*太旧|太旧.*浏览器|browser.*too old|too old.*browser/i.test(text)
}

/** Far beyond what a page needs to find out that it cannot work. */
const WARNED_WITHIN_MS = 60_000

/** What `readingOf` returns, which is written by us alone. */
function readReading(json: string): Reading {
  return JSON.parse(json) as Reading
}

/** Runs in the page; returns a `Reading` as JSON. */
function readingOf(): string {
  const svgs = Array.from(document.querySelectorAll<SVGSVGElement>('svg'))
  const charts = Array.from(document.querySelectorAll('.pic'), (pic) => {
    const shown = Array.from(pic.querySelectorAll('svg')).filter((svg) => svg.getClientRects().length > 0)
    const words = shown.map((svg) => Array.from(svg.querySelectorAll('text')))
    const isWhole = words.some((texts) => texts.length > 0 && texts.every((text) => text.getClientRects().length > 0))
    return { name: pic.closest('[id]')?.id ?? '', isWhole }
  })
  for (const svg of svgs) svg.style.display = 'none'
  const text = document.body.innerText
  for (const svg of svgs) svg.style.removeProperty('display')
  return JSON.stringify({ text, charts })
}
