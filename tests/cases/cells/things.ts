import type { Contract } from '../../../src/contracts/contract.ts'

/** A register of facilities with a column of each kind. */
export const THINGS: Contract = {
  id: 'things',
  title: { zh: '设施登记', en: 'Facilities' },
  description: { zh: '设施登记簿，一行一处。', en: 'Register of facilities, one row a site.' },
  class: 'O',
  frequency: 'month',
  keeper: { zh: '城市管理部门', en: 'Urban management' },
  topic: 'things',
  columns: {
    name: { type: { kind: 'text', max: 40 }, names: { zh: '设施名称', en: 'Name' }, privacy: 'public' },
    place: {
      type: { kind: 'place', levels: ['district'] },
      names: { zh: '所在区', en: 'District' },
      headers: ['区', '地区'],
      privacy: 'dimension',
    },
    kind: {
      type: {
        kind: 'list',
        items: [
          { code: 'a', zh: '民政设施', en: 'Civil' },
          { code: 'b', zh: '长者食堂', en: 'Canteen' },
        ],
      },
      names: { zh: '类别', en: 'Kind' },
      privacy: 'dimension',
    },
    seats: { type: { kind: 'integer', min: 0 }, names: { zh: '座位数', en: 'Seats' }, privacy: 'count', unit: '个' },
    rate: {
      type: { kind: 'percent', as: 'percent' },
      names: { zh: '使用率', en: 'Use rate' },
      privacy: 'count',
      optional: true,
      absent: true,
    },
    size: {
      type: { kind: 'number' },
      names: { zh: '面积', en: 'Size' },
      privacy: 'count',
      optional: true,
      absent: true,
      unit: '平方米',
    },
    opened: {
      type: { kind: 'date' },
      names: { zh: '启用日期', en: 'Opened' },
      privacy: 'public',
      optional: true,
      absent: true,
    },
    closed_at: {
      type: { kind: 'datetime' },
      names: { zh: '检查时间', en: 'Checked at' },
      privacy: 'public',
      optional: true,
      absent: true,
    },
    month: {
      type: { kind: 'month' },
      names: { zh: '月份', en: 'Month' },
      privacy: 'public',
      optional: true,
      absent: true,
    },
    open: {
      type: { kind: 'yes-no' },
      names: { zh: '是否开放', en: 'Open' },
      privacy: 'dimension',
      optional: true,
      absent: true,
    },
    remark: {
      type: { kind: 'text', max: 200 },
      names: { zh: '服务内容', en: 'Services' },
      privacy: 'public',
      optional: true,
      absent: true,
    },
  },
  key: ['name'],
  tables: {
    register: {
      title: { zh: '设施名录', en: 'List of facilities' },
      kind: 'register',
      dimensions: [{ column: 'name' }],
      measures: {},
      attributes: ['place', 'kind', 'opened', 'closed_at', 'month', 'open', 'remark'],
    },
    seats: {
      title: { zh: '座位', en: 'Seats' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }],
      measures: {
        seats: { names: { zh: '座位数', en: 'Seats' }, unit: '个', sum: 'seats' },
        n: { names: { zh: '设施数', en: 'Sites' }, unit: '处', count: 'rows' },
      },
      identities: [{ kind: 'adds-up', measures: ['seats', 'n'] }],
    },
  },
}
