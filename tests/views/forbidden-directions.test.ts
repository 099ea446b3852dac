import { describe, expect, test } from 'vitest'
import { toPlainText } from '../../src/compose/rich.ts'
import type { Report } from '../../src/compose/section.ts'
import type { Site } from '../../src/compose/site.ts'
import type { Cell } from '../../src/contracts/table.ts'
import { LANGS } from '../../src/text/local-text.ts'
import { buildComparePage } from '../../src/views/compare/compare-page.ts'
import { listPairs } from '../../src/views/compare/compared-sides.ts'
import { buildHome } from '../../src/views/home-page.ts'
import { buildPlaceReport } from '../../src/views/place-page.ts'
import { buildReport, listReportMonths } from '../../src/views/report-page.ts'
import { buildTopicReport } from '../../src/views/topic-page.ts'
import { changeTable } from './changed.ts'
import { CITY } from './city.ts'
import { printComparison } from './printed-comparison.ts'
import { printReport } from './printed-report.ts'

/** Words that call one value more or less than another. */
const DIRECTION =
  /最[高低多少大小长短快慢]|上升|下降|[高低多少]于|[升降]至|[升降]到|增加|减少|提高|比上[^，。]*[多少高低]|\b(?:highest|lowest|most|least|longest|shortest|largest|smallest|rose|fell|higher|lower|above|below|more|fewer|less|up|down|increased|decreased|peaked|busiest)\b/

/** Words that say that nothing is said, names of measures, and what most of the periods share. */
const PLAIN =
  /升降不作比较|to call a rise or a fall|文中说升降.*|Words such as rose, fell, highest and lowest are used only.*|多数(?:月份|季度|年份)为|in most (?:months|quarters|years)|(?:below|above) age|added to the table above|add up/g

/** Every composed text of every page of a city. */
function listTexts(site: Site): string[] {
  const reports: Report[] = [
    ...listReportMonths(site).map((month) => buildReport(site, month)),
    ...site.places.all.filter(({ to }) => to === null).map(({ code }) => buildPlaceReport(site, code)),
    ...site.topics.map((topic) => buildTopicReport(site, topic)),
  ]
  const home = buildHome(site)
  return [
    ...reports.flatMap((report) => printReport(report).split('\n')),
    ...LANGS.map((lang) => toPlainText(home.lead[lang])),
    ...home.figures.flatMap(({ title }) => [title.zh, title.en]),
    ...listPairs(site).flatMap((pair) => printComparison(buildComparePage(site, pair)).split('\n')),
  ]
}

function findCalled(site: Site): string[] {
  return listTexts(site).filter((text) => DIRECTION.test(text.replace(PLAIN, '')))
}

/** A number from 0 to 1 for each cell, always the same. */
function computeScatter(text: string): number {
  let hash = 7
  for (const char of text) hash = (hash * 31 + char.charCodeAt(0)) % 9973
  return hash / 9973
}

/** The city with every published value replaced; what the ledger only reports is left out. */
function fill(makeValue: (kind: 'count' | 'rate' | 'low' | 'high' | 'quantile', at: number) => number): Site {
  let site = CITY
  for (const [name, table] of CITY.published.tables) {
    if (name.startsWith('ledger/')) continue
    site = changeTable(site, name, (row) => {
      const cells: Record<string, Cell> = {}
      for (const [id, cell] of Object.entries(row.cells)) {
        const measure = table.spec.measures[id] ?? {}
        const at = computeScatter(`${name}${row.period}${Object.values(row.key).join()}${id}`)
        const kind = kindOf(measure)
        cells[id] = cell.value === null || kind === null ? cell : { value: makeValue(kind, at), status: 'final' }
      }
      return { ...row, cells }
    })
  }
  const tables = new Map([...site.published.tables].filter(([name]) => !name.startsWith('ledger/')))
  const contracts = new Map([...site.published.contracts].filter(([id]) => id !== 'ledger'))
  return { ...site, published: { ...site.published, tables, contracts } }
}

function kindOf(measure: object): 'count' | 'rate' | 'low' | 'high' | 'quantile' | null {
  if ('wilson' in measure) return (measure.wilson as { bound: 'low' | 'high' }).bound
  if ('rate' in measure || 'share' in measure) return 'rate'
  if ('quantile' in measure) return 'quantile'
  return 'take' in measure ? null : 'count'
}

describe('no page says higher or lower, rose or fell, most or least', () => {
  test('where every count is small, however far apart the values are', () => {
    const few = fill((kind, at) => {
      if (kind === 'count') return Math.floor(at * 7)
      return kind === 'low' ? at * 2 : at * 100
    })
    expect(findCalled(few)).toEqual([])
  })

  test('where every step is small, however many the cases are', () => {
    const level = fill((kind, at) => {
      const base = { count: 20_000, rate: 80, low: 78, high: 82, quantile: 20 }[kind]
      return kind === 'count' ? base + Math.floor(at * 150) : base + Math.floor(at * 9) / 10
    })
    expect(findCalled(level)).toEqual([])
  })

  test('and every kind of page does where values are many and far apart', () => {
    const clear = fill((kind, at) => {
      const base = { count: 500, rate: 0, low: 0, high: 0, quantile: 1 }[kind]
      return kind === 'count' ? base + Math.floor(at * 9000) : base + Math.floor(at * 100)
    })
    expect(findCalled(clear).length).toBeGreaterThan(40)
  })
})
