import { expect, test } from 'vitest'
import type { Status } from '../../src/contracts/table.ts'
import { csvOf, escapeFormula, formatNumber, formatStatus, rowsOf } from '../../src/store/table-csv.ts'
import { CONTRACT, PLACES, row, table } from './edition.ts'
import { fc, test as property } from './property.ts'

const spec = CONTRACT.tables['flow']
if (!spec) throw new Error('the contract of the tests has no flow')
const shape = { contract: CONTRACT, spec }

test('a table as the public gets it', () => {
  const text = csvOf(table('2026-10', row('甲,“乙”"丙"', 12), row('=1+1', 0, null), row('', null, null)), shape, PLACES)
  expect(text).toBe(
    [
      'period,place,place_name,name,closed,rate,status',
      '2026-10,9901,乙区,"甲,“乙”""丙""",12,89.4,final',
      "2026-10,9901,乙区,'=1+1,0,,final;rate:not-applicable",
      '2026-10,9901,乙区,,,,not-reported;rate:not-applicable',
      '',
    ].join('\n'),
  )
})

test('what is read is what was written', () => {
  const rows = [row('两行\n文字', 1), row("'=x", 2), row("''", 3), row('-', null, null)]
  expect(rowsOf(csvOf(table('2026-10', ...rows), shape, PLACES), shape)).toEqual(rows)
})

property('any text comes back as it was, and none starts a formula', [fc.string()], (text) => {
  const rows = [row(text, 1)]
  expect(rowsOf(csvOf(table('2026-10', ...rows), shape, PLACES), shape)).toEqual(rows)
  expect(escapeFormula(text)).not.toMatch(/^[=+\-@\t\r]/)
})

test.each([
  ['甲', '甲'],
  ['=SUM(A1)', "'=SUM(A1)"],
  ['+86', "'+86"],
  ['-', "'-"],
  ['@x', "'@x"],
  ["'=x", "''=x"],
  ["'甲", "'甲"],
])('the text %s is written %s', (text, written) => {
  expect(escapeFormula(text)).toBe(written)
})

test('numbers have no exponent', () => {
  expect([1284, 0.35, -3, 1424548266].map(formatNumber)).toEqual(['1284', '0.35', '-3', '1424548266'])
  expect(() => formatNumber(1e-7)).toThrow('number without a plain notation: 1e-7')
})

test('the status column says what most values are, then what differs', () => {
  const cell = (status: Status) => ({ value: status === 'not-applicable' ? null : 1, status })
  expect(formatStatus({})).toBe('final')
  expect(formatStatus({ a: cell('forecast'), b: cell('forecast') })).toBe('forecast')
  expect(formatStatus({ a: cell('forecast'), b: cell('not-applicable'), c: cell('not-applicable') })).toBe(
    'forecast;b:not-applicable;c:not-applicable',
  )
  expect(formatStatus({ a: cell('not-applicable'), b: cell('not-applicable') })).toBe('not-applicable')
})

test.each([
  ['period,place\n', 'header period,place; the contract has period,place,place_name,name,closed,rate,status'],
  ['period,place,place_name,name,closed,rate,status\n2026-10,9901\n', 'line 2: 2 cells instead of 7'],
  ['period,place,place_name,name,closed,rate,status\n2026-10,9901,乙区,,x,1,final\n', 'no number: x'],
  ['period,place,place_name,name,closed,rate,status\n2026-10,9901,乙区,,1,1,done\n', 'unknown status: done'],
])('a text of another kind is refused: %j', (text, message) => {
  expect(() => rowsOf(text, shape)).toThrow(message)
})
