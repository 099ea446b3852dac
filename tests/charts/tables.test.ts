import { describe, expect, test } from 'vitest'
import type { FigureSpec } from '../../src/charts/figure.ts'
import { tableOf } from '../../src/charts/figure-table.ts'
import { csvOf } from '../../src/charts/index.ts'
import { EXAMPLES, makeCell, onTimeLine } from './chart-examples.ts'

function getExample(name: string): FigureSpec {
  const spec = EXAMPLES[name]
  if (!spec) throw new Error(`unknown example: ${name}`)
  return spec
}

describe('tables and CSV', () => {
  test.each(Object.keys(EXAMPLES))('%s has as many entries in each row as columns', (name) => {
    const table = tableOf(getExample(name))
    expect(table.rows.length).toBeGreaterThan(0)
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
    const ids = table.columns.map((column) => column.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(Object.keys(EXAMPLES))('%s gives the same CSV as before', async (name) => {
    await expect(csvOf(getExample(name))).toMatchFileSnapshot(`output/${name}.csv`)
  })

  test('labels are in two columns, headers have the unit, numbers keep their decimals, a missing value is empty and explained', () => {
    expect(csvOf(getExample('dwell'))).toBe(
      [
        'stage_zh,stage_en,median_days,p90_days,n,status',
        '受理,Acceptance,2.1,4.8,31,final',
        '审查,Review,14.6,27.5,31,final',
        '决定,Decision,3.4,6.0,31,final',
        '发证,Issue,,,0,final;median_days:not-applicable;p90_days:not-applicable',
        '',
      ].join('\n'),
    )
  })

  test('districts are rows with code and name, never headings', () => {
    const [head, ...lines] = csvOf(getExample('multiples')).trimEnd().split('\n')
    expect(head).toBe('period,code,name_zh,name_en,value_percent,status')
    expect(lines[0]).toMatch(/^\d{4}-\d{2},\d{6},[\u4e00-\u9fff]+,[A-Z]\w+( \w+)?,[\d.]*,[\w-]+$/)
    for (const name of Object.keys(EXAMPLES)) expect(csvOf(getExample(name)).split('\n')[0]).not.toMatch(/(^|,)\d/)
  })

  test('a row whose cells differ in status names the exceptions', () => {
    const lines = csvOf(getExample('line-statuses')).split('\n')
    expect(lines[0]).toBe('period,city_people,city_bound_zh,city_bound_en,plan_people,status')
    expect(lines).toContain('2000,601000,以上,at least,,final;city_people:reported;plan_people:not-applicable')
    expect(lines).toContain('2030,1420000,,,1340000,final;city_people:forecast;plan_people:reported')
  })

  test.each([
    ['%', 'value_percent'],
    [{ zh: '张/千人', en: { one: 'bed per 1,000', other: 'beds per 1,000' } }, 'value_beds_per_1000'],
    [{ zh: '女=100', en: { one: 'women = 100', other: 'women = 100' } }, 'value_women_100'],
    ['', 'value'],
    ['千瓦时', 'value_kwh'],
    ['担', 'value'],
  ])('a figure in %s has the column %s', (unit, header) => {
    expect(csvOf({ ...getExample('tiles'), unit }).split('\n')[0]).toBe(`item_zh,item_en,${header},status`)
  })

  test('a finer number than the table prints is not rounded', () => {
    const spec = getExample('tiles')
    if (spec.kind !== 'tiles') throw new Error('unknown example')
    const tiles = spec.tiles.slice(0, 2).map((tile, index) => ({ ...tile, cell: makeCell([85, 4.125][index] ?? 0) }))
    const lines = csvOf({ ...spec, decimals: 1, tiles }).split('\n')
    expect(lines.slice(1, 3)).toEqual(['锦北区,Jinbei,85.0,final', '栖云区,Qiyun,4.125,final'])
  })

  test('a small sample keeps its numbers and is marked as small', () => {
    expect(csvOf(getExample('interval'))).toContain('浦南区,Punan,83.3,60.8,94.2,18,86.0,样本过少,small sample,final\n')
    expect(csvOf(getExample('likert'))).toMatch(/^浦南区,Punan,9,6,2,1,18,,,,,样本过少,small sample,/m)
  })

  test('what lies before the first report is no gap of the table either', () => {
    const spec = onTimeLine
    const series = spec.series.map((series) => ({
      ...series,
      points: series.points.map((point, index) =>
        index < 3 ? { ...point, cell: makeCell(null, 'not-reported') } : point,
      ),
    }))
    expect(csvOf({ ...spec, series }).split('\n')[1]).toMatch(/^2026-02,90\.8,/)
  })

  test('a comma or a quote in a label is quoted', () => {
    const spec = getExample('tiles')
    if (spec.kind !== 'tiles') throw new Error('unknown example')
    const tiles = spec.tiles.slice(0, 1).map((tile) => ({ ...tile, label: { zh: '甲,乙', en: 'A "B"' } }))
    expect(csvOf({ ...spec, tiles })).toBe('item_zh,item_en,value_hours,status\n"甲,乙","A ""B""",11,final\n')
  })

  test('a share is no firmer than the counts it is made of', () => {
    const spec = getExample('funnel')
    if (spec.kind !== 'funnel') throw new Error('unknown example')
    const stages = spec.stages.map((stage, index) =>
      index === 0 ? { ...stage, cell: makeCell(1402, 'provisional') } : stage,
    )
    expect(tableOf({ ...spec, stages }).rows[1]?.[2]).toEqual({ value: 91.6, status: 'provisional' })
  })
})
