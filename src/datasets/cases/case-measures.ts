import type { Measure, Where } from '../../contracts/contract.ts'
import { countOf, quantileOf, rateOf, sumOf } from '../../contracts/measures.ts'
import type { CounterUnit } from '../../text/units.ts'

const CASES: CounterUnit = { zh: '件', en: { one: 'case', other: 'cases' } }
/** Rounds of rework. */
export const TIMES: CounterUnit = { zh: '次', en: { one: 'time', other: 'times' } }

const matchInPeriod = (column: string): Where => [[{ column, when: 'in-period' }]]
const closedInPeriod = matchInPeriod('closed')
const dueInPeriod: Where = [
  [
    { column: 'due', when: 'in-period' },
    { column: 'state', not: 'void' },
  ],
]

export const REPORTED = countOf(
  { zh: '上报', en: 'Reported', unit: CASES, about: { zh: '上报时间在当月。', en: 'Reported in the month.' } },
  matchInPeriod('reported'),
)
export const ACCEPTED = countOf(
  { zh: '受理', en: 'Accepted', unit: CASES, about: { zh: '受理时间在当月。', en: 'Accepted in the month.' } },
  matchInPeriod('accepted'),
)
export const CLOSED = countOf(
  {
    zh: '办结',
    en: 'Closed',
    unit: CASES,
    about: { zh: '办结时间在当月，不含作废。', en: 'Closed in the month, void cases left out.' },
  },
  closedInPeriod,
)
export const HOURS_MEDIAN = declareHours('办理时长中位数', 'Median handling time', 0.5)
const HOURS_P90 = declareHours('办理时长P90', 'Handling time, P90', 0.9)

/** Cases due in the month, those of them closed in time, and the rate with the declared denominator. */
export const ON_TIME: Record<'due' | 'closed_on_time' | 'on_time_rate', Measure> = {
  due: countOf(
    {
      zh: '应结',
      en: 'Due',
      unit: CASES,
      about: {
        zh: '办结时限在当月的网格事件，不含作废。',
        en: 'Cases whose time limit ends in the month, void cases left out.',
      },
    },
    dueInPeriod,
  ),
  closed_on_time: countOf(
    {
      zh: '按期办结',
      en: 'Closed on time',
      unit: CASES,
      about: {
        zh: '应结事件中，办结时间不晚于时限的；可能在上月就已办结。',
        en: 'Of the cases due, those closed no later than the limit; some were closed in an earlier month.',
      },
    },
    dueInPeriod.map((all) => [...all, { column: 'closed', notAfter: 'due' }]),
  ),
  on_time_rate: rateOf(
    {
      zh: '按期办结率',
      en: 'On-time rate',
      unit: '%',
      decimals: 1,
      about: {
        zh: '按期办结÷应结。分母是应结，不是办结。',
        en: 'Closed on time ÷ due. The denominator is the cases due, not the cases closed.',
      },
    },
    { numerator: 'closed_on_time', denominator: 'due' },
  ),
}

/** Of the cases due, those that are closed at all, and those that needed no second go: the stages of a funnel. */
const DUE_STAGES: Record<'due_closed' | 'on_time_first_time', Measure> = {
  due_closed: countOf(
    {
      zh: '应结中已办结',
      en: 'Due and closed',
      unit: CASES,
      about: {
        zh: '应结事件中，到月末已办结的，不论是否按期。',
        en: 'Of the cases due, those closed by the end of the month, in time or not.',
      },
    },
    dueInPeriod.map((all) => [...all, { column: 'closed', present: true }]),
  ),
  on_time_first_time: countOf(
    {
      zh: '按期且一次办结',
      en: 'On time at the first go',
      unit: CASES,
      about: {
        zh: '按期办结的事件中，没有返工的。',
        en: 'Of the cases closed on time, those that were never sent back.',
      },
    },
    dueInPeriod.map((all) => [...all, { column: 'closed', notAfter: 'due' }, { column: 'rework', to: '0' }]),
  ),
}

/** The life of all cases in a month: what was open, what came, what went. */
export const CASE_FLOW: Record<string, Measure> = {
  reported: REPORTED,
  accepted: ACCEPTED,
  closed: CLOSED,
  voided: countOf(
    {
      zh: '作废',
      en: 'Voided',
      unit: CASES,
      about: { zh: '受理后当月作废的事件。', en: 'Accepted cases that were voided in the month.' },
    },
    [
      [
        { column: 'accepted', present: true },
        { column: 'voided', when: 'in-period' },
      ],
    ],
  ),
  not_accepted: countOf(
    {
      zh: '不予受理',
      en: 'Not accepted',
      unit: CASES,
      about: { zh: '未经受理、当月作废的上报。', en: 'Reports voided in the month without being accepted.' },
    },
    [
      [
        { column: 'accepted', present: false },
        { column: 'voided', when: 'in-period' },
      ],
    ],
  ),
  open_start: countOf(
    {
      zh: '月初在办',
      en: 'Open at month’s start',
      unit: CASES,
      about: { zh: '等于上月的月末在办。', en: 'Equals the figure at the end of the previous month.' },
    },
    [
      [
        { column: 'accepted', when: 'before-period' },
        { column: 'closed', when: 'in-period' },
      ],
      [
        { column: 'accepted', when: 'before-period' },
        { column: 'voided', when: 'in-period' },
      ],
      [{ column: 'accepted', when: 'before-period' }, ...matchStillOpen()],
    ],
  ),
  open_end: countOf(
    {
      zh: '月末在办',
      en: 'Open at month’s end',
      unit: CASES,
      about: {
        zh: '已受理，到月末未办结、未作废。',
        en: 'Accepted, and at the end of the month neither closed nor void.',
      },
    },
    [[{ column: 'accepted', present: true }, ...matchStillOpen()]],
  ),
  ...ON_TIME,
  ...DUE_STAGES,
  reworked: countOf(
    {
      zh: '返工事件',
      en: 'Reworked cases',
      unit: CASES,
      about: {
        zh: '当月办结的事件中，至少返工一次的。',
        en: 'Of the cases closed in the month, those sent back at least once.',
      },
    },
    [
      [
        { column: 'closed', when: 'in-period' },
        { column: 'rework', from: '1' },
      ],
    ],
  ),
  rework_count: sumOf(
    {
      zh: '返工次数',
      en: 'Times sent back',
      unit: TIMES,
      about: { zh: '当月办结事件的返工次数之和。', en: 'Summed over the cases closed in the month.' },
    },
    'rework',
    closedInPeriod,
  ),
  rework_rate: rateOf(
    {
      zh: '返工率',
      en: 'Rework rate',
      unit: '%',
      decimals: 1,
      about: { zh: '返工事件÷办结。', en: 'Reworked cases ÷ closed.' },
    },
    { numerator: 'reworked', denominator: 'closed' },
  ),
  hours_median: HOURS_MEDIAN,
  hours_p90: HOURS_P90,
}

function matchStillOpen() {
  return [
    { column: 'closed', present: false },
    { column: 'voided', present: false },
  ]
}

function declareHours(zh: string, en: string, quantile: number): Measure {
  const about = {
    zh: '当月办结事件从受理到办结的小时数，日历时间，用全部事件精确计算。',
    en: 'Hours from acceptance to closing of the cases closed in the month; calendar time, exact over all cases.',
  }
  return quantileOf(
    { zh, en, unit: '小时', decimals: 1, about },
    { quantile, from: 'accepted', to: 'closed', in: 'hours', where: closedInPeriod },
  )
}
