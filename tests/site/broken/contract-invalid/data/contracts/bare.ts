/** Lacks the class that every contract must declare, and misspells a privacy class. */
export default {
  id: 'bare',
  title: { zh: '井盖', en: 'Manholes' },
  description: { zh: '一行一处。', en: 'One row a manhole.' },
  frequency: 'month',
  keeper: { zh: '市政部门', en: 'Public works' },
  topic: 'manholes',
  columns: { number: { type: { kind: 'text' }, names: { zh: '编号', en: 'Number' }, privacy: 'open' } },
  key: ['number'],
  tables: {},
}
