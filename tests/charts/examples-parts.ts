import type { FigureBase, LineSpec } from '../../src/charts/figure.ts'
import type { Cell, Status } from '../../src/contracts/table.ts'
import type { Point } from '../../src/measure/series.ts'
import type { LocalText } from '../../src/text/local-text.ts'
import type { CounterUnit, Unit } from '../../src/text/units.ts'

export function makeCell(value: number | null, status: Status = 'final'): Cell {
  return { value, status }
}

/** Things that the examples count. */
export const CASES: CounterUnit = { zh: '件', en: { one: 'case', other: 'cases' } }
export const PERMITS: CounterUnit = { zh: '张', en: { one: 'permit', other: 'permits' } }
export const REPLIES: CounterUnit = { zh: '份', en: { one: 'reply', other: 'replies' } }

export function makeBase(id: string, title: LocalText, measure: LocalText, unit: Unit, decimals = 0): FigureBase {
  const source = { zh: '网格事件', en: 'Grid cases' }
  return {
    id,
    title,
    measure,
    unit,
    decimals,
    period: { zh: '2026年10月', en: 'October 2026' },
    sources: [{ dataset: 'cases', table: 'flow', title: source, from: '2026-10', to: '2026-10', demonstration: true }],
  }
}

export function listMonths(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const month = from + index
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

export const YEAR = listMonths(2025 * 12 + 10, 12)
export const makePoints = (xs: readonly string[], values: readonly (number | null)[]): Point[] =>
  xs.map((x, index) => ({ x, cell: makeCell(values[index] ?? null, values[index] == null ? 'not-reported' : 'final') }))

export const onTimeLine: LineSpec = {
  ...makeBase(
    'on-time-rate',
    {
      zh: '按期办结率四个月回升，仍未到上年同期',
      en: 'On-time closing recovers for four months, still below last year',
    },
    { zh: '按期办结率 = 按期办结 ÷ 应结', en: 'On-time rate = closed on time ÷ due' },
    '%',
    1,
  ),
  kind: 'line',
  zero: false,
  series: [
    {
      id: 'now',
      label: { zh: '本年', en: 'This year' },
      role: 'now',
      points: makePoints(YEAR, [93.1, 92.4, 92.5, 90.8, 89.2, 86.9, 84.2, 81.4, 83.6, 85.1, 87.3, 89.4]),
    },
    {
      id: 'before',
      label: { zh: '上年同月', en: 'Year before' },
      role: 'reference',
      points: makePoints(YEAR, [93.8, 93.5, 93.9, 93.2, 93.6, 92.9, 93.4, 92.8, 93.1, 93.7, 93.3, 93.9]),
    },
  ],
  annotations: [{ x: '2026-06', label: { zh: '6月暴雨', en: 'June storm' }, kind: 'event' }],
  rule: { value: 90, label: { zh: '目标', en: 'Target' } },
}

const AGES = ['1990', '1995', '2000', '2005', '2010', '2015', '2020', '2025', '2030', '2035', '2040']

/** Every status that a point may have: forecast, withheld, not reported, not applicable, and a bound. */
export const statusLine: LineSpec = {
  ...makeBase(
    'aged-60',
    { zh: '六十岁以上人口三十年增至三倍', en: 'Residents aged 60 and over have tripled in thirty years' },
    { zh: '60岁及以上常住人口', en: 'Residents aged 60 and over' },
    '人',
  ),
  kind: 'line',
  series: [
    {
      id: 'city',
      label: { zh: '全市', en: 'City' },
      role: 'now',
      points: AGES.map((x, index) => {
        const values = [412000, 498000, 601000, null, 798000, null, 1043000, 1284310, 1420000, 1560000, 1630000]
        const status: Status[] = [
          'final',
          'final',
          'reported',
          'withheld',
          'final',
          'not-reported',
          'final',
          'provisional',
          'forecast',
          'forecast',
          'forecast',
        ]
        const point: Point = { x, cell: makeCell(values[index] ?? null, status[index] ?? 'final') }
        return x === '2000' ? { ...point, bound: 'at-least' as const } : point
      }),
    },
    {
      id: 'plan',
      label: { zh: '规划口径', en: 'Planning definition' },
      role: 'reference',
      points: AGES.slice(2).map((x, index) => ({
        x,
        cell: makeCell(index === 0 ? null : 560000 + index * 130000, index === 0 ? 'not-applicable' : 'reported'),
      })),
    },
  ],
  annotations: [
    {
      x: '2010',
      label: { zh: '改按常住人口统计，前后不可比', en: 'Counted by residence from here on; not comparable' },
      kind: 'break',
    },
    { x: '2020', label: { zh: '第七次人口普查', en: 'Seventh census' }, kind: 'event' },
  ],
}

export const BANDS = [...Array.from({ length: 20 }, (_, index) => `${index * 5}-${index * 5 + 4}`), '100+']
export const listPeople = (peak: number, size: number): Cell[] =>
  BANDS.map((_, index) =>
    makeCell(Math.round(size * Math.exp(-(((index - peak) / 6) ** 2)) * (1 + 0.16 * Math.sin(index * 1.7)))),
  )

const DISTRICTS: [string, string, string, number, number][] = [
  ['990101', '锦北区', 'Jinbei', 1, 0],
  ['990102', '栖云区', 'Qiyun', 2, 0],
  ['990103', '江桥区', 'Jiangqiao', 0, 1],
  ['990104', '锦中区', 'Jinzhong', 1, 1],
  ['990105', '锦东区', 'Jindong', 2, 1],
  ['990106', '浦南区', 'Punan', 0, 2],
  ['990107', '秦溪区', 'Qinxi', 1, 2],
  ['990108', '溧川区', 'Lichuan', 2, 2],
]
export const places = DISTRICTS.map(([id, zh, en, column, row]) => ({
  id,
  label: { zh, en },
  path: `/places/${id}/`,
  column,
  row,
}))
export const makePlace = (index: number) => {
  const { id, label, path } = places[index] as (typeof places)[number]
  return { id, label, path }
}
