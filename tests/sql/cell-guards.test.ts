import { expect, test } from 'vitest'
import { loadRaw, openDuckDb, queryRows } from '../../scripts/sql/duckdb.ts'
import { DuplicateWatch } from '../../src/check/row/duplicates.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { compileContract } from '../../src/sql/compile-contract.ts'
import { EVERY_KIND, PLACES_OF_EVERY_KIND } from '../accept/every-kind.ts'

/** A row that keeps every rule. */
const GOOD: Record<string, string | null> = {
  number: 'N-1',
  place: '990101',
  month: '2026-10',
  started: '2026-10-05 09:30',
  ended: '2026-10-06 09:30',
  day: '2026-10-07',
  year: '2026',
  sort: 'a',
  answer: 'yes',
  persons: '10',
  women: '4',
  men: '4',
  tonnes: '3.25',
  code: '91110000000000001H',
  title: null,
  absent: null,
}

const CODES: Contract = {
  ...EVERY_KIND,
  columns: {
    ...EVERY_KIND.columns,
    permit: { ...declareColumn('许可证编号'), type: { kind: 'permit-number' } },
    grid: { ...declareColumn('网格编码'), type: { kind: 'grid-code' } },
    share: { ...declareColumn('占比'), type: { kind: 'percent', as: 'percent' } },
  },
  rules: [],
}
const GOOD_CODES = { ...GOOD, permit: '91110000000000001H001P', grid: '990101001001001', share: '12.5' }

function declareColumn(zh: string) {
  return { names: { zh, en: zh }, privacy: 'dimension', optional: true } as const
}

/** Texts that no reader of ours hands over: whatever did, the engine does not take them. */
const BAD: [column: string, text: string | null, fault: string][] = [
  ['number', null, 'value-missing:number'],
  ['number', 'N-123456789012345678901', 'text-too-long:number'],
  ['place', '锦中区', 'place-unknown:place'],
  ['place', '9901', 'place-unknown:place'],
  ['place', '990103', 'place-not-valid:place'],
  ['month', '2026-13', 'month-format:month'],
  ['started', '2026-10-05 24:00', 'datetime-format:started'],
  ['started', '2026-02-30 09:30', 'date-nonexistent:started'],
  ['day', '2026/10/07', 'date-format:day'],
  ['day', '2026-11-31', 'date-nonexistent:day'],
  ['year', '1799', 'year-format:year'],
  ['sort', '甲类', 'value-unlisted:sort'],
  ['answer', '是', 'value-unlisted:answer'],
  ['persons', '1,200', 'number-format:persons'],
  ['persons', '12.5', 'number-format:persons'],
  ['persons', '１２', 'number-format:persons'],
  ['persons', '501', 'number-out-of-range:persons'],
  ['persons', '-1', 'number-out-of-range:persons'],
  ['tonnes', '1e5', 'number-format:tonnes'],
  ['tonnes', '0.1234567', 'number-format:tonnes'],
  ['code', '91110000000000001X', 'code-check:code'],
  ['code', '9111000000000000IH', 'code-letter:code'],
  ['code', '9111000000000000', 'code-format:code'],
  ['permit', '91110000000000001X001P', 'code-check:permit'],
  ['permit', '91110000000000001H000P', 'code-sequence:permit'],
  ['permit', '91110000000000001H001', 'code-format:permit'],
  ['grid', '990101001001000', 'code-sequence:grid'],
  ['grid', '050101001001001', 'code-county:grid'],
  ['grid', '99010100100100', 'code-sequence:grid'],
  ['share', '100.5', 'number-out-of-range:share'],
]

test('a text of another form is refused under the rule of its column', async () => {
  const rows = BAD.map(([column, text], index) => ({ ...GOOD_CODES, number: `N-${index + 2}`, [column]: text }))
  expect(await listFaults(CODES, [GOOD_CODES, ...rows])).toEqual(
    new Map(BAD.map(([, , fault], index) => [index + 2, fault])),
  )
})

test('a key that is there twice is refused, and the first row counts', async () => {
  const rows = [GOOD, { ...GOOD, number: 'N-2' }, { ...GOOD, year: '2025' }, { ...GOOD, number: 'N-2' }]
  expect(await listFaults({ ...EVERY_KIND, rules: [] }, rows)).toEqual(
    new Map([
      [3, 'key-duplicate:number'],
      [4, 'row-duplicate:number'],
    ]),
  )
})

test('rows that repeat earlier rows one after the other are a block, as in the line', async () => {
  const rowsOf = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, nth) => ({ ...GOOD, number: `N-${from + nth}` }))
  const broken = { ...GOOD, number: 'N-99', sort: '甲类' }
  const changed = { ...GOOD, number: 'N-14', year: '2025' }
  // Lines 1–20, a block of five, four rows that are no block, and a block that a row of the same key parts in two.
  const rows = [
    ...[...rowsOf(1, 20), broken, ...rowsOf(3, 7), ...rowsOf(1, 4)],
    ...[...rowsOf(9, 13), changed, ...rowsOf(15, 18)],
  ]
  const found = await listFaults({ ...EVERY_KIND, rules: [] }, rows)
  const wanted = [
    ...Array.from({ length: 5 }, () => 'block-duplicate:number'),
    ...Array.from({ length: 4 }, () => 'row-duplicate:number'),
    ...Array.from({ length: 5 }, () => 'block-duplicate:number'),
    'key-duplicate:number',
    ...Array.from({ length: 4 }, () => 'row-duplicate:number'),
  ]
  expect(found).toEqual(
    new Map([[21, 'value-unlisted:sort'], ...wanted.map((fault, nth) => [22 + nth, fault] as const)]),
  )
  const watch = new DuplicateWatch(EVERY_KIND)
  for (const [nth, values] of rows.entries())
    if (values !== broken) watch.see({ ...ROW, row: nth + 1, values }, { row: nth + 1 })
  expect(watch.listProblems().map(({ rule, row }) => [row, `${rule}:number`])).toEqual(
    [...found].filter(([line]) => line !== 21 && ![23, 24, 25, 26, 32, 33, 34, 35].includes(line)),
  )
})

/** Where a row of the line stood. */
const ROW = { file: 'a.csv', sheet: null }

/** Faults by line, which are counted from 1. */
async function listFaults(
  contract: Contract,
  rows: readonly Record<string, string | null>[],
): Promise<Map<number, string>> {
  const { statements, faultsQuery } = compileContract(contract, { places: PLACES_OF_EVERY_KIND, dialect: 'duckdb' })
  const handed = rows.map((cells, index) => ({ line: index + 1, ordinal: index, cells }))
  const file = { file: 'a.csv', period: '2026-10', firstDay: '2026-10-01', lastDay: '2026-10-31', handed }
  const connection = await openDuckDb()
  await loadRaw(connection, contract, [file])
  for (const statement of statements) await connection.run(statement)
  const found = await queryRows(connection, faultsQuery)
  return new Map(found.map(({ line, faults }) => [Number(line), String(faults)]))
}
