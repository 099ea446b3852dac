import { describe, expect, test } from 'vitest'
import { addMonths } from '../../../src/calendar/months.ts'
import { sum } from '../../../src/text/sum.ts'
import { FILES, type Line, linesOf } from './cells.ts'

/** Months of a table, ascending. */
const monthsOf = (table: string) =>
  [...FILES.keys()].flatMap((name) => (name.startsWith(`${table}/`) ? [name.slice(table.length + 1)] : [])).toSorted()

const CITY = '990100'
const isDistrict = (line: Line) => line['place']?.length === 6 && line['place'] !== CITY
const isSubdistrict = (line: Line) => line['place']?.length === 9

/** Columns that may be summed: neither keys nor rates nor times. */
const listAdditive = (line: Line) =>
  Object.keys(line).filter(
    (column) => !/^(period|place|place_name|place_level|class|status|hours_.*|.*_rate|.*_status)$/.test(column),
  )

const sumColumn = (lines: readonly Line[], column: string) => sum(lines.map((line) => Number(line[column])))

describe.each([
  ['cases/flow', []],
  ['permits/flow', ['class']],
])('%s', (table, others) => {
  const months = monthsOf(table)
  const keyOf = (line: Line) => others.map((column) => line[column]).join('|')

  test('the city is the sum of its districts, and of its subdistricts where they are published', () => {
    const wrong: string[] = []
    let compared = 0
    for (const month of months) {
      const lines = linesOf(`${table}/${month}`)
      for (const city of lines.filter((line) => line['place'] === CITY)) {
        const same = lines.filter((line) => keyOf(line) === keyOf(city))
        for (const level of [isDistrict, isSubdistrict]) {
          const below = same.filter(level)
          if (below.length === 0) continue
          for (const column of listAdditive(city)) {
            compared += 1
            const total = sumColumn(below, column)
            if (total !== Number(city[column]))
              wrong.push(`${month} ${keyOf(city)} ${column}: ${city[column]}, ${total}`)
          }
        }
      }
    }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(800)
  })

  test('a month opens with what the month before closed with', () => {
    const [opening, closing] = table === 'cases/flow' ? ['open_start', 'open_end'] : ['in_force_start', 'in_force_end']
    const wrong: string[] = []
    for (const month of months.slice(1)) {
      const name = (line: Line) => `${line['place']} ${keyOf(line)}`
      const before = new Map(linesOf(`${table}/${addMonths(month, -1)}`).map((line) => [name(line), line[closing]]))
      expect(before.size).toBeGreaterThan(8)
      for (const line of linesOf(`${table}/${month}`)) {
        if (before.get(name(line)) !== line[opening]) wrong.push(`${month} ${name(line)}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

test.each([
  ['cases/flow', 'on_time_rate', 'closed_on_time', 'due'],
  ['cases/class', 'on_time_rate', 'closed_on_time', 'due'],
])('%s: %s is %s over %s, to one decimal', (table, rate, above, below) => {
  const wrong = monthsOf(table).flatMap((month) =>
    linesOf(`${table}/${month}`).filter((line) => {
      const [part, whole] = [Number(line[above]), Number(line[below])]
      if (whole === 0) return line[rate] !== ''
      return Math.abs(Number(line[rate]) - (part / whole) * 100) > 0.05 + 1e-9
    }),
  )
  expect(wrong).toEqual([])
  expect(monthsOf(table).length).toBeGreaterThan(30)
})

test.each([
  ['ratings', 'top2_rate', 'satisfied', 'rated'],
  ['districts', 'dissatisfied_rate', 'd', 'rated'],
  ['channel', 'response_rate', 'rated', 'asked'],
  ['class', 'top2_rate', 'satisfied', 'rated'],
])('satisfaction/%s: %s is made of the printed %s and %s alone, with its ends cut', (table, rate, above, below) => {
  const wrong = monthsOf(`satisfaction/${table}`).flatMap((period) =>
    linesOf(`satisfaction/${table}/${period}`).filter((line) => {
      const [part, whole] = [line[above] ?? '', Number(line[below])]
      const said = `${line[rate]} ${line[`${rate}_status`]?.replace('revised', 'final')}`
      if (line[below] === '' || part === '' || whole < 50) return said !== ' withheld'
      const percent = Math.floor((Number(part) / whole) * 100 + 0.5)
      if (whole < 1000 && percent <= 5) return said !== '5 at-most'
      return said !== (whole < 1000 && percent >= 95 ? '95 at-least' : `${percent} final`)
    }),
  )
  expect(wrong).toEqual([])
})

test('no count of people is 1 to 4, every other a multiple of 5, and at most a tenth of a table is hidden', () => {
  for (const table of ['ratings', 'districts', 'channel', 'class']) {
    const lines = monthsOf(`satisfaction/${table}`).flatMap((period) => linesOf(`satisfaction/${table}/${period}`))
    const counts = ['asked', 'reached', 'rated', 'a', 'b', 'c', 'd', 'satisfied', 'unrated']
    const cells = lines.flatMap((line) => counts.map((id) => ({ text: line[id], status: line[`${id}_status`] })))
    expect(cells.filter(({ text }) => text !== '' && Number(text) % 5 !== 0)).toEqual([])
    const hidden = cells.filter(({ text }) => text === '')
    expect(hidden.filter(({ status }) => status !== 'withheld')).toEqual([])
    expect(hidden.length / cells.length, table).toBeLessThanOrEqual(0.1)
  }
  expect(monthsOf('satisfaction/districts').length).toBeGreaterThan(8)
})

test('men and women of all ages are the total, and no rate of people passes its bounds', () => {
  for (const year of monthsOf('population/age-sex')) {
    const people = linesOf(`population/age-sex/${year}`).filter((line) => line['place'] === CITY)
    const [ageing] = linesOf(`population/ageing/${year}`).filter((line) => line['place'] === CITY)
    expect(sumColumn(people, 'persons'), year).toBe(Number(ageing?.['total']))
    expect(Number(ageing?.['male']) + Number(ageing?.['female'])).toBe(Number(ageing?.['total']))
    expect(Number(ageing?.['age_80_plus'])).toBeLessThanOrEqual(Number(ageing?.['age_60_plus']))
  }
})
