import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import type { Site } from '../../src/compose/site.ts'
import { askInBrowser } from '../../src/search/ask.ts'
import { evaluate, openQueries, type Permit, type Quality, type Query } from '../../src/search/evaluate.ts'
import { sum } from '../../src/text/sum.ts'
import { listPermits } from '../../src/views/permit-page.ts'
import { filesOf } from '../../tests/browser/built-pages.ts'
import type { Progress } from '../command/progress-reporter.ts'
import { InputError } from '../command/run-command.ts'
import { serveFolder } from '../serve.ts'
import { findChromium, launchChromium } from '../test/launch-chromium.ts'
import { type Spread, spreadOf } from './statistics.ts'

export interface SearchFigures extends Omit<Quality, 'scores'> {
  /** Bytes that a reader without any cache fetches for the first search, by gzip as served; one query of each class. */
  firstSearchBytes: Spread
  index: { files: number; bytes: number }
  /** Queries that miss a relevant page among the first ten, or whose first relevant page is not the first result. */
  missed: Missed[]
}

interface Missed {
  class: string
  lang: Query['lang']
  query: string
  recall: number
  reciprocalRank: number
  relevant: string[]
  first: string[]
}

/** Asks every query of a set in Chromium, as a reader would. */
export async function measureSearch(
  built: string,
  asked: { queries: string; site: Site },
  progress: Progress,
): Promise<SearchFigures> {
  const queries = openQueries(await textOf(asked.queries), chooseSubjects(asked.site))
  const classes = [...Map.groupBy(queries, (query) => query.class).values()].flatMap((all) => all.slice(0, 1))
  progress.setTotal(queries.length + classes.length)
  const served = await serveFolder(built)
  const browser = await launchChromium(await findChromium())
  try {
    const page = await browser.newPage()
    const quality = await evaluate(queries, (query) => {
      progress.advance(query.query)
      return askInBrowser(page, served.url, query)
    })
    const bytes: number[] = []
    for (const query of classes) {
      progress.advance(query.query)
      bytes.push(await measureFirstSearchBytes(browser, served.url, query))
    }
    const index = filesOf(built).filter((file) => file.startsWith('pagefind/'))
    const sizes = await Promise.all(index.map(async (file) => (await stat(join(built, file))).size))
    const { scores, ...means } = quality
    return {
      ...means,
      firstSearchBytes: spreadOf(bytes),
      index: { files: index.length, bytes: sum(sizes) },
      missed: scores.filter((score) => score.recall < 1 || score.reciprocalRank < 1).map(listMissed),
    }
  } finally {
    await browser.close()
    await served.close()
  }
}

function listMissed({ query, recall, reciprocalRank, paths }: Quality['scores'][number]): Missed {
  return {
    class: query.class,
    lang: query.lang,
    query: query.query,
    recall,
    reciprocalRank,
    relevant: query.relevant,
    first: paths.slice(0, 3),
  }
}

/** Everything below `pagefind/` that a browser without a cache fetches before the first answer is shown. */
async function measureFirstSearchBytes(browser: Browser, url: string, query: Query): Promise<number> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => {
      if (!request.url().includes('/pagefind/')) return
      sizes.push(request.sizes().then((size) => size.responseBodySize))
    })
    await askInBrowser(page, url, query)
    // Requests of workers and modules are reported a moment after their answer is shown.
    await page.waitForLoadState('networkidle')
    return sum(await Promise.all(sizes))
  } finally {
    await context.close()
  }
}

/** Two permits that the queries ask for: a third and two thirds down the register, of holders with one permit. */
function chooseSubjects(site: Site): { permit: Permit; permit2: Permit } {
  const byHolder = Map.groupBy(listPermits(site), (permit) => permit.holder)
  const single = [...byHolder.values()].flatMap((all) => (all.length === 1 ? all : []))
  const [permit, permit2] = [single[Math.floor(single.length / 3)], single[Math.floor((2 * single.length) / 3)]]
  if (!permit || !permit2 || permit === permit2) {
    throw new InputError({
      zh: '搜索评测要用排污许可登记簿中的两家单位，这个网站没有；请用 --only 略去 search。',
      en: 'The queries ask for two permits of the register, which this portal lacks; leave search out with --only.',
    })
  }
  return { permit, permit2 }
}

async function textOf(file: string): Promise<string> {
  if (existsSync(file)) return readFile(file, 'utf8')
  throw new InputError({ zh: `没有搜索评测用的查询文件 ${file}。`, en: `There is no file of queries ${file}.` })
}
