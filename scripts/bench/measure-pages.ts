import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sum } from '../../src/text/sum.ts'
import { listBuiltPages, type Page, referencesOf } from '../../tests/browser/built-pages.ts'
import { BUDGETS } from '../../tests/budgets.ts'
import type { Progress } from '../command/progress-reporter.ts'
import { divide, type Spread, spreadOf } from './statistics.ts'

export interface PageBytes {
  /** By kind and language: `zh /reports/MONTH/`. Bytes are of gzip. */
  kinds: Record<string, KindBytes>
}

interface KindBytes {
  html: Spread
  /** Scripts of the heaviest page that load before the reader acts, in the page and beside it. */
  scriptBytesMax: number
  /** Of the heaviest page, against its budget; null where its kind has none. */
  htmlBudgetShare: number | null
  scriptBudgetShare: number | null
}

/** What a reader loads of each page of a built site. */
export async function measurePages(built: string, progress: Progress): Promise<PageBytes> {
  const pages = listBuiltPages(built)
  progress.setTotal(pages.length)
  const scripts = new Map<string, number>()
  const weighed: Weighed[] = []
  for (const page of pages) {
    progress.advance(page.address)
    const html = await readFile(page.file, 'utf8')
    let scriptBytes = sum(findInlineScripts(html).map((text) => gzipSync(text).length))
    for (const path of listScriptFiles(html)) {
      const known = scripts.get(path) ?? gzipSync(await readFile(join(built, path))).length
      scripts.set(path, known)
      scriptBytes += known
    }
    weighed.push({ page, htmlBytes: gzipSync(html).length, scriptBytes })
  }
  return { kinds: groupByKind(weighed) }
}

interface Weighed {
  page: Pick<Page, 'lang' | 'kind'>
  htmlBytes: number
  scriptBytes: number
}

/** The kind of page that the budget for HTML was made for. */
const REPORT = '/reports/MONTH/'

export function groupByKind(weighed: readonly Weighed[]): Record<string, KindBytes> {
  const groups = [...Map.groupBy(weighed, ({ page }) => `${page.lang} ${page.kind}`)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )
  return Object.fromEntries(
    groups.map(([name, own]) => {
      const html = spreadOf(own.map((weighed) => weighed.htmlBytes))
      const scriptBytesMax = Math.max(...own.map((weighed) => weighed.scriptBytes))
      const htmlBudgetShare = name.endsWith(` ${REPORT}`) ? divide(html.max, BUDGETS.reportHtmlBytesMax) : null
      return [
        name,
        { html, scriptBytesMax, htmlBudgetShare, scriptBudgetShare: divide(scriptBytesMax, BUDGETS.scriptBytesMax) },
      ]
    }),
  )
}

/** Texts of inline scripts; data in a script element is not a script. */
export function findInlineScripts(html: string): string[] {
  const found = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
  return found
    .filter(([, attributes = '']) => !/\ssrc=/.test(attributes) && !/type="application\//.test(attributes))
    .map(([, , text = '']) => text)
    .filter((text) => text !== '')
}

/** Paths of the script files that a page loads at once. */
export function listScriptFiles(html: string): string[] {
  const values = referencesOf(html).map((reference) => reference.value)
  return [...new Set(values.filter((value) => /^\/[^/].*\.m?js$/.test(value)))]
}
