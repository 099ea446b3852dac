import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { attack } from '../../src/withhold/attack.ts'
import { loadSolver } from '../../src/withhold/highs-solver.ts'
import type { OpenSolver } from '../../src/withhold/integer-solver.ts'
import { Contradiction, propagateBounds } from '../../src/withhold/propagate-bounds.ts'
import { buildSystem, type PublishedSystem } from '../../src/withhold/system.ts'
import { findByTrying } from './brute-force.ts'
import { buildGrid, buildSums, hideSmall } from './grids.ts'

let openSolver: OpenSolver
beforeAll(async () => {
  openSolver = await loadSolver()
})

const makeSystem = (some: Partial<PublishedSystem>): PublishedSystem => ({
  n: 5,
  base: 1,
  published: [],
  equations: [],
  hiddenAtLeast: 0,
  ...some,
})

describe('what one subtraction tells', () => {
  test('one hidden cell in a line is exact, and its value narrow', () => {
    const published = makeSystem({ published: [10, 7, null], equations: [[0, [1, 2]]] })
    expect(attack(published, openSolver)).toEqual({ exact: [[2, 3]], narrow: [2], undecided: [] })
  })

  test('本月 and 累计 side by side: last month and this month give the hidden one away', () => {
    const published = makeSystem({ published: [40, 43, null], equations: [[1, [0, 2]]] })
    expect(attack(published, openSolver).exact).toEqual([[2, 3]])
  })

  test('two hidden cells with a small sum are narrow, and not exact', () => {
    const published = makeSystem({ published: [4, null, null], equations: [[0, [1, 2]]] })
    expect(attack(published, openSolver)).toEqual({ exact: [], narrow: [1, 2], undecided: [] })
  })

  test('two hidden cells that add up to 2 are exact once the reader knows that zeros are printed', () => {
    const published = makeSystem({ published: [2, null, null], equations: [[0, [1, 2]]], hiddenAtLeast: 1 })
    expect(attack(published, openSolver).exact).toEqual([
      [1, 1],
      [2, 1],
    ])
  })

  test('two hidden cells with a large sum are safe', () => {
    const published = makeSystem({ published: [20, null, null], equations: [[0, [1, 2]]], hiddenAtLeast: 1 })
    expect(attack(published, openSolver)).toEqual({ exact: [], narrow: [], undecided: [] })
  })

  test('a hidden cell in no equation, and a hidden total of hidden cells, are safe', () => {
    const published = makeSystem({ published: [null, null, null, null], equations: [[0, [1, 2]]] })
    expect(attack(published, openSolver)).toEqual({ exact: [], narrow: [], undecided: [] })
  })
})

describe('what only all equations together tell', () => {
  test('two hidden a line, yet one cell is exact: the sums of two rows less that of two columns', () => {
    // Rows a+b=9, b+c=9, a+c=8, where no line has fewer than two hidden cells.
    const published = makeSystem({
      published: [9, 9, 8, null, null, null],
      equations: [
        [0, [3, 4]],
        [1, [4, 5]],
        [2, [3, 5]],
      ],
    })
    expect(attack(published, openSolver).exact).toEqual([
      [3, 4],
      [4, 5],
      [5, 4],
    ])
  })

  test('with no time left for the solver what only it could tell is undecided, and nothing is called safe', async () => {
    const published = makeSystem({
      published: [9, 9, 8, null, null, null],
      equations: [
        [0, [3, 4]],
        [1, [4, 5]],
        [2, [3, 5]],
      ],
    })
    expect(attack(published, await loadSolver(0))).toEqual({ exact: [], narrow: [], undecided: [3, 4, 5] })
  })

  test('a value that a fraction could have and a whole number cannot', () => {
    // 2a + 2b = 2·c with c printed through d: a + b + a + b = 14 leaves only whole halves.
    const published = makeSystem({
      n: 3,
      published: [7, null, null, null],
      equations: [
        [0, [1, 1, 2]],
        [3, [1, 2]],
      ],
    })
    expect(attack(published, openSolver)).toMatchObject(pick(findByTrying(published, 8)))
  })

  test('rounded margins leave room: the same line rounded to 5 is not exact', () => {
    const published = makeSystem({ base: 5, published: [10, 5, null], equations: [[0, [1, 2]]] })
    expect(attack(published, openSolver)).toEqual({ exact: [], narrow: [], undecided: [] })
  })
})

test('cells that contradict each other are refused', () => {
  const subtraction = makeSystem({ published: [3, 4, 5], equations: [[0, [1, 2]]] })
  expect(() => attack(subtraction, openSolver)).toThrow(Contradiction)
  const parity = makeSystem({ published: [null, null, 3], equations: [[2, [0, 0]]] })
  expect(() => attack(parity, openSolver)).toThrow(Contradiction)
})

test('on small systems the answer is that of trying every table of whole numbers', () => {
  const small = fc
    .record({
      rows: fc.integer({ min: 2, max: 3 }),
      columns: fc.integer({ min: 2, max: 3 }),
      cells: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 9 }),
      n: fc.integer({ min: 2, max: 3 }),
      base: fc.constantFrom(1, 1, 2, 3),
      hiddenAtLeast: fc.constantFrom(0 as const, 1 as const),
    })
    .map(({ rows, columns, cells, n, base, hiddenAtLeast }) =>
      hideSmall(buildGrid(rows, columns, cells), { n, base, hiddenAtLeast }),
    )
    .filter(({ published }) => published.filter((value) => value === null).length <= 7)
  fc.assert(
    fc.property(small, (published) => {
      const most = published.base === 1 ? 13 : 6
      const tried = findByTrying(published, most)
      fc.pre(tried.count > 0)
      const found = attack(published, openSolver)
      expect(found.undecided).toEqual([])
      // Beyond what is tried values may go on, so only what trying has seen to end can be compared with rounding.
      if (published.base === 1) expect(found).toMatchObject({ exact: tried.exact, narrow: tried.narrow })
      for (const [cell, value] of found.exact) expect(tried.exact).toContainEqual([cell, value])
    }),
    { numRuns: 60 },
  )
})

test('on overlapping sums with further cells hidden the answer is that of trying every table, rounded or not', () => {
  const systems = fc
    .record({
      cells: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 5 }),
      sums: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 4 }), {
        minLength: 2,
        maxLength: 4,
      }),
      beside: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      n: fc.integer({ min: 2, max: 4 }),
      base: fc.constantFrom(1, 1, 2, 3),
      hiddenAtLeast: fc.constantFrom(0 as const, 1 as const),
    })
    .map(({ cells, sums, beside, n, base, hiddenAtLeast }) => {
      const known = sums.map((sum) => sum.filter((cell) => cell < cells.length)).filter((sum) => sum.length > 0)
      const made = hideSmall(buildSums(cells, known), { n, base, hiddenAtLeast })
      const published = made.published.map((value, cell) =>
        beside[cell] && value !== null && value >= hiddenAtLeast ? null : value,
      )
      return { ...made, published }
    })
    .filter(({ published }) => published.filter((value) => value === null).length <= 5)
  let compared = 0
  fc.assert(
    fc.property(systems, (published) => {
      const most = 14
      const system = buildSystem(published)
      propagateBounds(system)
      const found = attack(published, openSolver)
      expect(found.undecided).toEqual([])
      const tried = findByTrying(published, most)
      // What may go on beyond what is tried cannot be compared.
      const isTried = published.published.every((value, cell) => value !== null || (system.upper[cell] ?? 0) <= most)
      if (!isTried) return
      compared += 1
      expect(found).toMatchObject({ exact: tried.exact, narrow: tried.narrow })
    }),
    { numRuns: 200 },
  )
  expect(compared).toBeGreaterThan(30)
})

test('hiding small cells alone, with exact totals, gives many away: the attacker is known to see', () => {
  const cells = Array.from({ length: 64 }, (_, index) => (index * 7) % 23)
  const { exact } = attack(hideSmall(buildGrid(8, 8, cells), { n: 5, base: 1, hiddenAtLeast: 1 }), openSolver)
  expect(exact.length).toBeGreaterThan(5)
  for (const [cell, value] of exact) expect(value).toBe(buildGrid(8, 8, cells).values[cell])
})

function pick({ exact, narrow }: { exact: [number, number][]; narrow: number[] }) {
  return { exact, narrow }
}
