import type { FigureSpec } from '../../src/charts/figure.ts'
import {
  BANDS,
  CASES,
  listPeople,
  makeBase,
  makeCell,
  onTimeLine,
  PERMITS,
  statusLine,
  YEAR,
} from './examples-parts.ts'
import { PLACE_EXAMPLES } from './examples-places.ts'

export { makeCell, onTimeLine } from './examples-parts.ts'

/** One figure of each kind, with its rough edges: what is missing, small, bounded or foreseen. */
export const EXAMPLES: Record<string, FigureSpec> = {
  line: onTimeLine,
  'line-statuses': statusLine,
  pyramid: {
    ...makeBase(
      'pyramid',
      { zh: '二十年间塔腰上移', en: 'The bulge has moved up in twenty-five years' },
      { zh: '常住人口', en: 'Residents' },
      '人',
    ),
    kind: 'pyramid',
    bands: BANDS,
    years: [
      { x: '2000', role: 'reference', men: listPeople(5, 182000), women: listPeople(5.4, 176000) },
      { x: '2025', role: 'now', men: listPeople(8.6, 196000), women: listPeople(9.2, 199000) },
    ],
  },
  stacked: {
    ...makeBase(
      'levels',
      { zh: '六成案卷在社区一级办完', en: 'Six in ten cases are solved in the community' },
      { zh: '办结案卷，按解决层级', en: 'Closed cases by level' },
      CASES,
    ),
    kind: 'stacked',
    share: true,
    bars: YEAR.map((x) => ({ id: x, label: { zh: x, en: x } })),
    parts: [
      { id: 'community', label: { zh: '网格、社区', en: 'Community' } },
      { id: 'subdistrict', label: { zh: '街道', en: 'Subdistrict' } },
      { id: 'district', label: { zh: '区', en: 'District' } },
      { id: 'city', label: { zh: '市', en: 'City' } },
    ],
    cells: YEAR.map((_, index) => [
      makeCell(620 + index * 5),
      makeCell(310 - index * 3),
      makeCell(128 - index),
      index === 4 ? makeCell(null, 'withheld') : makeCell(31 - (index % 3)),
    ]),
  },
  'stacked-items': {
    ...makeBase(
      'industry',
      { zh: '化工企业的重点许可最多', en: 'Chemicals hold the most key permits' },
      { zh: '有效许可证，按行业与类别', en: 'Permits in force by industry and class' },
      PERMITS,
    ),
    kind: 'stacked',
    bars: [
      { id: 'chem', label: { zh: '化学原料和化学制品制造业', en: 'Chemicals and chemical products' } },
      { id: 'metal', label: { zh: '金属制品业', en: 'Metal products' } },
      { id: 'food', label: { zh: '食品制造业', en: 'Food' } },
      { id: 'water', label: { zh: '水的生产和供应', en: 'Water supply' } },
    ],
    parts: [
      { id: 'key', label: { zh: '重点管理', en: 'Key' } },
      { id: 'simple', label: { zh: '简化管理', en: 'Simplified' } },
    ],
    cells: [
      [makeCell(128), makeCell(61)],
      [makeCell(54), makeCell(112)],
      [makeCell(17), makeCell(66)],
      [makeCell(3), makeCell(9)],
    ],
  },
  funnel: {
    ...makeBase(
      'funnel',
      { zh: '受理的案卷九成六当月派出', en: 'Of the cases accepted, 96% were dispatched' },
      { zh: '当月受理案卷的去向', en: 'Progress of cases accepted in the month' },
      CASES,
    ),
    kind: 'funnel',
    stages: [
      { id: 'reported', label: { zh: '上报', en: 'Reported' }, cell: makeCell(1402) },
      { id: 'accepted', label: { zh: '受理', en: 'Accepted' }, cell: makeCell(1284) },
      { id: 'dispatched', label: { zh: '派遣', en: 'Dispatched' }, cell: makeCell(1235) },
      { id: 'closed', label: { zh: '办结', en: 'Closed' }, cell: makeCell(1109) },
    ],
  },
  'funnel-hidden': {
    ...makeBase(
      'callbacks',
      { zh: '接通的回访多数有评价', en: 'Most callbacks that were answered were rated' },
      { zh: '回访的去向', en: 'Progress of callbacks' },
      '人次',
    ),
    kind: 'funnel',
    stages: [
      { id: 'asked', label: { zh: '拨打', en: 'Called' }, cell: makeCell(120) },
      { id: 'rated', label: { zh: '有评价', en: 'Rated' }, cell: makeCell(85) },
      { id: 'bad', label: { zh: '不满意', en: 'Dissatisfied' }, cell: { ...makeCell(null, 'withheld'), below: 5 } },
    ],
  },
  'stacked-hidden': {
    ...makeBase(
      'grades',
      { zh: '网站回访多为满意', en: 'Callbacks on the web were mostly satisfied' },
      { zh: '评价，按渠道', en: 'Ratings by channel' },
      '人次',
    ),
    kind: 'stacked',
    bars: [
      { id: 'web', label: { zh: '网站', en: 'Web' } },
      { id: 'sms', label: { zh: '短信', en: 'Text message' } },
    ],
    parts: [
      { id: 'good', label: { zh: '满意', en: 'Satisfied' } },
      { id: 'bad', label: { zh: '不满意', en: 'Dissatisfied' } },
    ],
    cells: [
      [makeCell(70), { ...makeCell(null, 'withheld'), below: 5 }],
      [makeCell(50), makeCell(20)],
    ],
  },
  dwell: {
    ...makeBase(
      'days',
      { zh: '审查占去办理时间的大半', en: 'Review takes most of the time' },
      { zh: '各阶段用时', en: 'Time in each stage' },
      '天',
      1,
    ),
    kind: 'dwell',
    stages: [
      {
        id: 'acceptance',
        label: { zh: '受理', en: 'Acceptance' },
        median: makeCell(2.1),
        p90: makeCell(4.8),
        n: makeCell(31),
      },
      {
        id: 'review',
        label: { zh: '审查', en: 'Review' },
        median: makeCell(14.6),
        p90: makeCell(27.5),
        n: makeCell(31),
      },
      {
        id: 'decision',
        label: { zh: '决定', en: 'Decision' },
        median: makeCell(3.4),
        p90: makeCell(6),
        n: makeCell(31),
      },
      {
        id: 'issue',
        label: { zh: '发证', en: 'Issue' },
        median: makeCell(null, 'not-applicable'),
        p90: makeCell(null, 'not-applicable'),
        n: makeCell(0),
      },
    ],
  },
  ...PLACE_EXAMPLES,
}
