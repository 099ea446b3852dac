import { expect, test } from 'vitest'
import type { RowRule } from '../../../src/contracts/contract.ts'
import { checkText, contractOf, makeColumn } from '../small.ts'

const belongs: RowRule = { kind: 'belongs-to-period', columns: ['in', 'out'], open: 'out' }
const makeCases = (...rules: RowRule[]) =>
  contractOf(
    { in: makeColumn({ kind: 'date' }, '受理'), out: makeColumn({ kind: 'date' }, '办结', { optional: true }) },
    { rules },
  )
const report = (row: string, ...rules: RowRule[]) =>
  checkText(makeCases(...rules), `受理,办结\n${row}\n2026-10-01,\n2026-10-02,\n`).problems.map(
    ({ rule, columnName }) => `${rule} ${columnName}`,
  )

test('a row closed after the period has one cause, which is reported at its date', () => {
  const after: RowRule = { kind: 'not-after-period', columns: ['in', 'out'] }
  expect(report('2026-09-02,2026-11-01', after, belongs)).toEqual(['not-after-period 办结'])
  expect(report('2026-09-02,2026-09-03', after, belongs)).toEqual(['belongs-to-period 受理'])
  expect(report('2026-09-02,', after, belongs)).toEqual([])
})

test('where no other rule is about the date, the row is still refused', () => {
  expect(report('2026-09-02,2026-11-01', belongs)).toEqual(['belongs-to-period 受理'])
  expect(report('2026-09-02,2026-11-01', { kind: 'not-after-period', columns: ['in'] }, belongs)).toHaveLength(1)
})
