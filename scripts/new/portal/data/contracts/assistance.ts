import type { Contract } from 'mingge/contract'

/**
 * 数据约定：这一个文件决定怎样核对、怎样汇总、怎样公布。改动后运行 npm run check。
 * The contract of one dataset: how its files are checked, summed and published. After a change run npm run check.
 * 各项说明 All items: /methods/reference/contract/
 */
export default {
  // 文件夹 data/raw/assistance/ 与此同名。 The folder data/raw/assistance/ has this name.
  id: 'assistance',
  title: { zh: '最低生活保障', en: 'Minimum living allowance' },
  description: {
    zh: '各区最低生活保障季报，一行为一区一类家庭；不含临时救助。',
    en: 'Quarterly returns on the minimum living allowance, one row per district and kind of household, without emergency relief.',
  },
  // O 物，P 个人，S 敏感信息。 O things, P persons, S sensitive. 社会救助是敏感信息：0和少于10的隐去，其余取整到10，
  // 不细于街道（镇）和季度。 Assistance is sensitive: 0 and counts below 10 are hidden, others rounded to 10, and nothing is
  // finer than subdistrict and quarter. 发布前逐格证明推不出来。 Before publishing, each hidden cell is proven safe.
  class: 'S',
  frequency: 'quarter',
  // departments.csv 中的编号。 An id of departments.csv.
  keeper: 'civil-affairs',
  topic: 'assistance',

  // 文件的列。 The columns of a file.
  // privacy: public 可公布 may be published · dimension 用来分组 groups · count 可求和 may be summed ·
  //          quasi, personal, free-text 不出核对环节 never leave the check
  columns: {
    place: {
      type: { kind: 'place', levels: ['district'] },
      names: { zh: '地区', en: 'District' },
      // 文件里还可能这样写。 Other headers that a file may have.
      headers: ['所在区', '区县'],
      privacy: 'dimension',
    },
    area: {
      type: {
        kind: 'list',
        items: [
          { code: 'urban', zh: '城市', en: 'Urban', also: ['城市低保'] },
          { code: 'rural', zh: '农村', en: 'Rural', also: ['农村低保'] },
        ],
      },
      names: { zh: '类别', en: 'Kind' },
      privacy: 'dimension',
    },
    households_start: {
      type: { kind: 'integer', min: 0 },
      names: { zh: '季初户数', en: 'Households at start' },
      privacy: 'count',
    },
    added: { type: { kind: 'integer', min: 0 }, names: { zh: '新增户数', en: 'Households added' }, privacy: 'count' },
    ended: { type: { kind: 'integer', min: 0 }, names: { zh: '退出户数', en: 'Households ended' }, privacy: 'count' },
    households_end: {
      type: { kind: 'integer', min: 0 },
      names: { zh: '季末户数', en: 'Households at end' },
      privacy: 'count',
    },
    persons: {
      type: { kind: 'integer', min: 0 },
      names: { zh: '保障人数', en: 'Persons' },
      unit: '人',
      privacy: 'count',
    },
    remark: { type: { kind: 'text' }, names: { zh: '备注', en: 'Remark' }, privacy: 'free-text', optional: true },
  },

  // 一行由这些列唯一确定。 These columns together identify a row.
  key: ['place', 'area'],
  // 每区每类每季都要报。 Every district reports every kind in every file.
  complete: ['place', 'area'],
  // 行内规则。 Rules between the columns of one row.
  rules: [
    { kind: 'at-most', a: 'households_end', b: 'persons' },
    // 季初＋新增－退出＝季末，错了指出是哪个单元格。 start + added − ended = end; an error names its cell.
    { kind: 'balance', plus: ['households_start', 'added'], minus: ['ended'], equals: 'households_end' },
  ],

  // 公布的表。 The tables that are published.
  tables: {
    households: {
      title: { zh: '低保户数与人数', en: 'Households and persons' },
      kind: 'figures',
      // 由细到粗；证明不了的表用下一级：只留全市。 From fine to coarse; a table without proof takes the next step: the city alone.
      ladder: [{}, { dimensions: [{ column: 'place', levels: ['city'] }] }],
      dimensions: [{ column: 'place', levels: ['city', 'district'] }, { column: 'area' }],
      measures: {
        households_start: {
          names: { zh: '季初户数', en: 'Households at start' },
          unit: { zh: '户', en: { one: 'household', other: 'households' } },
          sum: 'households_start',
        },
        added: {
          names: { zh: '新增户数', en: 'Households added' },
          unit: { zh: '户', en: { one: 'household', other: 'households' } },
          sum: 'added',
        },
        ended: {
          names: { zh: '退出户数', en: 'Households ended' },
          unit: { zh: '户', en: { one: 'household', other: 'households' } },
          sum: 'ended',
        },
        households_end: {
          names: { zh: '季末户数', en: 'Households at end' },
          unit: { zh: '户', en: { one: 'household', other: 'households' } },
          sum: 'households_end',
        },
        persons: { names: { zh: '保障人数', en: 'Persons' }, unit: '人', sum: 'persons' },
        persons_per_household: {
          names: { zh: '户均人数', en: 'Persons per household' },
          unit: '人',
          decimals: 2,
          rate: { numerator: 'persons', denominator: 'households_end', times: 1 },
        },
      },
      // 必须相等的关系，不等则不发布。 What must be equal; where it is not, nothing is published.
      identities: [
        // 本季季初＝上季季末 this quarter's start = last quarter's end
        { kind: 'carry', opening: 'households_start', closing: 'households_end' },
        // 各区之和＝全市 the districts add up to the city
        { kind: 'adds-up', measures: ['households_start', 'added', 'ended', 'households_end', 'persons'] },
      ],
    },
  },

  // 怎样展示；不写则由各表推定。 How pages show it; what is left out is derived from the tables.
  presentation: {
    name: { zh: '低保', en: 'the minimum living allowance' },
    headline: [
      { table: 'households', measure: 'households_end', better: 'neither', compare: ['period-before'] },
      { table: 'households', measure: 'persons', better: 'neither', compare: ['period-before'] },
    ],
  },

  // 居民搜索时可能用的词。 Words that a resident might type.
  synonyms: ['低保', '社会救助'],

  // 报送期限：季后10日。 Due ten days after the quarter.
  // due: { daysAfterEnd: 10 },
} satisfies Contract
