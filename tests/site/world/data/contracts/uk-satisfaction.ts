/** Satisfaction with public services in Great Britain, as the Office for National Statistics gives it out. */
const total = { code: 'total', zh: '合计', en: 'Total' }

const declareBreakdown = (zh: string, en: string, items: [code: string, zh: string, en: string][]) => ({
  type: { kind: 'list', items: [total, ...items.map(([code, zh, en]) => ({ code, zh, en }))] },
  names: { zh, en },
  privacy: 'dimension',
  // The source leaves a breakdown blank where the figure is of everybody.
  blank: 'total',
})

export default {
  id: 'uk-satisfaction',
  title: { zh: '英国公共服务满意度', en: 'Satisfaction with public services' },
  description: {
    zh: '16岁及以上受访者对医疗、教育、警察和法院的总体满意度，0—10分中6分及以上为满意；拒答、不知道和缺失的不计。来源没有给出样本量，因此列为报道值，不算误差区间。',
    en: 'Adults aged 16 and over who rated a service 6 or higher on a scale from 0 to 10; refusals, “don’t know” and missing answers are left out. The source states no sample size, so figures are as reported, without an interval.',
  },
  class: 'O',
  frequency: 'year',
  keeper: { zh: '英国国家统计局', en: 'Office for National Statistics' },
  topic: 'satisfaction',
  columns: {
    wave: {
      type: { kind: 'text', max: 60 },
      names: { zh: '调查期', en: 'Collection period' },
      headers: ['Year'],
      privacy: 'dimension',
      description: { zh: '照录来源的文字。', en: 'In the words of the source.' },
    },
    service: {
      type: {
        kind: 'list',
        items: [
          { code: 'health', zh: '医疗', en: 'Healthcare system' },
          { code: 'education', zh: '教育', en: 'Education system' },
          { code: 'police', zh: '警察', en: 'Police' },
          { code: 'courts', zh: '法院与司法', en: 'Courts and legal system' },
        ],
      },
      names: { zh: '公共服务', en: 'Service' },
      headers: ['Series'],
      privacy: 'dimension',
    },
    age: declareBreakdown('年龄', 'Age', [
      ['16-24', '16—24岁', '16 to 24'],
      ['25-34', '25—34岁', '25 to 34'],
      ['35-49', '35—49岁', '35 to 49'],
      ['50-64', '50—64岁', '50 to 64'],
      ['65-74', '65—74岁', '65 to 74'],
      ['75+', '75岁及以上', '75 and over'],
    ]),
    sex: declareBreakdown('性别', 'Sex', [
      ['male', '男', 'Male'],
      ['female', '女', 'Female'],
    ]),
    country: declareBreakdown('构成国', 'Country', [
      ['E92000001', '英格兰', 'England'],
      ['S92000003', '苏格兰', 'Scotland'],
      ['W92000004', '威尔士', 'Wales'],
    ]),
    region: declareBreakdown('大区', 'Region', [
      ['E12000001', '东北英格兰', 'North East'],
      ['E12000002', '西北英格兰', 'North West'],
      ['E12000003', '约克郡-亨伯', 'Yorkshire and The Humber'],
      ['E12000004', '东米德兰兹', 'East Midlands'],
      ['E12000005', '西米德兰兹', 'West Midlands'],
      ['E12000006', '东英格兰', 'East'],
      ['E12000007', '伦敦', 'London'],
      ['E12000008', '东南英格兰', 'South East'],
      ['E12000009', '西南英格兰', 'South West'],
    ]),
    observation: {
      type: { kind: 'list', items: [{ code: 'normal', zh: '正常值', en: 'Normal value' }] },
      names: { zh: '观测状态', en: 'Observation status' },
      privacy: 'dimension',
    },
    satisfied: {
      type: { kind: 'percent', as: 'percent' },
      names: { zh: '满意率', en: 'Satisfied' },
      headers: ['Value'],
      unit: '%',
      privacy: 'public',
    },
  },
  key: ['wave', 'service', 'age', 'sex', 'country', 'region'],
  statuses: [{ where: [[{ column: 'service', present: true }]], status: 'reported' }],
  tables: {
    satisfied: {
      title: { zh: '满意率', en: 'Satisfied' },
      kind: 'figures',
      dimensions: ['wave', 'service', 'age', 'sex', 'country', 'region'].map((column) => ({ column })),
      where: [[{ column: 'observation', is: 'normal' }]],
      measures: {
        satisfied: { names: { zh: '满意率', en: 'Satisfied' }, unit: '%', decimals: 1, take: 'satisfied' },
      },
    },
  },
}
