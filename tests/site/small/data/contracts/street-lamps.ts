/** A contract of a portal's own: plain data, nothing imported. */
export default {
  id: 'street-lamps',
  title: { zh: '路灯', en: 'Street lamps' },
  description: {
    zh: '各区路灯月报，一行为一区一类光源。',
    en: 'Monthly returns on street lamps, one row per district and kind of light.',
  },
  class: 'O',
  frequency: 'month',
  keeper: { zh: '城市照明管理部门', en: 'Street lighting office' },
  topic: 'lamps',
  columns: {
    place: {
      type: { kind: 'place', levels: ['district'] },
      names: { zh: '所在区', en: 'District' },
      headers: ['区'],
      privacy: 'dimension',
    },
    light: {
      type: {
        kind: 'list',
        items: [
          { code: 'led', zh: '发光二极管', en: 'LED', also: ['LED灯'] },
          { code: 'sodium', zh: '钠灯', en: 'Sodium', also: ['高压钠灯'] },
        ],
      },
      names: { zh: '光源', en: 'Light' },
      privacy: 'dimension',
    },
    lamps_start: {
      type: { kind: 'integer', min: 0 },
      names: { zh: '月初盏数', en: 'Lamps at start' },
      privacy: 'count',
    },
    installed: { type: { kind: 'integer', min: 0 }, names: { zh: '新装', en: 'Installed' }, privacy: 'count' },
    removed: { type: { kind: 'integer', min: 0 }, names: { zh: '拆除', en: 'Removed' }, privacy: 'count' },
    lamps_end: { type: { kind: 'integer', min: 0 }, names: { zh: '月末盏数', en: 'Lamps at end' }, privacy: 'count' },
    dark: { type: { kind: 'integer', min: 0 }, names: { zh: '熄灭盏数', en: 'Dark lamps' }, privacy: 'count' },
    inspected_on: {
      type: { kind: 'date' },
      names: { zh: '巡查日期', en: 'Inspected on' },
      privacy: 'quasi',
      grouping: [
        { code: 'before_2026', zh: '2026年前', en: 'before 2026' },
        { code: 'since_2026', zh: '2026年起', en: 'since 2026', from: '2026-01-01' },
      ],
    },
    inspector: {
      type: { kind: 'text' },
      names: { zh: '巡查人', en: 'Inspector' },
      privacy: 'personal',
      optional: true,
    },
    remark: { type: { kind: 'text' }, names: { zh: '备注', en: 'Remark' }, privacy: 'free-text', optional: true },
  },
  key: ['place', 'light'],
  rules: [
    { kind: 'at-most', a: 'dark', b: 'lamps_end' },
    { kind: 'balance', plus: ['lamps_start', 'installed'], minus: ['removed'], equals: 'lamps_end' },
    { kind: 'not-after-period', columns: ['inspected_on'] },
  ],
  tables: {
    lamps: {
      title: { zh: '路灯增减与亮灯率', en: 'Lamps installed, removed and lit' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }, { column: 'light' }],
      measures: {
        lamps_start: {
          names: { zh: '月初盏数', en: 'Lamps at start' },
          unit: { zh: '盏', en: { one: 'lamp', other: 'lamps' } },
          sum: 'lamps_start',
        },
        installed: {
          names: { zh: '新装', en: 'Installed' },
          unit: { zh: '盏', en: { one: 'lamp', other: 'lamps' } },
          sum: 'installed',
        },
        removed: {
          names: { zh: '拆除', en: 'Removed' },
          unit: { zh: '盏', en: { one: 'lamp', other: 'lamps' } },
          sum: 'removed',
        },
        lamps_end: {
          names: { zh: '月末盏数', en: 'Lamps at end' },
          unit: { zh: '盏', en: { one: 'lamp', other: 'lamps' } },
          sum: 'lamps_end',
        },
        dark: {
          names: { zh: '熄灭盏数', en: 'Dark lamps' },
          unit: { zh: '盏', en: { one: 'lamp', other: 'lamps' } },
          sum: 'dark',
        },
        lit: {
          names: { zh: '亮灯盏数', en: 'Lit lamps' },
          unit: { zh: '盏', en: { one: 'lamp', other: 'lamps' } },
          plus: ['lamps_end'],
          minus: ['dark'],
        },
        lit_rate: {
          names: { zh: '亮灯率', en: 'Lit rate' },
          unit: '%',
          decimals: 1,
          rate: { numerator: 'lit', denominator: 'lamps_end', times: 100 },
        },
      },
      identities: [
        { kind: 'balance', plus: ['lamps_start', 'installed'], minus: ['removed'], equals: 'lamps_end' },
        { kind: 'carry', opening: 'lamps_start', closing: 'lamps_end' },
        { kind: 'adds-up', measures: ['lamps_start', 'installed', 'removed', 'lamps_end', 'dark', 'lit'] },
      ],
    },
  },
}
