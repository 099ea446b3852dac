import type { Column, Measure, Where } from '../../contracts/contract.ts'
import { defineDataset } from '../../contracts/contract.ts'
import { allOf, countOf, quantileOf, rateOf, sumOf } from '../../contracts/measures.ts'
import type { CounterUnit } from '../../text/units.ts'
import { PERMIT_ACTIONS, PERMIT_CLASSES } from '../permits/permit-codes.ts'

const APPLICATIONS: CounterUnit = { zh: '件', en: { one: 'application', other: 'applications' } }

const decidedInPeriod: Where = [[{ column: 'decided', when: 'in-period' }]]
const issuedInPeriod: Where = [[{ column: 'issued', when: 'in-period' }]]

export const permitApplications = defineDataset({
  id: 'permit-applications',
  title: { zh: '排污许可申请', en: 'Discharge-permit applications' },
  description: {
    zh: '一行一件申请。当月有任何一个环节的，或月末仍未办结的，都在当月的文件里。登记管理由系统即时登记，没有审批环节，不在其中。',
    en: 'One row per application. A month’s file contains every application with a step in the month and every application still undecided at its end. Registrations are automatic and have no review, so they are not here.',
  },
  class: 'O',
  frequency: 'month',
  keeper: 'ecology-environment',
  topic: 'permits',
  columns: {
    number: {
      type: { kind: 'text', max: 20 },
      names: { zh: '申请编号', en: 'Application number' },
      headers: ['受理编号'],
      privacy: 'quasi',
    },
    permit: {
      type: { kind: 'permit-number' },
      names: { zh: '许可证编号', en: 'Permit number' },
      privacy: 'quasi',
      optional: true,
      description: {
        zh: '首次申领未获准的没有编号。',
        en: 'Blank for a first application that has not been granted.',
      },
    },
    action: {
      type: { kind: 'list', items: PERMIT_ACTIONS },
      names: { zh: '办理事项', en: 'Action' },
      headers: ['申请事项', '事项'],
      privacy: 'dimension',
    },
    class: {
      type: { kind: 'list', items: PERMIT_CLASSES.filter((permitClass) => permitClass.code !== 'registration') },
      names: { zh: '管理类别', en: 'Management class' },
      privacy: 'dimension',
    },
    place: {
      type: { kind: 'place', levels: ['subdistrict'] },
      names: { zh: '所在街道（镇）', en: 'Subdistrict' },
      headers: ['所在街道', '街道'],
      privacy: 'dimension',
    },
    applied: declareDay('申请日期', 'Applied', false),
    accepted: declareDay('受理日期', 'Accepted'),
    reviewed: declareDay('审查完成日期', 'Reviewed'),
    decided: declareDay('决定日期', 'Decided'),
    result: {
      type: {
        kind: 'list',
        items: [
          { code: 'granted', zh: '准予', en: 'Granted', also: ['同意', '准予许可'] },
          { code: 'refused', zh: '不予', en: 'Refused', also: ['不予许可'] },
        ],
      },
      names: { zh: '审批结果', en: 'Result' },
      privacy: 'dimension',
      optional: true,
    },
    issued: declareDay('发证（办结）日期', 'Issued or completed'),
    supplement_days: {
      type: { kind: 'integer', min: 0, max: 366 },
      names: { zh: '补正天数', en: 'Days of supplements' },
      headers: ['补正停表天数'],
      privacy: 'count',
      unit: '天',
      description: {
        zh: '申请人补正材料的天数。法定时限不计这些天；本站的天数是日历天，包含它们。',
        en: 'Days that the applicant took to supplement documents. The legal clock stops during them; the days on this site are calendar days and include them.',
      },
    },
  },
  key: ['number'],
  rules: [
    { kind: 'not-after-period', columns: ['applied', 'accepted', 'reviewed', 'decided', 'issued'] },
    { kind: 'not-before', a: 'accepted', b: 'applied' },
    { kind: 'not-before', a: 'reviewed', b: 'accepted' },
    { kind: 'not-before', a: 'decided', b: 'reviewed' },
    { kind: 'not-before', a: 'issued', b: 'decided' },
    { kind: 'requires', column: 'result', when: [{ column: 'decided', present: true }] },
    { kind: 'forbids', column: 'result', when: [{ column: 'decided', present: false }] },
    { kind: 'forbids', column: 'issued', when: [{ column: 'result', is: 'refused' }] },
    { kind: 'requires', column: 'permit', when: [{ column: 'issued', present: true }] },
    {
      kind: 'belongs-to-period',
      columns: ['applied', 'accepted', 'reviewed', 'decided', 'issued'],
      open: 'issued',
    },
  ],
  tables: {
    stages: {
      title: { zh: '各环节用时', en: 'Time in each stage' },
      description: {
        zh: '前四个环节按当月作出决定的申请计，发证和全程按当月办结的申请计。天数是日历天，含补正天数；中位数和P90用全部申请精确计算。',
        en: 'Acceptance, review and decision: applications decided in the month. Issue and total: applications completed in it. Days are calendar days including supplements; median and P90 are exact.',
      },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }, { column: 'action' }],
      measures: {
        applications: countOf({ zh: '收到申请', en: 'Applications received', unit: APPLICATIONS }, [
          [{ column: 'applied', when: 'in-period' }],
        ]),
        decided: countOf({ zh: '作出决定', en: 'Decided', unit: APPLICATIONS }, decidedInPeriod),
        granted: countOf({ zh: '准予', en: 'Granted', unit: APPLICATIONS }, matchResult('granted')),
        refused: countOf({ zh: '不予', en: 'Refused', unit: APPLICATIONS }, matchResult('refused')),
        supplement_days: sumOf(
          {
            zh: '补正天数合计',
            en: 'Days of supplements',
            unit: '天',
            about: { zh: '当月作出决定的申请的补正天数之和。', en: 'Summed over applications decided in the month.' },
          },
          'supplement_days',
          decidedInPeriod,
        ),
        supplement_days_mean: rateOf(
          {
            zh: '每件平均补正天数',
            en: 'Days of supplements per application',
            unit: '天',
            decimals: 1,
            about: { zh: '补正天数合计÷作出决定的申请。', en: 'Days of supplements ÷ applications decided.' },
          },
          { numerator: 'supplement_days', denominator: 'decided', times: 1 },
        ),
        ...declareStage('acceptance', ['受理', 'Acceptance'], ['applied', 'accepted'], decidedInPeriod),
        ...declareStage('review', ['审查', 'Review'], ['accepted', 'reviewed'], decidedInPeriod),
        ...declareStage('decision', ['决定', 'Decision'], ['reviewed', 'decided'], decidedInPeriod),
        ...declareStage('issue', ['发证', 'Issue'], ['decided', 'issued'], issuedInPeriod),
        ...declareStage('total', ['全程', 'Total'], ['applied', 'issued'], issuedInPeriod),
      },
      identities: [
        { kind: 'balance', plus: ['granted', 'refused'], minus: [], equals: 'decided' },
        { kind: 'adds-up', measures: ['applications', 'decided', 'granted', 'refused', 'supplement_days'] },
      ],
    },
  },
  synonyms: ['排污许可申领', '审批时长', '办证', '延续', '变更', '注销'],
  due: { workingDaysAfterEnd: 10 },
  dueFrom: '2023-11',
})

function matchResult(code: 'granted' | 'refused'): Where {
  return [
    [
      { column: 'decided', when: 'in-period' },
      { column: 'result', is: code },
    ],
  ]
}

/** Applications that went through one stage, median and P90 of its days: `review_days_n`, `review_days_median`, `review_days_p90`. */
function declareStage(
  id: string,
  names: [string, string],
  columns: [string, string],
  where: Where,
): Record<string, Measure> {
  const [zh, en] = names
  const [from, to] = columns
  const passed = allOf(where, [
    [
      { column: from, present: true },
      { column: to, present: true },
    ],
  ])
  const time = { from, to, in: 'days' as const, where: passed }
  return {
    [`${id}_days_n`]: countOf({ zh: `${zh}用时件数`, en: `${en}, applications timed`, unit: APPLICATIONS }, passed),
    [`${id}_days_median`]: quantileOf(
      { zh: `${zh}用时中位数`, en: `${en}, median`, unit: '天', decimals: 1 },
      { ...time, quantile: 0.5 },
    ),
    [`${id}_days_p90`]: quantileOf(
      { zh: `${zh}用时P90`, en: `${en}, P90`, unit: '天', decimals: 1 },
      { ...time, quantile: 0.9 },
    ),
  }
}

function declareDay(zh: string, en: string, optional = true): Column {
  return { type: { kind: 'date' }, names: { zh, en }, privacy: 'quasi', optional }
}
