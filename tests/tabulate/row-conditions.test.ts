import { expect, test } from 'vitest'
import type { Condition } from '../../src/contracts/contract.ts'
import type { Value } from '../../src/contracts/row.ts'
import { protect } from '../../src/protect/index.ts'
import { testOf } from '../../src/tabulate/row-conditions.ts'
import { column, contractOf } from './portal.ts'

const text = column({ kind: 'text' })
const contract = contractOf({ a: text, b: column({ kind: 'datetime' }, 'quasi') }, { dimensions: [], measures: {} })

function holds(condition: Condition, values: Record<string, Value>, period = '2026-Q3'): boolean {
  const [row] = protect(contract, [{ values, file: 'f', sheet: null, row: 2 }])
  if (!row) throw new Error('protect lost the row')
  return testOf([[condition]], { contract, period })(row)
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
  expect(holds(condition, values)).toBe(expected)
})

test('conditions in a list are joined by and, lists by or; no list holds for no row', () => {
  const [row] = protect(contract, [{ values: { a: 'x' }, file: 'f', sheet: null, row: 2 }])
  if (!row) throw new Error('protect lost the row')
  const scope = { contract, period: '2026' }
  const [yes, no]: Condition[] = [
    { column: 'a', is: 'x' },
    { column: 'a', is: 'y' },
  ]
  if (!yes || !no) throw new Error('unreachable')
  expect(testOf([[yes, no]], scope)(row)).toBe(false)
  expect(testOf([[yes], [no]], scope)(row)).toBe(true)
  expect(testOf([], scope)(row)).toBe(false)
  expect(testOf(undefined, scope)(row)).toBe(true)
})
