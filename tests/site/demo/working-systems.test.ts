import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listDuties } from '../../../src/views/duties-page.ts'
import { buildSystemPage } from '../../../src/views/systems-page.ts'
import { SITE } from './pages.ts'

/** Rows of the file as it was handed in: duty, place, section, cycle, day. */
const ENTRIES = readFileSync('data/raw/deadlines/2026-10.csv', 'utf8')
  .trim()
  .split('\r\n')
  .slice(1)
  .map((line) => line.split(',').slice(1))

function requireRecord(id: string) {
  const record = listDuties(SITE).find(({ duty }) => duty.id === id)?.record
  if (!record) throw new Error(`${id} has no record`)
  return record
}

/** Texts of the cells of a duty on its page, by office. */
function listCells(id: string): { office: string; cells: { cycle: string; text: string }[] }[] {
  return requireRecord(id).tables.flatMap(({ data }) =>
    data.rows.map(([office, ...cells]) => ({
      office: (office as { zh: string }).zh,
      cells: cells.map((cell, index) => ({
        cycle: data.columns[index + 1]?.id ?? '',
        text: typeof cell === 'string' ? cell : (cell as { zh: string }).zh,
      })),
    })),
  )
}

test('S08: a report after day 25 is late by its days, a month without one is 未报, each section by itself', () => {
  const lines = listCells('D29')
  expect(lines).toHaveLength(5)
  const texts = lines.flatMap(({ office, cells }) => cells.map(({ cycle, text }) => ({ office, cycle, text })))
  for (const { office, cycle, text } of texts) {
    const entry = ENTRIES.find(
      ([duty, place, section, of]) => duty === 'D29' && `${place} ${section}` === office && of === cycle,
    )
    const date = Number(entry?.[4]?.slice(8))
    if (!entry) expect(text).toMatch(/^未报，已逾期\d+天$/)
    else if (entry[4]?.startsWith(cycle) && date <= 25) expect(text).toBe('按时')
    else expect(text).toMatch(/^迟报\d+天$/)
    if (entry?.[4]?.startsWith(cycle) && date > 25) expect(text).toBe(`迟报${date - 25}天`)
  }
  // The demonstration has each of the three.
  expect(new Set(texts.map(({ text }) => text.slice(0, 2)))).toEqual(new Set(['按时', '迟报', '未报']))
})

test('S92: the months without an inspection of transport are visible', () => {
  const [line] = listCells('D44')
  const months = ENTRIES.filter(([duty]) => duty === 'D44').map(([, , , cycle]) => cycle)
  expect(line?.cells.filter(({ text }) => text.startsWith('未报')).map(({ cycle }) => cycle)).toEqual(
    line?.cells.map(({ cycle }) => cycle).filter((cycle) => !months.includes(cycle)),
  )
  expect(months.length).toBeLessThan(10)
})

test('S134: a week without a meeting or a brief is visible, and all clocks of the system are on its page', () => {
  const system = SITE.systems?.systems.find(({ id }) => id === 'S134')
  if (!system) throw new Error('no S134')
  const shown = buildSystemPage(SITE, system).duties.flatMap(({ duty, record }) => (record ? [duty.id] : []))
  expect(shown).toEqual(['D56', 'D57', 'D58'])
  for (const { office, cells } of listCells('D56')) {
    const missed = cells.find(({ cycle }) => cycle === '2026-W41')
    expect([office, missed?.text]).toEqual([office, '未报，已逾期25天'])
  }
})

test('what is said of a duty is the count of all its periods, from the first entry to the day of the data', () => {
  const reported = ENTRIES.filter(([duty]) => duty === 'D22').length
  const said = requireRecord('D22').words?.zh ?? ''
  const counts = [...said.matchAll(/(\d+)次(按时|迟报|未报)/g)].map(([, count, state]) => ({
    state,
    count: Number(count),
  }))
  const sum = counts.filter(({ state }) => state !== '未报').reduce((total, { count }) => total + count, 0)
  expect(sum).toBe(reported)
})
