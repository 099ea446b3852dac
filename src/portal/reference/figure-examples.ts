import type { DatasetFigure } from '../../contracts/figure-declaration.ts'

const common = { dataset: 'street-lamps', table: 'lamps' }

export const FIGURE_EXAMPLES: DatasetFigure[] = [
  {
    ...common,
    id: 'lit-rate',
    kind: 'line',
    measure: 'lit_rate',
    over: 'period',
    series: 'place',
    only: ['990201', '990202'],
    where: { light: 'led' },
    from: '2025-01',
    to: '2026-10',
    labels: { '990201': { zh: '东湾', en: 'Dongwan' } },
    title: { zh: '亮灯率', en: 'Lit rate' },
    note: { zh: '月末亮灯率为{rate}。', en: '{rate} at the end of the month.' },
    names: { zh: '亮灯率', en: 'Lit rate' },
    decimals: 1,
    period: { zh: '近两年', en: 'the last two years' },
    values: {
      rate: { measure: 'lit_rate', where: { place: '990201' }, period: '2026-10' },
      before: { where: { place: '990201' }, period: '2025-10' },
      total: { sum: ['rate', 'before'] },
      gain: { difference: ['rate', 'before'], unit: '百分点', decimals: 1 },
      mean: { quotient: ['total', 2], times: 1 },
    },
    when: [{ value: 'gain', above: 0, below: 100 }],
    zero: false,
    marks: [{ x: '2026-03', kind: 'event', label: { zh: '换灯', en: 'Lamps replaced' } }],
    points: [{ x: '2024-12', value: 'mean', bound: 'at-most', label: { zh: '推算', en: 'computed' } }],
  },
  { ...common, id: 'parts', kind: 'stacked', measures: ['led', 'sodium'], share: true },
  { ...common, id: 'map', kind: 'tiles', measure: 'lit_rate', worse: 'low' },
  {
    ...common,
    id: 'time',
    kind: 'dwell',
    stages: [{ id: 'repair', label: { zh: '修复', en: 'Repair' }, median: 'hours_median', p90: 'hours_p90' }],
  },
  { ...common, id: 'answers', kind: 'likert', measures: ['good', 'bad'], n: 'valid', over: 'place' },
]

export const TOPIC_EXAMPLE = {
  title: '路灯',
  summary: '各区路灯的盏数和亮灯率。',
  notFigures: ['两个区间'],
  figures: FIGURE_EXAMPLES,
  sections: [
    {
      id: 'history',
      heading: { zh: '历史', en: 'History' },
      text: [{ zh: '1990年有{first}。', en: 'In 1990 there were {first}.' }],
      values: {
        first: {
          dataset: 'street-lamps',
          table: 'lamps',
          measure: 'lamps',
          where: { place: '990201', light: ['led', 'sodium'] },
          period: '2025-01',
        },
        more: { sum: ['first', 1], unit: '米', decimals: 1 },
        less: { difference: ['first', 1] },
        half: { quotient: ['first', 2], times: 1 },
      },
      figures: FIGURE_EXAMPLES,
    },
  ],
}
