import { expect, test } from 'vitest'
import type { Measure, Privacy, RowRule, Where } from '../../src/contracts/contract.ts'
import { auditContract, protect } from '../../src/protect/index.ts'
import { contractOf, makeColumn, measured } from '../tabulate/two-districts.ts'

const CLASSES: Privacy[] = ['public', 'dimension', 'count', 'quasi', 'personal', 'free-text']
const columns = Object.fromEntries(CLASSES.map((privacy) => [privacy, makeColumn({ kind: 'text' }, privacy)]))

test('personal and free-text columns end here; quasi columns may be worked with and not printed', () => {
  const contract = contractOf(columns, { dimensions: [], measures: {} })
  const values = { ...Object.fromEntries(CLASSES.map((privacy) => [privacy, `某${privacy}`])), stray: '未声明的列' }
  const [row] = protect(contract, [{ values, file: 'f', sheet: null, row: 2 }])
  expect(row?.printable).toEqual({ public: '某public', dimension: '某dimension', count: '某count' })
  expect(row?.working).toEqual({ quasi: '某quasi' })
  expect(JSON.stringify(row)).not.toMatch(/某personal|某free-text|未声明/)
})

const requirePresent = (...ids: string[]): Where => [ids.map((column) => ({ column, present: true }))]

const uses = {
  'as a dimension': (id: string) => contractOf(columns, { dimensions: [{ column: id }], measures: {} }),
  'as an attribute': (id: string) => contractOf(columns, { dimensions: [], attributes: [id], measures: {} }),
  summed: (id: string) => contractOf(columns, { dimensions: [], measures: { n: { ...measured, sum: id } } }),
  taken: (id: string) => contractOf(columns, { dimensions: [], measures: { n: { ...measured, take: id } } }),
  'in a condition': (id: string) =>
    contractOf(columns, {
      dimensions: [],
      measures: { n: { ...measured, count: 'rows', where: [[{ column: id, present: true }]] } },
    }),
  'between two times': (id: string) =>
    contractOf(columns, {
      dimensions: [],
      measures: {
        m: {
          ...measured,
          quantile: 0.5,
          between: { from: id, to: 'public', in: 'days' },
          where: requirePresent(id, 'public'),
        },
        n: { ...measured, count: 'rows', where: requirePresent(id, 'public') },
      },
    }),
}

test.each<[keyof typeof uses, Privacy[]]>([
  ['as a dimension', ['public', 'dimension']],
  ['as an attribute', ['public', 'dimension']],
  ['summed', ['public', 'count']],
  ['taken', ['public', 'count']],
  ['in a condition', ['public', 'dimension', 'count', 'quasi']],
  ['between two times', ['public', 'dimension', 'count', 'quasi']],
])('a contract may use a column %s only if it is %j', (use, allowed) => {
  const passed = CLASSES.filter((privacy) => auditContract(uses[use](privacy), 'contracts/d.ts').length === 0)
  expect(passed).toEqual(allowed)
})

test('a finding names the file, the column, its class and where it is used', () => {
  const [found] = auditContract(uses['as an attribute']('personal'), 'contracts/d.ts')
  expect(found).toMatchObject({
    rule: 'contract-column-private',
    level: 'error',
    dataset: 'd',
    file: 'contracts/d.ts',
    columnName: 'personal',
    found: 'personal',
    expected: 'public | dimension',
    params: { table: 't', at: 'attributes' },
  })
})

const days = { start: makeColumn({ kind: 'date' }), end: { ...makeColumn({ kind: 'date' }), optional: false } }
const started = requirePresent('start')

test.each<[string, { where?: Where; count: Where | undefined | null; rules?: RowRule[] }, string[]]>([
  ['with its count', { where: started, count: started }, []],
  ['without any count', { where: started, count: null }, ['tables.t.measures.m']],
  ['with a count of other rows', { where: started, count: [] }, ['tables.t.measures.m']],
  ['with a count of rows that may lack a time', { count: undefined }, ['tables.t.measures.m']],
  [
    'with a rule that requires the time',
    { count: undefined, rules: [{ kind: 'requires', column: 'start', when: [] }] },
    [],
  ],
])('a median %s', (_, { where, count, rules = [] }, expected) => {
  const measures: Record<string, Measure> = {
    m: { ...measured, quantile: 0.5, between: { from: 'start', to: 'end', in: 'days' }, ...(where ? { where } : {}) },
    ...(count === null ? {} : { n: { ...measured, count: 'rows' as const, ...(count ? { where: count } : {}) } }),
  }
  const found = auditContract(contractOf(days, { dimensions: [], measures }, { rules }), 'c.ts')
  expect(found.map(({ rule, columnName }) => [rule, columnName])).toEqual(
    expected.map((at) => ['contract-quantile-alone', at]),
  )
})
