import { describe, expect, test } from 'vitest'
import type { FigureSpec, LineSpec } from '../../src/charts/figure.ts'
import { csvOf } from '../../src/charts/index.ts'
import { summarise } from '../../src/charts/summary.ts'
import { EXAMPLES, makeCell, onTimeLine } from './chart-examples.ts'

function getExample(name: string): FigureSpec {
  const spec = EXAMPLES[name]
  if (!spec) throw new Error(`unknown example: ${name}`)
  return spec
}

describe('summaries', () => {
  test.each(Object.keys(EXAMPLES))('%s reads as before in both languages', async (name) => {
    const spec = getExample(name)
    await expect(`${summarise(spec, 'zh')}\n${summarise(spec, 'en')}\n`).toMatchFileSnapshot(`output/${name}.txt`)
  })

  test('a published sum of answers is said, where rounded answers do not add up to it', () => {
    const spec = getExample('likert')
    if (spec.kind !== 'likert' || !spec.items[0]) throw new Error('unknown example')
    const grades = [200, 165, 35, 15].map((count) => makeCell(count))
    const item = { ...spec.items[0], cells: grades, n: makeCell(415), good: makeCell(360) }
    const said = summarise({ ...spec, items: [item], shareDecimals: 0 }, 'zh')
    expect(said).toContain(`${item.label.zh}87%（n = 415）`)
  })

  const makeLine = (values: (number | null)[], more: Partial<LineSpec> = {}): LineSpec => {
    const points = values.map((value, index) => ({
      x: `${2020 + index}`,
      cell: makeCell(value, value === null ? 'not-reported' : 'final'),
    }))
    const measure = { zh: '老年人口', en: 'Older residents' }
    const { rule: _, annotations: __, ...base } = onTimeLine
    return {
      ...base,
      unit: '人',
      decimals: 0,
      measure,
      series: [{ id: 'now', label: measure, role: 'now', points }],
      ...more,
    }
  }

  test.each([
    [
      [100, 120],
      '老年人口由2020年的100人升至2021年的120人。',
      'Older residents rose from 100 people in 2020 to 120 people in 2021.',
    ],
    [[120, 120], '老年人口2020年与2021年均为120人。', 'Older residents stood at 120 people both in 2020 and in 2021.'],
    [[120], '老年人口2020年为120人。', 'Older residents stood at 120 people in 2020.'],
    [
      [100, 300, 50, 20000],
      '老年人口由2020年的100人升至2023年的2万人，其间2022年最低，为50人。',
      'Older residents rose from 100 people in 2020 to 20,000 people in 2023, with a low of 50 people in 2022.',
    ],
    [
      [100, null, 90],
      '老年人口由2020年的100人降至2022年的90人；2021年未报。',
      'Older residents fell from 100 people in 2020 to 90 people in 2022; 2021: not reported.',
    ],
    [[null, null], '2020年、2021年未报。', '2020 and 2021: not reported.'],
    [
      [null, null, 100, 120],
      '老年人口由2022年的100人升至2023年的120人。',
      'Older residents rose from 100 people in 2022 to 120 people in 2023.',
    ],
    [[null, 100], '老年人口2021年为100人。', 'Older residents stood at 100 people in 2021.'],
    [
      [100, 300, 300, 120],
      '老年人口由2020年的100人升至2023年的120人，其间2021年、2022年最高，为300人。',
      'Older residents rose from 100 people in 2020 to 120 people in 2023, with a high of 300 people in 2021 and 2022.',
    ],
    [
      [3, 0, 0, 5, 0, 0, 2],
      '老年人口由2020年的3人降至2026年的2人，其间2023年最高，为5人，多数年份为0人。',
      'Older residents fell from 3 people in 2020 to 2 people in 2026, with a high of 5 people in 2023, 0 people in most years.',
    ],
    [
      [3, 0, 0, 0, 4, 5, 2],
      '老年人口由2020年的3人降至2026年的2人，其间2025年最高，为5人。',
      'Older residents fell from 3 people in 2020 to 2 people in 2026, with a high of 5 people in 2025.',
    ],
    [
      [410000, 371200],
      '老年人口由2020年的41.00万人降至2021年的37.12万人。',
      'Older residents fell from 410,000 people in 2020 to 371,200 people in 2021.',
    ],
  ])('a line of %j', (values, zh, en) => {
    expect(summarise(makeLine(values), 'zh')).toBe(zh)
    expect(summarise(makeLine(values), 'en')).toBe(en)
  })

  test('what is derived is named so, and no movement starts at it', () => {
    const derived = { zh: '推算上限', en: 'computed upper bound' }
    const spec = makeLine([50, 100, 120])
    const series = spec.series.map((series) => ({
      ...series,
      points: series.points.map((point, index) =>
        index === 0 ? { ...point, bound: 'at-most' as const, derived } : point,
      ),
    }))
    expect(summarise({ ...spec, series }, 'zh')).toBe(
      '老年人口由2021年的100人升至2022年的120人；2020年为50人以下（推算上限）。',
    )
    expect(summarise({ ...spec, series }, 'en')).toBe(
      'Older residents rose from 100 people in 2021 to 120 people in 2022; 2020: at most 50 people (computed upper bound).',
    )
    expect(
      csvOf({ ...spec, series })
        .split('\n')
        .slice(0, 3),
    ).toEqual([
      'period,now_people,now_bound_zh,now_bound_en,now_remark_zh,now_remark_en,status',
      '2020,50,以下,at most,推算上限,computed upper bound,final',
      '2021,100,,,,,final',
    ])
  })

  test('among several lines, the sentence names its line', () => {
    const spec = makeLine([100, 120])
    const [first] = spec.series
    if (!first) throw new Error('a line has a series')
    const now = { ...first, label: { zh: '全市', en: 'City' } }
    const other = { ...now, id: 'other', role: 'reference' as const }
    expect(summarise({ ...spec, series: [now] }, 'zh')).toMatch(/^老年人口由2020年/)
    expect(summarise({ ...spec, series: [now, other] }, 'zh')).toMatch(/^老年人口（全市）由2020年/)
  })

  const makeInterval = (rates: readonly [value: number, low: number, high: number][]): FigureSpec => {
    const spec = getExample('interval')
    if (spec.kind !== 'interval') throw new Error('unknown example')
    const items = rates.map(([value, low, high], index) => ({
      id: `${index}`,
      label: { zh: `${index + 1}区`, en: `District ${index + 1}` },
      cell: makeCell(value),
      low: makeCell(low),
      high: makeCell(high),
      n: makeCell(100),
    }))
    return { ...spec, items }
  }

  test('where nothing differs from the rule, nothing is ranked', () => {
    const spec = makeInterval([
      [84, 80, 88],
      [87, 82, 91],
    ])
    expect(summarise(spec, 'zh')).toBe('满意率与全市86.0%相比，差别都在误差之内。')
    expect(summarise(spec, 'en')).toBe('Satisfied: no difference from the city (86.0%) goes beyond chance.')
  })

  test('ends that many share are left out, and two are both named', () => {
    const spec = getExample('tiles')
    if (spec.kind !== 'tiles') throw new Error('unknown example')
    const summariseHours = (values: number[]) =>
      summarise(
        {
          ...spec,
          tiles: spec.tiles.slice(0, values.length).map((tile, at) => ({ ...tile, cell: makeCell(values[at] ?? 0) })),
        },
        'zh',
      )
    expect(summariseHours([9, 9, 5, 4])).toBe('每件办理时长中位数：锦北区、栖云区最高，为9小时，锦中区最低，为4小时。')
    expect(summariseHours([9, 5, 5, 5])).toBe('每件办理时长中位数：锦北区最高，为9小时，多数为5小时。')
    expect(summariseHours([9, 9, 9, 5, 5, 5])).toBe('每件办理时长中位数在5小时与9小时之间。')
    expect(summariseHours([5, 5, 5])).toBe('每件办理时长中位数均为5小时。')
  })

  test('one bar over time does not move', () => {
    const spec = getExample('stacked')
    if (spec.kind !== 'stacked') throw new Error('unknown example')
    const single = { ...spec, share: false, bars: spec.bars.slice(0, 1), cells: spec.cells.slice(0, 1) }
    expect(summarise(single, 'zh')).toBe('2025年11月，网格、社区为620件，街道为310件，区为128件，市为31件。')
    expect(summarise(single, 'en')).toBe(
      'In November 2025: community 620 cases, subdistrict 310 cases, district 128 cases, city 31 cases.',
    )
  })

  test('figures on both sides of a break are not compared', () => {
    const annotations = [{ x: '2022', label: { zh: '改用新口径', en: 'New definition' }, kind: 'break' as const }]
    const spec = makeLine([100, 110, 50, 60], { annotations })
    expect(summarise(spec, 'zh')).toBe(
      '老年人口由2020年的100人升至2021年的110人；此后（改用新口径）由2022年的50人升至2023年的60人。',
    )
    expect(summarise(spec, 'en')).toBe(
      'Older residents rose from 100 people in 2020 to 110 people in 2021; after that (New definition) it rose from 50 people in 2022 to 60 people in 2023.',
    )
  })

  test('a target is named as a target and never as a result', () => {
    const rule = { value: 115, label: { zh: '目标', en: 'Target' } }
    expect(summarise(makeLine([100, 110], { rule }), 'zh')).toContain('目标为115人，最近一期未达到')
    expect(summarise(makeLine([100, 120], { rule }), 'en')).toContain('target 115 people, met at the latest date')
  })
})
