import { expect, test } from 'vitest'
import type { Contract, TableSpec } from '../../src/contracts/contract.ts'
import { auditPeople } from '../../src/protect/audit-people.ts'
import { contractOf, list, makeColumn, measured } from '../tabulate/two-districts.ts'

const columns = {
  place: makeColumn({ kind: 'place' }),
  answer: list('yes', 'no'),
  remark: makeColumn({ kind: 'text' }),
  amount: makeColumn({ kind: 'number' }, 'count'),
}
const count = { ...measured, count: 'rows' as const }
const plain = { dimensions: [{ column: 'place', levels: ['city'] }], measures: { n: count } }

const totalsOf = (of: string, ...bounds: ('low' | 'high')[]) =>
  Object.fromEntries(bounds.map((bound) => [`${of}_${bound}`, { ...measured, cumulative: { of, bound } }]))

type Table = Partial<TableSpec>
const audit = (table: Table, more: Partial<Contract>) =>
  auditPeople(contractOf(columns, { ...plain, ladder: [{}], ...table }, { class: 'P', ...more }), 'c.ts').map(
    ({ rule, columnName, found, expected }) => [rule, columnName, found, expected].join(' '),
  )

test.each<[string, Table, Partial<Contract>]>([
  ['persons, month by month', {}, {}],
  ['what is sensitive, by the quarter', { ladder: [{ period: 'quarter' }] }, { class: 'S' }],
  ['累计 of what is printed, with its range', { measures: { n: count, ...totalsOf('n', 'low', 'high') } }, {}],
  ['a yearly file of what is sensitive', {}, { class: 'S', frequency: 'year' }],
  ['things without a ladder', { ladder: undefined }, { class: 'O' }],
])('%s can be protected', (_, table, more) => {
  expect(audit(table, more)).toEqual([])
})

test.each<[string, Table, Partial<Contract>, string]>([
  [
    '累计 from the file',
    { identities: [{ kind: 'cumulative', measure: 'n' }] },
    {},
    'contract-table-unprotected tables.t.identities cumulative measures.*.cumulative',
  ],
  [
    '累计 without both ends of its range',
    { measures: { n: count, ...totalsOf('n', 'low') } },
    {},
    'contract-table-unprotected tables.t.measures.n_low.cumulative.bound n low, high',
  ],
  [
    '累计 of a stock',
    {
      measures: { n: count, ...totalsOf('n', 'low', 'high') },
      identities: [{ kind: 'carry', opening: 'n', closing: 'n' }],
    },
    {},
    'contract-table-unprotected tables.t.measures.n_low.cumulative.of n count | sum',
  ],
  [
    '累计 over years',
    { measures: { n: count, ...totalsOf('n', 'low', 'high') } },
    { frequency: 'year' },
    'contract-table-unprotected tables.t.measures.n_low.cumulative year month',
  ],
  [
    'printed 累计 of things',
    { ladder: undefined, measures: { n: count, ...totalsOf('n', 'low', 'high') } },
    { class: 'O' },
    "contract-ladder-unfit tables.t.measures.n_low.cumulative class: 'O' P | S",
  ],
  ['no ladder', { ladder: undefined }, {}, 'contract-ladder-missing tables.t.ladder  '],
  ['a ladder of things', {}, { class: 'O' }, "contract-ladder-unfit tables.t.ladder class: 'O' P | S"],
  [
    'months of what is sensitive',
    {},
    { class: 'S' },
    'contract-ladder-unfit tables.t.ladder.0.period month quarter | half-year | year',
  ],
  [
    'communities of what is sensitive',
    { dimensions: [{ column: 'place', levels: ['community'] }] },
    { class: 'S', frequency: 'year' },
    'contract-ladder-unfit tables.t.ladder.0.dimensions community subdistrict | district | city',
  ],
  [
    'exact counts of what is sensitive',
    {},
    { class: 'S', frequency: 'year', exact: true },
    "contract-ladder-unfit tables.t.exact class: 'S' P",
  ],
  [
    'weeks put together into months',
    { ladder: [{ period: 'month' }] },
    { frequency: 'week' },
    'contract-ladder-unfit tables.t.ladder.0.period month week',
  ],
  [
    'a stock put together over months',
    { ladder: [{ period: 'quarter' }], identities: [{ kind: 'carry', opening: 'n', closing: 'n' }] },
    {},
    'contract-ladder-unfit tables.t.ladder.0.period quarter month',
  ],
  ['a register', { kind: 'register' }, {}, 'contract-table-unprotected tables.t.kind register figures'],
  [
    'rows by a free text',
    { dimensions: [{ column: 'remark' }] },
    {},
    'contract-table-unprotected tables.t.dimensions remark place | list',
  ],
  [
    'an amount',
    { measures: { n: { ...measured, sum: 'amount' } } },
    {},
    'contract-table-unprotected tables.t.measures.n.sum number integer',
  ],
  [
    'a median',
    { measures: { n: { ...measured, quantile: 0.5, between: { from: 'a', to: 'b', in: 'days' } } } },
    {},
    'contract-table-unprotected tables.t.measures.n quantile count | sum | plus | rate | share | wilson | cumulative',
  ],
])('%s cannot', (_, table, more, finding) => {
  expect(audit(table, more)).toContain(finding)
})
