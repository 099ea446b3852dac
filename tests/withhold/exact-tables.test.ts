import { describe, expect, test } from 'vitest'
import type { PublicTable } from '../../src/withhold/public-cells.ts'
import { buildPublicSystem } from '../../src/withhold/public-system.ts'
import { audit, EXACTLY, type Line, PLACES, tableOf } from './public-tables.ts'

describe('tables that are printed exactly', () => {
  const identities = [{ kind: 'adds-up' as const, measures: ['rated'] }]

  test('a hidden count may be any number but zero', () => {
    const table = tableOf('t', ['place'], [['2026-10', '990100', { rated: null }]], { printing: EXACTLY })
    expect(buildPublicSystem([table]).system).toMatchObject({ lower: [1], upper: [Number.POSITIVE_INFINITY] })
    expect(audit(table)).toEqual({ exact: [], narrow: [] })
  })

  test('a total beside one hidden count gives it back, small or not', () => {
    for (const rated of [22, 60]) {
      const lines: Line[] = [['2026-10', '990100', { rated }], ...PLACES.slice(1)]
      expect(audit(tableOf('t', ['place'], lines, { identities, printing: EXACTLY })).exact).toEqual([
        `d/t/990102/2026-10/rated = ${rated - 20}`,
      ])
    }
  })

  test('two hidden counts with a sum of 3 can be two values each, which is too few; with a sum of 9 they are safe', () => {
    const linesOf = (sum: number): Line[] => [
      ['2026-10', '990100', { rated: 20 + sum }],
      ['2026-10', '990101', { rated: null }],
      ['2026-10', '990102', { rated: null }],
      ['2026-10', '990103', { rated: 20 }],
    ]
    const auditSum = (sum: number) => audit(tableOf('t', ['place'], linesOf(sum), { identities, printing: EXACTLY }))
    expect(auditSum(3)).toEqual({ exact: [], narrow: ['d/t/990101/2026-10/rated', 'd/t/990102/2026-10/rated'] })
    expect(auditSum(9)).toEqual({ exact: [], narrow: [] })
  })

  test('what another table prints is in the same system: quarters give a hidden month back', () => {
    const months = tableOf(
      'm',
      ['place'],
      [
        ['2026-07', '990100', { rated: 21 }],
        ['2026-08', '990100', { rated: null }],
        ['2026-09', '990100', { rated: 30 }],
      ],
      { printing: EXACTLY, identities: [{ kind: 'same-as', measure: 'rated', table: 'q', equals: 'rated' }] },
    )
    const quarter = tableOf('q', ['place'], [['2026-Q3', '990100', { rated: 58 }]], { printing: EXACTLY })
    expect(audit(months, quarter).exact).toEqual(['d/m/990100/2026-08/rated = 7'])
  })

  test('累计 of true counts gives a hidden month back', () => {
    const lines: Line[] = [
      ['2026-01', '990100', { rated: 20, total: 20 }],
      ['2026-02', '990100', { rated: null, total: 29 }],
    ]
    const cumulative = [{ kind: 'cumulative' as const, measure: 'total', of: 'rated' }]
    expect(audit(tableOf('t', ['place'], lines, { identities: cumulative, printing: EXACTLY })).exact).toEqual([
      'd/t/990100/2026-02/rated = 9',
    ])
  })

  test.each([
    [0, []],
    [2, ['d/t/990100/2026-10/over_60 - over_65 = 2']],
    [5, []],
  ])('60 and over less 65 and over is a group of %i, which nobody may see if it is small', (few, exact) => {
    const bands = [{ kind: 'at-most' as const, a: 'over_65', b: 'over_60' }]
    const lines: Line[] = [['2026-10', '990100', { over_60: 40 + few, over_65: 40 }]]
    expect(audit(tableOf('t', ['place'], lines, { identities: bands, printing: EXACTLY })).exact).toEqual(exact)
  })

  describe('an earlier revision beside the newest', () => {
    const makeCity = (counts: readonly (number | null)[], more: Partial<PublicTable> = {}) => {
      const lines = counts.map((rated, at): Line => ['2026-10', `99010${at}`, { rated }])
      return tableOf('t', ['place'], lines, { identities, printing: EXACTLY, ...more })
    }
    const auditBoth = (before: readonly (number | null)[], after: readonly (number | null)[]) =>
      audit(makeCity(after), makeCity(before, { table: 't.1', isSuperseded: true }))

    test('other counts hidden and nothing changed: each version gives back what the other hides', () => {
      expect(auditBoth([60, null, null, 20, 22], [60, null, 16, null, 22]).exact).toEqual([
        'd/t/990101/2026-10/rated = 2',
        'd/t/990103/2026-10/rated = 20',
        'd/t.1/990101/2026-10/rated = 2',
        'd/t.1/990102/2026-10/rated = 16',
      ])
    })

    test('one more in all and in nothing that is printed: nearly known', () => {
      // 2 and 16 before, and one of them has one more.
      expect(auditBoth([60, null, null, 20, 22], [61, null, 16, null, 22])).toMatchObject({
        narrow: expect.arrayContaining(['d/t/990101/2026-10/rated', 'd/t.1/990101/2026-10/rated']),
      })
    })

    test('the same counts hidden in both say nothing more', () => {
      const before = [60, null, null, 20, 22]
      expect(auditBoth(before, before)).toEqual({ exact: [], narrow: [] })
      expect(auditBoth(before, [65, null, null, 20, 27])).toEqual({ exact: [], narrow: [] })
    })

    test('what cannot be true is not supposed', () => {
      // A hidden count is 24 more, though no printed count has changed.
      expect(auditBoth([60, null, null, 20, 22], [60, null, 42, null, null])).toEqual({ exact: [], narrow: [] })
    })
  })

  test('a count with decimals is no count of single persons', () => {
    const lines: Line[] = [['2026-10', '990100', { rated: 0.5 }]]
    expect(buildPublicSystem([tableOf('t', ['place'], lines, { printing: EXACTLY })]).cells).toBe(0)
  })
})
