import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import type { Site } from '../../src/compose/site.ts'
import { escapeXml } from '../../src/text/escape-xml.ts'
import { pluralise } from '../../src/text/plural.ts'
import { openTraditional } from '../../src/text/traditional.ts'
import { makeAddress } from '../../src/views/address.ts'
import { listNamesOfRecord } from '../../src/views/names-of-record.ts'
import { hasTraditional, traditionalPathOf } from '../../src/views/reading-version.ts'
import { runStage } from '../command/progress-reporter.ts'
import { convertPage } from './convert-page.ts'

/** Writes the Traditional Chinese version of the pages that are read, from the finished Chinese pages; none without `readingVersions`. */
export async function writeReadingVersion(site: Site, base: string, next: string): Promise<void> {
  if (site.settings.readingVersions === undefined) return
  await runStage({ zh: '转换繁体版', en: 'Converting to Traditional Chinese' }, async (progress) => {
    const pages = await readChinesePages(site, next)
    const { names, texts } = listNamesOfRecord(site)
    const shared = {
      base,
      isConverted: (path: string) => pages.has(path),
      // Pages hold texts as HTML does.
      convert: openTraditional([...names].map(escapeXml)),
      texts: new Set([...texts].map(escapeXml)),
    }
    const { url } = site.settings
    for (const [path, source] of pages) {
      const address = makeAddress(base, 'zh', traditionalPathOf(path))
      const own = url === undefined ? address : new URL(address, url).href
      const file = join(next, traditionalPathOf(path), 'index.html')
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, convertPage(source, { ...shared, path, address: own }))
    }
    progress.setResult({ zh: `${pages.size} 页`, en: pluralise(pages.size, 'page') })
  })
}

/** Sources of pages by path. A page that search engines are kept from, such as one that has moved, is not read. */
async function readChinesePages(site: Site, next: string): Promise<Map<string, string>> {
  const files = (await readdir(next, { recursive: true })).map((file) => `/${file.split(sep).join('/')}`)
  const paths = files.filter((file) => file.endsWith('/index.html')).map((file) => file.slice(0, -'index.html'.length))
  return new Map(
    paths
      .filter((path) => hasTraditional(site, path))
      .toSorted()
      .map((path): [string, string] => [path, readFileSync(join(next, path, 'index.html'), 'utf8')])
      .filter(([, source]) => !source.includes('<meta name="robots" content="noindex">')),
  )
}
