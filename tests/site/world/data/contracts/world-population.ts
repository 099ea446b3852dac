/** Population by age group of every country, 1950–2100, as Our World in Data gives it out. */
const declarePeople = (zh: string, en: string, header: string) => ({
  type: { kind: 'integer', min: 0 },
  names: { zh, en },
  headers: [header],
  unit: '人',
  privacy: 'count',
})

const sum = (zh: string, en: string, column: string) => ({ names: { zh, en }, unit: '人', sum: column })

const share = (zh: string, en: string, parts: [string, string]) => ({
  names: { zh, en },
  unit: '%',
  decimals: 1,
  rate: { numerator: parts[0], denominator: parts[1], times: 100 },
})

export default {
  id: 'world-population',
  title: { zh: '各国分年龄人口', en: 'Population by age group' },
  description: {
    zh: '联合国《世界人口展望》2017年修订版，一行为一个国家或地区的一年。1950—2015年为估计数，2016年起为中方案预测数。',
    en: 'UN World Population Prospects, 2017 revision, one row a country or area and year: estimates for 1950–2015, medium-variant projections from 2016.',
  },
  class: 'O',
  frequency: 'occasional',
  keeper: { zh: '联合国人口司', en: 'UN Population Division' },
  topic: 'ageing',
  columns: {
    entity: {
      type: { kind: 'text', max: 60 },
      names: { zh: '国家或地区', en: 'Country or area' },
      headers: ['Entity'],
      privacy: 'dimension',
    },
    year: { type: { kind: 'year' }, names: { zh: '年份', en: 'Year' }, privacy: 'dimension' },
    under_15: declarePeople('0—14岁', 'Under 15', 'Under 15 years old (UNWPP, 2017)'),
    age_15_64: declarePeople('15—64岁', '15–64', 'Working age (15-64 years old) (UNWPP, 2017)'),
    age_65_plus: declarePeople('65岁及以上', '65 and over', '65+ years old (UNWPP, 2017)'),
    under_5: declarePeople('0—4岁', 'Under 5', 'Under 5 years old (UNWPP, 2017)'),
    age_5_14: declarePeople('5—14岁', '5–14', '5-14 years old (UNWPP, 2017)'),
    age_15_24: declarePeople('15—24岁', '15–24', '15-24 years old (UNWPP, 2017)'),
    age_25_64: declarePeople('25—64岁', '25–64', '25-64 years old (UNWPP, 2017)'),
  },
  key: ['entity', 'year'],
  rules: [
    { kind: 'sum', total: 'under_15', parts: ['under_5', 'age_5_14'] },
    { kind: 'sum', total: 'age_15_64', parts: ['age_15_24', 'age_25_64'] },
  ],
  statuses: [{ where: [[{ column: 'year', from: '2016' }]], status: 'forecast' }],
  tables: {
    ageing: {
      title: { zh: '老龄化', en: 'Ageing' },
      kind: 'figures',
      dimensions: [{ column: 'entity' }, { column: 'year' }],
      measures: {
        under_15: sum('0—14岁', 'Under 15', 'under_15'),
        age_15_64: sum('15—64岁', '15–64', 'age_15_64'),
        age_65_plus: sum('65岁及以上', '65 and over', 'age_65_plus'),
        total: {
          names: { zh: '总人口', en: 'Population' },
          unit: '人',
          plus: ['under_15', 'age_15_64', 'age_65_plus'],
        },
        share_65_plus: share('65岁及以上人口比重', 'Share aged 65 and over', ['age_65_plus', 'total']),
        dependency_65: share('老年抚养比（65岁及以上÷15—64岁）', 'Old-age dependency (65+ ÷ 15–64)', [
          'age_65_plus',
          'age_15_64',
        ]),
        ageing_index: share('老龄化指数（65岁及以上÷0—14岁）', 'Ageing index (65+ ÷ 0–14)', [
          'age_65_plus',
          'under_15',
        ]),
      },
      identities: [
        { kind: 'balance', plus: ['under_15', 'age_15_64', 'age_65_plus'], equals: 'total', minus: [] },
        { kind: 'at-most', a: 'age_65_plus', b: 'total' },
      ],
    },
  },
}
