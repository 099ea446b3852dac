export default {
  id: 'opt',
  title: {
    zh: 'opt',
    en: 'opt',
  },
  description: {
    zh: 'x',
    en: 'x',
  },
  class: 'O',
  frequency: 'year',
  keeper: {
    zh: 'k',
    en: 'k',
  },
  topic: 'cases',
  columns: {
    name: {
      type: {
        kind: 'text',
      },
      names: {
        zh: '指标',
        en: '指标',
      },
      privacy: 'dimension',
    },
    year: {
      type: {
        kind: 'year',
      },
      names: {
        zh: '年份',
        en: '年份',
      },
      privacy: 'dimension',
    },
    v: {
      type: {
        kind: 'number',
      },
      names: {
        zh: '数值',
        en: '数值',
      },
      privacy: 'public',
      optional: true,
    },
  },
  key: ['name', 'year'],
  tables: {
    t: {
      title: {
        zh: 't',
        en: 't',
      },
      kind: 'figures',
      dimensions: [
        {
          column: 'name',
        },
        {
          column: 'year',
        },
      ],
      measures: {
        v: {
          names: {
            zh: 'v',
            en: 'v',
          },
          unit: '',
          take: 'v',
        },
      },
    },
  },
}
