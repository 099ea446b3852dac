import { describe, expect, test } from 'vitest'
import type { FigureSpec, LineSpec } from '../../src/charts/figure.ts'
import { csvOf, summarise, tableOf } from '../../src/charts/index.ts'
import { cell, EXAMPLES, onTimeLine } from './examples.ts'

function example(name: string): FigureSpec {
  const spec = EXAMPLES[name]
  if (!spec) throw new Error(`unknown example: ${name}`)
  return spec
}

describe('summaries', () => {
  test.each(Object.keys(EXAMPLES))('%s reads as before in both languages', async (name) => {
    const spec = example(name)
    await expect(`${summarise(spec, 'zh')}\n${summarise(spec, 'en')}\n`).toMatchFileSnapshot(`output/${name}.txt`)
  })

  const line = (values: (number | null)[], more: Partial<LineSpec> = {}): LineSpec => {
    const points = values.map((value, index) => ({
      x: `${2020 + index}`,
      cell: cell(value, value === null ? 'not-reported' : 'final'),
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
  ])('a line of %j', (values, zh, en) => {
    expect(summarise(line(values), 'zh')).toBe(zh)
    expect(summarise(line(values), 'en')).toBe(en)
  })

  test('figures on both sides of a break are not compared', () => {
    const annotations = [{ x: '2022', label: { zh: '改用新口径', en: 'New definition' }, kind: 'break' as const }]
    const spec = line([100, 110, 50, 60], { annotations })
    expect(summarise(spec, 'zh')).toBe(
      '老年人口由2020年的100人升至2021年的110人；此后（改用新口径）由2022年的50人升至2023年的60人。',
    )
    expect(summarise(spec, 'en')).toBe(
      'Older residents rose from 100 people in 2020 to 110 people in 2021; after that (New definition) it rose from 50 people in 2022 to 60 people in 2023.',
    )
  })

  test('a target is named as one, and no result is made of it', () => {
    const rule = { value: 115, label: { zh: '目标', en: 'Target' } }
    expect(summarise(line([100, 110], { rule }), 'zh')).toContain('目标为115人，最近一期未达到')
    expect(summarise(line([100, 120], { rule }), 'en')).toContain('target 115 people, met at the latest date')
  })
})

describe('tables and CSV', () => {
  test.each(Object.keys(EXAMPLES))('%s has as many entries in each row as columns', (name) => {
    const table = tableOf(example(name))
    expect(table.rows.length).toBeGreaterThan(0)
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
    const ids = table.columns.map((column) => column.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(Object.keys(EXAMPLES))('%s gives the same CSV as before', async (name) => {
    await expect(csvOf(example(name))).toMatchFileSnapshot(`output/${name}.csv`)
  })

  test('labels stand in two columns, numbers are raw, a missing value is empty and explained', () => {
    expect(csvOf(example('dwell'))).toBe(
      [
        'stage_zh,stage_en,median,p90,status',
        '受理,Acceptance,2.1,4.8,final',
        '审查,Review,14.6,27.5,final',
        '决定,Decision,3.4,6,final',
        '发证,Issue,,,not-applicable',
        '',
      ].join('\n'),
    )
  })

  test('a row whose cells differ in status names the exceptions', () => {
    const lines = csvOf(example('line-statuses')).split('\n')
    expect(lines[0]).toBe('period,city,city_bound_zh,city_bound_en,plan,status')
    expect(lines).toContain('2000,601000,以上,at least,,final;city:reported;plan:not-applicable')
    expect(lines).toContain('2030,1420000,,,1340000,final;city:forecast;plan:reported')
  })

  test('a comma or a quote in a label is quoted', () => {
    const spec = example('tiles')
    if (spec.kind !== 'tiles') throw new Error('unknown example')
    const tiles = spec.tiles.slice(0, 1).map((tile) => ({ ...tile, label: { zh: '甲,乙', en: 'A "B"' } }))
    expect(csvOf({ ...spec, tiles })).toBe('item_zh,item_en,value,status\n"甲,乙","A ""B""",11,final\n')
  })

  test('a share is no firmer than the counts it is made of', () => {
    const spec = example('funnel')
    if (spec.kind !== 'funnel') throw new Error('unknown example')
    const stages = spec.stages.map((stage, index) =>
      index === 0 ? { ...stage, cell: cell(1402, 'provisional') } : stage,
    )
    expect(tableOf({ ...spec, stages }).rows[1]?.[2]).toEqual({ value: 91.6, status: 'provisional' })
  })
})
