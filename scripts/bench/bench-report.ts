import type { Means } from '../../src/search/evaluate.ts'
import type { LocalText } from '../../src/text/local-text.ts'
import type { FuzzFigures } from '../../tests/accept/mutated-files.ts'
import { BUDGETS } from '../../tests/budgets.ts'
import { toBilingual } from '../command/bilingual.ts'
import { buildBesideText } from './beside-lines.ts'
import { listCheckPageLines } from './check-page-lines.ts'
import { listFaultLines } from './fault-lines.ts'
import { formatFixed, formatMegabytes, formatRow } from './format-figures.ts'
import { listGateLines, listOwnGateLines } from './gate-lines.ts'
import type { Machine } from './machine.ts'
import type { Beside } from './measure-beside.ts'
import type { BuildFigures } from './measure-build.ts'
import type { ChartFigures } from './measure-charts.ts'
import type { CheckPageFigures } from './measure-check-page.ts'
import type { FaultFigures } from './measure-faults.ts'
import type { GateFigures } from './measure-gate.ts'
import type { LineFigures } from './measure-line.ts'
import { ROOMS } from './measure-line.ts'
import type { OwnGateFigures } from './measure-own-gate.ts'
import type { PageBytes } from './measure-pages.ts'
import type { ScanFigures } from './measure-scan.ts'
import type { SearchFigures } from './measure-search.ts'
import type { Spread } from './statistics.ts'

/** Everything that one run has measured; a part that was not asked for is left out. Also the JSON twin. */
export interface BenchReport {
  machine: Run
  scan?: ScanFigures
  gate?: GateFigures[]
  ownGate?: OwnGateFigures
  line?: LineFigures
  beside?: Beside[]
  fuzz?: FuzzFigures
  faults?: FaultFigures
  build?: {
    charts: ChartFigures
    /** CPU of drawing over CPU of rendering, the site as it is. */
    chartShare: number | null
    /** The site as it is, then, where the portal has a register to multiply, about 500 and 3,000 pages. */
    sizes: BuildFigures[]
    marginalMsPerPage: number | null
  }
  search?: SearchFigures
  bytes?: PageBytes
  page?: CheckPageFigures
}

/** When they were measured. Load is the mean number of running processes in the last minute. */
interface Run extends Machine {
  date: string
  loadBefore: number
  loadAfter: number
}

/** What `npm run bench` prints. */
export function reportText(report: BenchReport): string {
  const { node, cores, processor, date, loadBefore, loadAfter } = report.machine
  const { scan, gate, ownGate, line, beside, fuzz, faults, build, search, bytes, page } = report
  const parts = [
    [
      `${date} · ${processor} · Node ${node} · ${cores} × CPU · load ${formatFixed(loadBefore, 1)} → ${formatFixed(loadAfter, 1)}`,
    ],
    scan ? buildScanText(scan) : [],
    gate ? listGateLines(gate) : [],
    ownGate ? listOwnGateLines(ownGate) : [],
    line ? buildLineText(line) : [],
    beside ? buildBesideText(beside) : [],
    fuzz ? buildFuzzText(fuzz) : [],
    faults ? listFaultLines(faults) : [],
    build ? buildText(build) : [],
    search ? searchText(search) : [],
    bytes ? buildBytesText(bytes) : [],
    page ? listCheckPageLines(page) : [],
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function buildScanText({ strings, positive, sets, kinds }: ScanFigures): string[] {
  return [
    formatHeading({ zh: '个人信息扫描', en: 'Scanner of personal data' }),
    `  ${strings} strings, ${strings - positive} without personal data`,
    ...Object.entries(sets).map(([set, figures]) => formatRow(SET_NAMES[set] ?? set, recallAndPrecision(figures))),
    ...Object.entries(kinds).map(([kind, figures]) => formatRow(kind, recallAndPrecision(figures))),
  ]
}

const SET_NAMES: Record<string, string> = { written: 'by hand', tune: 'made, tuned', hold: 'made, held' }

function recallAndPrecision({ found, missed, wrong }: { found: number; missed: number; wrong: number }): string[] {
  const formatRatio = (of: number, whole: number) => (whole === 0 ? '–' : (of / whole).toFixed(3))
  return [
    `recall ${formatRatio(found, found + missed)}`,
    `precision ${formatRatio(found, found + wrong)}`,
    `n = ${found + missed}`,
  ]
}

function buildLineText(line: LineFigures): string[] {
  const rate = `${formatFixed(line.rowsPerCpuSecond, 0)} rows / CPU s`
  return [
    formatHeading({ zh: '数据线', en: 'The line' }),
    `  ${line.files} files, ${line.stopped} stopped, ${formatKilobytes(line.bytes)}, ${line.rows} rows, ${formatFixed(line.cpuSeconds, 2)} CPU s = ${rate}`,
    ...ROOMS.map((room) =>
      formatRow(room, [formatPercent(line.rooms[room].share), `${formatFixed(line.rooms[room].cpuSeconds, 2)} CPU s`]),
    ),
  ]
}

function buildFuzzText({ files, rows, accepted, rowsAccepted, doubted, differences }: FuzzFigures): string[] {
  return [
    formatHeading({ zh: '改动过的数据，两条路径对比', en: 'Mutated rows, both lines compared' }),
    `  ${rows} rows in ${files} files; ${formatPercent(accepted / files)} of the files accepted from bytes, with ${rowsAccepted} of the rows; ${doubted} rows checked one by one; ${differences.length} differences`,
    ...differences.map(
      ({ seed, difference }) => `  ✗ ${seed} ${difference.part}: ${difference.accepted} ≠ ${difference.checked}`,
    ),
  ]
}

function buildText({ charts, chartShare, sizes, marginalMsPerPage }: NonNullable<BenchReport['build']>): string[] {
  const [own] = sizes
  return [
    formatHeading({ zh: '生成网站', en: 'The build' }),
    ...sizes.map((size) =>
      formatRow(`${size.pages} pages`, [
        `${formatFixed(size.pagesPerCpuSecond, 0)} pages / CPU s`,
        `peak ${formatMegabytes(size.renderBytesMax)}`,
        `rendering ${formatFixed(size.renderCpuSeconds, 1)} CPU s`,
        `whole build ${formatFixed(size.cpuSeconds, 1)} CPU s, ${formatFixed(size.wallSeconds, 1)} s`,
      ]),
    ),
    formatRow('one more page', [`${formatFixed(marginalMsPerPage, 1)} CPU ms`]),
    formatRow('drawing charts', [
      `${formatPercent(chartShare)} of rendering ${own ? own.pages : 0} pages`,
      `${formatFixed(charts.cpuSeconds, 2)} CPU s`,
      `${charts.figures} figures`,
    ]),
    '  chart  figures  median ms  gzip bytes of one picture, min / median / max (× budget)',
    ...Object.entries(charts.kinds).map(([kind, figures]) =>
      formatRow(kind, [
        String(figures.figures),
        formatFixed(figures.medianMs, 1),
        `${spread(figures.gzipBytes)} (× ${formatFixed(figures.budgetShare, 2)})`,
      ]),
    ),
  ]
}

function searchText(search: SearchFigures): string[] {
  const classes = Object.entries(search.byClass)
  return [
    formatHeading({ zh: '搜索', en: 'Search' }),
    '  class  queries  recall@10  MRR  success@3  no result',
    searchRow('all', search),
    ...classes.map(([name, means]) => searchRow(name, means)),
    formatRow('first search', [`${spread(search.firstSearchBytes)} bytes by gzip, min / median / max`]),
    formatRow('index', [`${search.index.files} files`, formatKilobytes(search.index.bytes)]),
    ...search.missed.map(
      (missed) =>
        `  ${missed.recall < 1 ? '✗' : '·'} ${missed.class} ${missed.lang} ${missed.query}: ${missed.relevant.join(' & ')} ← ${missed.first.join(' ') || '–'}`,
    ),
  ]
}

function searchRow(name: string, means: Means): string {
  return formatRow(name, [
    String(means.queries),
    formatFixed(means.recallAt10, 3),
    formatFixed(means.mrr, 3),
    formatFixed(means.successAt3, 3),
    formatPercent(means.zeroResults),
  ])
}

function buildBytesText({ kinds }: PageBytes): string[] {
  const limits = `${BUDGETS.reportHtmlBytesMax} / ${BUDGETS.scriptBytesMax}`
  return [
    formatHeading({ zh: '页面字节', en: 'Page bytes' }),
    `  kind  pages  HTML by gzip, min / median / max  scripts  (× budget ${limits})`,
    ...Object.entries(kinds).map(([name, bytes]) =>
      formatRow(name, [
        String(bytes.html.count),
        spread(bytes.html) + (bytes.htmlBudgetShare === null ? '' : ` (× ${formatFixed(bytes.htmlBudgetShare, 2)})`),
        `${bytes.scriptBytesMax} (× ${formatFixed(bytes.scriptBudgetShare, 2)})`,
      ]),
    ),
  ]
}

function formatHeading(words: LocalText): string {
  return toBilingual(words)
}

function spread({ min, median, max }: Spread): string {
  return [min, median, max].map((value) => formatFixed(value, 0)).join(' / ')
}

function formatPercent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}%`
}

function formatKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`
}
