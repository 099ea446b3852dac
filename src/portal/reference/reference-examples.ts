import type { Contract } from '../../contracts/contract.ts'
import type { Profile } from '../../contracts/profile.ts'
import type { EventNote, Settings, SynonymGroup } from '../settings.ts'
import { OFFICE_EXAMPLE } from './office-items.ts'

/*
 * Values that the reference shows as examples. The types hold each of them to its schema, and a test parses them; what
 * the contracts of the program use is taken from there.
 */

/** Items of a contract that none of the program's own uses. */
export const CONTRACT_EXAMPLE: Contract = {
  id: 'street-lamps',
  title: { zh: '路灯', en: 'Street lamps' },
  description: { zh: '一行为一区。', en: 'One row per district.' },
  class: 'O',
  frequency: 'month',
  keeper: 'city-lighting',
  topic: 'lamps',
  columns: {
    place: {
      type: { kind: 'place', levels: ['district'] },
      names: { zh: '地区', en: 'District' },
      privacy: 'dimension',
      blank: 'total',
      absent: true,
      description: { zh: '按街道所在区。', en: 'District of the street.' },
    },
    age: {
      type: { kind: 'integer' },
      names: { zh: '年龄', en: 'Age' },
      privacy: 'quasi',
      grouping: [
        { code: 'under_60', zh: '60岁以下', en: 'Under 60' },
        { code: 'age_60_plus', zh: '60岁及以上', en: '60 and over', from: '60' },
      ],
    },
    fault: {
      type: { kind: 'list', items: [{ code: 'dark', zh: '不亮', en: 'Dark' }] },
      names: { zh: '故障', en: 'Fault' },
      privacy: 'quasi',
      grouping: [
        { code: 'electric', zh: '电气', en: 'Electric', of: ['dark'] },
        { code: 'other', zh: '其他', en: 'Other', of: ['bent'] },
      ],
    },
    lamps: { type: { kind: 'integer', min: 0, max: 100_000 }, names: { zh: '盏数', en: 'Lamps' }, privacy: 'count' },
    lit_rate: { type: { kind: 'percent', as: 'ratio' }, names: { zh: '亮灯率', en: 'Lit rate' }, privacy: 'public' },
  },
  key: ['place'],
  complete: ['place'],
  rules: [
    { kind: 'sum', total: 'lamps', parts: ['led', 'sodium'] },
    { kind: 'balance', plus: ['lamps_start', 'installed'], minus: ['removed'], equals: 'lamps_end' },
    { kind: 'rate', rate: 'lit_rate', numerator: 'lit', denominator: 'lamps', times: 100 },
    { kind: 'belongs-to-period', columns: ['accepted_on', 'closed_on'], open: 'closed_on' },
    { kind: 'validity', from: 'issued_on', to: 'expires_on', years: 5 },
    { kind: 'requires', column: 'reason', when: [{ column: 'status', is: 'removed' }] },
    { kind: 'not-before', a: 'closed_on', b: 'accepted_on' },
  ],
  statuses: [{ where: [[{ column: 'year', from: '2027' }]], status: 'forecast' }],
  tables: {
    lamps: {
      title: { zh: '路灯', en: 'Street lamps' },
      description: { zh: '月末数。', en: 'At the end of the month.' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }],
      where: [[{ column: 'status', not: 'removed' }]],
      measures: {
        lamps: {
          names: { zh: '盏数', en: 'Lamps' },
          unit: { zh: '盏', en: { one: 'lamp', other: 'lamps' } },
          description: { zh: '月末在用。', en: 'In use at the end of the month.' },
          sum: 'lamps',
          where: [[{ column: 'status', is: 'lit' }]],
        },
        lit: {
          names: { zh: '亮灯', en: 'Lit' },
          unit: { zh: '盏', en: { one: 'lamp', other: 'lamps' } },
          plus: ['lamps'],
          minus: ['dark'],
        },
        lit_share: {
          names: { zh: '占比', en: 'Share' },
          unit: '%',
          decimals: 1,
          share: { of: 'lamps', across: 'place' },
        },
        lit_low: { names: { zh: '下端', en: 'Lower end' }, unit: '%', wilson: { rate: 'lit_rate', bound: 'low' } },
        installed_to_date: {
          names: { zh: '累计新装', en: 'Installed since January' },
          unit: { zh: '盏', en: { one: 'lamp', other: 'lamps' } },
          cumulative: { of: 'installed', bound: 'low' },
        },
        height: { names: { zh: '高度', en: 'Height' }, unit: '米', take: 'height' },
        printed: {
          names: { zh: '原文数', en: 'As printed' },
          unit: '',
          take: 'printed',
          units: { column: 'printed_unit', words: { 盏: { one: 'lamp', other: 'lamps' } } },
          bounds: { column: 'printed_bound', low: 'low', high: 'high', about: 'about' },
        },
      },
      attributes: ['holder'],
      currentOnly: { until: 'listed_until' },
      identities: [
        { kind: 'balance', plus: ['lamps_start', 'installed'], minus: ['removed'], equals: 'lamps_end' },
        { kind: 'carry', opening: 'lamps_start', closing: 'lamps_end' },
        { kind: 'at-most', a: 'lit', b: 'lamps' },
        { kind: 'adds-up', measures: ['lamps'] },
        { kind: 'cumulative', measure: 'installed_total', of: 'installed' },
        { kind: 'same-as', measure: 'lamps', table: 'roads', equals: 'lamps', dataset: 'roads' },
      ],
    },
  },
  presentation: {
    headline: [
      {
        table: 'lamps',
        measure: 'lamps',
        where: { light: 'led' },
        better: 'neither',
        compare: ['period-before'],
        verb: { zh: '新装', en: { one: 'was installed', other: 'were installed' } },
      },
    ],
    rooms: ['topic', 'place'],
    name: { zh: '路灯', en: 'street lamps' },
  },
  synonyms: ['照明'],
  due: { workingDaysAfterEnd: 20 },
  dueFrom: '2026-01',
}

/** The other ways to say by when a file is due, of which a contract has exactly one kind. */
export const DUE_EXAMPLES: Pick<Contract, 'due' | 'dueDays'>[] = [
  { due: { daysAfterEnd: 10 } },
  { due: { dayOfNextMonth: 25 } },
  { due: { lastWorkingDayOf: 'quarter' } },
  { dueDays: 10 },
]

export const PROFILE_EXAMPLE: Profile = {
  sheet: '10月',
  delimiter: ';',
  headerRows: 2,
  skipRows: 1,
  skipBelow: 1,
  ignoreRows: ['a)'],
  groupRows: '分组',
  columns: { beds: '床位总数' },
  ignore: ['备注'],
  wide: { into: 'year', value: 'persons', headers: { '2012年': '2012' }, total: '合计' },
  constants: { kind: 'forecast' },
  units: { persons: '万人' },
  rowUnits: { column: '指标', into: '单位' },
  missing: ['缺'],
  dayFirst: true,
  fillDown: ['地区'],
  totals: ['全区'],
  records: ['其中：女'],
}

export const SITE_EXAMPLE: Settings = {
  title: { zh: '望舒市公开数据', en: 'Wangshu public figures' },
  description: { zh: '望舒市的最低生活保障。', en: 'The minimum living allowance in Wangshu.' },
  area: { zh: '望舒市', en: 'Wangshu' },
  city: '990300',
  url: 'https://data.example.gov.cn',
  publisher: { zh: '望舒市数据公开办公室', en: 'Wangshu Office of Public Data' },
  signer: { zh: '数据公开审核岗', en: 'Reviewer of public data' },
  today: '2026-11-20',
  demonstration: {
    label: { zh: '示范数据', en: 'Demonstration data' },
    sentence: { zh: '望舒市是虚构的城市。', en: 'Wangshu is a fictional city.' },
  },
  datasets: {
    ledger: {
      publisher: { zh: '市档案馆', en: 'City Archives' },
      description: { zh: '旧志中的数字。', en: 'Figures of old gazetteers.' },
      licence: 'CC BY 4.0',
      real: true,
      shown: true,
    },
  },
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  ...OFFICE_EXAMPLE,
  readingVersions: ['zh-hant'],
  footer: [
    { label: { zh: '主办单位', en: 'Published by' }, text: { zh: '市府办', en: 'City Office' }, url: '/about/' },
  ],
  moved: [
    {
      from: '/data/low-income/',
      to: '/data/assistance/',
      on: '2026-10-01',
      title: { zh: '低保户数', en: 'Low-income households' },
      because: { zh: '数据集改名。', en: 'The dataset was renamed.' },
    },
  ],
  retiredFigures: [
    {
      id: 'topics-assistance-assistance-households',
      on: '2026-10-01',
      title: { zh: '低保户数', en: 'Low-income households' },
      to: 'topics-assistance-assistance-flow-households-over-time',
      because: { zh: '改按月发布。', en: 'Now published by month.' },
    },
  ],
  topics: ['assistance'],
}

export { FIGURE_EXAMPLES, TOPIC_EXAMPLE } from './figure-examples.ts'

export const EVENT_EXAMPLES: EventNote[] = [
  {
    period: '2025-07',
    kind: 'event',
    datasets: ['cases'],
    places: ['990201'],
    label: { zh: '特大暴雨', en: 'Rainstorm' },
  },
]

export const SYNONYM_EXAMPLES: SynonymGroup[] = [{ id: 'allowance', zh: ['低保', '救助'], en: ['allowance', 'relief'] }]
