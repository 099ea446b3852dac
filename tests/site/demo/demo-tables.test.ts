import { expect, test } from 'vitest'
import type { DataTable } from '../../../src/charts/figure.ts'
import { buildAnnexTable } from '../../../src/subjects/cases/annex-table.ts'
import { buildReport, composeMonthNote, listMonthNotices, listReportMonths } from '../../../src/views/report-page.ts'
import { readCellText } from './cells.ts'
import { PAGES, SITE } from './pages.ts'

/** What the first column of a table names, and how its cells are addressed. */
const TABLES: Record<string, { table: string; column: string; list?: string }> = {
  'annex 地区': { table: 'cases/flow', column: 'place' },
  'cases 地区': { table: 'cases/flow', column: 'place' },
  'cases 层级': { table: 'cases/level', column: 'level', list: 'level' },
  'who 大类': { table: 'cases/class', column: 'major', list: 'major' },
  'permits 管理类别': { table: 'permits/flow', column: 'class', list: 'class' },
  'ageing 地区': { table: 'population/ageing', column: 'place' },
}

/** Columns of the annex that its heads give a formula for, or that are of other tables. */
const WORKED_OUT = new Set(['late', 'open', 'closed_rate', 'satisfied'])

test('every number of a table on a page is its cell', () => {
  const wrong: string[] = []
  let compared = 0
  for (const [path, page] of PAGES) {
    for (const section of page.sections) {
      for (const { caption, data } of section.tables ?? []) {
        for (const { address, value } of cellsOf(path, section.id, data)) {
          compared += 1
          const published = readCellText(address)
          if ((published === '' ? null : Number(published)) !== value) {
            wrong.push(`${path} ${caption.zh}: ${value}, but ${address} is ${published}`)
          }
        }
      }
    }
  }
  expect(wrong).toEqual([])
  expect(compared).toBeGreaterThan(3000)
})

test('what the annex of a bulletin works out follows the formula in its head, from cells of files', () => {
  let compared = 0
  for (const month of SITE.published.tables.get('cases/flow')?.periods ?? []) {
    const annex = buildAnnexTable(SITE, month)
    for (const [label, ...cells] of annex?.rows ?? []) {
      const place = findPlaceCode(typeof label === 'object' && 'zh' in label ? label.zh : '')
      const readNumber = (measure: string) => Number(readCellText(`cases/flow/${month}?place=${place}#${measure}`))
      const findValue = (id: string) => {
        const cell = cells[(annex?.columns.findIndex((column) => column.id === id) ?? 0) - 1]
        return typeof cell === 'object' && 'status' in cell ? cell.value : null
      }
      const [due, closed, onTime] = ['due', 'due_closed', 'closed_on_time'].map(readNumber)
      expect([month, place, findValue('late')]).toEqual([month, place, (closed ?? 0) - (onTime ?? 0)])
      expect([month, place, findValue('open')]).toEqual([month, place, (due ?? 0) - (closed ?? 0)])
      expect(findValue('closed_rate')).toBeCloseTo((100 * (closed ?? 0)) / (due ?? 0), 0)
      const satisfied = place === SITE.settings.city ? `ratings/${month}` : `districts/${findQuarter(month)}`
      const rate = readCellText(`satisfaction/${satisfied}?place=${place}#top2_rate`)
      // Before the first quarter of callbacks there is no column of them.
      if (annex?.columns.some(({ id }) => id === 'satisfied'))
        expect([month, place, findValue('satisfied')]).toEqual([month, place, rate === '' ? null : Number(rate)])
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(150)
})

test('a bulletin whose tables mark a number as revised says what was corrected', () => {
  const marked = listReportMonths(SITE).filter((month) =>
    buildReport(SITE, month).sections.some(({ tables = [] }) =>
      tables.some(({ data }) =>
        data.rows.flat().some((cell) => typeof cell === 'object' && 'status' in cell && cell.status === 'revised'),
      ),
    ),
  )
  expect(marked.length).toBeGreaterThan(0)
  expect(marked.filter((month) => listMonthNotices(SITE, month).length === 0)).toEqual([])
  // The notes count them, in words: none says that nothing was corrected.
  const silent = marked.filter((month) =>
    composeMonthNote(SITE, month, 'corrections', 'zh').some(
      (part) => typeof part === 'string' && part.includes('没有更正过'),
    ),
  )
  expect(silent).toEqual([])
})

/** The last quarter with callbacks of districts that had ended with a month: `2026-09` → `2026-Q3`. */
function findQuarter(month: string): string | undefined {
  const [year, number] = month.split('-').map(Number)
  const ended = Math.floor((number ?? 0) / 3)
  const last = ended === 0 ? `${(year ?? 0) - 1}-Q4` : `${year}-Q${ended}`
  return SITE.published.tables.get('satisfaction/districts')?.periods.findLast((quarter) => quarter <= last)
}

function cellsOf(path: string, section: string, data: DataTable): { address: string; value: number | null }[] {
  const [first, ...measures] = data.columns
  const at = TABLES[`${section} ${first?.label.zh}`]
  if (!at) throw new Error(`no trace for a table of ${section} by ${first?.label.zh}`)
  const period = /^\/reports\/(.+)\/$/.exec(path)?.[1] ?? SITE.published.tables.get(at.table)?.periods.at(-1)
  const place = /^\/places\/(\d+)\/$/.exec(path)?.[1] ?? SITE.settings.city
  return data.rows.flatMap(([label, ...cells]) => {
    const name = typeof label === 'object' && 'zh' in label ? label.zh : ''
    const code = at.list ? codeOf(at.table, at.list, name) : findPlaceCode(name)
    const where = at.list ? `place=${place}&${at.column}=${code}` : `place=${code}`
    return cells.flatMap((cell, index) =>
      typeof cell === 'object' && 'status' in cell && !WORKED_OUT.has(measures[index]?.id ?? '')
        ? [{ address: `${at.table}/${period}?${where}#${measures[index]?.id}`, value: cell.value }]
        : [],
    )
  })
}

function findPlaceCode(name: string): string {
  const found = SITE.places.find(name).filter((place) => place.to === null)
  if (found.length !== 1 || !found[0]) throw new Error(`${name} is the name of ${found.length} places`)
  return found[0].code
}

function codeOf(table: string, column: string, name: string): string {
  const type = SITE.published.tables.get(table)?.contract.columns[column]?.type
  const item = type?.kind === 'list' ? type.items.find((item) => item.zh === name) : undefined
  if (!item) throw new Error(`${table} has no ${name}`)
  return item.code
}
