import type { Contract } from 'mingge/contract'

// 数据约定的骨架，各项说明见网站 /methods/reference/contract/。
// The skeleton of a contract; every item is explained on the site at /methods/reference/contract/.
export default {
  id: 'dataset-id',
  title: { zh: '数据集名称', en: 'Name of the dataset' },
  // 一行是什么、由谁记录、不含什么。 What a row is, who keeps it, what it leaves out.
  description: { zh: '一行为一区。', en: 'One row per district.' },
  // O 物，P 个人，S 敏感信息。 O things, P persons, S sensitive.
  class: 'O',
  frequency: 'month',
  keeper: { zh: '主管部门', en: 'Department' },
  topic: 'other',
  columns: {
    place: { type: { kind: 'place' }, names: { zh: '地区', en: 'Place' }, privacy: 'dimension' },
    number: { type: { kind: 'integer', min: 0 }, names: { zh: '数量', en: 'Number' }, privacy: 'count' },
  },
  key: ['place'],
  tables: {
    numbers: {
      title: { zh: '数量', en: 'Numbers' },
      kind: 'figures',
      dimensions: [{ column: 'place' }],
      measures: { number: { names: { zh: '数量', en: 'Number' }, unit: '', sum: 'number' } },
    },
  },
} satisfies Contract
