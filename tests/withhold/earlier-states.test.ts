import { describe, expect, test } from 'vitest'
import { listEarlierStates } from '../../src/withhold/earlier-states.ts'
import type { PublicTable } from '../../src/withhold/public-cells.ts'
import { audit, type Line, tableOf } from './public-tables.ts'

const SAME = [{ kind: 'same-as' as const, measure: 'rated', table: 'q', equals: 'rated' }]

/** One period of a version that one release brought. */
function versionOf(table: string, line: Line, release: number, more: Partial<PublicTable> = {}): PublicTable {
  const isSuperseded = table.includes('.')
  return tableOf(table, ['place'], [line], { isSuperseded, releases: { [line[0]]: release }, ...more })
}

/** Three months, of which release 2 replaced the second, and their quarter, which it replaced too. */
function makeTables({ august = 8 as number | null, releases = {} as object } = {}): PublicTable[] {
  const months: Line[] = [
    ['2026-07', '990100', { rated: 21 }],
    ['2026-08', '990100', { rated: 9 }],
    ['2026-09', '990100', { rated: 30 }],
  ]
  const month = tableOf('m', ['place'], months, {
    identities: SAME,
    releases: { '2026-07': 1, '2026-08': 2, '2026-09': 1 },
  })
  return [
    month,
    versionOf('m.1', ['2026-08', '990100', { rated: august }], 1, { identities: SAME }),
    versionOf('q', ['2026-Q3', '990100', { rated: 60 }], 2),
    versionOf('q.1', ['2026-Q3', '990100', { rated: 54 }], 1),
  ].map((table) => ({ ...table, ...releases }))
}

describe('states that a correction has replaced', () => {
  test('a quarter as it was gives back the month as it was', () => {
    expect(audit(...makeTables({ august: null }))).toEqual({
      exact: ['d/m.1/990100/2026-08/rated = 3'],
      narrow: ['d/m.1/990100/2026-08/rated'],
    })
  })

  test('say nothing more where the log is not at hand', () => {
    expect(audit(...makeTables({ august: null, releases: { releases: {} } }))).toEqual({ exact: [], narrow: [] })
  })

  test('are put together of the versions that were there, months of the quarter that nobody replaced among them', () => {
    const [state = [], ...more] = listEarlierStates(makeTables())
    expect(more).toEqual([])
    expect(
      state.flatMap(({ table, rows }) => rows.map(({ period, version }) => `${table} ${period} ${version}`)),
    ).toEqual(['m 2026-08 m.1', 'm 2026-07 m', 'm 2026-09 m', 'q 2026-Q3 q.1'])
  })

  test('that contradict themselves were wrong and are corrected: they stop nothing', () => {
    expect(audit(...makeTables({ august: 40 }))).toEqual({ exact: [], narrow: [] })
  })

  test('have numbers of their own: a count that is printed as before may have changed', () => {
    const same = [{ kind: 'same-as' as const, measure: 'rated', table: 'city', equals: 'rated' }]
    const makeDistricts = (few: number | null, table: string, release: number) => {
      const lines: Line[] = [
        ['2026-10', '990101', { rated: 20 }],
        ['2026-10', '990102', { rated: few }],
      ]
      const isSuperseded = table !== 't'
      return tableOf(table, ['place'], lines, { identities: same, isSuperseded, releases: { '2026-10': release } })
    }
    // 23 or 24 in all, then 27: both are printed as 25, by a file that is not replaced.
    const city = tableOf('city', [], [['2026-10', '', { rated: 25 }]], {
      printing: { n: 5, base: 5, hidesZero: false, valuesMin: 3 },
      releases: { '2026-10': 1 },
    })
    expect(audit(makeDistricts(7, 't', 2), makeDistricts(null, 't.1', 1), city)).toEqual({
      exact: [],
      narrow: ['d/t.1/990102/2026-10/rated'],
    })
  })
})
