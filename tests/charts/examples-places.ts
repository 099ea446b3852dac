import type { FigureSpec } from '../../src/charts/figure.ts'
import {
  CASES,
  listMonths,
  makeBase,
  makeCell,
  makePlace,
  makePoints,
  places,
  REPLIES,
  YEAR,
} from './examples-parts.ts'

/** Figures whose items are the districts, and the months of three years. */
export const PLACE_EXAMPLES: Record<string, FigureSpec> = {
  likert: {
    ...makeBase(
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
      { ...makePlace(0), cells: [makeCell(62), makeCell(41), makeCell(9), makeCell(4)], n: makeCell(116) },
      { ...makePlace(1), cells: [makeCell(38), makeCell(36), makeCell(18), makeCell(14)], n: makeCell(106) },
      { ...makePlace(3), cells: [makeCell(80), makeCell(52), makeCell(8), makeCell(3)], n: makeCell(143) },
      { ...makePlace(5), cells: [makeCell(9), makeCell(6), makeCell(2), makeCell(1)], n: makeCell(18) },
      {
        ...makePlace(7),
        cells: [
          makeCell(null, 'withheld'),
          makeCell(null, 'withheld'),
          makeCell(null, 'withheld'),
          makeCell(null, 'withheld'),
        ],
        n: makeCell(null, 'withheld'),
      },
    ],
  },
  tiles: {
    ...makeBase(
      'hours',
      { zh: '栖云区的案子最慢', en: 'Cases take longest in Qiyun' },
      { zh: '每件办理时长中位数', en: 'Median hours a case' },
      '小时',
    ),
    kind: 'tiles',
    worse: 'high',
    tiles: places.map((place, index) => ({
      ...place,
      cell: index === 5 ? makeCell(null, 'not-reported') : makeCell([11, 31, 16, 9, 13, 0, 15, 20][index] ?? 0),
    })),
  },
  heat: {
    ...makeBase(
      'accepted',
      { zh: '2025年6月受理最多', en: 'June 2025 was the busiest month' },
      { zh: '受理案卷', en: 'Cases accepted' },
      CASES,
    ),
    kind: 'heat',
    worse: 'high',
    points: listMonths(2023 * 12 + 10, 36).map((x, index) => ({
      x,
      cell:
        index === 8
          ? makeCell(null, 'not-reported')
          : makeCell(Math.round(1050 + 180 * Math.sin(index / 2) + index * 7 + (index === 19 ? 560 : 0))),
    })),
  },
  multiples: {
    ...makeBase(
      'districts',
      { zh: '只有栖云区多数月份低于全市', en: 'Only Qiyun mostly runs below the city' },
      { zh: '按期办结率', en: 'On-time rate' },
      '%',
      1,
    ),
    kind: 'multiples',
    zero: false,
    panels: places.map((item, index) => ({
      ...makePlace(index),
      series: {
        id: item.id,
        label: item.label,
        role: 'now' as const,
        points: makePoints(
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
        points: makePoints(YEAR, [91, 90.4, 90.1, 89.8, 89, 88.2, 87.9, 86.1, 87, 88.4, 89.1, 89.4]),
      },
    })),
  },
  interval: {
    ...makeBase(
      'satisfied',
      { zh: '栖云区的满意率明显低于全市', en: 'Qiyun is clearly below the city' },
      { zh: '满意率 = 非常满意与满意 ÷ 有效回答', en: 'Satisfied = very satisfied and satisfied ÷ valid replies' },
      '%',
      1,
    ),
    kind: 'interval',
    rule: { value: 86, label: { zh: '全市', en: 'City' } },
    items: [
      { ...makePlace(0), cell: makeCell(88.8), low: makeCell(81.8), high: makeCell(93.3), n: makeCell(116) },
      { ...makePlace(1), cell: makeCell(69.8), low: makeCell(60.5), high: makeCell(77.7), n: makeCell(106) },
      { ...makePlace(3), cell: makeCell(92.3), low: makeCell(86.8), high: makeCell(95.6), n: makeCell(143) },
      { ...makePlace(5), cell: makeCell(83.3), low: makeCell(60.8), high: makeCell(94.2), n: makeCell(18) },
      { ...makePlace(6), cell: makeCell(84.1, 'reported'), low: null, high: null, n: null },
      { ...makePlace(7), cell: makeCell(null, 'withheld'), low: null, high: null, n: makeCell(null, 'withheld') },
    ],
  },
}
