import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Page as BuiltPage } from '../../tests/browser/built-pages.ts'
import { listSamplePages } from '../../tests/browser/sample-pages.ts'
import { serveFolder } from '../serve.ts'
import { findInstalledChromium } from '../test/launch-chromium.ts'
import { openReader, type Tab } from '../test/reader.ts'
import { checkNamings, namingsOf, readNamings } from './accessible-names.ts'
import { compareLooks } from './compare-looks.ts'
import type { ConformCheck, ConformContext, ConformResult } from './conform-check.ts'
import { type FirefoxSession, openSession, SIZE } from './firefox-session.ts'
import { findingsOf, groupFindings } from './grouped.ts'
import { describeRead, type Look, listPaintedElements, lookAt, readPainted, readWordsInSight } from './look.ts'
import { startFirefox } from './marionette.ts'
import { hasMuchToPrint } from './paper.ts'
import { readPdf } from './pdf-pieces.ts'
import { findLostInPrint, readWanted, readWantedInPrint } from './printed-pages.ts'

export const FIREFOX_CHECK: ConformCheck = {
  name: 'firefox',
  about: {
    zh: 'Firefox 的文字、颜色与 Chromium 一致，打印完整，图和表各有一个名称',
    en: 'Firefox shows the words and colours of Chromium, prints all, and names each chart and table once',
  },
  run: lookWithFirefox,
}

async function lookWithFirefox(context: ConformContext): Promise<ConformResult> {
  const reportLacking = (lacks: string): ConformResult => ({ kind: 'lacking', program: 'Firefox', lacks })
  const program = findFirefox()
  if (program === null) return reportLacking('本机没有 Firefox No Firefox is on PATH; FIREFOX_PATH may name one')
  const chromium = await findInstalledChromium()
  if (chromium === null) return reportLacking('没有可以对照的 Chromium There is no Chromium to compare with')
  const started = await startFirefox(program).catch((error: unknown) => String(error))
  if (typeof started === 'string') return reportLacking(`${program} 无法启动 does not start: ${started}`)
  try {
    const reader = await openReader(chromium, context.site)
    try {
      const firefox = await openSession(started)
      const findings = await tourInFirefox(firefox, await reader.openTab(), context)
      return { kind: 'ran', program: 'Firefox', version: firefox.version, findings }
    } finally {
      await reader.close()
    }
  } finally {
    await started.close()
  }
}

function findFirefox(): string | null {
  const given = process.env['FIREFOX_PATH']
  if (given) return given
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const places = ['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...places, '/Applications/Firefox.app/Contents/MacOS/firefox'].find((path) => existsSync(path)) ?? null
}

/** Each kind of page: what is seen in both schemes, what is printed, and what a screen reader is given as names. */
async function tourInFirefox(
  firefox: FirefoxSession,
  chromium: Tab,
  { site, report }: ConformContext,
): Promise<string[]> {
  const served = await serveFolder(site)
  try {
    const found: { where: string; findings: string[] }[] = []
    for (const page of listSamplePages(site)) {
      const where = page.address
      report(where)
      const url = `${served.url.replace(/\/$/, '')}${page.address}`
      found.push({ where, findings: await findingsOf(comparePage({ firefox, chromium, url }, page)) })
    }
    return groupFindings(found)
  } finally {
    await served.close()
  }
}

interface Place {
  firefox: FirefoxSession
  chromium: Tab
  url: string
}

async function comparePage({ firefox, chromium, url }: Place, page: BuiltPage): Promise<string[]> {
  await firefox.goTo(url)
  await chromium.page.setViewportSize(SIZE)
  await chromium.goTo(page.address)
  const [wanted, found] = await Promise.all([lookAt(chromium.page), lookIn(firefox)])
  const printed = hasMuchToPrint(page) ? await printFaults(firefox) : []
  const names = checkNamings(readNamings(await firefox.evaluate(namingsOf)), await firefox.readLabels())
  return [...compareLooks(wanted, found), ...printed, ...names, ...(await firefox.readFaults())]
}

async function lookIn(firefox: FirefoxSession): Promise<Look> {
  await firefox.setScheme('light')
  const light = readPainted(await firefox.evaluate(listPaintedElements))
  await firefox.setScheme('dark')
  const dark = readPainted(await firefox.evaluate(listPaintedElements))
  return { ...describeRead(await firefox.evaluate(readWordsInSight)), light, dark }
}

async function printFaults(firefox: FirefoxSession): Promise<string[]> {
  await firefox.setScheme('light')
  const wanted = readWanted(await firefox.evaluate(readWantedInPrint))
  return findLostInPrint(wanted, await readPdf(await firefox.print())).map((text) => `printed: ${text}`)
}
