import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Site } from '../../src/compose/site.ts'
import { openPortal, type Portal, problemsOfPortal } from '../../src/portal/portal.ts'
import { PortalError } from '../../src/portal/portal-error.ts'
import { hasErrors } from '../../src/problems/problem.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { PROJECT } from '../command/options.ts'
import { type Progress, runStage } from '../command/progress-reporter.ts'
import { InputError, UsageError } from '../command/run-command.ts'
import { openWholeSite } from '../line/open-whole-site.ts'
import { requirePublishedFolder } from '../line/published-folder.ts'
import { toInputError } from '../line/run-line-over.ts'
import { type BenchOptions, NAMED, PARTS } from './bench-options.ts'
import { type BenchReport, reportText } from './bench-report.ts'
import { type Machine, readMachine } from './machine.ts'
import { measureBeside } from './measure-beside.ts'
import { type BuildFigures, computeMarginalMs, measureBuild } from './measure-build.ts'
import { measureCharts } from './measure-charts.ts'
import { measureCheckPage } from './measure-check-page.ts'
import { measureFaults } from './measure-faults.ts'
import { measureFuzz } from './measure-fuzz.ts'
import { measureGate } from './measure-gate.ts'
import { measureLine } from './measure-line.ts'
import { measureOwnGate } from './measure-own-gate.ts'
import { measurePages } from './measure-pages.ts'
import { measureScan } from './measure-scan.ts'
import { measureSearch } from './measure-search.ts'
import { multiplyPublished } from './multiply-register.ts'
import { divide } from './statistics.ts'

type Part = (typeof NAMED)[number]

/** Measures the program over a portal and prints the figures; it sets no thresholds. */
export async function runBench(options: BenchOptions): Promise<void> {
  const parts = parseParts(options.only)
  const loadBefore = readLoad()
  const scratch = await mkdtemp(join(tmpdir(), 'mingge-bench-'))
  try {
    const date = new Date().toISOString()
    const machine = readMachine()
    const measured = await measure(parts, { ...options, scratch, machine })
    const report: BenchReport = { machine: { ...machine, date, loadBefore, loadAfter: readLoad() }, ...measured }
    process.stdout.write(options.format === 'json' ? `${JSON.stringify(report)}\n` : reportText(report))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

export function parseParts(only: string | undefined): Set<Part> {
  const names: readonly string[] = only === undefined ? PARTS : only.split(',').map((name) => name.trim())
  return new Set(
    names.map((name) => {
      const part = NAMED.find((part) => part === name)
      if (part) return part
      throw new UsageError({
        zh: `--only 不认识 ${name}，应为 ${NAMED.join(',')}。`,
        en: `--only takes ${NAMED.join(',')}, not ${name}.`,
      })
    }),
  )
}

/** Strings of which it is known what personal data they hold. */
const LABELLED = ['written.csv', 'strings.csv'].map((file) => join(PROJECT, 'tests/personal/labelled', file))

interface Order {
  data: string
  lang: Lang
  content: string
  /** A site that is built already. */
  out: string | undefined
  queries: string
  quick: boolean
  only: string | undefined
  scratch: string
  machine: Machine
}

async function measure(parts: ReadonlySet<Part>, order: Order): Promise<Omit<BenchReport, 'machine'>> {
  const report: Omit<BenchReport, 'machine'> = {}
  if (parts.has('scan'))
    report.scan = await runStage({ zh: '个人信息扫描', en: 'Scanner of personal data' }, () => measureScan(LABELLED))
  if (parts.has('gate'))
    report.gate = await runStage({ zh: '证明隐去的数', en: 'Proving hidden counts' }, async (progress) =>
      measureGate(progress, order.quick),
    )
  if (parts.has('gate'))
    report.ownGate = await runStage({ zh: '这些数据发布前', en: 'Before these data are published' }, async (progress) =>
      measureOwnGate(await openSoundPortal(order), progress),
    )
  if (parts.has('line'))
    report.line = await runStage({ zh: '数据线', en: 'The line' }, (progress) => measureLineOf(order, progress))
  if (parts.has('line') && order.only !== undefined) {
    report.beside = await runStage({ zh: '与DuckDB对比', en: 'Beside DuckDB' }, (progress) =>
      measureBeside({ ...order, ...(order.quick ? BESIDE_QUICK : BESIDE) }, progress),
    )
  }
  if (parts.has('fuzz'))
    report.fuzz = await runStage({ zh: '改动数据', en: 'Mutated rows' }, (progress) =>
      measureFuzz(progress, order.quick),
    )
  if (parts.has('faults'))
    report.faults = await runStage({ zh: '注入差错', en: 'Injected faults' }, (progress) => measureFaults(progress))
  if (!OF_SITE.some((part) => parts.has(part))) return report
  const site = await openPublishedSite(order)
  if (parts.has('build')) report.build = await measureBuilds(site, order)
  if (!OF_BUILT.some((part) => parts.has(part))) return report
  const built = await findOrBuildSite(order)
  if (parts.has('search')) {
    report.search = await runStage({ zh: '搜索', en: 'Search' }, (progress) =>
      measureSearch(built, { queries: order.queries, site }, progress),
    )
  }
  if (parts.has('bytes'))
    report.bytes = await runStage({ zh: '页面字节', en: 'Page bytes' }, (progress) => measurePages(built, progress))
  if (parts.has('page'))
    report.page = await runStage({ zh: '核对页', en: 'The page for checking' }, (progress) =>
      measureCheckPage(built, order, progress),
    )
  return report
}

/** Parts that look at a built site, and those that need the published data open. */
const OF_BUILT = ['search', 'bytes', 'page'] as const
const OF_SITE = ['build', ...OF_BUILT] as const

/** Months of cases of a large city, and of a small city. */
const YEAR = Array.from({ length: 12 }, (_, index) =>
  index < 2 ? `2025-${index + 11}` : `2026-${String(index - 1).padStart(2, '0')}`,
)
const BESIDE = { rows: 144_000, months: YEAR, runs: 3, isKept: true }
const BESIDE_QUICK = { rows: 20_000, months: YEAR.slice(-2), runs: 1, isKept: false }

/** A quick run takes the newest files of each dataset only. */
const FILES_QUICK = 3

async function measureLineOf(order: Order, progress: Progress) {
  return measureLine(await openSoundPortal(order), progress, order.quick ? FILES_QUICK : Number.POSITIVE_INFINITY)
}

async function openSoundPortal({ data, lang }: Order): Promise<Portal> {
  const portal = await openPortal(data)
  const problems = problemsOfPortal(portal)
  if (hasErrors(problems)) throw toInputError(new PortalError(problems), lang)
  return portal
}

async function openPublishedSite(order: Order): Promise<Site> {
  const published = join(order.data, 'published')
  requirePublishedFolder(published)
  return openWholeSite({ data: order.data, content: order.content, published }).catch((error: unknown) => {
    throw toInputError(error, order.lang)
  })
}

/** Sizes at which memory is looked at: the site of a district, and that of a large city. */
const PAGES = [500, 3000]

async function measureBuilds(site: Site, order: Order): Promise<NonNullable<BenchReport['build']>> {
  const charts = await runStage({ zh: '绘图', en: 'Drawing charts' }, (progress) => measureCharts(site, progress))
  const published = join(order.data, 'published')
  const own = await runMeasuredBuild(order, { published, out: buildOwnSite(order) })
  const sizes: BuildFigures[] = [own]
  for (const pages of order.quick ? [] : PAGES) {
    const folder = join(order.scratch, `published-${pages}`)
    const out = join(order.scratch, `site-${pages}`)
    if ((await multiplyPublished(site, published, { folder, pages, now: own.pages })) === null) break
    sizes.push(await runMeasuredBuild(order, { published: folder, out }, pages))
    await rm(out, { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
  }
  const [, small, large] = sizes
  return {
    charts,
    chartShare: divide(charts.cpuSeconds, own.renderCpuSeconds),
    sizes,
    marginalMsPerPage: small && large ? computeMarginalMs(small, large) : null,
  }
}

function runMeasuredBuild(
  { data, content, scratch }: Order,
  folders: { published: string; out: string },
  about?: number,
): Promise<BuildFigures> {
  const size = about === undefined ? { zh: '', en: '' } : { zh: `（约${about}页）`, en: ` about ${about} pages` }
  return runStage({ zh: `生成网站${size.zh}`, en: `Building${size.en}` }, async (progress) => {
    const made = await measureBuild({ data, content, ...folders }, scratch)
    progress.setResult({ zh: `${made.pages} 页`, en: `${made.pages} pages` })
    return made
  })
}

function buildOwnSite(order: Order): string {
  return join(order.scratch, 'site')
}

/** The site to look at: the site that was named, the site that the build part has left, or a site built now. */
async function findOrBuildSite(order: Order): Promise<string> {
  if (order.out !== undefined) {
    if (existsSync(join(order.out, 'index.html'))) return order.out
    throw new InputError({ zh: `${order.out} 中没有网站。`, en: `There is no site in ${order.out}.` })
  }
  const own = buildOwnSite(order)
  if (!existsSync(own)) await runMeasuredBuild(order, { published: join(order.data, 'published'), out: own })
  return own
}

function readLoad(): number {
  return loadavg()[0] ?? 0
}
