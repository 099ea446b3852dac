import type { Identity, Measure, Where } from '../../contracts/contract.ts'
import { defineDataset } from '../../contracts/contract.ts'
import { countOf, cumulativeOf, rateOf, wilsonOf } from '../../contracts/measures.ts'
import type { CounterUnit } from '../../text/units.ts'
import { MAJORS } from '../cases/case-codes.ts'

const CALLBACKS: CounterUnit = { zh: '人次', en: { one: 'callback', other: 'callbacks' } }

const reached: Where = [[{ column: 'reached', is: 'yes' }]]

const measures: Record<string, Measure> = {
  asked: countOf(
    {
      zh: '回访',
      en: 'Asked',
      unit: CALLBACKS,
      about: { zh: '发出回访的办结事件。', en: 'Closed cases that were followed up.' },
    },
    [[{ column: 'asked', is: 'yes' }]],
  ),
  reached: countOf({ zh: '接通', en: 'Reached', unit: CALLBACKS }, reached),
  rated: countOf(
    {
      zh: '有效评价',
      en: 'Rated',
      unit: CALLBACKS,
      about: {
        zh: '给出A、B、C、D之一的。没有作答的不算满意，不进入分母。',
        en: 'Gave one of A–D. No answer does not count as satisfied and is not in the denominator.',
      },
    },
    [
      [
        { column: 'reached', is: 'yes' },
        { column: 'rating', present: true },
      ],
    ],
  ),
  a: declareGrade('a', 'A 非常满意', 'A Very satisfied'),
  b: declareGrade('b', 'B 满意', 'B Satisfied'),
  c: declareGrade('c', 'C 一般', 'C Neutral'),
  d: declareGrade('d', 'D 不满意', 'D Dissatisfied'),
  // A count of its own: as a sum of two printed counts it would be rounded twice.
  satisfied: countOf(
    {
      zh: '满意及以上',
      en: 'Satisfied or better',
      unit: CALLBACKS,
      about: { zh: '评价为A或B的。', en: 'Rated A or B.' },
    },
    [
      [
        { column: 'reached', is: 'yes' },
        { column: 'rating', is: ['a', 'b'] },
      ],
    ],
  ),
  unrated: countOf({ zh: '接通未评价', en: 'Reached, not rated', unit: CALLBACKS }, [
    [
      { column: 'reached', is: 'yes' },
      { column: 'rating', present: false },
    ],
  ]),
  response_rate: declareShare(['应答率', 'Response rate'], ['rated', 'asked'], ['有效评价÷回访。', 'Rated ÷ asked.']),
  reach_rate: declareShare(['接通率', 'Reach rate'], ['reached', 'asked'], ['接通÷回访。', 'Reached ÷ asked.']),
  top2_rate: declareShare(
    ['满意率', 'Satisfaction rate'],
    ['satisfied', 'rated'],
    [
      '（非常满意＋满意）÷有效评价。“一般”不算满意。',
      '(Very satisfied + satisfied) ÷ rated. “Neutral” does not count as satisfied.',
    ],
  ),
  top2_low: declareBound('满意率区间下限', 'Satisfaction rate, lower bound', 'top2_rate', 'low'),
  top2_high: declareBound('满意率区间上限', 'Satisfaction rate, upper bound', 'top2_rate', 'high'),
  top1_rate: declareShare(
    ['非常满意率', 'Very satisfied'],
    ['a', 'rated'],
    ['非常满意÷有效评价。', 'Very satisfied ÷ rated.'],
  ),
  dissatisfied_rate: declareShare(
    ['不满意率', 'Dissatisfied'],
    ['d', 'rated'],
    ['不满意÷有效评价。', 'Dissatisfied ÷ rated.'],
  ),
}

/** 累计 of ratings beside the month, as bulletins print it. */
const totals: Record<string, Measure> = {
  rated_total: declareTotal('累计有效评价', 'Rated since January'),
  rated_total_low: declareTotal('累计有效评价下限', 'Rated since January, lower bound', 'low'),
  rated_total_high: declareTotal('累计有效评价上限', 'Rated since January, upper bound', 'high'),
}

const identities: Identity[] = [
  { kind: 'balance', plus: ['a', 'b', 'c', 'd'], minus: [], equals: 'rated' },
  { kind: 'balance', plus: ['a', 'b'], minus: [], equals: 'satisfied' },
  { kind: 'balance', plus: ['rated', 'unrated'], minus: [], equals: 'reached' },
  { kind: 'at-most', a: 'reached', b: 'asked' },
]
const sums: Identity = {
  kind: 'adds-up',
  measures: ['asked', 'reached', 'rated', 'a', 'b', 'c', 'd', 'unrated', 'satisfied'],
}

const same: Identity = { kind: 'same-as', measure: 'rated', table: 'ratings', equals: 'rated' }

export const satisfaction = defineDataset({
  id: 'satisfaction',
  title: { zh: '回访满意度', en: 'Satisfaction with handling' },
  description: {
    zh: '对当月办结事件的反映人抽样回访，一行一次回访，一件事可以有几位反映人。问“您对这件事的处理满意吗”，答A非常满意、B满意、C一般、D不满意。未加权；没有作答的不算满意。',
    en: 'A sample of the people who reported the cases closed in the month, one row per callback; several people may have reported one case: “Are you satisfied with how this was handled?”, A very satisfied, B satisfied, C neutral, D dissatisfied. Unweighted; no answer does not count as satisfied.',
  },
  class: 'P',
  frequency: 'month',
  keeper: 'government-hotline',
  topic: 'satisfaction',
  columns: {
    number: {
      type: { kind: 'text', max: 20 },
      names: { zh: '回访单号', en: 'Callback number' },
      headers: ['回访编号'],
      privacy: 'quasi',
    },
    month: { type: { kind: 'month' }, names: { zh: '月份', en: 'Month' }, headers: ['统计月份'], privacy: 'quasi' },
    place: {
      type: { kind: 'place', levels: ['district'] },
      names: { zh: '所在区', en: 'District' },
      headers: ['区', '地区'],
      privacy: 'dimension',
    },
    channel: {
      type: {
        kind: 'list',
        items: [
          { code: 'phone', zh: '电话', en: 'Telephone', also: ['电话回访'] },
          { code: 'sms', zh: '短信', en: 'Text message', also: ['短信回访'] },
          { code: 'web', zh: '网页', en: 'Web form', also: ['网页回访', '网站'] },
        ],
      },
      names: { zh: '回访渠道', en: 'Channel' },
      headers: ['渠道'],
      privacy: 'dimension',
    },
    major: {
      type: { kind: 'list', items: MAJORS },
      names: { zh: '事件大类', en: 'Major class of the case' },
      headers: ['大类'],
      privacy: 'dimension',
    },
    asked: { type: { kind: 'yes-no' }, names: { zh: '是否回访', en: 'Asked' }, privacy: 'dimension' },
    reached: { type: { kind: 'yes-no' }, names: { zh: '是否接通', en: 'Reached' }, privacy: 'dimension' },
    rating: {
      type: {
        kind: 'list',
        items: [
          { code: 'a', zh: '非常满意', en: 'Very satisfied', also: ['A'] },
          { code: 'b', zh: '满意', en: 'Satisfied', also: ['B'] },
          { code: 'c', zh: '一般', en: 'Neutral', also: ['C', '基本满意'] },
          { code: 'd', zh: '不满意', en: 'Dissatisfied', also: ['D'] },
        ],
      },
      names: { zh: '评价', en: 'Rating' },
      headers: ['满意度评价', '评价结果'],
      privacy: 'dimension',
      optional: true,
    },
  },
  key: ['number'],
  rules: [
    { kind: 'is-period', column: 'month' },
    { kind: 'forbids', column: 'rating', when: [{ column: 'reached', is: 'no' }] },
  ],
  tables: {
    ratings: {
      title: { zh: '满意度', en: 'Ratings' },
      description: {
        zh: '全市逐月。满意率给出95%区间。',
        en: 'The whole city, month by month. Satisfaction rates have 95% intervals.',
      },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city'] }],
      measures: { ...measures, ...totals },
      identities,
      ladder: [{}, { period: 'quarter' }, { period: 'half-year' }],
    },
    districts: {
      title: { zh: '分区满意度', en: 'Ratings by district' },
      description: {
        zh: '逐季。满意率给出95%区间；有效评价不足30的不宜比较。',
        en: 'Quarter by quarter. Satisfaction rates have 95% intervals; do not compare rates with fewer than 30 ratings.',
      },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }],
      measures,
      identities: [...identities, sums, same],
      ladder: [{ period: 'quarter' }, { period: 'half-year' }, { period: 'year' }],
    },
    channel: {
      title: { zh: '分渠道满意度', en: 'Ratings by channel' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city'] }, { column: 'channel' }],
      measures,
      identities: [...identities, same],
      ladder: [{}, { period: 'quarter' }, { period: 'half-year' }],
    },
    class: {
      title: { zh: '分事件大类满意度', en: 'Ratings by class of case' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city'] }, { column: 'major' }],
      measures,
      identities: [...identities, same],
      ladder: [{ period: 'quarter' }, { period: 'half-year' }, { period: 'year' }],
    },
  },
  synonyms: ['满意度', '满意率', '好评', '回访', '评价', '12345'],
  due: { workingDaysAfterEnd: 10 },
  dueFrom: '2023-11',
})

function declareGrade(code: string, zh: string, en: string): Measure {
  return countOf({ zh, en, unit: CALLBACKS }, [
    [
      { column: 'reached', is: 'yes' },
      { column: 'rating', is: code },
    ],
  ])
}

function declareTotal(zh: string, en: string, end?: 'low' | 'high'): Measure {
  return cumulativeOf({ zh, en, unit: CALLBACKS }, 'rated', end)
}

function declareShare(names: [string, string], ratio: [string, string], about: [string, string]): Measure {
  const [zh, en] = names
  const [numerator, denominator] = ratio
  return rateOf({ zh, en, unit: '%', decimals: 0, about: { zh: about[0], en: about[1] } }, { numerator, denominator })
}

function declareBound(zh: string, en: string, rate: string, which: 'low' | 'high'): Measure {
  const about = {
    zh: '满意率的95%威尔逊区间，连同计数取整可能造成的误差。',
    en: '95% Wilson score interval of the satisfaction rate, widened by the largest possible effect of rounding the counts.',
  }
  return wilsonOf({ zh, en, unit: '%', decimals: 0, about }, rate, which)
}
