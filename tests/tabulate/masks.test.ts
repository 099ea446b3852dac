import { expect, test } from 'vitest'
import { minutesOf } from '../../src/calendar/days.ts'
import { LazyColumns, NO_MINUTE } from '../../src/contracts/columns.ts'
import type { Condition, Where } from '../../src/contracts/contract.ts'
import type { Value } from '../../src/contracts/row.ts'
import { columnsOfRows, protect } from '../../src/protect/index.ts'
import { Masks } from '../../src/tabulate/masks.ts'
import { contractOf, makeColumn } from './two-districts.ts'

const text = makeColumn({ kind: 'text' })
const contract = contractOf({ a: text, b: makeColumn({ kind: 'datetime' }, 'quasi') }, { dimensions: [], measures: {} })

function passes(where: Where | undefined, values: Record<string, Value>, period = '2026-Q3'): boolean {
  const rows = protect(contract, [{ values, file: 'f', sheet: null, row: 2 }])
  return new Masks(columnsOfRows(rows, contract), period).maskOf(where)?.[0] !== 0
}

test.each<[Condition, Record<string, Value>, boolean]>([
  [{ column: 'a', is: 'x' }, { a: 'x' }, true],
  [{ column: 'a', is: ['x', 'y'] }, { a: 'z' }, false],
  [{ column: 'a', is: 'x' }, { a: null }, false],
  [{ column: 'a', not: 'x' }, { a: 'y' }, true],
  [{ column: 'a', not: ['x'] }, { a: null }, true],
  [{ column: 'a', present: true }, { a: null }, false],
  [{ column: 'a', present: false }, {}, true],
  [{ column: 'a', when: 'in-period' }, { a: '2026-07-01' }, true],
  [{ column: 'a', when: 'in-period' }, { a: '2026-09-30 23:59' }, true],
  [{ column: 'a', when: 'in-period' }, { a: '2026-10-01 00:00' }, false],
  [{ column: 'a', when: 'in-period' }, { a: '2026-08' }, true],
  [{ column: 'a', when: 'before-period' }, { a: '2026-06-30 23:59' }, true],
  [{ column: 'a', when: 'after-period' }, { a: '2026-10-01' }, true],
  [{ column: 'a', when: 'after-period' }, { a: null }, false],
  [{ column: 'a', from: '2015', to: '2016' }, { a: '2016-12-31' }, true],
  [{ column: 'a', to: '2014' }, { a: '2015-01-01' }, false],
  [{ column: 'a', from: '2015' }, { a: 2014 }, false],
  [{ column: 'a', notAfter: 'b' }, { a: '2026-07-01 10:00', b: '2026-07-01 10:00' }, true],
  [{ column: 'a', notAfter: 'b' }, { a: '2026-07-01 10:01', b: '2026-07-01 10:00' }, false],
  [{ column: 'a', notAfter: 'b' }, { a: '2026-07-01 10:01', b: '2026-07-01' }, true],
  [{ column: 'a', notAfter: 'b' }, { a: '2026-07-01', b: null }, false],
])('%j of %j: %s', (condition, values, expected) => {
  expect(passes([[condition]], values)).toBe(expected)
})

test('conditions in a list are joined by and, lists by or; no list holds for no row', () => {
  const yes: Condition = { column: 'a', is: 'x' }
  const no: Condition = { column: 'a', is: 'y' }
  expect(passes([[yes, no]], { a: 'x' })).toBe(false)
  expect(passes([[yes], [no]], { a: 'x' })).toBe(true)
  expect(passes([], { a: 'x' })).toBe(false)
  expect(passes(undefined, { a: 'x' })).toBe(true)
})

test('columns of minutes pass what their texts pass', () => {
  const texts = [
    '2026-06-30 23:59',
    '2026-07-01 00:00',
    null,
    '2026-09-30 23:59',
    '2026-10-01 00:00',
    '1969-12-31 23:00',
  ]
  const minutes = Int32Array.from(texts, (text) => (text === null ? NO_MINUTE : minutesOf(text)))
  const others = Int32Array.from(texts.toReversed(), (text) => (text === null ? NO_MINUTE : minutesOf(text)))
  const asMinutes = new LazyColumns(texts.length, (id) => ({ kind: 'minutes', minutes: id === 'a' ? minutes : others }))
  const rows = texts.map((text, row) => ({
    values: { a: text, b: texts.at(-1 - row) ?? null },
    file: 'f',
    sheet: null,
    row,
  }))
  const asTexts = columnsOfRows(protect(contract, rows), contract)
  const conditions: Condition[] = [
    ...(['in-period', 'before-period', 'after-period'] as const).map((when) => ({ column: 'a', when })),
    { column: 'a', present: true },
    { column: 'a', present: false },
    { column: 'a', notAfter: 'b' },
    { column: 'a', from: '2026-07', to: '2026-09' },
    { column: 'a', is: '2026-07-01 00:00' },
    { column: 'a', not: '2026-07-01 00:00' },
  ]
  for (const condition of conditions) {
    const [fast, slow] = [asMinutes, asTexts].map((columns) => new Masks(columns, '2026-Q3').maskOf([[condition]]))
    expect({ condition, mask: fast }).toEqual({ condition, mask: slow })
  }
  expect(asMinutes.getCoded('a')).toEqual(asTexts.getCoded('a'))
})
