/** Would print the names of inspectors, were it admitted. */
export default {
  id: 'leaky',
  title: { zh: '巡查', en: 'Inspections' },
  description: { zh: '一行一次巡查。', en: 'One row an inspection.' },
  class: 'O',
  frequency: 'month',
  keeper: { zh: '城市照明管理部门', en: 'Street lighting office' },
  topic: 'lamps',
  columns: {
    inspector: { type: { kind: 'text' }, names: { zh: '巡查人', en: 'Inspector' }, privacy: 'personal' },
    remark: { type: { kind: 'text' }, names: { zh: '备注', en: 'Remark' }, privacy: 'free-text' },
  },
  key: ['inspector'],
  tables: {
    inspections: {
      title: { zh: '巡查次数', en: 'Inspections' },
      kind: 'figures',
      dimensions: [{ column: 'inspector' }],
      measures: {
        inspections: {
          names: { zh: '次数', en: 'Inspections' },
          unit: { zh: '次', en: { one: 'inspection', other: 'inspections' } },
          count: 'rows',
        },
        status: {
          names: { zh: '有备注', en: 'With a remark' },
          unit: { zh: '次', en: { one: 'inspection', other: 'inspections' } },
          count: 'rows',
          where: [[{ column: 'remark', present: true }]],
        },
        rate: {
          names: { zh: '备注率', en: 'Share' },
          unit: '%',
          rate: { numerator: 'remarks', denominator: 'inspections', times: 100 },
        },
      },
    },
  },
}
