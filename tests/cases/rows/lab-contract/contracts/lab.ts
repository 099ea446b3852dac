export default {
  id: 'lab',
  title: {
    zh: 'lab',
    en: 'lab',
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
        zh: '机构',
        en: '机构',
      },
      privacy: 'dimension',
    },
    scope: {
      type: {
        kind: 'text',
      },
      names: {
        zh: '范围',
        en: '范围',
      },
      privacy: 'dimension',
    },
    n: {
      type: {
        kind: 'integer',
      },
      names: {
        zh: '数量',
        en: '数量',
      },
      privacy: 'count',
      unit: { zh: '件', en: { one: 'item', other: 'items' } },
    },
  },
  key: ['name'],
  tables: {
    t: {
      title: {
        zh: 't',
        en: 't',
      },
      kind: 'figures',
      dimensions: [
        {
          column: 'scope',
        },
      ],
      measures: {
        n: {
          names: {
            zh: 'n',
            en: 'n',
          },
          unit: { zh: '件', en: { one: 'item', other: 'items' } },
          sum: 'n',
        },
      },
    },
  },
}
