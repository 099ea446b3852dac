import { describe, expect, test } from 'vitest'
import { drawFigure } from '../../src/charts/index.ts'
import { datasetFigure } from '../../src/contracts/figure-declaration.ts'
import { buildDeclaredFigure } from '../../src/subjects/figures/declared-figure.ts'
import { changeTable, withValue } from './changed.ts'
import { CITY, PLACES } from './city.ts'

const flow = { dataset: 'cases', table: 'flow' }
const ratings = { dataset: 'satisfaction', table: 'districts' }
const parse = (figure: object) => datasetFigure.parse({ id: 'declared', ...figure })
const titleOf = (figure: object, ...at: [site?: typeof CITY, place?: object]) =>
  buildDeclaredFigure(at[0] ?? CITY, parse(figure), at[1])?.title

const KINDS: [string, object][] = [
  ['line', { ...flow, kind: 'line', measure: 'accepted' }],
  ['multiples', { ...flow, kind: 'multiples', measure: 'on_time_rate', series: 'place' }],
  ['interval', { ...ratings, kind: 'interval', measure: 'top2_rate', series: 'place' }],
  ['stacked', { dataset: 'cases', table: 'level', kind: 'stacked', measure: 'closed', series: 'level', share: true }],
  ['heat', { ...flow, kind: 'heat', measure: 'accepted', worse: 'high' }],
  ['funnel', { ...flow, kind: 'funnel', measures: ['due', 'closed_on_time'] }],
  [
    'dwell',
    {
      ...flow,
      kind: 'dwell',
      stages: [{ id: 'all', label: { zh: '全程', en: 'All' }, median: 'hours_median', p90: 'hours_p90' }],
    },
  ],
  ['likert', { ...ratings, kind: 'likert', measures: ['a', 'b', 'c', 'd'], n: 'rated', over: 'place' }],
  [
    'pyramid',
    {
      dataset: 'population',
      table: 'age-sex',
      kind: 'pyramid',
      measure: 'persons',
      over: 'band',
      series: 'sex',
      only: ['male', 'female'],
    },
  ],
]

describe('each kind of chart can be declared', () => {
  test.each(KINDS)('%s', (kind, figure) => {
    const spec = buildDeclaredFigure(CITY, parse(figure))
    if (!spec) throw new Error('nothing to draw')
    expect(spec.kind).toBe(kind)
    for (const lang of ['zh', 'en'] as const) {
      const drawn = drawFigure(spec, lang)
      expect(drawn.wide).toMatch(/^<svg /)
      expect(drawn.table.rows.length).toBeGreaterThan(0)
      expect(spec.title[lang]).not.toMatch(/\d{6}|undefined|null/)
    }
  })

  test('tiles, of the districts that have a place in the grid', () => {
    const spec = buildDeclaredFigure(CITY, parse({ ...flow, kind: 'tiles', measure: 'hours_median', worse: 'high' }))
    expect(spec?.kind === 'tiles' && spec.tiles.map((tile) => tile.label.zh)).toEqual(
      PLACES.listChildren('990100', '2026-10-31').flatMap((place) => (place.tile ? [place.names.zh] : [])),
    )
  })
})

describe('the title of a declared figure', () => {
  const makeRates = (first: number, second: number) =>
    changeTable(CITY, 'cases/flow', (row) => {
      const hits = row.key.place === '990102' ? second : first
      return withValue(withValue(withValue(row, 'due', 1000), 'closed_on_time', hits * 10), 'on_time_rate', hits)
    })
  const lines = { ...flow, kind: 'line', measure: 'on_time_rate', series: 'place', from: '2026-10' }

  test('names places, and never ranks the city above its own districts', () => {
    expect(titleOf(lines, makeRates(90, 60))).toEqual({
      zh: '锦中区最高，90.0%',
      en: 'Jinzhong District is highest, 90.0%',
    })
  })

  test('ranks no rates that are less than a point apart', () => {
    expect(titleOf(lines, makeRates(90, 89.5))).toEqual({
      zh: '按期办结率：云锦市90.0%，锦中区90.0%，栖云区89.5%',
      en: 'On-time rate: Yunjin 90.0%, Jinzhong District 90.0%, Qiyun District 89.5%',
    })
  })

  test('calls nothing the highest where there is one line', () => {
    expect(titleOf({ ...flow, kind: 'line', measure: 'accepted' })?.en).toMatch(/^Accepted: \d+ cases? in April 2026, /)
  })

  test('is that of the declaration where it has one', () => {
    const title = { zh: '快慢', en: 'How fast' }
    expect(titleOf({ ...flow, kind: 'line', measure: 'accepted', title })).toEqual(title)
  })
})

test('a figure that fixes no place is that of the page, up to its month', () => {
  const figure = parse({ ...flow, kind: 'line', measure: 'accepted' })
  const [city, district] = [undefined, '990102'].map((place) =>
    buildDeclaredFigure(CITY, figure, { ...(place ? { place } : {}), until: '2026-06' }),
  )
  if (city?.kind !== 'line' || district?.kind !== 'line') throw new Error('two lines')
  expect(city.series[0]?.points.map(({ x }) => x)).toEqual(['2026-04', '2026-05', '2026-06'])
  const findValue = (spec: typeof city) => spec.series[0]?.points.at(-1)?.cell.value
  expect(findValue(district)).toBeLessThan(findValue(city) ?? 0)
})
