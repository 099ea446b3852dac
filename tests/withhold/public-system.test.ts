import { describe, expect, test } from 'vitest'
import { buildPublicSystem } from '../../src/withhold/public-system.ts'
import { audit, type Line, PERSONS, PLACES, tableOf } from './public-tables.ts'

describe('with exact totals beside them, hidden counts can be worked out', () => {
  test('over places: the city less its other districts', () => {
    const table = tableOf('t', ['place'], PLACES, { identities: [{ kind: 'adds-up', measures: ['rated'] }] })
    expect(audit(table)).toEqual({ exact: ['d/t/990102/2026-10/rated = 3'], narrow: ['d/t/990102/2026-10/rated'] })
  })

  test('within a row: the whole less its parts', () => {
    const identities = [{ kind: 'balance' as const, plus: ['a', 'b'], minus: ['c'], equals: 'd' }]
    const table = tableOf('t', ['place'], [['2026-10', '990100', { a: 10, b: null, c: 5, d: 7 }]], { identities })
    expect(audit(table).exact).toEqual(['d/t/990100/2026-10/b = 2'])
  })

  test('本月 beside 累计: this 累计 less the last', () => {
    const lines: Line[] = [
      ['2026-09', '990100', { own: 40, sum: 40 }],
      ['2026-10', '990100', { own: null, sum: 43 }],
    ]
    const identities = [{ kind: 'cumulative' as const, measure: 'sum', of: 'own' }]
    expect(audit(tableOf('t', ['place'], lines, { identities })).exact).toEqual(['d/t/990100/2026-10/own = 3'])
  })

  test('over tables and months: a quarter by class less the months of the city', () => {
    const months = ['07', '08', '09'].map((month): Line => [`2026-${month}`, '990100', { rated: 10 }])
    const byClass: Line[] = [
      ['2026-Q3', '990100 01', { rated: 26 }],
      ['2026-Q3', '990100 02', { rated: null }],
    ]
    const identities = [{ kind: 'same-as' as const, measure: 'rated', table: 'all', equals: 'rated' }]
    const fine = tableOf('class', ['place', 'major'], byClass, { identities })
    expect(audit(tableOf('all', ['place'], months), fine).exact).toEqual(['d/class/990100,02/2026-Q3/rated = 4'])
    // Two months are no quarter.
    expect(audit(tableOf('all', ['place'], months.slice(1)), fine)).toEqual({ exact: [], narrow: [] })
  })

  test('a limit: of ten asked and nine not reached, one was', () => {
    const identities = [
      { kind: 'at-most' as const, a: 'reached', b: 'asked' },
      { kind: 'balance' as const, plus: ['reached', 'missed'], minus: [], equals: 'asked' },
    ]
    const table = tableOf('t', ['place'], [['2026-10', '990100', { asked: 10, reached: null, missed: 9 }]], {
      identities,
    })
    expect(audit(table).exact).toEqual(['d/t/990100/2026-10/reached = 1'])
  })

  test('an earlier revision is attacked by itself', () => {
    const identities = [{ kind: 'adds-up' as const, measures: ['rated'] }]
    const old = tableOf('t.1', ['place'], PLACES, { identities, isSuperseded: true })
    expect(audit(old).exact).toEqual(['d/t.1/990102/2026-10/rated = 3'])
  })
})

describe('rounded to 5, the same tables give nothing away', () => {
  const roundLines = (lines: readonly Line[]): Line[] =>
    lines.map(([period, codes, counts]) => [
      period,
      codes,
      Object.fromEntries(
        Object.entries(counts).map(([id, value]) => [id, value === null ? null : Math.floor(value / 5 + 0.5) * 5]),
      ),
    ])

  test('over places', () => {
    const identities = [{ kind: 'adds-up' as const, measures: ['rated'] }]
    expect(audit(tableOf('t', ['place'], roundLines(PLACES), { identities, printing: PERSONS }))).toEqual({
      exact: [],
      narrow: [],
    })
  })

  describe('累计 of printed months, with its range', () => {
    const listMonths = (low: number, high: number): Line[] => [
      ['2026-01', '990100', { n: 10, low: null, high: null }],
      ['2026-02', '990100', { n: null, low: null, high: null }],
      ['2026-03', '990100', { n: 5, low, high }],
    ]
    const totals = [{ of: 'n', low: 'low', high: 'high' }]
    const attackMonths = (low: number, high: number) =>
      audit(tableOf('t', ['place'], listMonths(low, high), { printing: PERSONS, counts: ['n'], totals }))

    test('says nothing that the months do not say', () => {
      // 8 to 12, 1 to 4 and 5 to 7.
      expect(attackMonths(14, 23)).toEqual({ exact: [], narrow: [] })
    })

    test('made of true counts would be seen', () => {
      expect(attackMonths(23, 23).exact).toEqual(['d/t/990100/2026-02/n = 4'])
      expect(attackMonths(14, 15).narrow).toEqual(['d/t/990100/2026-02/n'])
    })

    test('is compared with all periods since January only', () => {
      const [, ...later] = listMonths(23, 23)
      expect(audit(tableOf('t', ['place'], later, { printing: PERSONS, counts: ['n'], totals })).exact).toEqual([])
    })
  })

  test('but a hidden part of a zero is no secret, and contradicts what is printed', () => {
    const lines: Line[] = [
      ['2026-10', '990100', { rated: 0 }],
      ['2026-10', '990102', { rated: null }],
    ]
    const identities = [{ kind: 'adds-up' as const, measures: ['rated'] }]
    expect(() => audit(tableOf('t', ['place'], lines, { identities, printing: PERSONS }))).toThrow()
  })

  test('fewer than three possible values are too few: of 5 to 7, five are printed beside', () => {
    const lines: Line[] = [
      ['2026-10', '990100', { rated: 5 }],
      ['2026-10', '990101', { rated: 5 }],
      ['2026-10', '990102', { rated: null }],
    ]
    const identities = [{ kind: 'adds-up' as const, measures: ['rated'] }]
    expect(audit(tableOf('t', ['place'], lines, { identities, printing: PERSONS })).narrow).toEqual([
      'd/t/990102/2026-10/rated',
    ])
  })

  test('sensitive: zero is hidden too, and five values must be possible', () => {
    const sensitive = { n: 10, base: 10, hidesZero: true, valuesMin: 5 }
    const table = tableOf('t', ['place'], [['2026-10', '990100', { rated: null }]], { printing: sensitive })
    expect(buildPublicSystem([table]).system).toMatchObject({ lower: [0], upper: [9] })
    expect(audit(table)).toEqual({ exact: [], narrow: [] })
  })
})

test('with the protection switched off a whole table gives way, and with it nothing does', () => {
  const truth = Array.from({ length: 96 }, (_, at) => (at * 11) % 41)
  const sum = (cells: readonly number[]) => cells.reduce((total, value) => total + value, 0)
  const printLines = (print: (value: number) => number | null): Line[] => {
    const lines: Line[] = []
    for (let major = 0; major < 8; major += 1) {
      const own = truth.slice(major * 12, major * 12 + 12)
      lines.push(['2026-10', `990100 ${major}`, { rated: print(sum(own)) }])
      for (const [at, value] of own.entries())
        lines.push(['2026-10', `9901${11 + at} ${major}`, { rated: print(value) }])
    }
    return lines
  }
  const identities = [{ kind: 'adds-up' as const, measures: ['rated'] }]
  const dimensions = ['place', 'major']
  const hide = (value: number) => (value > 0 && value < 5 ? null : value)
  const round = (value: number) =>
    hide(value) === null ? null : Math.max(value === 0 ? 0 : 5, Math.floor(value / 5 + 0.5) * 5)
  expect(audit(tableOf('t', dimensions, printLines(hide), { identities })).narrow.length).toBeGreaterThan(3)
  expect(audit(tableOf('t', dimensions, printLines(round), { identities, printing: PERSONS })).narrow).toEqual([])
})
