import { expect, test } from 'vitest'
import { checkTables } from '../../../src/check/table/check-tables.ts'
import type { Contract, Identity } from '../../../src/contracts/contract.ts'
import type { Table } from '../../../src/contracts/table.ts'
import { printProblems } from '../../../src/problems/print-problems.ts'
import { contractOf, makeColumn, PLACES } from '../small.ts'

const makeNames = (zh: string, en: string) => ({ names: { zh, en }, unit: '件', count: 'rows' as const })

function makeContract(...identities: Identity[]): Contract {
  return contractOf(
    { place: makeColumn({ kind: 'place' }, '地区', { privacy: 'dimension' }) },
    {
      tables: {
        flow: {
          title: { zh: '收与办', en: 'Flow' },
          kind: 'figures',
          dimensions: [{ column: 'place', levels: ['city', 'district'] }],
          measures: {
            start: makeNames('期初', 'Start'),
            in: makeNames('受理', 'In'),
            out: makeNames('办结', 'Out'),
            end: makeNames('期末', 'End'),
          },
          identities,
        },
      },
    },
  )
}

/** Rows of place, start, in, out, end. */
function makeTable(period: string, ...rows: [string, number | null, number, number, number][]): Table {
  return {
    dataset: 'small',
    table: 'flow',
    period,
    rows: rows.map(([place, ...values]) => ({
      key: { place },
      text: {},
      cells: Object.fromEntries(
        ['start', 'in', 'out', 'end'].map((id, index) => {
          const value = values[index] ?? null
          return [id, { value, status: value === null ? ('withheld' as const) : ('final' as const) }]
        }),
      ),
    })),
  }
}

const BALANCE: Identity = { kind: 'balance', plus: ['start', 'in'], minus: ['out'], equals: 'end' }
const report = (contract: Contract, tables: Table[], others = new Map<string, readonly Table[]>()) =>
  printProblems(checkTables(contract, tables, others, PLACES), 'zh').split('\n')

test('opening + new − closed = closing, with the sum shown', () => {
  expect(report(makeContract(BALANCE), [makeTable('2026-10', ['990101', 5, 3, 2, 6])])).toEqual([''])
  expect(report(makeContract(BALANCE), [makeTable('2026-10', ['990101', 5, 3, 2, 7])])).toEqual([
    '✗ 收与办：平衡关系不成立   table-balance',
    '  实为 7   应为 6',
    '  2026-10 锦北区（990101）：5 + 3 − 2 = 6，而“期末”为7，相差1。请核对本期与上期的明细。',
  ])
})

test('a withheld cell is not judged', () => {
  expect(checkTables(makeContract(BALANCE), [makeTable('2026-10', ['990101', null, 3, 2, 7])], new Map())).toEqual([])
})

test('closing carries over to the next period, and over a gap', () => {
  const declared = makeContract({ kind: 'carry', opening: 'start', closing: 'end' })
  const before = makeTable('2026-09', ['990101', 0, 5, 0, 5])
  expect(checkTables(declared, [before, makeTable('2026-10', ['990101', 5, 0, 0, 5])], new Map())).toEqual([])
  expect(checkTables(declared, [before, makeTable('2026-11', ['990101', 5, 0, 0, 5])], new Map())).toEqual([])
  expect(checkTables(declared, [before, makeTable('2026-11', ['990101', 9, 0, 0, 9])], new Map())).toMatchObject([
    { rule: 'table-carry', found: '9', expected: '5', params: { before: '2026-09' } },
  ])
  expect(report(declared, [makeTable('2026-10', ['990101', 6, 0, 0, 6]), before])).toContain(
    '  2026-10 锦北区（990101）：本期（2026-10）“期初”为6，上期（2026-09）“期末”为5。请核对两期之间漏报或重报的记录。',
  )
})

test('at most', () => {
  const problems = checkTables(
    makeContract({ kind: 'at-most', a: 'out', b: 'in' }),
    [makeTable('2026-10', ['990101', 0, 1, 2, 0])],
    new Map(),
  )
  expect(problems).toMatchObject([{ rule: 'table-at-most', found: '2', expected: '≤ 1' }])
})

test('districts add up to the city', () => {
  const declared = makeContract({ kind: 'adds-up', measures: ['in'] })
  const makeRows = (city: number) =>
    makeTable('2026-10', ['990100', 0, city, 0, 0], ['990101', 0, 2, 0, 0], ['990102', 0, 3, 0, 0])
  expect(checkTables(declared, [makeRows(5)], new Map(), PLACES)).toEqual([])
  expect(checkTables(declared, [makeRows(6)], new Map())).toMatchObject([
    { rule: 'table-adds-up', found: '6', params: { sum: '2 + 3 = 5', difference: -1 } },
  ])
})

test('one table against another, over the dimensions that both have', () => {
  const declared = makeContract({ kind: 'same-as', measure: 'in', dataset: 'other', table: 'sum', equals: 'end' })
  const other = { ...makeTable('2026-10', ['990101', 0, 0, 0, 4]), dataset: 'other', table: 'sum' }
  const others = new Map([['other/sum', [other]]])
  const tables = [makeTable('2026-10', ['990101', 0, 3, 0, 0], ['990102', 0, 9, 0, 0])]
  expect(checkTables(declared, tables, others)).toMatchObject([{ rule: 'table-same-as', found: '3', expected: '4' }])
  expect(checkTables(declared, tables, new Map())).toEqual([])
})

test('another table and its measure are named by their titles', () => {
  const declared = makeContract({ kind: 'same-as', measure: 'in', dataset: 'other', table: 'flow', equals: 'end' })
  const owner = { ...makeContract(), id: 'other', title: { zh: '案件', en: 'Cases' } }
  const other = { ...makeTable('2026-10', ['990101', 0, 0, 0, 4]), dataset: 'other' }
  const problems = checkTables(
    declared,
    [makeTable('2026-10', ['990101', 0, 3, 0, 0])],
    new Map([['other/flow', [other]]]),
    PLACES,
    [declared, owner],
  )
  expect(printProblems(problems, 'zh')).toContain('收与办：“受理”与“收与办”（案件）的“期末”不一致')
  expect(printProblems(problems, 'en')).toContain('“In” does not equal “End” of “Flow” (Cases)')
  const own = makeContract({ kind: 'same-as', measure: 'in', table: 'flow', equals: 'end' })
  const reported = checkTables(own, [makeTable('2026-10', ['990101', 0, 3, 0, 4])], new Map())
  expect(printProblems(reported, 'zh')).toContain('“受理”与“收与办”的“期末”不一致')
})
