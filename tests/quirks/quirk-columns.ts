import type { Column } from '../../src/contracts/contract.ts'
import { contractOf, makeColumn } from '../check/small.ts'

/** Kinds of columns that the cases of many quirks are about. */
export const number: Column['type'] = { kind: 'number' }
export const integer: Column['type'] = { kind: 'integer' }
export const percent: Column['type'] = { kind: 'percent', as: 'percent' }
export const month: Column['type'] = { kind: 'month' }
export const date: Column['type'] = { kind: 'date' }
export const datetime: Column['type'] = { kind: 'datetime' }
export const place: Column['type'] = { kind: 'place' }
export const text: Column['type'] = { kind: 'text' }
export const credit: Column['type'] = { kind: 'credit-code' }
export const matters: Column['type'] = {
  kind: 'list',
  items: [{ code: '01001', zh: '井盖', en: 'Manhole', also: ['窨井盖·缺失'] }],
}

/** Rows that name the month of their file. */
export const dated = contractOf(
  { month: makeColumn(month, '月份'), x: makeColumn(text, '甲') },
  { rules: [{ kind: 'is-period', column: 'month' }] },
)
