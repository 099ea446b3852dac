import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildFigures, computeMarginalMs } from '../../../scripts/bench/measure-build.ts'
import { groupByKind as chartsByKind } from '../../../scripts/bench/measure-charts.ts'
import { computeLineFigures } from '../../../scripts/bench/measure-line.ts'
import { findInlineScripts, listScriptFiles, groupByKind as pagesByKind } from '../../../scripts/bench/measure-pages.ts'
import { multiplyRows } from '../../../scripts/bench/multiply-register.ts'
import { parseParts } from '../../../scripts/bench/run-bench.ts'

test('rows for the CPU time of all rooms, and the share of each', () => {
  const cpu = { read: 1, check: 2, protect: 0, tabulate: 1 }
  expect(computeLineFigures({ files: 3, stopped: 1, bytes: 900, rows: 100, cpu })).toEqual({
    files: 3,
    stopped: 1,
    bytes: 900,
    rows: 100,
    cpuSeconds: 4,
    rowsPerCpuSecond: 25,
    rooms: {
      read: { cpuSeconds: 1, share: 0.25 },
      check: { cpuSeconds: 2, share: 0.5 },
      protect: { cpuSeconds: 0, share: 0 },
      tabulate: { cpuSeconds: 1, share: 0.25 },
    },
  })
})

const USED = [
  { program: 'astro.mjs', cpuSeconds: 4, kilobytesMax: 500_000 },
  { program: 'build.ts', cpuSeconds: 2, kilobytesMax: 900_000 },
]

test('pages for the CPU time of the process that renders them, and its memory', () => {
  expect(buildFigures(USED, 800, 7)).toEqual({
    pages: 800,
    renderCpuSeconds: 4,
    renderBytesMax: 512_000_000,
    pagesPerCpuSecond: 200,
    cpuSeconds: 6,
    wallSeconds: 7,
  })
  expect(() => buildFigures([], 800, 7)).toThrow('did not report')
})

test('what one more page takes is free of the start', () => {
  const small = buildFigures([{ program: 'astro.mjs', cpuSeconds: 3, kilobytesMax: 1 }], 500, 1)
  const large = buildFigures([{ program: 'astro.mjs', cpuSeconds: 8, kilobytesMax: 1 }], 3000, 1)
  expect(computeMarginalMs(small, large)).toBe(2)
  expect(computeMarginalMs(small, small)).toBeNull()
})

test('charts by kind: every picture is weighed, the largest against the budget', () => {
  const [short, long] = ['<svg/>', '<svg>一二三</svg>'].map((svg) => gzipSync(svg).length)
  const kinds = chartsByKind([
    { kind: 'line', ms: 3, pictures: ['<svg/>', '<svg>一二三</svg>'] },
    { kind: 'heat', ms: 9, pictures: ['<svg/>'] },
    { kind: 'line', ms: 1, pictures: ['<svg/>', '<svg/>'] },
  ])
  expect(Object.keys(kinds)).toEqual(['heat', 'line'])
  expect(kinds['line']).toMatchObject({ figures: 2, medianMs: 2, gzipBytes: { count: 4, min: short, max: long } })
  expect(kinds['line']?.budgetShare).toBeCloseTo((long ?? 0) / 1300)
})

test('pages by kind and language: the heaviest counts, and only bulletins have a budget for HTML', () => {
  const report = { lang: 'zh', kind: '/reports/MONTH/' } as const
  const kinds = pagesByKind([
    { page: report, htmlBytes: 7000, scriptBytes: 500 },
    { page: report, htmlBytes: 10_500, scriptBytes: 400 },
    { page: { lang: 'en', kind: '/' }, htmlBytes: 9000, scriptBytes: 0 },
  ])
  expect(kinds).toEqual({
    'en /': {
      html: { count: 1, min: 9000, median: 9000, max: 9000 },
      scriptBytesMax: 0,
      htmlBudgetShare: null,
      scriptBudgetShare: 0,
    },
    'zh /reports/MONTH/': {
      html: { count: 2, min: 7000, median: 8750, max: 10_500 },
      scriptBytesMax: 500,
      htmlBudgetShare: 0.75,
      scriptBudgetShare: 0.05,
    },
  })
})

test('scripts of a page: those that run, in it and beside it; data is none', () => {
  const html = `<link rel="modulepreload" href="/_astro/a.js"><script type="module" src="/_astro/a.js"></script>
<script type="application/json">{"a": 1}</script><script type="module">start()</script>
<script src="/b.mjs"></script><a href="https://example.org/c.js">c</a>`
  expect(findInlineScripts(html)).toEqual(['start()'])
  expect(listScriptFiles(html)).toEqual(['/_astro/a.js', '/b.mjs'])
})

test('a register is repeated until it is long enough, no number twice', () => {
  const makeRow = (number: string) => ({ key: { number }, text: { holder: number }, cells: {} })
  expect(
    multiplyRows([makeRow('a'), makeRow('b')], 5).map((row) => `${row.key['number']} ${row.text['holder']}`),
  ).toEqual(['a a', 'b b', 'a-1 a', 'b-1 b', 'a-2 a'])
  expect(multiplyRows([makeRow('a'), makeRow('b')], 1)).toEqual([makeRow('a')])
  expect(multiplyRows([], 3)).toEqual([])
})

test('--only names parts; all without it', () => {
  expect([...parseParts(undefined)]).toEqual(['scan', 'gate', 'line', 'faults', 'build', 'search', 'bytes'])
  expect([...parseParts('bytes, line')]).toEqual(['bytes', 'line'])
  expect([...parseParts('fuzz')]).toEqual(['fuzz'])
  expect(() => parseParts('line,sites')).toThrow(
    '--only takes scan,gate,line,faults,build,search,bytes,fuzz,page, not sites.',
  )
})
