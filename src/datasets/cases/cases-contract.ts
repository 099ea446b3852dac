import type { Column, Measure } from '../../contracts/contract.ts'
import { defineDataset } from '../../contracts/contract.ts'
import { shareOf } from '../../contracts/measures.ts'
import { CASE_STATES, LEVELS, MAJORS, MINORS, SOURCES } from './case-codes.ts'
import { ACCEPTED, CASE_FLOW, CLOSED, HOURS_MEDIAN, ON_TIME, REPORTED, TIMES } from './case-measures.ts'

export const cases = defineDataset({
  id: 'cases',
  title: { zh: '网格事件', en: 'Grid cases' },
  description: {
    zh: '一行一件网格事件。当月有任何一个时间点的，或月末仍未办结的，都在当月的文件里，状态以月末为准。只含城市管理事项，不含涉及个人的矛盾纠纷和治安案件。',
    en: 'One row per grid case. A month’s file contains every case with a time stamp in the month and every case still open at its end, with the status at that time. City management only: no disputes between individuals, no police matters.',
  },
  class: 'O',
  frequency: 'month',
  keeper: 'city-operations',
  topic: 'cases',
  columns: {
    number: {
      type: { kind: 'text', max: 20 },
      names: { zh: '事件编号', en: 'Case number' },
      headers: ['案件编号', '案卷编号', '任务号'],
      privacy: 'quasi',
    },
    grid: {
      type: { kind: 'grid-code' },
      names: { zh: '网格编码', en: 'Grid code' },
      headers: ['单元网格编码', '网格号'],
      privacy: 'quasi',
      description: {
        zh: '15位：街道（镇）代码9位、社区3位、网格3位。前9位须与所在街道（镇）一致。',
        en: '15 digits: 9 of the subdistrict, 3 of the community, 3 of the grid. The first 9 must agree with the place.',
      },
    },
    place: {
      type: { kind: 'place', levels: ['subdistrict'] },
      names: { zh: '所在街道（镇）', en: 'Subdistrict' },
      headers: ['所属街道', '街道', '街道（镇）'],
      privacy: 'dimension',
    },
    major: {
      type: { kind: 'list', items: MAJORS },
      names: { zh: '大类', en: 'Major class' },
      headers: ['事件大类', '问题大类'],
      privacy: 'dimension',
      description: {
        zh: '按GB/T 47678的事项大类。01—05为部件异常，06—10为事件。',
        en: 'Major class of matters in GB/T 47678: 01–05 faults of components, 06–10 events.',
      },
    },
    minor: {
      type: { kind: 'list', items: MINORS },
      names: { zh: '小类', en: 'Minor class' },
      headers: ['事件小类', '问题小类'],
      privacy: 'dimension',
      description: {
        zh: '大类代码后接三位编号；编号为示范所设，不是标准原文的编号。',
        en: 'The major class and three digits; the numbers are this demonstration’s own, not those of the standard.',
      },
    },
    source: {
      type: { kind: 'list', items: SOURCES },
      names: { zh: '来源', en: 'Source' },
      headers: ['问题来源', '上报来源'],
      privacy: 'dimension',
    },
    reported: declareTime('上报时间', 'Reported', false),
    accepted: declareTime('受理时间', 'Accepted'),
    due: {
      ...declareTime('办结时限', 'Due'),
      headers: ['截止时间', '处置时限'],
      description: {
        zh: '受理时按小类时限定下，以系统记录为准。',
        en: 'Set on acceptance by the limit of the minor class, as the system recorded it.',
      },
    },
    closed: { ...declareTime('办结时间', 'Closed'), headers: ['结案时间'] },
    voided: declareTime('作废时间', 'Voided'),
    level: {
      type: { kind: 'list', items: LEVELS },
      names: { zh: '解决层级', en: 'Level that solved it' },
      headers: ['办结层级'],
      privacy: 'dimension',
      optional: true,
    },
    state: {
      type: { kind: 'list', items: CASE_STATES },
      names: { zh: '事件状态', en: 'State' },
      headers: ['案件状态', '状态', '办理状态'],
      privacy: 'dimension',
    },
    rework: {
      type: { kind: 'integer', min: 0, max: 99 },
      names: { zh: '返工次数', en: 'Times sent back' },
      privacy: 'count',
      unit: TIMES,
    },
  },
  key: ['number'],
  rules: [
    { kind: 'starts-with', a: 'grid', b: 'place' },
    { kind: 'starts-with', a: 'minor', b: 'major' },
    { kind: 'not-after-period', columns: ['reported', 'accepted', 'closed', 'voided'] },
    { kind: 'not-before', a: 'accepted', b: 'reported' },
    { kind: 'not-before', a: 'due', b: 'accepted' },
    { kind: 'not-before', a: 'closed', b: 'accepted' },
    { kind: 'not-before', a: 'voided', b: 'reported' },
    { kind: 'requires', column: 'due', when: [{ column: 'accepted', present: true }] },
    { kind: 'requires', column: 'accepted', when: [{ column: 'state', is: ['open', 'closed'] }] },
    { kind: 'requires', column: 'closed', when: [{ column: 'state', is: 'closed' }] },
    { kind: 'requires', column: 'level', when: [{ column: 'state', is: 'closed' }] },
    { kind: 'requires', column: 'voided', when: [{ column: 'state', is: 'void' }] },
    { kind: 'forbids', column: 'accepted', when: [{ column: 'state', is: 'received' }] },
    { kind: 'forbids', column: 'closed', when: [{ column: 'state', not: 'closed' }] },
    { kind: 'forbids', column: 'voided', when: [{ column: 'state', not: 'void' }] },
    {
      kind: 'belongs-to-period',
      columns: ['reported', 'accepted', 'due', 'closed', 'voided'],
      open: 'closed',
    },
  ],
  tables: {
    flow: {
      title: { zh: '网格事件收与办', en: 'Cases opened and closed' },
      description: {
        zh: '月初在办＋受理−办结−作废＝月末在办。按期办结率以应结为分母。',
        en: 'Open at the start + accepted − closed − voided = open at the end. The on-time rate is over the cases due.',
      },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district', 'subdistrict'] }],
      measures: CASE_FLOW,
      identities: [
        { kind: 'balance', plus: ['open_start', 'accepted'], minus: ['closed', 'voided'], equals: 'open_end' },
        { kind: 'carry', opening: 'open_start', closing: 'open_end' },
        { kind: 'at-most', a: 'closed_on_time', b: 'due' },
        { kind: 'at-most', a: 'reworked', b: 'closed' },
        { kind: 'at-most', a: 'reworked', b: 'rework_count' },
        {
          kind: 'adds-up',
          measures: [
            'reported',
            'accepted',
            'closed',
            'voided',
            'not_accepted',
            'open_start',
            'open_end',
            'due',
            'closed_on_time',
            'reworked',
            'rework_count',
          ],
        },
      ],
    },
    class: {
      title: { zh: '分大类', en: 'By major class' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }, { column: 'major' }],
      measures: {
        accepted: ACCEPTED,
        accepted_share: declareShare('受理占比', 'Share of accepted', 'accepted', 'major'),
        closed: CLOSED,
        ...ON_TIME,
        hours_median: HOURS_MEDIAN,
      },
      identities: [
        { kind: 'same-as', measure: 'accepted', table: 'flow', equals: 'accepted' },
        { kind: 'same-as', measure: 'closed', table: 'flow', equals: 'closed' },
        { kind: 'same-as', measure: 'due', table: 'flow', equals: 'due' },
        { kind: 'adds-up', measures: ['accepted', 'closed', 'due', 'closed_on_time'] },
      ],
    },
    minor: {
      title: { zh: '分小类', en: 'By minor class' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city'] }, { column: 'minor' }],
      measures: { accepted: ACCEPTED, closed: CLOSED, ...ON_TIME, hours_median: HOURS_MEDIAN },
      identities: [{ kind: 'same-as', measure: 'accepted', table: 'flow', equals: 'accepted' }],
    },
    level: {
      title: { zh: '分解决层级', en: 'By level that solved it' },
      description: {
        zh: '只含当月办结的事件；社区、街道、区、市之和等于办结。',
        en: 'Cases closed in the month only; community, subdistrict, district and city add up to all closed.',
      },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }, { column: 'level' }],
      where: [[{ column: 'closed', when: 'in-period' }]],
      measures: {
        closed: CLOSED,
        closed_share: declareShare('办结占比', 'Share of closed', 'closed', 'level'),
        hours_median: HOURS_MEDIAN,
      },
      identities: [
        { kind: 'same-as', measure: 'closed', table: 'flow', equals: 'closed' },
        { kind: 'adds-up', measures: ['closed'] },
      ],
    },
    source: {
      title: { zh: '分来源', en: 'By source' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }, { column: 'source' }],
      measures: {
        reported: REPORTED,
        reported_share: declareShare('上报占比', 'Share of reported', 'reported', 'source'),
        accepted: ACCEPTED,
      },
      identities: [
        { kind: 'same-as', measure: 'reported', table: 'flow', equals: 'reported' },
        { kind: 'adds-up', measures: ['reported', 'accepted'] },
      ],
    },
  },
  synonyms: ['网格事件', '案件', '案卷', '城管', '12345', '办件', '投诉', '积水', '井盖', '按期办结'],
  due: { workingDaysAfterEnd: 5 },
  dueFrom: '2023-11',
})

function declareShare(zh: string, en: string, of: string, across: string): Measure {
  return shareOf({ zh, en, unit: '%', decimals: 1 }, of, across)
}

function declareTime(zh: string, en: string, optional = true): Column {
  return { type: { kind: 'datetime' }, names: { zh, en }, privacy: 'quasi', optional }
}
