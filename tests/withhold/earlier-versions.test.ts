import { expect, test } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import { csvOf } from '../../src/store/table-csv.ts'
import { parsePublicRows } from '../../src/withhold/public-rows.ts'
import { buildReleaseSystem } from '../../src/withhold/release-system.ts'
import type { LedgerFile } from '../../src/withhold/released-cells.ts'
import { listSharedMargins } from '../../src/withhold/shared-margins.ts'
import { withholdTables } from '../../src/withhold/withhold-tables.ts'
import { PLACES } from '../tabulate/two-districts.ts'
import { crossOf, openFiles, type Rows, rowsOf, withhold } from './people-files.ts'

const [AREAS, ANSWERS] = [
  ['a', 'b'],
  ['yes', 'no'],
] as const
const CONTRACT = crossOf(AREAS, ANSWERS)
const MONTH = '2026-07'

const filesOf = (counts: readonly number[]) => ({ [MONTH]: rowsOf(AREAS, ANSWERS, counts) })

function textsOf(rows: Rows): Record<string, string> {
  const { tables } = withhold(CONTRACT, { [MONTH]: rows })
  return Object.fromEntries(
    tables.map(({ table }) => [table.table, csvOf(table, { contract: CONTRACT, spec: specOf(table.table) }, PLACES)]),
  )
}

function specOf(table: string): Contract['tables'][string] {
  const spec = CONTRACT.tables[table]
  if (!spec) throw new Error(`no table ${table}`)
  return spec
}

/** What was published of other counts before, with the people that it was made of. */
function publishEarlier(counts: readonly number[]): LedgerFile[] {
  const { people } = openFiles(CONTRACT, filesOf(counts))
  return Object.entries(textsOf(rowsOf(AREAS, ANSWERS, counts))).map(([table, text]) => {
    const dimensions = specOf(table).dimensions.map(({ column }) => column)
    const rows = parsePublicRows(text, { dimensions, counts: ['n'], totals: [] })
    return { table, period: MONTH, revision: 1, isOfNow: false, rows, people }
  })
}

function publishAfter(before: readonly number[], now: readonly number[]) {
  const ledger = publishEarlier(before)
  return withholdTables(CONTRACT, ...argumentsOf(now, ledger))
}

function argumentsOf(now: readonly number[], ledger: readonly LedgerFile[]) {
  const { tables, people } = openFiles(CONTRACT, filesOf(now))
  return [tables, { places: PLACES, people, ledger }] as const
}

test('one person more, who is known to be new: 4 hidden and then 5 printed can be nothing else, and nothing is published', () => {
  const [before, now] = [
    [4, 30, 41, 52],
    [5, 30, 41, 52],
  ]
  expect(withhold(CONTRACT, filesOf(before)).unsafe).toEqual([])
  expect(withhold(CONTRACT, filesOf(now)).unsafe).toEqual([])
  const made = publishAfter(before, now)
  expect(made.tables).toEqual([])
  expect(made.unsafe).toContainEqual({ table: 'cells', period: `${MONTH}.1`, key: ['a', 'yes'], measure: 'n' })
})

test('a correction that gives nobody away: each witness publishes both versions byte for byte alike', () => {
  const [before, now] = [
    [2, 30, 41, 52],
    [2, 30, 41, 57],
  ]
  const made = publishAfter(before, now)
  expect([made.unsafe, made.proof?.earlier]).toEqual([[], 4])
  const { tables, people } = openFiles(CONTRACT, filesOf(now))
  const coarse = tables.map((table) => ({ table, from: [MONTH] }))
  const system = buildReleaseSystem(CONTRACT, people, {
    tables: coarse,
    places: PLACES,
    ledger: publishEarlier(before),
  })
  const makeRowsFor = (numbers: readonly number[]) =>
    system.kinds.flatMap(({ codes: [area = '', answer = ''] }, kind) =>
      Array.from({ length: numbers[kind] ?? 0 }, () => ({ area, answer })),
    )
  const witnesses = made.proof?.witnesses ?? []
  expect(witnesses.length).toBeGreaterThan(1)
  for (const witness of witnesses) {
    const change = (numbers: readonly number[]) =>
      numbers.map((number, kind) => {
        const other = witness.find(([changed]) => changed === kind)?.[1]
        return other === undefined ? number : number + other - (system.people[kind] ?? 0)
      })
    expect(textsOf(makeRowsFor(change(system.people)))).toEqual(textsOf(rowsOf(AREAS, ANSWERS, now)))
    expect(textsOf(makeRowsFor(change(system.earlier[0] ?? [])))).toEqual(textsOf(rowsOf(AREAS, ANSWERS, before)))
  }
})

test('an earlier version that the kept people do not give is in no proof, and the count of those that are says so', () => {
  const [first, ...rest] = publishEarlier([2, 30, 41, 52])
  if (!first) throw new Error('nothing was published')
  const other = {
    ...first,
    rows: first.rows.map((row) => ({ ...row, cells: { n: { value: 75, status: 'final' as const } } })),
  }
  const made = withholdTables(CONTRACT, ...argumentsOf([2, 30, 41, 57], [other, ...rest]))
  expect([made.unsafe, made.proof?.earlier]).toEqual([[], 3])
})

test('a sum that another dataset states exactly is part of what a reader has', () => {
  const counts = [4, 3, 30, 30]
  const { tables, people } = openFiles(CONTRACT, filesOf(counts))
  const other: Contract = {
    ...CONTRACT,
    id: 'register',
    class: 'O',
    tables: {
      areas: {
        ...specOf('areas'),
        identities: [{ kind: 'same-as', measure: 'n', dataset: CONTRACT.id, table: 'cells', equals: 'n' }],
      },
    },
  }
  const shared = listSharedMargins(CONTRACT, [CONTRACT, other])
  expect(shared).toEqual([{ table: 'cells', measure: 'n', dimensions: ['area'] }])
  // 5 to 7 leaves each of both cells any of 1 to 4; exactly 7 leaves 3 and 4.
  expect(withholdTables(CONTRACT, tables, { places: PLACES, people }).unsafe).toEqual([])
  const made = withholdTables(CONTRACT, tables, { places: PLACES, people, shared })
  expect(made.unsafe).toContainEqual({ table: 'cells', period: MONTH, key: ['a', 'yes'], measure: 'n' })
})
