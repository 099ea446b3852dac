import { expect, test } from 'vitest'
import type { Column } from '../../src/contracts/contract.ts'
import { auditContract, protect } from '../../src/protect/index.ts'
import { tabulate } from '../../src/tabulate/index.ts'
import { contractOf, list, makeColumn, measured, PLACES } from '../tabulate/two-districts.ts'

const declareBand = (code: string, from?: string) => ({
  code,
  zh: code,
  en: code,
  ...(from === undefined ? {} : { from }),
})
const makePart = (code: string, ...of: string[]) => ({ code, zh: code, en: code, of })
const AGES = [declareBand('young'), declareBand('old', '60'), declareBand('oldest', '80')]

const declareAge = (more: Partial<Column> = {}): Column => ({
  ...makeColumn({ kind: 'integer' }, 'quasi'),
  grouping: AGES,
  ...more,
})
const byAge = { dimensions: [{ column: 'age' }], measures: { n: { ...measured, count: 'rows' as const } } }
const audit = (own: Column, table: Parameters<typeof contractOf>[1] = byAge) =>
  auditContract(contractOf({ age: own }, table), 'c.ts').map(({ rule, columnName, found, expected }) =>
    [rule, columnName, found, expected].join(' '),
  )

test('a quasi column is a dimension in its declared groups only, and serves for nothing else that is printed', () => {
  expect(audit(declareAge())).toEqual([])
  expect(audit(makeColumn({ kind: 'integer' }, 'quasi'))).toEqual([
    'contract-column-private age quasi public | dimension',
  ])
  const summed = { ...byAge, measures: { n: { ...measured, sum: 'age' } } }
  expect(audit(declareAge(), summed)).toEqual(['contract-column-private age quasi public | count'])
})

test.each<[string, Partial<Column>, string]>([
  ['of a public column', { privacy: 'dimension' }, 'columns.age.privacy dimension quasi'],
  [
    'with a lowest bound',
    { grouping: [declareBand('a', '0'), declareBand('b', '60')] },
    'columns.age.grouping.0.from 0 —',
  ],
  ['without a bound', { grouping: [declareBand('a'), declareBand('b')] }, 'columns.age.grouping.1.from  …'],
  [
    'in no order',
    { grouping: [declareBand('a'), declareBand('b', '80'), declareBand('c', '60')] },
    'columns.age.grouping.2.from 60 > 80',
  ],
  [
    'compared as text',
    { grouping: [declareBand('a'), declareBand('b', '100'), declareBand('c', '9')] },
    'columns.age.grouping.2.from 9 > 100',
  ],
  ['with a code twice', { grouping: [declareBand('a'), declareBand('a', '60')] }, 'columns.age.grouping a 1 × code'],
  ['of parts of a number', { grouping: [declareBand('a'), makePart('b', 'x')] }, 'columns.age.grouping.1.of b from'],
  [
    'of a text',
    { type: { kind: 'text' } },
    'columns.age.grouping text list | integer | number | percent | year | month | date | datetime',
  ],
  [
    'that leave a value of a list out',
    { ...list('x', 'y', 'z'), privacy: 'quasi', grouping: [makePart('a', 'x'), makePart('b', 'y')] },
    'columns.age.grouping z of',
  ],
  [
    'with a value of a list twice',
    { ...list('x', 'y'), privacy: 'quasi', grouping: [makePart('a', 'x'), makePart('b', 'x', 'y')] },
    'columns.age.grouping x 1 × of',
  ],
])('groups %s are refused', (_, more, finding) => {
  expect(audit(declareAge(more))).toContain(`contract-grouping-unfit ${finding}`)
})

test('tables hold the groups, each value in one, and no value itself', () => {
  const contract = contractOf({ age: declareAge() }, byAge)
  const ages = [3, 59, 60, 79, 80, 103]
  const rows = ages.map((own, index) => ({ file: 'f', sheet: null, row: index + 2, values: { age: own } }))
  const [table] = tabulate(contract, protect(contract, rows), { period: '2026-10', places: PLACES })
  expect(table?.rows.map(({ key, cells }) => [key['age'], cells['n']?.value])).toEqual([
    ['young', 2],
    ['old', 2],
    ['oldest', 2],
  ])
  expect(JSON.stringify(table)).not.toMatch(/\b(59|79|103)\b/)
})

test('values of a list are shown by their groups, and dates by theirs', () => {
  const cause = {
    ...list('ill', 'hurt', 'poor'),
    privacy: 'quasi' as const,
    grouping: [makePart('health', 'ill', 'hurt'), makePart('means', 'poor')],
  }
  const day = {
    ...makeColumn({ kind: 'date' }, 'quasi'),
    grouping: [declareBand('before'), declareBand('since', '2026-10-15')],
  }
  const contract = contractOf({ cause, day }, { ...byAge, dimensions: [{ column: 'cause' }, { column: 'day' }] })
  const rows = [
    ['ill', '2026-10-14'],
    ['hurt', '2026-10-14'],
    ['poor', '2026-10-15'],
  ].map(([own = '', at = ''], index) => ({ file: 'f', sheet: null, row: index + 2, values: { cause: own, day: at } }))
  const [table] = tabulate(contract, protect(contract, rows), { period: '2026-10', places: PLACES })
  expect(table?.rows.map(({ key, cells }) => [key['cause'], key['day'], cells['n']?.value])).toEqual([
    ['health', 'before', 2],
    ['health', 'since', 0],
    ['means', 'before', 0],
    ['means', 'since', 1],
  ])
})
