import { expect, test } from 'vitest'
import type { PointColumn } from '../../src/reading/chart-points.ts'
import { joinValue, sayValue } from '../../src/reading/say-value.ts'

const RATE: PointColumn = { label: '', unit: ['%', '%'], cell: 1, status: 2, shared: '', bound: null, also: [1, 2] }
const LOW: PointColumn = {
  label: '区间下限',
  unit: ['%', '%'],
  cell: 3,
  status: null,
  shared: '',
  bound: null,
  also: [],
}
const COUNT: PointColumn = {
  label: 'Valid replies',
  unit: [' reply', ' replies'],
  cell: 4,
  status: null,
  shared: '',
  bound: null,
  also: [],
}

test.each([
  ['zh', ['2026年10月', '88.2', '[修订]', '81.0', ''], '2026年10月，88.2%（修订），区间下限 81.0%'],
  ['zh', ['2026年9月', '≤5.0', '', '不适用', ''], '2026年9月，不高于5.0%'],
  ['zh', ['2026年8月', '[c] 少于5', '', '', ''], '2026年8月，少于5'],
  ['zh', ['2026年7月', '未报', '', '', ''], '2026年7月，未报'],
  ['en', ['October 2026', '88.2', '[r]', '', '1'], 'October 2026, 88.2% (revised), Valid replies 1 reply'],
  [
    'en',
    ['September 2026', '[c] not published, to protect privacy', '', '', '1,204'],
    'September 2026, not published, to protect privacy, Valid replies 1,204 replies',
  ],
] as const)('%s %j', (lang, cells, said) => {
  const columns = lang === 'zh' ? [RATE, LOW, { ...LOW, cell: 4, label: '' }] : [RATE, { ...LOW, label: 'low' }, COUNT]
  const marks = { '[修订]': '修订', '[r]': 'revised' }
  expect(joinValue(sayValue(cells, columns, { column: 0, marks, lang }), lang)).toBe(said)
})

test('a bound is said with its value', () => {
  const bounded = { ...RATE, bound: 1, also: [] }
  const word: PointColumn = { ...LOW, cell: 5 }
  const say = (lang: 'zh' | 'en', bound: string) =>
    sayValue(['', '95', '', '', '', bound], [bounded, word], { column: 0, marks: {}, lang }).value
  expect([say('zh', '以上'), say('en', 'at least'), say('zh', '')]).toEqual(['95%以上', 'at least 95%', '95%'])
})

test('a status that a whole column has is said of each value', () => {
  const forecast = { ...RATE, label: '预测', shared: '预测', status: null, also: [] }
  expect(sayValue(['2030年', '5'], [forecast], { column: 0, marks: {}, lang: 'zh' }).value).toBe('预测 5%（预测）')
})
