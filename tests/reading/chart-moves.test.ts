import { describe, expect, test } from 'vitest'
import { chooseStart, findNearest, move } from '../../src/reading/chart-moves.ts'
import type { ChartPoint } from '../../src/reading/chart-points.ts'

/** Points of a picture drawn with letters: each letter is a value, in the order of the alphabet within its column. */
function readPoints(...columns: readonly string[][]): ChartPoint[] {
  return columns.flatMap((lines, column) => {
    const found = lines.flatMap((line, y) =>
      [...line].flatMap((name, x) => (name === '.' ? [] : [{ name, x: x * 10, y: y * 10 }])),
    )
    return found.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ x, y }, row): ChartPoint => [column, row, x, y])
  })
}

/** `a0` is the first value of the first column. */
function nameOf(points: readonly ChartPoint[], at: number): string {
  const point = points[at]
  return point ? 'abcdefghij'.charAt(point[1]) + point[0] : ''
}

const LINE = readPoints(['.b.d', 'a.c.'], ['....', 'abcd'])
const BARS = readPoints(['a..', 'b..', '.c.'], ['.a.', '.b.', '..c'])
const AGES = readPoints(['.c', '.b', 'a.'])
const GRID = readPoints(['abc', 'def'])
const ONE = readPoints(['.b.d', 'a.c.'])

describe('a walk', () => {
  test.each([
    ['a line, at its newest value', LINE, 'd0'],
    ['bars, at the first', BARS, 'a0'],
    ['ages, at the youngest', AGES, 'a0'],
    ['a calendar, at the first cell', GRID, 'a0'],
  ] as const)('begins on %s', (_, points, start) => {
    expect(nameOf(points, chooseStart(points))).toBe(start)
  })

  test.each([
    [
      'a line',
      LINE,
      'a0',
      [
        'ArrowRight',
        'b0',
        'ArrowDown',
        'b1',
        'ArrowDown',
        'b1',
        'ArrowLeft',
        'a1',
        'ArrowLeft',
        'a1',
        'ArrowUp',
        'a0',
        'End',
        'd0',
        'ArrowRight',
        'd0',
        'Home',
        'a0',
      ],
    ],
    [
      'bars',
      BARS,
      'a0',
      [
        'ArrowDown',
        'b0',
        'ArrowRight',
        'b1',
        'ArrowRight',
        'b1',
        'ArrowDown',
        'c1',
        'ArrowUp',
        'b1',
        'ArrowLeft',
        'b0',
      ],
    ],
    ['ages, which go upwards', AGES, 'a0', ['ArrowUp', 'b0', 'ArrowUp', 'c0', 'ArrowDown', 'b0']],
    [
      'a calendar',
      GRID,
      'b0',
      ['ArrowDown', 'e0', 'ArrowDown', 'e0', 'ArrowRight', 'f0', 'ArrowUp', 'c0', 'ArrowRight', 'd0'],
    ],
    ['a line alone, where up is onward', ONE, 'a0', ['ArrowUp', 'b0', 'ArrowRight', 'c0', 'ArrowDown', 'b0']],
  ] as const)('along %s', (_, points, from, steps) => {
    let at = points.findIndex((_point, index) => nameOf(points, index) === from)
    for (let step = 0; step < steps.length; step += 2) {
      at = move(points, at, steps[step] ?? '')
      expect(nameOf(points, at), `step ${step / 2}`).toBe(steps[step + 1])
    }
  })
})

test('a place in the picture leads to the nearest value', () => {
  expect(nameOf(LINE, findNearest(LINE, 12, 4))).toBe('b0')
  expect(nameOf(LINE, findNearest(LINE, 31, 9))).toBe('d1')
})
