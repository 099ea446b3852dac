import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readHolidays } from '../../src/portal/holidays.ts'
import { describeProblem } from '../../src/problems/describe-problem.ts'
import { holidaysOf } from './list-texts.ts'

const HEADER = 'date,kind,name'

test('the list of the demonstration has four years without a fault', () => {
  const { holidays, problems } = readHolidays(readFileSync('data/holidays.csv'))
  expect(problems).toEqual([])
  expect([...new Set(holidays.all.map(({ date }) => date.slice(0, 4)))]).toEqual(['2023', '2024', '2025', '2026'])
})

test('columns may be in any order, and blank lines between', () => {
  const { holidays, problems } = holidaysOf('\uFEFFname,date,kind\r\n\r\n国庆节,2026-10-10,work\r\n')
  expect(problems).toEqual([])
  expect(holidays.all).toEqual([{ date: '2026-10-10', kind: 'work', name: '国庆节' }])
})

test.each([
  ['date,name\n2026-01-01,元旦\n', 'holidays-header 1 null date,name'],
  [`${HEADER}\n\n2026-02-30,rest,春节\n`, 'holidays-field 3 date 2026-02-30'],
  [`${HEADER}\n2026/10/1,rest,国庆节\n`, 'holidays-field 2 date 2026/10/1'],
  [`${HEADER}\n2026-10-01,rset,国庆节\n`, 'holidays-field 2 kind rset'],
  [`${HEADER}\n2026-10-01,rest,\n`, 'holidays-field 2 name '],
  [`${HEADER}\n2026-10-01,rest,国庆节\n2026-10-01,rest,国庆节\n`, 'holidays-twice 3 date 2026-10-01'],
  [`${HEADER}\n2026-10-03,rest,国庆节\n`, 'holidays-rest-weekend 2 date 2026-10-03'],
  [`${HEADER}\n2026-10-09,work,国庆节\n`, 'holidays-work-weekday 2 date 2026-10-09'],
  [`${HEADER}\n2024-01-01,rest,元旦\n2026-01-01,rest,元旦\n`, 'holidays-year null null 2025'],
])('%j is refused', (text, expected) => {
  const { holidays, problems } = holidaysOf(text)
  expect(problems.map(({ rule, row, columnName, found }) => `${rule} ${row} ${columnName} ${found}`)).toEqual([
    expected,
  ])
  expect(holidays.all).toEqual([])
  expect(problems.every((problem) => problem.file === 'holidays.csv')).toBe(true)
})

test('all faults are found at once, and a mistyped kind names the right one', () => {
  const { problems } = holidaysOf(`${HEADER}\n2026-10-01,rset,国庆节\n2026-10-32,rest,国庆节\n2026-10-03,rest,国庆节\n`)
  expect(problems.map((problem) => problem.row)).toEqual([2, 3, 4])
  const [kind] = problems
  expect(kind && describeProblem(kind).remedy.en).toContain('It is “rset” and should be rest.')
  expect(kind && describeProblem(kind).remedy.zh).toContain('现为“rset”，应为rest。')
})

test('a list that Excel saved as GB18030 gives the same names', () => {
  const name = [0xb9, 0xfa, 0xc7, 0xec, 0xbd, 0xda]
  const bytes = Uint8Array.from([...new TextEncoder().encode(`${HEADER}\n2026-10-01,rest,`), ...name])
  expect(readHolidays(bytes).holidays.all[0]?.name).toBe('国庆节')
})
