import type { Random } from '../../scripts/demo/random.ts'
import { type Place, Places } from '../../src/codes/places.ts'
import type { Column, ColumnType, Contract } from '../../src/contracts/contract.ts'

/** A dataset with a column of every kind and a rule of nearly every kind, so that no plan goes without a comparison. */
export const EVERY_KIND: Contract = {
  id: 'every-kind',
  title: { zh: '样样俱全', en: 'Every kind' },
  description: { zh: '一行一条。', en: 'One row each.' },
  class: 'O',
  frequency: 'month',
  keeper: { zh: '部门', en: 'Department' },
  topic: 'cases',
  columns: {
    number: makeColumn('编号', { kind: 'text', max: 20 }, 'quasi'),
    place: makeColumn('街道', { kind: 'place', levels: ['district'] }, 'dimension'),
    month: makeColumn('月份', { kind: 'month' }, 'dimension'),
    started: makeColumn('开始', { kind: 'datetime' }, 'quasi'),
    ended: { ...makeColumn('结束', { kind: 'datetime' }, 'quasi'), optional: true },
    day: { ...makeColumn('日期', { kind: 'date' }, 'quasi'), optional: true },
    year: makeColumn('年份', { kind: 'year' }, 'dimension'),
    sort: {
      ...makeColumn('类别', { kind: 'list', items: [makeItem('a', '甲类'), makeItem('b', '乙类')] }, 'dimension'),
      blank: 'a',
    },
    answer: { ...makeColumn('是否', { kind: 'yes-no' }, 'dimension'), optional: true },
    persons: makeColumn('人数', { kind: 'integer', min: 0, max: 500 }, 'count'),
    women: makeColumn('其中女性', { kind: 'integer' }, 'count'),
    men: makeColumn('其中男性', { kind: 'integer' }, 'count'),
    tonnes: { ...makeColumn('吨数', { kind: 'number' }, 'count'), optional: true },
    code: makeColumn('信用代码', { kind: 'credit-code' }, 'public'),
    remark: { ...makeColumn('备注', { kind: 'text' }, 'free-text'), optional: true },
    title: { ...makeColumn('标题', { kind: 'text' }, 'public'), optional: true },
    absent: { ...makeColumn('可缺', { kind: 'integer' }, 'count'), absent: true },
  },
  key: ['number'],
  rules: [
    { kind: 'not-before', a: 'ended', b: 'started' },
    { kind: 'not-before', a: 'day', b: 'started' },
    { kind: 'at-most', a: 'women', b: 'persons' },
    { kind: 'sum', total: 'persons', parts: ['women', 'men'] },
    { kind: 'balance', plus: ['persons'], minus: ['men'], equals: 'women' },
    { kind: 'is-period', column: 'month' },
    { kind: 'requires', column: 'ended', when: [{ column: 'answer', is: 'yes' }] },
    { kind: 'forbids', column: 'day', when: [{ column: 'sort', is: 'b' }] },
    { kind: 'not-after-period', columns: ['started', 'ended'] },
    { kind: 'belongs-to-period', columns: ['started', 'ended'], open: 'ended' },
  ],
  tables: {
    t: {
      title: { zh: '表', en: 'Table' },
      kind: 'figures',
      dimensions: [{ column: 'place', levels: ['city', 'district'] }, { column: 'sort' }],
      measures: {
        rows: { names: { zh: '条', en: 'Rows' }, unit: '件', count: 'rows' },
        tonnes: { names: { zh: '吨', en: 'Tonnes' }, unit: '吨', decimals: 2, sum: 'tonnes' },
        persons: {
          names: { zh: '人', en: 'Persons' },
          unit: '人',
          sum: 'persons',
          where: [[{ column: 'ended', when: 'in-period' }], [{ column: 'answer', present: false }]],
        },
        hours: {
          names: { zh: '小时', en: 'Hours' },
          unit: '小时',
          decimals: 1,
          quantile: 0.5,
          between: { from: 'started', to: 'ended', in: 'hours' },
        },
      },
    },
  },
  profile: { ignore: ['不看'] },
}

export const PLACES_OF_EVERY_KIND = new Places([
  makePlace('9901', '云锦市', 'city', null),
  makePlace('990101', '锦中区', 'district', '9901'),
  { ...makePlace('990102', '锦北区', 'district', '9901'), aliases: ['锦北'] },
  { ...makePlace('990103', '旧区', 'district', '9901'), to: '2020-12-31', successor: '990101' },
])

const CODES = ['91110000000000001H', '91110000100000001W', '91440300MA0000000H']
const REMARKS = ['', '已联系', '路面有积水，已通知', '第3次上报', '见“附件”', '㈠', 'a;b', '无', 'NA']

/** A valid file with so many rows. */
export function writeEveryKind(random: Random, rows: number): string {
  const names = [...Object.values(EVERY_KIND.columns).map(({ names }) => names.zh), '不看'].filter(
    (name) => name !== '可缺',
  )
  const lines = Array.from({ length: rows }, (_, index) => writeRow(random, index).join(','))
  return `${[names.join(','), ...lines].join('\n')}\n`
}

function writeRow(random: Random, index: number): string[] {
  const padTwo = (low: number, high: number) => String(random.drawBetween(low, high)).padStart(2, '0')
  const pick = (texts: readonly string[]) => texts[random.drawBetween(0, texts.length - 1)] ?? ''
  const started = `2026-10-${padTwo(1, 15)} ${padTwo(0, 23)}:${padTwo(0, 59)}`
  const ended = random.drawChance(0.8) ? `2026-10-${padTwo(16, 31)} ${padTwo(0, 23)}:${padTwo(0, 59)}` : ''
  const sort = pick(['甲类', '乙类', 'a', 'b', ''])
  const [women, men] = [random.drawBetween(0, 40), random.drawBetween(0, 40)]
  return [
    `N-${String(index * 7 + 100_000)}`,
    pick(['锦中区', '锦北区', '990101', '锦北']),
    '2026-10',
    started,
    ended,
    sort.startsWith('乙') || sort === 'b' || random.drawChance(0.5) ? '' : `2026-10-${padTwo(16, 31)}`,
    pick(['2026', '2025', '2026年']),
    sort,
    ended === '' ? pick(['', '否']) : pick(['', '是', '否', 'Y']),
    String(women + men),
    String(women),
    String(men),
    pick(['', '0.5', '12', '3.25', '100.125']),
    pick(CODES),
    pick(REMARKS),
    pick(['', '通告', '公告一']),
    pick(['x', '1', '备用', '']),
  ]
}

function makeColumn(zh: string, type: ColumnType, privacy: Column['privacy']): Column {
  return { type, names: { zh, en: zh }, privacy }
}

function makeItem(code: string, zh: string) {
  return { code, zh, en: zh }
}

function makePlace(code: string, zh: string, level: string, parent: string | null): Place {
  return {
    code,
    names: { zh, en: code },
    level,
    parent,
    from: null,
    to: null,
    successor: null,
    aliases: [],
    tile: null,
  }
}
