export default {
  id: 'yb',
  title: {
    zh: 'yb',
    en: 'yb',
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
    place: {
      type: {
        kind: 'text',
      },
      names: {
        zh: '地区',
        en: '地区',
      },
      privacy: 'dimension',
    },
    region: {
      type: {
        kind: 'text',
      },
      names: {
        zh: 'Region',
        en: 'Region',
      },
      privacy: 'public',
    },
    pop: {
      type: {
        kind: 'integer',
      },
      names: {
        zh: '人口数',
        en: '人口数',
      },
      privacy: 'count',
      unit: '人',
    },
    a65: {
      type: {
        kind: 'integer',
      },
      names: {
        zh: '65岁及以上',
        en: '65岁及以上',
      },
      privacy: 'count',
      unit: '人',
    },
    dep: {
      type: {
        kind: 'number',
      },
      names: {
        zh: '抚养比',
        en: '抚养比',
      },
      privacy: 'public',
      unit: '%',
    },
  },
  key: ['place'],
  tables: {
    t: {
      title: {
        zh: 't',
        en: 't',
      },
      kind: 'figures',
      dimensions: [
        {
          column: 'place',
        },
      ],
      measures: {
        pop: {
          names: {
            zh: 'p',
            en: 'p',
          },
          unit: '人',
          sum: 'pop',
        },
      },
    },
  },
}
