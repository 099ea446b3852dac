import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '../../src/contracts/contract.ts'
import { protectionOf } from '../../src/contracts/count-protection.ts'
import type { Table } from '../../src/contracts/table.ts'
import { csvOf } from '../../src/store/table-csv.ts'
import { attack } from '../../src/withhold/attack.ts'
import { printCount } from '../../src/withhold/cell-rule.ts'
import { checkWitnesses, type Witness } from '../../src/withhold/check-proof.ts'
import { coarsen } from '../../src/withhold/coarsen.ts'
import { loadSolver } from '../../src/withhold/highs-solver.ts'
import type { OpenSolver } from '../../src/withhold/integer-solver.ts'
import { buildReleaseSystem } from '../../src/withhold/release-system.ts'
import { withholdTables } from '../../src/withhold/withhold-tables.ts'
import { PLACES } from '../tabulate/two-districts.ts'
import { crossOf, openFiles, type Rows, rowsOf, withhold } from './people-files.ts'

const PERSONS = protectionOf({ class: 'P' })
if (!PERSONS) throw new Error('persons are protected')

/** Every published text, by table and period. */
function textsOf(contract: Contract, tables: readonly { table: Table }[]): Record<string, string> {
  return Object.fromEntries(
    tables.map(({ table }) => {
      const spec = contract.tables[table.table]
      if (!spec) throw new Error(`no table ${table.table}`)
      return [`${table.table} ${table.period}`, csvOf(table, { contract, spec }, PLACES)]
    }),
  )
}

const drawCounts = (length: number, max: number) =>
  fc.array(fc.integer({ min: 0, max }), { minLength: length, maxLength: length })

const [AREAS, ANSWERS] = [
  ['a', 'b'],
  ['yes', 'no'],
] as const

test('no random table that is published tells less than three values of a hidden cell, whatever else is printed', () => {
  const contract = crossOf(AREAS, ANSWERS)
  const sumCells = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]) => [
    a,
    b,
    c,
    d,
    a + b,
    c + d,
    a + c,
    b + d,
    a + b + c + d,
  ]
  const printCells = (cells: readonly number[]) => cells.map((value) => printCount(value, PERSONS).value).join()
  // All tables of four cells up to 12, by what is printed of them: what a reader with all time in the world can do.
  const alike = new Map<string, number[][]>()
  const range = Array.from({ length: 13 }, (_, value) => value)
  for (const a of range)
    for (const b of range)
      for (const c of range)
        for (const d of range) {
          const cells = sumCells([a, b, c, d])
          const key = printCells(cells)
          const list = alike.get(key)
          if (list) list.push(cells)
          else alike.set(key, [cells])
        }
  let published = 0
  let refused = 0
  fc.assert(
    fc.property(drawCounts(4, 9), (inner) => {
      const made = withhold(contract, { '2026-07': rowsOf(AREAS, ANSWERS, inner) })
      const cells = sumCells(inner)
      const readers = alike.get(printCells(cells)) ?? []
      const hidden = [...cells.keys()].filter((cell) => printCount(cells[cell] ?? 0, PERSONS).value === null)
      const fewest = Math.min(3, ...hidden.map((cell) => new Set(readers.map((values) => values[cell])).size))
      if (made.unsafe.length === 0) {
        published += 1
        expect(fewest).toBe(3)
      } else {
        refused += 1
        expect(fewest, 'a table that could have been proven is refused').toBeLessThan(3)
      }
    }),
    { numRuns: 120, seed: 13 },
  )
  expect([published > 50, refused > 5]).toEqual([true, true])
})

describe('the attacker', () => {
  let openSolver: OpenSolver
  beforeAll(async () => {
    openSolver = await loadSolver()
  })
  const [areas, answers] = [Array.from({ length: 8 }, (_, at) => `area${at}`), ['p', 'q', 'r', 's', 't', 'u']]
  const values = areas.flatMap((_, a) => answers.map((_, b) => (a * 7 + b * b * 5 + a * b) % 19))
  const cellAt = (a: number, b: number) => a * answers.length + b
  const first = areas.length * answers.length
  const equations: [number, number[]][] = [
    ...areas.map((_, a): [number, number[]] => [first + a, answers.map((_, b) => cellAt(a, b))]),
    ...answers.map((_, b): [number, number[]] => [first + areas.length + b, areas.map((_, a) => cellAt(a, b))]),
    [first + areas.length + answers.length, areas.map((_, a) => first + a)],
  ]
  const contract = crossOf(areas, answers)

  test('finds no hidden cell in what is published', () => {
    const made = withhold(contract, { '2026-07': rowsOf(areas, answers, values) })
    expect(made.unsafe).toEqual([])
    const published = made.tables.flatMap(({ table }) => table.rows.map((row) => row.cells['n']?.value ?? null))
    expect(published.filter((value) => value === null).length).toBeGreaterThan(9)
    expect(attack({ n: 5, base: 5, published, equations, hiddenAtLeast: 1 }, openSolver).exact).toEqual([])
  })

  test('finds plenty where small cells are hidden and nothing is rounded', () => {
    const exact = withholdTables(
      { ...contract, class: 'O' },
      openFiles(contract, { '2026-07': rowsOf(areas, answers, values) }).tables,
      { places: PLACES },
    )
    const published = exact.tables.flatMap(({ table }) =>
      table.rows.map((row) => {
        const value = row.cells['n']?.value ?? 0
        return value > 0 && value < 5 ? null : value
      }),
    )
    expect(attack({ n: 5, base: 1, published, equations, hiddenAtLeast: 1 }, openSolver).exact.length).toBeGreaterThan(
      5,
    )
  })
})

describe('a witness', () => {
  const months = ['2026-07', '2026-08', '2026-09']
  const contract = crossOf(AREAS, ANSWERS)
  const files = Object.fromEntries(
    months.map((month, at) => [month, rowsOf(AREAS, ANSWERS, [30 + at, 3, 41, 12 + at * 9])]),
  )
  const { tables, people } = openFiles(contract, files)
  const step = {}
  const coarse = Object.entries(contract.tables).flatMap(([id, spec]) =>
    coarsen(
      tables.filter(({ table }) => table === id),
      { contract, spec, step, places: PLACES },
    ),
  )
  const system = buildReleaseSystem(contract, people, { tables: coarse, places: PLACES })
  const made = withholdTables(contract, tables, { places: PLACES, people })
  const witnesses = made.proof?.witnesses ?? []

  test('is another set of raw files that is published byte for byte alike', () => {
    expect(made.unsafe).toEqual([])
    expect(witnesses.length).toBeGreaterThan(1)
    const published = textsOf(contract, made.tables)
    for (const witness of witnesses) {
      const numbers = system.people.map((before, kind) => witness.find(([other]) => other === kind)?.[1] ?? before)
      const others: Record<string, Rows> = Object.fromEntries(
        months.map((month) => [
          month,
          system.kinds.flatMap(({ period, codes: [area = '', answer = ''] }, kind) =>
            Array.from({ length: period === month ? (numbers[kind] ?? 0) : 0 }, () => ({ area, answer })),
          ),
        ]),
      )
      expect(others).not.toEqual(files)
      expect(textsOf(contract, withhold(contract, others).tables)).toEqual(published)
    }
  })

  const everybody = system.people.map((number, kind) => [kind, number + 5] as const)
  test.each<[string, Witness[], RegExp | number]>([
    ['none', [], 3],
    ['those that were found', witnesses, 0],
    ['one that prints other counts', [everybody], /published differently/],
    ['half a person', [[[0, 30.5]]], /no number of people/],
    ['fewer than nobody', [[[0, -1]]], /no number of people/],
  ])('is checked by counting alone: %s', (_, some, expected) => {
    const check = () => checkWitnesses(system, some, PERSONS)
    if (expected instanceof RegExp) expect(check).toThrow(expected)
    else expect(check()).toHaveLength(expected)
  })

  test('of people who are not in the tables is no witness', () => {
    const wrong = { ...system, people: system.people.with(0, (system.people[0] ?? 0) + 1) }
    expect(() => checkWitnesses(wrong, [], PERSONS)).toThrow(/do not agree/)
  })
})

describe('a table without proof', () => {
  /** 4 and 4 of a total that is printed as 10, which 8 to 12 are: each can be nothing but 4. */
  const pinned = rowsOf(AREAS, ANSWERS, [4, 4, 0, 0])

  test('is refused with the name of a cell where its ladder ends', () => {
    const made = withhold(crossOf(AREAS, ANSWERS), { '2026-07': pinned })
    expect([made.tables, made.proof]).toEqual([[], null])
    expect(made.unsafe).toContainEqual({ table: 'cells', period: '2026-07', key: ['a', 'yes'], measure: 'n' })
  })

  test('goes up a step, and the others stay', () => {
    const contract = crossOf(AREAS, ANSWERS)
    const ladder = [{}, { period: 'quarter' as const }]
    const tables = Object.fromEntries(Object.entries(contract.tables).map(([id, spec]) => [id, { ...spec, ladder }]))
    const made = withhold({ ...contract, tables }, { '2026-07': pinned, '2026-08': pinned, '2026-09': pinned })
    expect(made.unsafe).toEqual([])
    expect(made.proof).toEqual({
      steps: { cells: 1, areas: 0, answers: 1, all: 0 },
      hidden: 0,
      witnesses: [],
      earlier: 0,
    })
    expect(made.tables.map(({ table }) => `${table.table} ${table.period}`)).toEqual([
      'cells 2026-Q3',
      'areas 2026-07',
      'areas 2026-08',
      'areas 2026-09',
      'answers 2026-Q3',
      'all 2026-07',
      'all 2026-08',
      'all 2026-09',
    ])
  })

  test('of what is sensitive shows five values of each hidden cell, zeros among them', () => {
    const contract = crossOf(AREAS, ANSWERS, 'S')
    const made = withhold(contract, { '2026': rowsOf(AREAS, ANSWERS, [40, 0, 31, 9]) })
    expect(made.unsafe).toEqual([])
    expect(made.proof?.hidden).toBe(3)
    const { tables, people } = openFiles(contract, { '2026': rowsOf(AREAS, ANSWERS, [40, 0, 31, 9]) })
    const coarse = tables.map((table) => ({ table, from: ['2026'] }))
    const system = buildReleaseSystem(contract, people, { tables: coarse, places: PLACES })
    const protection = protectionOf(contract)
    expect(protection && checkWitnesses(system, made.proof?.witnesses ?? [], protection)).toEqual([])
  })
})
