import type { Contract, Measure, Where } from '../../../src/contracts/contract.ts'

/*
 * Datasets that try to tell of single persons: bands that overlap, 累计 beside months, another geography, a total that another
 * dataset states, sensitive households, exact counts, and a register of sole traders.
 */

const PERSON = { zh: '人次', en: { one: 'visit', other: 'visits' } } as const
const listOf = (...codes: string[]) => ({
  kind: 'list' as const,
  items: codes.map((code) => ({ code, zh: code, en: code })),
})
const countOf = (name: string, where?: Where): Measure => ({
  names: { zh: name, en: name },
  unit: PERSON,
  count: 'rows',
  ...(where ? { where } : {}),
})
const totalOf = (name: string, of: string, bound?: 'low' | 'high'): Measure => ({
  names: { zh: name, en: name },
  unit: PERSON,
  cumulative: bound ? { of, bound } : { of },
})
const place = {
  type: { kind: 'place' as const, levels: ['district' as const] },
  names: { zh: '所在区', en: 'District' },
  privacy: 'dimension' as const,
}
const number = {
  type: { kind: 'text' as const, max: 20 },
  names: { zh: '单号', en: 'Number' },
  privacy: 'quasi' as const,
}
const whole = {
  description: { zh: '虚构。', en: 'Fictional.' },
  keeper: { zh: '民政部门', en: 'Civil affairs' },
  topic: 'lamps',
  key: ['number'],
  rules: [],
}
const OVER_60: Where = [[{ column: 'band', is: ['a60', 'a65', 'a80'] }]]
const OVER_65: Where = [[{ column: 'band', is: ['a65', 'a80'] }]]
const inDistricts = { column: 'place', levels: ['city' as const, 'district' as const] }
const describeTable = (title: string) => ({ title: { zh: title, en: title }, kind: 'figures' as const, ladder: [{}] })

/** Class P, a row a visit: 60+ beside 65+, 累计 beside the month, districts beside zones. */
export const VISITS: Contract = {
  ...whole,
  id: 'visits',
  title: { zh: '上门探访', en: 'Home visits' },
  class: 'P',
  frequency: 'month',
  columns: {
    number,
    place,
    zone: { type: listOf('z1', 'z2', 'z3'), names: { zh: '片区', en: 'Zone' }, privacy: 'dimension' },
    band: { type: listOf('a50', 'a60', 'a65', 'a80'), names: { zh: '年龄组', en: 'Age' }, privacy: 'dimension' },
    person: { type: { kind: 'text' }, names: { zh: '老人姓名', en: 'Person' }, privacy: 'personal' },
    remark: { type: { kind: 'text' }, names: { zh: '备注', en: 'Remark' }, privacy: 'free-text', optional: true },
  },
  tables: {
    whole: {
      ...describeTable('全市探访'),
      dimensions: [{ column: 'place', levels: ['city'] }],
      measures: { all: countOf('全部'), over_65: countOf('65岁及以上', OVER_65) },
      ladder: [{}, { period: 'quarter' }],
    },
    bands: {
      ...describeTable('分区探访'),
      dimensions: [inDistricts],
      measures: {
        all: countOf('全部'),
        over_60: countOf('60岁及以上', OVER_60),
        over_65: countOf('65岁及以上', OVER_65),
        all_total: totalOf('累计', 'all'),
        all_low: totalOf('累计下限', 'all', 'low'),
        all_high: totalOf('累计上限', 'all', 'high'),
      },
      identities: [
        { kind: 'at-most', a: 'over_60', b: 'all' },
        { kind: 'at-most', a: 'over_65', b: 'over_60' },
        { kind: 'adds-up', measures: ['all', 'over_60', 'over_65'] },
        { kind: 'same-as', measure: 'all', table: 'whole', equals: 'all' },
      ],
      ladder: [{}, { period: 'quarter' }],
    },
    zones: {
      ...describeTable('分片区探访'),
      dimensions: [{ column: 'zone' }],
      measures: { all: countOf('全部'), over_65: countOf('65岁及以上', OVER_65) },
      identities: [{ kind: 'same-as', measure: 'all', table: 'whole', equals: 'all' }],
      ladder: [{}, { period: 'quarter' }],
    },
  },
}

/** Class S, a row a household that gets assistance. */
export const AID: Contract = {
  ...whole,
  id: 'aid',
  title: { zh: '临时救助', en: 'Assistance' },
  class: 'S',
  frequency: 'quarter',
  columns: {
    number,
    place,
    cause: { type: listOf('illness', 'fire', 'school'), names: { zh: '原因', en: 'Cause' }, privacy: 'dimension' },
    head: { type: { kind: 'text' }, names: { zh: '户主', en: 'Head' }, privacy: 'personal' },
  },
  tables: {
    causes: {
      ...describeTable('救助户数'),
      dimensions: [inDistricts, { column: 'cause' }],
      measures: { households: countOf('户数') },
      identities: [{ kind: 'adds-up', measures: ['households'] }],
      ladder: [{}, { dimensions: [{ column: 'place', levels: ['city'] }] }],
    },
  },
}

const sumOf = (name: string, column: string): Measure => ({ names: { zh: name, en: name }, unit: PERSON, sum: column })
const declareCount = (name: string) => ({
  type: { kind: 'integer' as const, min: 0 },
  names: { zh: name, en: name },
  privacy: 'count' as const,
})

/** Class P printed exactly: a row a district, with 60+ beside 65+. */
export const REGISTERED: Contract = {
  ...whole,
  id: 'registered',
  title: { zh: '登记老年人', en: 'Registered elderly' },
  class: 'P',
  exact: true,
  frequency: 'month',
  key: ['place'],
  columns: { place, over_60: declareCount('60岁及以上'), over_65: declareCount('65岁及以上') },
  tables: {
    elderly: {
      ...describeTable('登记老年人'),
      dimensions: [inDistricts],
      measures: { over_60: sumOf('60岁及以上', 'over_60'), over_65: sumOf('65岁及以上', 'over_65') },
      identities: [
        { kind: 'at-most', a: 'over_65', b: 'over_60' },
        { kind: 'adds-up', measures: ['over_60', 'over_65'] },
      ],
    },
  },
}

/** Class O: a register of sole traders, and the exact number of visits by district, as another office counts them. */
export const TRADERS: Contract = {
  ...whole,
  id: 'traders',
  title: { zh: '个体工商户', en: 'Sole traders' },
  class: 'O',
  frequency: 'month',
  columns: {
    number: { ...number, privacy: 'public' },
    credit_code: {
      type: { kind: 'text', max: 18 },
      names: { zh: '统一社会信用代码', en: 'Credit code' },
      privacy: 'public',
    },
    holder: { type: { kind: 'text', max: 40 }, names: { zh: '字号', en: 'Name' }, privacy: 'public' },
    operator: { type: { kind: 'text' }, names: { zh: '经营者', en: 'Operator' }, privacy: 'personal', optional: true },
    home: { type: { kind: 'text' }, names: { zh: '经营者住址', en: 'Home' }, privacy: 'personal', optional: true },
  },
  tables: {
    register: {
      title: { zh: '登记簿', en: 'Register' },
      kind: 'register',
      dimensions: [{ column: 'number' }],
      measures: {},
      attributes: ['credit_code', 'holder'],
    },
  },
}
