import { expect, test } from 'vitest'
import { type BenchReport, reportText } from '../../../scripts/bench/bench-report.ts'

const MACHINE = {
  ...{ date: '2026-11-30T20:00:00.000Z', processor: 'a processor', node: 'v24.21.0', cores: 2 },
  ...{ loadBefore: 0.42, loadAfter: 1.96 },
}

const REPORT: BenchReport = {
  machine: MACHINE,
  line: {
    files: 221,
    stopped: 0,
    bytes: 9_508_177,
    rows: 93_412,
    cpuSeconds: 8,
    rowsPerCpuSecond: 11_676.5,
    rooms: {
      read: { cpuSeconds: 1, share: 0.125 },
      check: { cpuSeconds: 5, share: 0.625 },
      protect: { cpuSeconds: 0.5, share: 0.0625 },
      tabulate: { cpuSeconds: 1.5, share: 0.1875 },
    },
  },
  build: {
    charts: {
      figures: 420,
      cpuSeconds: 1.64,
      kinds: {
        line: {
          figures: 230,
          medianMs: 1.23,
          gzipBytes: { count: 460, min: 623, median: 870, max: 1177 },
          budgetShare: 0.905,
        },
      },
    },
    chartShare: 0.205,
    sizes: [
      {
        pages: 909,
        renderCpuSeconds: 8,
        renderBytesMax: 652e6,
        pagesPerCpuSecond: 113.6,
        cpuSeconds: 11.2,
        wallSeconds: 11.5,
      },
    ],
    marginalMsPerPage: null,
  },
  search: {
    queries: 100,
    recallAt10: 0.995,
    mrr: 0.96,
    successAt3: 0.97,
    zeroResults: 0.01,
    byClass: { pinyin: { queries: 7, recallAt10: 0.8571, mrr: 0.8571, successAt3: 0.8571, zeroResults: 1 / 7 } },
    firstSearchBytes: { count: 11, min: 104_611, median: 139_047, max: 199_473 },
    index: { files: 937, bytes: 878_262 },
    missed: [
      {
        class: 'pinyin',
        lang: 'zh',
        query: 'banjielv',
        recall: 0,
        reciprocalRank: 0,
        relevant: ['/methods/'],
        first: [],
      },
      {
        class: 'exact',
        lang: 'zh',
        query: '下载',
        recall: 1,
        reciprocalRank: 0.5,
        relevant: ['/data/'],
        first: ['/about/', '/data/'],
      },
    ],
  },
  bytes: {
    kinds: {
      'en /': {
        html: { count: 1, min: 13_070, median: 13_070, max: 13_070 },
        scriptBytesMax: 439,
        htmlBudgetShare: null,
        scriptBudgetShare: 0.0439,
      },
      'zh /reports/MONTH/': {
        html: { count: 36, min: 8874, median: 10_404, max: 10_557 },
        scriptBytesMax: 439,
        htmlBudgetShare: 0.754,
        scriptBudgetShare: 0.0439,
      },
    },
  },
}

test('the whole report as it is printed', async () => {
  await expect(reportText(REPORT)).toMatchFileSnapshot('output/report.txt')
})

test('a part that was not measured is not printed', () => {
  expect(reportText({ machine: MACHINE })).toBe(
    '2026-11-30T20:00:00.000Z · a processor · Node v24.21.0 · 2 × CPU · load 0.4 → 2.0\n',
  )
})
