import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSite } from '../../src/compose/open-site.ts'
import type { Site } from '../../src/compose/site.ts'
import { describeClock, listDuties } from '../../src/views/duties-page.ts'
import { listPageFigures } from '../../src/views/page-figures.ts'
import { buildSystemPage, listSystemFamilies } from '../../src/views/systems-page.ts'

const ROOT = join(import.meta.dirname, '../..')
let site: Site

beforeAll(async () => {
  site = await openSite({
    data: join(ROOT, 'data'),
    published: join(ROOT, 'data/published'),
    content: join(ROOT, 'content'),
  })
})

function pageOf(id: string) {
  const system = site.systems?.systems.find((candidate) => candidate.id === id)
  if (!system) throw new Error(`no system ${id}`)
  return buildSystemPage(site, system)
}

describe('systems of the documents', () => {
  test('all 134 are there, each once, in a family', () => {
    const ids = listSystemFamilies(site).flatMap(({ systems }) => systems.map(({ system }) => system.id))
    expect(ids.toSorted()).toEqual(
      Array.from({ length: 134 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`).toSorted(),
    )
  })

  test('every figure of the ledger is on the page of its system', () => {
    const table = site.published.tables.get('ledger/figures')
    const rows = table?.readRows(table.periods.at(-1) ?? '') ?? []
    const shown = (site.systems?.systems ?? []).reduce((sum, { id }) => sum + (pageOf(id).stated?.rows.length ?? 0), 0)
    expect(rows.length).toBeGreaterThan(300)
    expect(shown).toBe(rows.length)
  })

  test('a system with data names its datasets and draws them; one without says nothing of the kind', () => {
    expect(pageOf('S16').datasets.map(({ id }) => id)).toEqual(['cases'])
    expect(pageOf('S16').figures.length).toBeGreaterThan(0)
    // Permits are on no front page; the figures of their topic replace them.
    expect(pageOf('S03').figures.length).toBeGreaterThan(0)
    expect(pageOf('S71')).toMatchObject({ datasets: [], figures: [] })
  })

  test('the pictures of a system can be downloaded from its page', () => {
    expect(listPageFigures(site).map(({ path }) => path)).toContain('/systems/S16/')
  })

  test('S41: 143 + 440 + 22 = 605, and 364 + 76 = 440', () => {
    const rows = pageOf('S41').stated?.rows ?? []
    const column = pageOf('S41').stated?.columns.findIndex(({ id }) => id === 'figure-as-printed') ?? -1
    const values = rows.map((row) => Number.parseInt((row[column] as { zh: string }).zh, 10))
    expect(values).toEqual(expect.arrayContaining([605, 143, 440, 364, 76]))
    expect(values).toContain(605 - 143 - 440)
    expect(364 + 76).toBe(values.find((value) => value === 440))
  })
})

describe('duties', () => {
  test('all 63 are there, with a system each and a clock in words', () => {
    const duties = listDuties(site)
    expect(duties.map(({ duty }) => duty.id)).toEqual(
      Array.from({ length: 63 }, (_, index) => `D${String(index + 1).padStart(2, '0')}`),
    )
    expect(duties.filter(({ systems }) => systems.length === 0)).toEqual([])
  })

  test('a clock names its day', () => {
    const clocks = new Map(listDuties(site).map(({ duty, clock }) => [duty.id, clock]))
    expect(clocks.get('D29')).toEqual({ zh: '每月，不晚于25日', en: 'monthly, by day 25 of the month' })
    expect(clocks.get('D32')?.zh).toBe('每季度，不晚于当季最后一个工作日')
    expect(clocks.get('D56')).toEqual({ zh: '每周，星期二', en: 'weekly, on Tuesday' })
    expect(clocks.get('D30')?.en).toBe('once, by 28 November')
  })

  test('two clocks that disagree are called so; two that go together are not', () => {
    const getDuty = (id: string) => listDuties(site).find((row) => row.duty.id === id)?.duty
    const [conflict, together] = [getDuty('D40'), getDuty('D38')]
    if (!conflict || !together) throw new Error('no such duty')
    expect(describeClock(conflict).zh).toBe('每两周或每季度（文献说法不一）')
    expect(describeClock(together).zh).toBe('每月和每季度')
  })
})
