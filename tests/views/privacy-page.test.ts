import { expect, test } from 'vitest'
import { protectionOf } from '../../src/contracts/count-protection.ts'
import { isBase } from '../../src/tabulate/row-measures.ts'
import { buildPrivacyPage } from '../../src/views/privacy-page.ts'
import { CITY } from './city.ts'

const site = CITY
const page = buildPrivacyPage(site)

test('every table about people has its counts, and hides what its files hide', () => {
  const people = [...site.published.tables.values()].filter(({ contract }) => contract.class !== 'O')
  const lines = new Map(page.tables.map((line) => [line.title.zh, line]))
  expect([...lines.keys()].sort()).toEqual(people.map(({ spec }) => spec.title.zh).sort())
  expect(people.length).toBeGreaterThan(0)
  for (const table of people) {
    const bases = Object.keys(table.spec.measures).filter((id) => isBase(table.spec.measures[id]))
    const cells = table.periods.flatMap((period) =>
      table.readRows(period).flatMap((row) => bases.map((id) => row.cells[id])),
    )
    const hidden = cells.filter((cell) => cell?.status === 'withheld').length
    expect(Number(lines.get(table.spec.title.zh)?.counts.en.replaceAll(',', ''))).toBe(cells.length)
    expect(Number(lines.get(table.spec.title.zh)?.hidden.en.replaceAll(',', ''))).toBe(hidden)
  }
})

test('every dataset has its rule, and names the columns that never leave the check', () => {
  expect(page.datasets.map(({ title }) => title.zh)).toContain('回访满意度')
  const satisfaction = page.datasets.find(({ title }) => title.zh === '回访满意度')
  expect(satisfaction?.rule).toEqual({
    zh: '记的是人：少于5的隐去，其余取整到5；分母不到50的比率不公开',
    en: 'of people: counts below 5 hidden, others rounded to 5; no rate over fewer than 50',
  })
  for (const contract of site.published.contracts.values()) {
    const line = page.datasets.find(({ path }) => path === `/data/${contract.id}/`)
    for (const column of Object.values(contract.columns)) {
      const isInner = column.privacy === 'quasi' && protectionOf(contract) !== null
      const isLeft = column.privacy === 'personal' || column.privacy === 'free-text' || isInner
      expect(line?.left.zh.split('、').includes(column.names.zh), `${contract.id} ${column.names.zh}`).toBe(isLeft)
    }
  }
})
