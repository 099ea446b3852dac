import { defineDataset } from '../../contracts/contract.ts'
import { sumOf } from '../../contracts/measures.ts'
import { AGEING_IDENTITIES, AGEING_MEASURES, BAND_HEADERS, BAND_ITEMS, SEX_ITEMS } from '../population/ages.ts'

export const populationProjection = defineDataset({
  id: 'population-projection',
  title: { zh: '人口预测', en: 'Population projection' },
  description: {
    zh: '对未来各年末常住人口的预测，按年龄和性别，只给中方案。全部数字都是预测，不是统计结果。',
    en: 'Projection of the resident population at the end of future years by age and sex, medium variant only. Every figure is a forecast, not a result.',
  },
  class: 'O',
  frequency: 'occasional',
  keeper: 'population-research',
  topic: 'ageing',
  columns: {
    year: {
      type: { kind: 'year' },
      names: { zh: '预测年份', en: 'Projected year' },
      headers: ['年份'],
      privacy: 'dimension',
    },
    place: {
      type: { kind: 'place', levels: ['district'] },
      names: { zh: '地区', en: 'Place' },
      headers: ['区', '区域'],
      privacy: 'dimension',
    },
    sex: { type: { kind: 'list', items: SEX_ITEMS }, names: { zh: '性别', en: 'Sex' }, privacy: 'dimension' },
    band: { type: { kind: 'list', items: BAND_ITEMS }, names: { zh: '年龄组', en: 'Age group' }, privacy: 'dimension' },
    persons: {
      type: { kind: 'integer', min: 0 },
      names: { zh: '预测人数', en: 'Projected persons' },
      privacy: 'count',
      unit: '人',
    },
  },
  key: ['year', 'place', 'sex', 'band'],
  complete: ['sex', 'band'],
  statuses: [{ where: [[{ column: 'year', present: true }]], status: 'forecast' }],
  tables: {
    ageing: {
      title: { zh: '老龄化指标预测', en: 'Projected ageing indicators' },
      description: {
        zh: '指标与“常住人口”的老龄化表相同，全部为预测值。',
        en: 'The same indicators as for the resident population; all of them forecasts.',
      },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }, { column: 'year' }],
      measures: AGEING_MEASURES,
      identities: AGEING_IDENTITIES,
    },
    'age-sex': {
      title: { zh: '分性别、年龄组人口预测', en: 'Projected population by sex and age group' },
      kind: 'figures',
      dimensions: [
        { column: 'place', levels: ['city', 'district'] },
        { column: 'year' },
        { column: 'sex' },
        { column: 'band' },
      ],
      measures: { persons: sumOf({ zh: '预测人数', en: 'Projected persons', unit: '人' }, 'persons') },
      identities: [
        { kind: 'adds-up', measures: ['persons'] },
        { kind: 'same-as', measure: 'persons', table: 'ageing', equals: 'total' },
      ],
    },
  },
  profile: { wide: { into: 'band', value: 'persons', headers: BAND_HEADERS } },
  synonyms: ['人口预测', '老龄化趋势', '2040年人口'],
})
