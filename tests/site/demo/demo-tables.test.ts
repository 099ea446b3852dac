import { expect, test } from 'vitest'
import type { DataTable } from '../../../src/charts/figure.ts'
import { readCellText } from './cells.ts'
import { PAGES, SITE } from './pages.ts'

/** What the first column of a table names, and how its cells are addressed. */
const TABLES: Record<string, { table: string; column: string; list?: string }> = {
  'cases 地区': { table: 'cases/flow', column: 'place' },
  'cases 层级': { table: 'cases/level', column: 'level', list: 'level' },
  'who 大类': { table: 'cases/class', column: 'major', list: 'major' },
  'permits 管理类别': { table: 'permits/flow', column: 'class', list: 'class' },
  'ageing 地区': { table: 'population/ageing', column: 'place' },
}

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
      typeof cell === 'object' && 'status' in cell
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
