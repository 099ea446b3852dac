import { expect, test } from 'vitest'
import { measureOf } from '../../src/compose/describe-figure.ts'
import { addressOf, type Rich, toPlainText } from '../../src/compose/rich.ts'
import type { Site } from '../../src/compose/site.ts'
import { findCell } from '../../src/measure/select.ts'
import { formatValue } from '../../src/text/format.ts'
import { describeMissing } from '../../src/text/status.ts'
import { buildCompareFrame, buildComparePage } from '../../src/views/compare/compare-page.ts'
import type { ComparedRow } from '../../src/views/compare/compared-row.ts'
import {
  type ComparedPair,
  comparePathOf,
  listMonthPairs,
  listPairs,
  listPairsOf,
  listPlacePairs,
} from '../../src/views/compare/compared-sides.ts'
import { buildSiteMap } from '../../src/views/sitemap.ts'
import { changeTable } from './changed.ts'
import { CITY } from './city.ts'

const [DISTRICTS] = listPlacePairs(CITY) as [ComparedPair]
const [JINZHONG, QIYUN] = ['990101', '990102']

function listRows(site: Site, pair: ComparedPair): ComparedRow[] {
  return buildComparePage(site, pair).sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows))
}

function findRow(site: Site, path: string, pair = DISTRICTS): ComparedRow {
  const row = listRows(site, pair).find((candidate) => candidate.path === `/glossary/#${path}`)
  if (!row) throw new Error(`${path} is not compared`)
  return row
}

function sayIn(row: ComparedRow): string {
  return `${toPlainText(row.say.zh)} ${toPlainText(row.say.en)}`
}

/** The satisfaction rate of the districts with these bounds: 锦中区, then 栖云区. */
function withBounds(jinzhong: readonly [number, number], qiyun: readonly [number, number]): Site {
  return changeTable(CITY, 'satisfaction/districts', (row) => {
    const bounds = { [JINZHONG]: jinzhong, [QIYUN]: qiyun }[row.key.place ?? '']
    if (!bounds) return row
    const [low, high] = bounds.map((value) => ({ value, status: 'final' as const }))
    return {
      ...row,
      cells: { ...row.cells, top2_low: low ?? row.cells.top2_low, top2_high: high },
    } as typeof row
  })
}

test('every two districts have one address, and every month one beside those before it', () => {
  expect(listPlacePairs(CITY).map(comparePathOf)).toEqual(['/compare/990101-vs-990102/'])
  expect(listMonthPairs(CITY).map(comparePathOf)).toContain('/compare/2026-10-vs-2026-09/')
  expect(listPairsOf(listPlacePairs(CITY), QIYUN).map(({ other, path }) => [other.id, path])).toEqual([
    [JINZHONG, '/compare/990101-vs-990102/'],
  ])
  const mapped = buildSiteMap(CITY).flatMap(({ pages }) => pages.map(({ path }) => path))
  expect(mapped).toEqual(expect.arrayContaining(listPairs(CITY).map(comparePathOf)))
  expect(buildCompareFrame(DISTRICTS).crumbs.map(({ path }) => path)).toEqual(['/compare/'])
})

test('two intervals that share a value are drawn and named, and the two are not ranked', () => {
  const overlapping = findRow(withBounds([80, 92], [74, 80]), 'satisfaction-top2_rate')
  expect(sayIn(overlapping)).toBe(
    '两者的95%区间有重叠，差别可能出于偶然，不排先后。 Their 95% intervals overlap: the difference may be chance, so the two are not ranked.',
  )
  expect(overlapping.values.map(({ small }) => small.at(-1)?.zh)).toEqual(['95%区间80%—92%', '95%区间74%—80%'])
  const [first, second] = overlapping.values.map(({ drawn }) => drawn)
  expect(first?.low).toBe(second?.high)
  expect(second?.low).toBeLessThan(second?.at ?? 0)

  const parted = findRow(withBounds([85, 92], [74, 80]), 'satisfaction-top2_rate')
  expect(sayIn(parted)).toBe('锦中区比栖云区高9.0个百分点。 Jinzhong District is 9.0 points above Qiyun District.')
})

test('another rate of the same replies is one of a sample too', () => {
  const row = findRow(CITY, 'satisfaction-top1_rate')
  expect(row.values.every(({ small }) => small.at(-1)?.zh.startsWith('95%区间'))).toBe(true)
  expect(sayIn(row)).toContain('不排先后')
})

test('a changed cell changes its number and the sentence', () => {
  const before = findRow(CITY, 'population-total')
  const changed = changeTable(CITY, 'population/ageing', (row) =>
    row.key.place === QIYUN ? { ...row, cells: { ...row.cells, total: { value: 62_400, status: 'final' } } } : row,
  )
  const after = findRow(changed, 'population-total')
  expect([sayIn(before), sayIn(after)]).toEqual([
    '锦中区比栖云区多89.3%。 89.3% more in Jinzhong District than in Qiyun District.',
    '锦中区比栖云区少50.0%。 50.0% fewer in Jinzhong District than in Qiyun District.',
  ])
  expect(toPlainText(after.values[1].say.zh)).toBe('62,400人')
})

test('what is hidden keeps its mark and is compared with nothing', () => {
  const hidden = changeTable(CITY, 'cases/flow', (row) =>
    row.key.place === QIYUN ? { ...row, cells: { ...row.cells, accepted: { value: null, status: 'withheld' } } } : row,
  )
  const row = findRow(hidden, 'cases-accepted')
  expect(toPlainText(row.values[1].say.zh)).toContain('[c]')
  expect(sayIn(row)).toBe(
    '栖云区没有公布的数，不作比较。 No value is published for Qiyun District, so the two are not compared.',
  )
})

test('every value is that of the cell that it names', () => {
  const numbers = listPairs(CITY).flatMap((pair) =>
    listRows(CITY, pair).flatMap(({ values }) => values.flatMap(({ say }) => say.en.filter(isCell))),
  )
  expect(numbers.length).toBeGreaterThan(100)
  for (const { cell, text } of numbers) {
    const { pick, period } = parse(cell)
    expect(addressOf(pick, period)).toBe(cell)
    const { value, status } = findCell(CITY.published, pick, period)
    const { unit, decimals = 0 } = measureOf(CITY, pick.dataset, pick.table, pick.measure)
    const printed =
      value === null ? describeMissing({ value, status }).en : formatValue({ value, status }, unit, decimals, 'en')
    expect(text, cell).toBe(printed)
  }
})

function isCell(part: Rich[number]): part is { text: string; role: 'now'; cell: string } {
  return typeof part !== 'string' && part.cell !== undefined
}

/** `cases/flow/2026-10?place=990101#accepted` */
function parse(cell: string) {
  const [, dataset = '', table = '', period = '', where = '', measure = ''] =
    /^(.+?)\/(.+?)\/(.+?)\?(.*)#(.+)$/.exec(cell) ?? []
  return { pick: { dataset, table, measure, where: Object.fromEntries(new URLSearchParams(where)) }, period }
}
