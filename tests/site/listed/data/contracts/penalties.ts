/** A register whose entries lapse: past its last day, an entry is public nowhere any more. */
export default {
  id: 'penalties',
  title: { zh: '行政处罚公示', en: 'Administrative penalties' },
  description: {
    zh: '正在公示的行政处罚，一行为一份决定，公示期满即撤下。',
    en: 'Administrative penalties on display, one row a decision, taken down when its time is up.',
  },
  class: 'O',
  frequency: 'month',
  keeper: { zh: '市场监管部门', en: 'Market regulator' },
  topic: 'penalties',
  columns: {
    decision: { type: { kind: 'text' }, names: { zh: '决定书文号', en: 'Decision' }, privacy: 'public' },
    holder: { type: { kind: 'text' }, names: { zh: '企业', en: 'Company' }, privacy: 'public' },
    until: {
      type: { kind: 'date' },
      names: { zh: '公示截止日', en: 'On display until' },
      privacy: 'public',
      optional: true,
    },
  },
  key: ['decision'],
  tables: {
    register: {
      title: { zh: '正在公示的行政处罚', en: 'Penalties on display' },
      kind: 'register',
      dimensions: [{ column: 'decision' }],
      attributes: ['holder', 'until'],
      currentOnly: { until: 'until' },
      measures: {
        decisions: {
          names: { zh: '份数', en: 'Decisions' },
          unit: { zh: '份', en: { one: 'decision', other: 'decisions' } },
          count: 'rows',
        },
      },
    },
  },
}
