import { beforeAll, describe, expect, test } from 'vitest'
import type { Table } from '../../src/contracts/table.ts'
import { csvOf } from '../../src/store/table-csv.ts'
import { auditPublished } from '../../src/withhold/audit-published.ts'
import { loadAlternativeFinder } from '../../src/withhold/find-alternative.ts'
import { loadSolver } from '../../src/withhold/highs-solver.ts'
import type { PublicRow, PublicTable } from '../../src/withhold/public-cells.ts'
import { parsePublicRows } from '../../src/withhold/public-rows.ts'
import type { LedgerFile } from '../../src/withhold/released-cells.ts'
import type { FindAlternative } from '../../src/withhold/suppress.ts'
import { withholdTables } from '../../src/withhold/withhold-tables.ts'
import { PLACES } from '../tabulate/two-districts.ts'
import { crossOf, openFiles, rowsOf } from './people-files.ts'
import { EXACTLY } from './public-tables.ts'

let findAlternative: FindAlternative
beforeAll(async () => {
  findAlternative = await loadAlternativeFinder()
})

const [AREAS, ANSWERS] = [
  ['a', 'b', 'c'],
  ['x', 'y', 'z'],
]
const CONTRACT = { ...crossOf(AREAS, ANSWERS), exact: true as const }

function publish(counts: readonly number[]) {
  const { tables, people } = openFiles(CONTRACT, { '2026-10': rowsOf(AREAS, ANSWERS, counts) })
  return withholdTables(CONTRACT, tables, { places: PLACES, people, findAlternative })
}

/** Printed counts of a table in the order of its rows, null where hidden. */
function listPrinted(tables: readonly { table: Table }[], id: string): (number | null)[] {
  const found = tables.find(({ table }) => table.table === id)
  return found?.table.rows.map(({ cells }) => cells['n']?.value ?? null) ?? []
}

/** All values that each hidden inner cell can have, where a reader knows that none is zero, by trying every table. */
function tryAll(tables: readonly { table: Table }[], most: number): Set<number>[] {
  const [inner = [], areas = [], answers = [], [whole = null] = []] = ['cells', 'areas', 'answers', 'all'].map((id) =>
    listPrinted(tables, id),
  )
  const values: number[] = []
  const seen = inner.map(() => new Set<number>())
  const holds = (sum: number | null | undefined, cells: readonly number[]) =>
    sum == null || sum === cells.reduce((all, cell) => all + (values[cell] ?? 0), 0)
  // A line is compared as soon as its last cell has a value.
  const fits = (cell: number) =>
    (cell % 3 < 2 || holds(areas[(cell - 2) / 3], [cell - 2, cell - 1, cell])) &&
    (cell < 6 || holds(answers[cell - 6], [cell - 6, cell - 3, cell])) &&
    (cell < 8 || holds(whole, [0, 1, 2, 3, 4, 5, 6, 7, 8]))
  const visit = (cell: number): void => {
    if (cell === inner.length) for (const [at, value] of values.entries()) seen[at]?.add(value)
    if (cell === inner.length) return
    const printed = inner[cell] ?? null
    for (let value = printed ?? 1; value <= (printed ?? most); value += 1) {
      values[cell] = value
      if (fits(cell)) visit(cell + 1)
    }
  }
  visit(0)
  return seen.filter((_, at) => inner[at] === null)
}

describe('small counts among exact counts', () => {
  test('are hidden with as few others as leave three values for each', () => {
    const { tables, unsafe, proof } = publish([2, 20, 30, 25, 18, 40, 33, 27, 22])
    expect(unsafe).toEqual([])
    const cells = listPrinted(tables, 'cells')
    expect(cells[0]).toBeNull()
    expect(cells.filter((value) => value === null)).toHaveLength(4)
    expect(listPrinted(tables, 'areas')).toEqual([52, 83, 82])
    expect(proof?.suppressed).toHaveLength(4)
    expect(proof?.witnesses.length).toBeGreaterThanOrEqual(2)
    for (const values of tryAll(tables, 45)) expect(values.size).toBeGreaterThanOrEqual(3)
  })

  test.each([[[3, 4, 9, 8, 7, 6, 9, 5, 8]], [[1, 8, 9, 6, 4, 7, 8, 7, 2]], [[1, 12, 0, 9, 7, 8, 10, 6, 11]]])(
    '%j: a reader who tries every table is left with three values of each',
    (counts) => {
      const { tables, unsafe } = publish(counts)
      expect(unsafe).toEqual([])
      const found = tryAll(tables, 16)
      expect(found.length).toBeGreaterThan(1)
      for (const values of found) expect(values.size).toBeGreaterThanOrEqual(3)
    },
  )

  test('that nothing beside can hide are refused by name', () => {
    // Another dataset states the sums of areas, and the other answers of the area are zero, which is always printed.
    const { tables, people } = openFiles(CONTRACT, {
      '2026-10': rowsOf(AREAS, ANSWERS, [2, 0, 0, 9, 20, 30, 8, 18, 40]),
    })
    const shared = [{ table: 'cells', measure: 'n', dimensions: ['area'] }]
    const made = withholdTables(CONTRACT, tables, { places: PLACES, people, shared, findAlternative })
    expect(made.tables).toEqual([])
    expect(made.unsafe).toEqual([{ table: 'cells', period: '2026-10', key: ['a', 'x'], measure: 'n' }])
  })

  test('are refused where no solver is at hand', () => {
    const { tables, people } = openFiles(CONTRACT, {
      '2026-10': rowsOf(AREAS, ANSWERS, [2, 20, 30, 25, 18, 40, 33, 27, 22]),
    })
    expect(withholdTables(CONTRACT, tables, { places: PLACES, people }).unsafe).toEqual([
      { table: 'cells', period: '2026-10', key: ['a', 'x'], measure: 'n' },
    ])
  })

  test('without any small count nothing is hidden', () => {
    const { tables, proof } = publish([12, 20, 30, 25, 18, 40, 33, 27, 22])
    expect(listPrinted(tables, 'cells')).toEqual([12, 20, 30, 25, 18, 40, 33, 27, 22])
    expect(proof).toBeNull()
  })
})

describe('beside an earlier version of the same file', () => {
  const BEFORE = [2, 20, 30, 25, 18, 40, 33, 27, 22]

  /** What `publish` printed of these counts, with the people that it was made of. */
  function publishEarlier(counts: readonly number[]): LedgerFile[] {
    const { people } = openFiles(CONTRACT, { '2026-10': rowsOf(AREAS, ANSWERS, counts) })
    return publish(counts).tables.map(({ table }) => {
      const { table: id, period } = table
      return { table: id, period, revision: 1, isOfNow: false, rows: listPublicRows(table), people }
    })
  }

  const specOf = (id: string) => {
    const spec = CONTRACT.tables[id]
    if (!spec) throw new Error(`no table ${id}`)
    return spec
  }
  const dimensionsOf = (id: string) => specOf(id).dimensions.map(({ column }) => column)

  function listPublicRows(table: Table): PublicRow[] {
    const text = csvOf(table, { contract: CONTRACT, spec: specOf(table.table) }, PLACES)
    return parsePublicRows(text, { dimensions: dimensionsOf(table.table), counts: ['n'], totals: [] })
  }

  /** The tables of a reader, who knows which counts of which tables are the same. */
  function toPublicTable(id: string, rows: readonly PublicRow[], isSuperseded: boolean): PublicTable {
    const wholes = { cells: ['areas', 'answers'], areas: ['all'] }[id] ?? []
    return {
      ...{ dataset: 'd', table: isSuperseded ? `${id}.1` : id, counts: ['n'], totals: [], rows, isSuperseded },
      printing: EXACTLY,
      dimensions: dimensionsOf(id),
      identities: wholes.map((table) => ({ kind: 'same-as', measure: 'n', table, equals: 'n' })),
    }
  }

  function publishAfter(counts: readonly number[], finder?: FindAlternative) {
    const { tables, people } = openFiles(CONTRACT, { '2026-10': rowsOf(AREAS, ANSWERS, counts) })
    const ledger = publishEarlier(BEFORE)
    return withholdTables(CONTRACT, tables, {
      places: PLACES,
      people,
      ledger,
      ...(finder ? { findAlternative: finder } : {}),
    })
  }

  test('a count that is small no more stays hidden: printed, it would give the earlier count back', () => {
    const { tables, unsafe, proof } = publishAfter([6, ...BEFORE.slice(1)], findAlternative)
    expect(unsafe).toEqual([])
    expect(listPrinted(tables, 'cells')[0]).toBeNull()
    expect(proof?.earlier).toBe(4)
    // The change is known, so that each value of the later version is one of the earlier.
    for (const values of tryAll(tables, 49)) expect(values.size).toBeGreaterThanOrEqual(3)
  })

  test('another count that is corrected does not stop publishing', () => {
    const { tables, unsafe, proof } = publishAfter([...BEFORE.slice(0, 8), 23], findAlternative)
    expect(unsafe).toEqual([])
    expect(listPrinted(tables, 'cells')[0]).toBeNull()
    expect(proof?.earlier).toBe(4)
  })

  test.each([
    ['nothing is corrected', BEFORE],
    ['the small count is small no more', [6, ...BEFORE.slice(1)]],
    ['another count is corrected', [...BEFORE.slice(0, 8), 23]],
  ])('%s: whoever attacks both versions together finds nothing', async (_, counts) => {
    const after = publishAfter(counts, findAlternative)
    const found = auditPublished(
      [
        ...after.tables.map(({ table }) => toPublicTable(table.table, listPublicRows(table), false)),
        ...publishEarlier(BEFORE).map(({ table, rows }) => toPublicTable(table, rows, true)),
      ],
      await loadSolver(),
    )
    expect(found).toMatchObject({ tables: 8, exact: [], narrow: [], undecided: [] })
    expect(found.hidden).toBeGreaterThanOrEqual(8)
  })

  test('without a solver the count that was hidden is named', () => {
    expect(publishAfter([6, ...BEFORE.slice(1)])).toMatchObject({
      tables: [],
      unsafe: [{ table: 'cells', period: '2026-10', key: ['a', 'x'], measure: 'n' }],
    })
  })
})
