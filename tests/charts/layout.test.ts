import { describe, expect, test } from 'vitest'
import { getPeriodAfter, monthsOf } from '../../src/calendar/period.ts'
import { makeRelative, round } from '../../src/charts/paths.ts'
import { computeQuantiles, quantise, scaleOf } from '../../src/charts/scale.ts'
import { balance, measureText, spread, wrap } from '../../src/charts/text-layout.ts'
import { chooseTimeTicks, makeTimeAxis } from '../../src/charts/time.ts'

test('a Chinese character is one em wide, a digit less', () => {
  expect(measureText('按期办结率', 12)).toBe(60)
  expect(measureText('12', 10)).toBeLessThan(15)
})

test.each([
  ['改按常住人口统计，前后不可比', 9, ['改按常住人口统计，', '前后不可比']],
  ['Counted by residence', 8, ['Counted by', 'residence']],
  ['锦中区', 10, ['锦中区']],
  ['', 10, []],
])('%s wraps at %d em', (text, limit, lines) => {
  expect(wrap(text, limit)).toEqual(lines)
})

test('a line rather ends behind a comma, else lines are even', () => {
  expect(balance('改按常住人口统计，前后不可比', 12)).toEqual(['改按常住人口统计，', '前后不可比'])
  expect(balance('化学原料和化学制品制造业', 11)).toEqual(['化学原料和化', '学制品制造业'])
})

test('labels are moved apart, stay in order and inside', () => {
  const middles = spread(
    [
      { middle: 50, size: 20 },
      { middle: 52, size: 20 },
      { middle: 199, size: 20 },
    ],
    0,
    200,
  )
  expect(middles).toEqual([50, 70, 190])
})

describe('scales', () => {
  test.each([
    [[0, 1284], true, [0, 500, 1000, 1500]],
    [[81.4, 93.9], false, [80, 85, 90, 95]],
    [[-3, 4], true, [-4, -2, 0, 2, 4]],
    [[5, 5], false, [4, 4.5, 5, 5.5, 6]],
    [[], true, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('%j, from zero %s', (values, zero, ticks) => {
    expect(scaleOf(values, { from: 100, to: 0, count: 4 }, zero).ticks).toEqual(ticks)
  })

  test.each([
    [[0, 1], 0, [0, 1]],
    [[0, 0], 0, [0, 1]],
    [[0, 3], 0, [0, 1, 2, 3]],
    [[5, 5], 0, [4, 5, 6]],
    [[0.1, 0.2], 1, [0.1, 0.2]],
    [[0, 1284], 0, [0, 500, 1000, 1500]],
  ])('%j of a measure with %i decimals: no tick has more', (values, decimals, ticks) => {
    expect(scaleOf(values, { from: 100, to: 0, count: 4, decimals }, values[0] === 0).ticks).toEqual(ticks)
  })

  test('five steps between the least and the greatest value', () => {
    const { bounds, findStep } = quantise([0, 100], 5)
    expect(bounds).toEqual([0, 20, 40, 60, 80, 100])
    expect([0, 19.9, 20, 99, 100].map(findStep)).toEqual([0, 0, 1, 4, 4])
  })

  test('five classes of two values each, whatever the last class is', () => {
    const { bounds, findStep } = computeQuantiles([1, 2, 3, 4, 5, 6, 7, 8, 9, 2000], 5)
    expect(bounds).toEqual([1, 3, 5, 7, 9, 2000])
    expect([1, 2, 3, 6, 8, 9, 2000].map(findStep)).toEqual([0, 0, 1, 2, 3, 4, 4])
  })

  test('equal values are one class', () => {
    const { bounds, findStep } = computeQuantiles([0, 0, 0, 0, 0, 0, 0, 1, 2, 3], 5)
    expect(bounds).toEqual([0, 2, 3])
    expect([0, 1, 2, 3].map(findStep)).toEqual([0, 0, 1, 1])
  })
})

describe('time', () => {
  test.each([
    ['2026-10', 2026 * 12 + 9],
    ['2026-Q3', 2026 * 12 + 6],
    ['2026', 2026 * 12],
    ['2026-H2', 2026 * 12 + 6],
    ['2026-11-H2', 2026 * 12 + 10.5],
    ['80-84', null],
    ['2026-13', null],
  ])('%s is month %s', (period, months) => {
    expect(monthsOf(period)).toBe(months)
  })

  test('uneven years are spaced unevenly, whatever their order', () => {
    const axis = makeTimeAxis(['1998', '1988', '1991'], 0, 100)
    expect(axis.values).toEqual(['1988', '1991', '1998'])
    expect(axis.values.map(axis.placeAt)).toEqual([0, 30, 100])
    expect(axis.placeBefore('1998')).toBe(65)
  })

  test('ticks keep apart, and the first has the year', () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      index < 2 ? `2025-${11 + index}` : `2026-${String(index - 1).padStart(2, '0')}`,
    )
    const ticks = chooseTimeTicks(makeTimeAxis(months, 20, 260), { size: 12, y: 0, min: 0, max: 280, lang: 'zh' })
    expect(ticks.map((tick) => tick.text)).toEqual(['2025年11月', '4月', '7月', '10月'])
  })

  test('weeks and half-months are placed where they begin, beside the months that they lie in', () => {
    const axis = makeTimeAxis(['2026-10', '2026-09-H2', '2026-W40', '2026-09'], 0, 300)
    expect(axis.values).toEqual(['2026-09', '2026-09-H2', '2026-W40', '2026-10'])
    // 16 and 28 September, of a month of 30 days.
    expect(axis.values.map((x) => Math.round(axis.placeAt(x)))).toEqual([0, 150, 270, 300])
  })

  test('a few weeks take the whole width', () => {
    const axis = makeTimeAxis(['2026-W41', '2026-W40', '2026-W42'], 0, 100)
    expect(['2026-W40', '2026-W42'].map(axis.placeAt)).toEqual([0, 100])
  })

  const listAfter = (first: string, count: number) => {
    const all = [first]
    while (all.length < count) all.push(getPeriodAfter(all.at(-1) ?? first))
    return all
  }
  test.each([
    ['2026-W01', 13, 'zh', ['2026', '第5周', '第7周', '第9周', '第13周']],
    ['2026-W40', 30, 'zh', ['2026年第40周', '2027', '第16周']],
    ['2026-W40', 30, 'en', ['W40 2026', 'W49', '2027', 'W5', 'W9', 'W16']],
    ['2026-07-H1', 12, 'zh', ['2026年7月上', '9月上', '11月上', '12月下']],
    ['2025-H2', 6, 'zh', ['2025年下半年', '下半年', '2027', '下半年', '2028']],
  ] as const)('ticks of periods from %s on', (first, count, lang, words) => {
    const ticks = chooseTimeTicks(makeTimeAxis(listAfter(first, count), 20, 260), {
      size: 12,
      y: 0,
      min: 0,
      max: 280,
      lang,
    })
    expect(ticks.map((tick) => tick.text)).toEqual(words)
  })
})

describe('paths', () => {
  test.each([
    ['M0,1L10,20.123L20,20.123', 'M0 1l10 19.1h10'],
    ['M0,40H470M0,90H470', 'M0 40h470M0 90h470'],
    ['M1,2V4H0.5Z', 'M1 2v2h-.5z'],
    ['M0,0L-1,-2L-3,0.04', 'M0 0l-1-2-2 2'],
  ])('%s becomes %s', (absolute, relative) => {
    expect(makeRelative(absolute)).toBe(relative)
  })

  test('a curve is not expected', () => {
    expect(() => makeRelative('M0,0C1,1,2,2,3,3')).toThrow('unexpected command in a path: C')
  })

  test.each([
    [12.34, '12.3'],
    [-0.04, '0'],
    [5, '5'],
  ])('%d is written %s', (value, text) => {
    expect(round(value)).toBe(text)
  })
})
