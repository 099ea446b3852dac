import { readFile, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { BUDGETS } from '../budgets.ts'
import { DESKTOP, openFileReader, PHONE } from './page-reader.ts'
import { listSamplePages } from './sample-pages.ts'
import { halfOf } from './sights.ts'

const site = inject('site')
const sample = listSamplePages(site)
const { openTab } = openFileReader(site)
/** A page in so many bytes at a time, as over a slow line. */
const PIECE_BYTES = 3_000
const PIECE_MILLISECONDS = 12

let server: Server | undefined
let origin = ''
let page: Page
const requests: string[] = []
const faults: string[] = []

beforeAll(async () => {
  const slow = createServer((request, response) => {
    sendSlowly(
      request.url ?? '/',
      (status, type) => response.writeHead(status, { 'content-type': type }),
      response,
    ).catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))))
  })
  server = slow
  await new Promise<void>((resolve) => slow.listen(0, 'localhost', resolve))
  const address = slow.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  origin = `http://localhost:${address.port}`
  page = (await openTab()).page
  // All that a page needs comes over the slow line, as on a first visit.
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  page.on('request', (request) => requests.push(request.url()))
  page.on('requestfailed', (request) => faults.push(`failed ${request.url()}`))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
})
afterAll(() => {
  server?.closeAllConnections()
  server?.close()
})

describe('while a page arrives bit by bit, before the reader acts', () => {
  test.each(sample)('$address hardly shifts, asks for little and has no fault', async (opened) => {
    for (const viewport of halfOf([PHONE, DESKTOP], opened, sample)) {
      requests.length = 0
      faults.length = 0
      await page.setViewportSize(viewport)
      await page.goto(`${origin}${opened.address}`, { waitUntil: 'networkidle' })
      // Who scrolls has acted.
      const unasked = [...requests]
      expect(await measureLayoutShift(page)).toBeLessThanOrEqual(BUDGETS.shiftMax)
      expect(faults).toEqual([])
      expect(unasked[0]).toBe(`${origin}${opened.address}`)
      expect(unasked.length).toBeLessThanOrEqual(BUDGETS.requestsMax)
    }
  })
})

/** The sum of layout shifts since the page began, the reader's scroll to its end included. */
function measureLayoutShift(page: Page): Promise<number> {
  return page.evaluate(async () => {
    window.scrollTo(0, document.documentElement.scrollHeight)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const entries = await new Promise<PerformanceEntryList>((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()))
      observer.observe({ type: 'layout-shift', buffered: true })
      // Nothing is reported where nothing moved.
      setTimeout(() => resolve(observer.takeRecords()), 150)
    })
    return entries.reduce(
      (sum, entry) => sum + ('value' in entry && typeof entry.value === 'number' ? entry.value : 0),
      0,
    )
  })
}

async function sendSlowly(
  url: string,
  writeHead: (status: number, type: string) => void,
  body: NodeJS.WritableStream,
): Promise<void> {
  const path = join(site, decodeURIComponent(new URL(url, 'http://localhost').pathname))
  const file = extname(path) === '' ? join(path, 'index.html') : path
  if (!(await stat(file).catch(() => null))?.isFile()) {
    writeHead(404, 'text/plain')
    body.end()
    return
  }
  const bytes = await readFile(file)
  writeHead(200, TYPES[extname(file)] ?? 'application/octet-stream')
  const size = extname(file) === '.html' ? PIECE_BYTES : bytes.length
  for (let start = 0; start < bytes.length; ) {
    const end = endOfTag(bytes, start + size)
    body.write(bytes.subarray(start, end))
    await pause(PIECE_MILLISECONDS)
    start = end
  }
  body.end()
}

/** A piece ends where a tag does: half a word that is made whole may have to go to the next line, on any page. */
function endOfTag(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(0x3e, from)
  return at === -1 ? bytes.length : at + 1
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}
