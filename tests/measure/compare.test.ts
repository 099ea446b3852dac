import { describe, expect, test } from 'vitest'
import type { Basis, Cell } from '../../src/contracts/table.ts'
import { compareCells, findEnd, findRun, isBeyondChance } from '../../src/measure/compare.ts'

const makeCell = (value: number | null, basis?: Basis): Cell => ({
  value,
  status: value === null ? 'not-reported' : 'final',
  ...(basis ? { basis } : {}),
})
const makeRate = (value: number | null, of: number | null) => makeCell(value, { kind: 'rate', of, isPercent: true })
const makeRatio = (value: number, of: number) => makeCell(value, { kind: 'rate', of, isPercent: false })
const makeCount = (value: number, step = 0) => makeCell(value, { kind: 'count', step })
const makeMedian = (value: number, of: number | null) => makeCell(value, { kind: 'quantile', of })
const makeSample = (value: number, [low, high]: [number | null, number | null], of = 500) =>
  makeCell(value, { kind: 'sample', of, low, high })

describe('a rate of a complete count', () => {
  test.each<[string, Cell, Cell, string]>([
    ['a point more, of enough cases', makeRate(81, 100), makeRate(80, 100), 'up'],
    ['a point less', makeRate(80.1, 500), makeRate(81.1, 500), 'down'],
    ['less than a point', makeRate(85.6, 645), makeRate(85.5, 700), 'level'],
    ['a tenth less than a point, which no binary fraction holds', makeRate(81, 500), makeRate(80.1, 500), 'level'],
    ['printed alike', makeRate(80, 500), makeRate(80, 700), 'same'],
    ['few cases now', makeRate(100, 29), makeRate(40, 500), 'few'],
    ['few cases before', makeRate(92.9, 500), makeRate(70, 28), 'few'],
    ['some cases, within the intervals', makeRate(92.9, 99), makeRate(88, 500), 'chance'],
    ['some cases, beyond them', makeRate(95, 60), makeRate(60, 500), 'up'],
    ['an unknown number of cases', makeRate(92.9, null), makeRate(70, 500), 'few'],
    ['not reported', makeRate(null, null), makeRate(70, 500), 'unknown'],
    ['per thousand: a part of a hundred', makeRatio(30.2, 4000), makeRatio(30, 4000), 'level'],
    ['per thousand: more', makeRatio(31, 4000), makeRatio(30, 4000), 'up'],
    ['only a bound', { ...makeRate(95, 500), status: 'at-least' }, makeRate(70, 500), 'unknown'],
  ])('%s', (_, now, before, step) => {
    expect(compareCells(now, before)).toBe(step)
  })
})

describe('a rate of a sample', () => {
  test.each<[string, Cell, Cell, string]>([
    ['intervals apart', makeSample(86, [84, 88]), makeSample(80, [78, 83.9]), 'up'],
    ['intervals that touch', makeSample(86, [84, 88]), makeSample(80, [78, 84]), 'chance'],
    ['below the target', makeSample(80, [78, 83.9]), makeCell(84), 'down'],
    ['around the target', makeSample(80, [78, 84]), makeCell(84), 'chance'],
    ['few replies', makeSample(100, [88, 100], 29), makeSample(50, [45, 55]), 'few'],
    ['an interval that is hidden', makeSample(86, [null, null]), makeSample(50, [45, 55]), 'chance'],
  ])('%s', (_, now, before, step) => {
    expect(compareCells(now, before)).toBe(step)
  })
})

describe('a count, a median, a value as printed', () => {
  test.each<[string, Cell, Cell, string]>([
    ['fewer than thirty on both sides', makeCount(29), makeCount(3), 'few'],
    ['from few to many', makeCount(30), makeCount(3), 'up'],
    ['from many to few', makeCount(0), makeCount(60), 'down'],
    ['less than a hundredth', makeCount(1009), makeCount(1000), 'level'],
    ['a hundredth', makeCount(1010), makeCount(1000), 'up'],
    ['within the rounding of people', makeCount(40, 5), makeCount(35, 5), 'level'],
    ['beyond it', makeCount(45, 5), makeCount(35, 5), 'up'],
    ['alike, however few', makeCount(3), makeCount(3), 'same'],
    ['a median of few cases', makeMedian(20, 99), makeMedian(10, 500), 'few'],
    ['a median less than a tenth longer', makeMedian(10.9, 500), makeMedian(10, 500), 'level'],
    ['a median a tenth longer', makeMedian(11, 500), makeMedian(10, 500), 'up'],
    ['a median of nobody knows how many', makeMedian(20, null), makeMedian(10, null), 'few'],
    ['life expectancy', makeCell(82.1), makeCell(82), 'up'],
  ])('%s', (_, now, before, step) => {
    expect(compareCells(now, before)).toBe(step)
  })
})

test('who wins, loses: the rule is the same from both sides', () => {
  const cells = [makeRate(80, 200), makeRate(85, 60), makeCount(50), makeCount(20), makeSample(86, [84, 88])]
  for (const a of cells) {
    for (const b of cells.filter(({ basis }) => basis?.kind === a.basis?.kind)) {
      const [there, back] = [compareCells(a, b), compareCells(b, a)]
      const turned = { up: 'down', down: 'up' } as Record<string, string>
      expect(back).toBe(turned[there] ?? there)
    }
  }
})

test('a run ends at the first step that may not be called the same way', () => {
  const run = (...rates: number[]) => findRun(rates.map((rate) => makeRate(rate, 200)))
  expect(run(60, 70, 80)).toEqual({ direction: 'up', steps: 2 })
  expect(run(60, 70, 70.4)).toEqual({ direction: 'flat', steps: 0 })
  expect(run(60, 60.4, 70)).toEqual({ direction: 'up', steps: 1 })
  expect(run(90, 60, 70)).toEqual({ direction: 'up', steps: 1 })
})

describe('an end', () => {
  const endOf = (cells: Cell[], end: 'high' | 'low') =>
    findEnd(
      cells.map((cell, id) => ({ id, cell })),
      end,
    ).map(({ id }) => id)
  test.each<[string, Cell[], 'high' | 'low', number[]]>([
    ['clear of every other', [makeRate(90, 200), makeRate(85, 200), makeRate(80, 200)], 'high', [0]],
    ['not clear of the next', [makeRate(85.5, 200), makeRate(85, 200), makeRate(80, 200)], 'high', []],
    ['at the other end', [makeRate(85.5, 200), makeRate(85, 200), makeRate(80, 200)], 'low', [2]],
    ['not clear of one that is small', [makeRate(90, 200), makeRate(85, 200), makeRate(80, 20)], 'high', []],
    ['shared', [makeCount(90), makeCount(90), makeCount(50)], 'high', [0, 1]],
    ['all alike', [makeCount(90), makeCount(90)], 'high', []],
    ['alone', [makeCount(90), makeCell(null)], 'high', []],
    ['only reported', [{ ...makeCell(90), status: 'reported' }, makeCell(50)], 'high', []],
  ])('%s', (_, cells, end, ids) => {
    expect(endOf(cells, end)).toEqual(ids)
  })
})

test('a step is appraised only beyond chance', () => {
  expect(isBeyondChance(makeRate(85, 1000), makeRate(80, 1000))).toBe(true)
  expect(isBeyondChance(makeRate(82, 200), makeRate(80, 200))).toBe(false)
  expect(isBeyondChance(makeCount(800), makeCount(600))).toBe(true)
  expect(isBeyondChance(makeCount(410), makeCount(400))).toBe(false)
  expect(isBeyondChance(makeMedian(30, 500), makeMedian(10, 500))).toBe(false)
})
