import { defineDataset } from '../../contracts/contract.ts'
import { takeOf } from '../../contracts/measures.ts'
import { SEX_ITEMS } from '../population/ages.ts'

export const lifeExpectancy = defineDataset({
  id: 'life-expectancy',
  title: { zh: '平均预期寿命', en: 'Life expectancy' },
  description: {
    zh: '按当年分年龄死亡水平编制的生命表，给出出生时的平均预期寿命。它不是当年死亡者的平均年龄；不同机构编制的数字不能连成一条线。',
    en: 'Life expectancy at birth, from a life table of the year’s mortality by age. It is not the mean age at death, and figures from different agencies do not form one series.',
  },
  class: 'O',
  frequency: 'year',
  keeper: 'health',
  topic: 'ageing',
  columns: {
    year: { type: { kind: 'year' }, names: { zh: '年份', en: 'Year' }, privacy: 'quasi' },
    place: {
      type: { kind: 'place', levels: ['city'] },
      names: { zh: '地区', en: 'Place' },
      privacy: 'dimension',
    },
    sex: {
      type: {
        kind: 'list',
        items: [
          { code: 'total', zh: '男女合计', en: 'Both sexes', also: ['全部', '平均', '合计', '男女平均'] },
          ...SEX_ITEMS,
        ],
      },
      names: { zh: '性别', en: 'Sex' },
      privacy: 'dimension',
    },
    years: {
      type: { kind: 'number', min: 20, max: 100 },
      names: { zh: '平均预期寿命', en: 'Life expectancy at birth' },
      headers: ['预期寿命', '平均预期寿命（岁）'],
      privacy: 'count',
      unit: '岁',
    },
  },
  key: ['place', 'sex'],
  complete: ['place', 'sex'],
  rules: [{ kind: 'is-period', column: 'year' }],
  tables: {
    years: {
      title: { zh: '平均预期寿命', en: 'Life expectancy at birth' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city'] }, { column: 'sex' }],
      measures: {
        years: takeOf(
          {
            zh: '平均预期寿命',
            en: 'Life expectancy at birth',
            unit: '岁',
            decimals: 2,
            about: {
              zh: '假定一批同时出生的人一生都经历当年的分年龄死亡水平，平均能活的年数。男女合计按合并后的死亡水平另行编表，不是男女两数的平均。',
              en: 'Years that people born now would live on average under the year’s mortality at every age. The figure for both sexes comes from a separate table, not from the mean of the two.',
            },
          },
          'years',
        ),
      },
    },
  },
  synonyms: ['寿命', '人均寿命', '预期寿命'],
  due: { daysAfterEnd: 180 },
  dueFrom: '2000',
})
