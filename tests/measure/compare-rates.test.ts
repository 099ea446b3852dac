import { expect, test } from 'vitest'
import { type CountedRate, compareRates, findRateRun } from '../../src/measure/compare-rates.ts'

const makeRated = (rate: number | null, n: number | null): CountedRate => ({
  rate: { value: rate, status: rate === null ? 'not-reported' : 'final' },
  n: { value: n, status: n === null ? 'not-reported' : 'final' },
})

test.each<[string, CountedRate, CountedRate, string]>([
  ['a point more, of enough cases', makeRated(81, 100), makeRated(80, 100), 'up'],
  ['a point less', makeRated(80.1, 500), makeRated(81.1, 500), 'down'],
  ['less than a point', makeRated(85.6, 645), makeRated(85.5, 700), 'level'],
  [
    'a tenth less than a point, of numbers that no binary fraction holds',
    makeRated(81, 500),
    makeRated(80.1, 500),
    'level',
  ],
  ['few cases now', makeRated(92.9, 99), makeRated(70, 500), 'few'],
  ['few cases before', makeRated(92.9, 500), makeRated(70, 28), 'few'],
  ['an unknown number of cases', makeRated(92.9, null), makeRated(70, 500), 'few'],
  ['not reported', makeRated(null, null), makeRated(70, 500), 'unknown'],
])('%s', (_, now, before, step) => {
  expect(compareRates(now, before)).toBe(step)
})

test('a run ends at the first step that may not be called the same way', () => {
  const run = (...rates: number[]) => findRateRun(rates.map((rate) => makeRated(rate, 200)))
  expect(run(60, 70, 80)).toEqual({ direction: 'up', steps: 2 })
  expect(run(60, 70, 70.4)).toEqual({ direction: 'flat', steps: 0 })
  expect(run(60, 60.4, 70)).toEqual({ direction: 'up', steps: 1 })
  expect(run(90, 60, 70)).toEqual({ direction: 'up', steps: 1 })
})
