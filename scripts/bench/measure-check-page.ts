import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright'
import { toBilingual } from '../command/bilingual.ts'
import type { Progress } from '../command/progress-reporter.ts'
import { findChromium } from '../test/launch-chromium.ts'
import { openReader, type Reader } from '../test/reader.ts'
import { writeLargeExport } from './large-export.ts'
import { type Spread, spreadOf } from './statistics.ts'

/** What a clerk waits for on /check/, in one Chromium. */
export interface CheckPageFigures {
  chromium: string
  rows: number
  bytes: number
  /** From the moment a large file is put in until its result is drawn: wall time, and CPU of all processes of Chromium. */
  wallSeconds: Spread
  cpuSeconds: Spread
  /** What the page says of the rows, by which one sees that they were checked. */
  said: string
  /** Until the first paint over a slow line, in milliseconds. */
  firstPaintMs: Spread
}

const ROWS = 200_000
const ROWS_QUICK = 20_000
const RUNS = 5
const MONTH = '2026-10'

/** Puts a month of cases into the page of a built site, and opens the page over a slow line. */
export async function measureCheckPage(
  built: string,
  { data, scratch, quick }: { data: string; scratch: string; quick: boolean },
  progress: Progress,
): Promise<CheckPageFigures> {
  const rows = quick ? ROWS_QUICK : ROWS
  const folder = join(scratch, 'check-page')
  await writeLargeExport(folder, data, { rows, months: [MONTH], encoding: 'utf-8' })
  const file = join(folder, 'raw', 'cases', `${MONTH}.csv`)
  const reader = await openReader(await findChromium(), built)
  try {
    const checks: Checked[] = []
    const paints: number[] = []
    for (let run = 0; run < (quick ? 1 : RUNS); run += 1) {
      progress.advance(toBilingual({ zh: `第${run + 1}次`, en: `run ${run + 1}` }))
      checks.push(await reader.visit('/check/', (page) => checkFile(page, file)))
      paints.push(await measureFirstPaint(reader))
    }
    return {
      chromium: reader.version,
      rows,
      bytes: (await stat(file)).size,
      wallSeconds: spreadOf(checks.map(({ wallSeconds }) => wallSeconds)),
      cpuSeconds: spreadOf(checks.map(({ cpuSeconds }) => cpuSeconds)),
      said: checks.at(-1)?.said ?? '',
      firstPaintMs: spreadOf(paints),
    }
  } finally {
    await reader.close()
  }
}

interface Checked {
  wallSeconds: number
  cpuSeconds: number
  said: string
}

async function checkFile(page: Page, file: string): Promise<Checked> {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (!session) throw new Error('bench: the page has no browser')
  await page.waitForFunction(() => document.querySelector('#tray input:enabled') !== null)
  const cpuBefore = await readCpuSeconds(session)
  const drawn = page.evaluate(watchCheck)
  await page.setInputFiles('#tray input', file)
  const wallMs = await drawn
  const cpuAfter = await readCpuSeconds(session)
  const said = await page.locator('.rows-read').textContent()
  return { wallSeconds: wallMs / 1000, cpuSeconds: cpuAfter - cpuBefore, said: said ?? '' }
}

/** In the page: milliseconds from the file's being put in until its result is there. */
function watchCheck(): Promise<number> {
  return new Promise((resolve) => {
    let begun = 0
    document.querySelector('#tray input')?.addEventListener('change', () => {
      begun = performance.now()
    })
    const observer = new MutationObserver(() => {
      if (document.querySelector('.sheet') === null) return
      observer.disconnect()
      resolve(performance.now() - begun)
    })
    observer.observe(document.body, { subtree: true, childList: true })
  })
}

async function readCpuSeconds(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

/** Lighthouse's slow 4G, as its delays are applied to each request: 150 ms, 1.6 Mbit/s and a quarter of the processor. */
const SLOW_LINE = { latency: 562.5, downloadThroughput: 1_474_560 / 8, uploadThroughput: 675_000 / 8, offline: false }
const CPU_SLOWED = 4
const PHONE = { width: 390, height: 844 }

async function measureFirstPaint(reader: Reader): Promise<number> {
  const tab = await reader.openTab({ viewport: PHONE })
  try {
    const session = await tab.page.context().newCDPSession(tab.page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', SLOW_LINE)
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWED })
    await tab.goTo('/check/')
    return await tab.page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)
  } finally {
    await tab.close()
  }
}
