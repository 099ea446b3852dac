import { expect, test } from 'vitest'
import type { Status } from '../../src/contracts/table.ts'
import type { FileColumn } from '../../src/store/file-columns.ts'
import { statusOfRow } from '../../src/store/row-status.ts'
import { csvOf, escapeFormula, formatNumber, rowsOf } from '../../src/store/table-csv.ts'
import { CONTRACT, makeRow, makeTable, PLACES } from './edition.ts'
import { fc, test as property } from './property.ts'

const spec = CONTRACT.tables['flow']
if (!spec) throw new Error('the contract of the tests has no flow')
const shape = { contract: CONTRACT, spec }

test('a table as the public gets it', () => {
  const text = csvOf(
    makeTable('2026-10', makeRow('甲,“乙”"丙"', 12), makeRow('=1+1', 0, null), makeRow('', null, null)),
    shape,
    PLACES,
  )
  expect(text).toBe(
    [
      'period,place,place_name,place_level,name,closed,rate,rate_status,status',
      '2026-10,9901,乙区,district,"甲,“乙”""丙""",12,89.4,final,final',
      "2026-10,9901,乙区,district,'=1+1,0,,not-applicable,final",
      '2026-10,9901,乙区,district,,,,not-applicable,not-reported',
      '',
    ].join('\n'),
  )
})

test('what is read is what was written', () => {
  const rows = [makeRow('两行\n文字', 1), makeRow("'=x", 2), makeRow("''", 3), makeRow('-', null, null)]
  expect(rowsOf(csvOf(makeTable('2026-10', ...rows), shape, PLACES), shape)).toEqual(rows)
})

property('any text comes back as it was, and none starts a formula', [fc.string()], (text) => {
  const rows = [makeRow(text, 1)]
  expect(rowsOf(csvOf(makeTable('2026-10', ...rows), shape, PLACES), shape)).toEqual(rows)
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

test('the status of a row is that of the values without a status column, and of most values where all have one', () => {
  const makeCell = (status: Status) => ({ value: status === 'not-applicable' ? null : 1, status })
  const makeColumns = (...ids: string[]): FileColumn[] =>
    ids.map((id) => ({ heading: `${id}_status`, part: 'measure-status', id }))
  expect(statusOfRow({}, [])).toBe('final')
  expect(statusOfRow({ a: makeCell('forecast'), b: makeCell('not-applicable') }, makeColumns('b'))).toBe('forecast')
  const three = { a: makeCell('forecast'), b: makeCell('not-applicable'), c: makeCell('not-applicable') }
  expect(statusOfRow({ ...three, d: makeCell('forecast') }, makeColumns('a', 'b', 'c', 'd'))).toBe('forecast')
  expect(() => statusOfRow(three, makeColumns('c'))).toThrow('a is forecast and b not-applicable: no column holds both')
})

const HEADER = 'period,place,place_name,place_level,name,closed,rate,rate_status,status'

test.each([
  ['period,place\n', `header period,place; the contract has ${HEADER}`],
  [`${HEADER}\n2026-10,9901\n`, 'line 2: 2 cells instead of 9'],
  [`${HEADER}\n2026-10,9901,乙区,district,,x,1,final,final\n`, 'no number: x'],
  [`${HEADER}\n2026-10,9901,乙区,district,,1,1,final,done\n`, 'unknown status: done'],
  [`${HEADER}\n2026-10,9901,乙区,district,,1,1,,final\n`, 'unknown status: '],
])('a text of another kind is refused: %j', (text, message) => {
  expect(() => rowsOf(text, shape)).toThrow(message)
})
