import { defineDataset } from '../../contracts/contract.ts'
import { sumOf } from '../../contracts/measures.ts'
import { AGEING_IDENTITIES, AGEING_MEASURES, BAND_HEADERS, BAND_ITEMS, SEX_ITEMS } from './ages.ts'

export const population = defineDataset({
  id: 'population',
  title: { zh: '常住人口', en: 'Resident population' },
  description: {
    zh: '每年末常住人口，按街道（镇）、性别和五岁年龄组统计；不含户籍在本市而常住外地的人口，不与户籍人口、实有人口混用。',
    en: 'Resident population at the end of each year by subdistrict, sex and five-year age group. It excludes people registered here who live elsewhere, and is never mixed with registered or actual population.',
  },
  class: 'P',
  exact: true,
  frequency: 'year',
  keeper: 'statistics',
  topic: 'ageing',
  columns: {
    year: {
      type: { kind: 'year' },
      names: { zh: '年份', en: 'Year' },
      headers: ['年度', '统计年份'],
      privacy: 'quasi',
    },
    place: {
      type: { kind: 'place', levels: ['subdistrict'] },
      names: { zh: '区划代码', en: 'Place code' },
      headers: ['行政区划代码', '街道代码', '街道（镇）', '地区'],
      privacy: 'dimension',
      description: {
        zh: '当年有效的街道（镇）代码；区划调整前后的代码不同。',
        en: 'Code of the subdistrict as valid in that year; codes differ before and after a merger.',
      },
    },
    sex: {
      type: { kind: 'list', items: SEX_ITEMS },
      names: { zh: '性别', en: 'Sex' },
      privacy: 'dimension',
    },
    band: {
      type: { kind: 'list', items: BAND_ITEMS },
      names: { zh: '年龄组', en: 'Age group' },
      privacy: 'dimension',
      description: {
        zh: '五岁一组，满周岁计；文件报到100岁及以上，公布时95岁及以上合为一组。',
        en: 'Five-year groups by completed age; files go up to 100 and over, tables put all from 95 together.',
      },
      merge: [{ code: 'age_95_plus', zh: '95岁及以上', en: '95 and over', of: ['age_95_99', 'age_100_plus'] }],
    },
    persons: {
      type: { kind: 'integer', min: 0 },
      names: { zh: '人数', en: 'Persons' },
      headers: ['常住人口', '人口数'],
      privacy: 'count',
      unit: '人',
    },
  },
  key: ['place', 'sex', 'band'],
  complete: ['place', 'sex', 'band'],
  rules: [{ kind: 'is-period', column: 'year' }],
  tables: {
    ageing: {
      title: { zh: '人口老龄化', en: 'Population ageing' },
      description: {
        zh: '总人口、主要年龄段人口，以及由它们算出的老龄化指标。每个比率的分母写在指标说明中。',
        en: 'Total population, the main ages, and the ageing indicators computed from them. Each rate states its denominator.',
      },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district', 'subdistrict'] }],
      measures: AGEING_MEASURES,
      identities: AGEING_IDENTITIES,
      ladder: [{}, { dimensions: [{ column: 'place', levels: ['city', 'district'] }] }],
    },
    'age-sex': {
      title: { zh: '分性别、年龄组人口', en: 'Population by sex and age group' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }, { column: 'sex' }, { column: 'band' }],
      measures: { persons: sumOf({ zh: '人数', en: 'Persons', unit: '人' }, 'persons') },
      identities: [
        { kind: 'adds-up', measures: ['persons'] },
        { kind: 'same-as', measure: 'persons', table: 'ageing', equals: 'total' },
      ],
      ladder: [{}, { dimensions: [{ column: 'place', levels: ['city'] }] }],
    },
  },
  profile: {
    wide: { into: 'band', value: 'persons', headers: BAND_HEADERS, total: '合计' },
  },
  synonyms: ['人口', '老龄化', '老年人', '人口金字塔', '抚养比', '老人'],
  due: { daysAfterEnd: 120 },
  dueFrom: '2000',
})
