import type { FigureSpec } from '../../src/charts/figure.ts'
import { base, CASES, cell, months, place, places, points, REPLIES, YEAR } from './examples-parts.ts'

/** Figures whose items are the districts, and the months of three years. */
export const PLACE_EXAMPLES: Record<string, FigureSpec> = {
  likert: {
    ...base(
      'grades',
      { zh: '不满意的回答以栖云区最多', en: 'Qiyun has the largest share of dissatisfied replies' },
      { zh: '有效回答', en: 'Valid replies' },
      REPLIES,
    ),
    kind: 'likert',
    grades: [
      { id: 'a', label: { zh: '非常满意', en: 'Very satisfied' } },
      { id: 'b', label: { zh: '满意', en: 'Satisfied' } },
      { id: 'c', label: { zh: '一般', en: 'Neutral' } },
      { id: 'd', label: { zh: '不满意', en: 'Dissatisfied' } },
    ],
    items: [
      { ...place(0), cells: [cell(62), cell(41), cell(9), cell(4)], n: cell(116) },
      { ...place(1), cells: [cell(38), cell(36), cell(18), cell(14)], n: cell(106) },
      { ...place(3), cells: [cell(80), cell(52), cell(8), cell(3)], n: cell(143) },
      { ...place(5), cells: [cell(9), cell(6), cell(2), cell(1)], n: cell(18) },
      {
        ...place(7),
        cells: [cell(null, 'withheld'), cell(null, 'withheld'), cell(null, 'withheld'), cell(null, 'withheld')],
        n: cell(null, 'withheld'),
      },
    ],
  },
  tiles: {
    ...base(
      'hours',
      { zh: '栖云区的案子最慢', en: 'Cases take longest in Qiyun' },
      { zh: '每件办理时长中位数', en: 'Median hours a case' },
      '小时',
    ),
    kind: 'tiles',
    worse: 'high',
    tiles: places.map((place, index) => ({
      ...place,
      cell: index === 5 ? cell(null, 'not-reported') : cell([11, 31, 16, 9, 13, 0, 15, 20][index] ?? 0),
    })),
  },
  heat: {
    ...base(
      'accepted',
      { zh: '2025年6月受理最多', en: 'June 2025 was the busiest month' },
      { zh: '受理案卷', en: 'Cases accepted' },
      CASES,
    ),
    kind: 'heat',
    worse: 'high',
    points: months(2023 * 12 + 10, 36).map((x, index) => ({
      x,
      cell:
        index === 8
          ? cell(null, 'not-reported')
          : cell(Math.round(1050 + 180 * Math.sin(index / 2) + index * 7 + (index === 19 ? 560 : 0))),
    })),
  },
  multiples: {
    ...base(
      'districts',
      { zh: '只有栖云区多数月份低于全市', en: 'Only Qiyun mostly runs below the city' },
      { zh: '按期办结率', en: 'On-time rate' },
      '%',
      1,
    ),
    kind: 'multiples',
    zero: false,
    panels: places.map((item, index) => ({
      ...place(index),
      series: {
        id: item.id,
        label: item.label,
        role: 'now' as const,
        points: points(
          YEAR,
          YEAR.map((_, at) => 90 - (index === 1 ? 7 : 0) + 3 * Math.sin(at / 2 + index)).map(
            (value) => Math.round(value * 10) / 10,
          ),
        ),
      },
      reference: {
        id: '9901',
        label: { zh: '全市', en: 'City' },
        role: 'reference' as const,
        points: points(YEAR, [91, 90.4, 90.1, 89.8, 89, 88.2, 87.9, 86.1, 87, 88.4, 89.1, 89.4]),
      },
    })),
  },
  interval: {
    ...base(
      'satisfied',
      { zh: '栖云区的满意率明显低于全市', en: 'Qiyun is clearly below the city' },
      { zh: '满意率 = 非常满意与满意 ÷ 有效回答', en: 'Satisfied = very satisfied and satisfied ÷ valid replies' },
      '%',
      1,
    ),
    kind: 'interval',
    rule: { value: 86, label: { zh: '全市', en: 'City' } },
    items: [
      { ...place(0), cell: cell(88.8), low: cell(81.8), high: cell(93.3), n: cell(116) },
      { ...place(1), cell: cell(69.8), low: cell(60.5), high: cell(77.7), n: cell(106) },
      { ...place(3), cell: cell(92.3), low: cell(86.8), high: cell(95.6), n: cell(143) },
      { ...place(5), cell: cell(83.3), low: cell(60.8), high: cell(94.2), n: cell(18) },
      { ...place(6), cell: cell(84.1, 'reported'), low: null, high: null, n: null },
      { ...place(7), cell: cell(null, 'withheld'), low: null, high: null, n: cell(null, 'withheld') },
    ],
  },
}
